import type { Dataset } from '../dataset/dataset.js';
import { measuresOf } from '../term.js';
import type { AsOf, Span } from '../time/window.js';
import { sourceOf } from './feed.js';
import type { Warning } from './result.js';

/** Where a window cuts an interval that a record is of: a part of the record counts, by the share of its days. */
export function estimatedIn(dataset: Dataset, names: readonly string[], { start, end }: Span, asOf: AsOf): Warning[] {
  return measuresOf(names).flatMap((measure) => {
    const { table, mask } = sourceOf(dataset.sources, measure)?.rows(measure, [], asOf) ?? {};
    const begins = table?.times('begins')?.days;
    const ends = table?.times('ends')?.days;
    if (!table || !begins || !ends) return [];
    const isCut = table.time.days.some(
      (day, row) => day >= start && day <= end && mask?.[row] !== 0 && (begins[row]! < start || ends[row]! > end),
    );
    return isCut ? [{ code: 'estimated', measure } as const] : [];
  });
}
