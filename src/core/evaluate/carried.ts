import type { Dataset } from '../dataset/dataset.js';
import { measuresOf } from '../term.js';
import type { Day } from '../time/day.js';
import { isoOf } from '../time/day.js';
import type { AsOf, Span } from '../time/window.js';
import { sourceOf } from './feed.js';
import type { Warning } from './result.js';

/** Where an older snapshot stands for the last day of a window: of which day it is. */
export function carriedIn(dataset: Dataset, names: readonly string[], { end }: Span, asOf: AsOf): Warning[] {
  const { measures, entities } = dataset.catalog;
  return measuresOf(names).flatMap((measure) => {
    const { aggregation, entity = '' } = measures.get(measure) ?? {};
    if (aggregation !== 'last') return [];
    const { days = [] } = sourceOf(dataset.sources, measure)?.rows(measure, [], asOf)?.table.time ?? {};
    let newest = -Infinity;
    for (const day of days) if (day <= end && day > newest) newest = day;
    const isCarried = newest < end && end - newest <= (entities[entity]?.holdsDays ?? dataset.parameters.maxStaleDays);
    return isCarried ? [{ code: 'carried', measure, last: isoOf(newest as Day) } as const] : [];
  });
}
