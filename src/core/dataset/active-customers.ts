import type { Span } from '../time/window.js';
import { addDays } from '../time/day.js';
import type { CellRows } from './cell-rows.js';
import type { TextColumn } from './column.js';

/**
 * How many different customers ordered in so many days before each span begins; `throughout`: and in as many days that
 * end with it, too. As `group * spans + span`.
 * @param rowsOf lays out the rows of one span by group
 */
export function customersKept(
  { codes, values }: TextColumn,
  rowsOf: (spans: readonly Span[]) => CellRows,
  groups: number,
  spans: readonly Span[],
  days: number,
  active: 'before' | 'throughout',
): Float64Array {
  const counts = new Float64Array(groups * spans.length);
  /** The cell that each customer has last been seen in later, and 0 once counted. */
  const seen = new Int32Array(values.length);
  spans.forEach(({ start, end, cutoff }, index) => {
    const before = rowsOf([{ start: addDays(start, -days), end: addDays(start, -1) }]);
    const later = active === 'before' ? before : rowsOf([{ start: addDays(end, 1 - days), end, cutoff }]);
    for (let group = 0; group < groups; group++) {
      const cell = group * spans.length + index;
      for (const row of rowsIn(later, group)) if (codes[row]! >= 0) seen[codes[row]!] = cell + 1;
      for (const row of rowsIn(before, group)) {
        if (codes[row]! < 0 || seen[codes[row]!] !== cell + 1) continue;
        seen[codes[row]!] = 0;
        counts[cell]!++;
      }
    }
  });
  return counts;
}

const rowsIn = ({ starts, rows }: CellRows, cell: number): Int32Array => rows.subarray(starts[cell], starts[cell + 1]);
