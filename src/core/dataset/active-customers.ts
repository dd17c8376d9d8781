import type { Span } from '../time/window.js';
import { addDays } from '../time/day.js';
import type { TextColumn } from './column.js';

/**
 * How many different customers ordered in so many days before each span begins; `throughout`: and in as many days that
 * end with it, too. As `group * spans + span`.
 * @param cellsOf numbers the rows of one span by group
 */
export function customersKept(
  { codes }: TextColumn,
  cellsOf: (spans: readonly Span[]) => Int32Array,
  groups: number,
  spans: readonly Span[],
  days: number,
  active: 'before' | 'throughout',
): Float64Array {
  const counts = new Float64Array(groups * spans.length);
  /** Customers of each group as one number. */
  const customersIn = (span: Span): Set<number> => {
    const found = new Set<number>();
    cellsOf([span]).forEach((group, row) => {
      if (group >= 0 && codes[row]! >= 0) found.add(codes[row]! * groups + group);
    });
    return found;
  };
  spans.forEach(({ start, end, cutoff }, index) => {
    const before = customersIn({ start: addDays(start, -days), end: addDays(start, -1) });
    const later = active === 'before' ? before : customersIn({ start: addDays(end, 1 - days), end, cutoff });
    for (const customer of before) if (later.has(customer)) counts[(customer % groups) * spans.length + index]!++;
  });
  return counts;
}
