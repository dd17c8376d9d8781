import type { CellRows } from './cell-rows.js';
import type { NumberColumn } from './column.js';

/**
 * Adds a column's values up by cell; empty ones are left out.
 * Whole numbers add up exactly in any order; other figures are summed with compensation (Neumaier).
 * @param mask 1 for the rows that count; undefined where all do
 * @param absent what a cell without a value comes to
 */
export function sumByCell(
  { values, exact }: NumberColumn,
  { starts, rows }: CellRows,
  mask?: Uint8Array,
  absent = 0,
): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  for (let cell = 0; cell < sums.length; cell++) {
    let sum = absent;
    let lost = 0;
    for (let i = starts[cell]!; i < starts[cell + 1]!; i++) {
      const value = values[rows[i]!]!;
      if (value !== value || (mask && mask[rows[i]!] !== 1)) continue;
      const before = sum || 0;
      sum = before + value;
      if (!exact) lost += Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
    }
    sums[cell] = sum + lost;
  }
  return sums;
}

/** How many rows fall into each cell. @param mask as above */
export function countByCell({ starts, rows }: CellRows, mask?: Uint8Array): Float64Array {
  return new Float64Array(starts.length - 1).map((_, cell) => {
    if (!mask) return starts[cell + 1]! - starts[cell]!;
    let count = 0;
    for (let i = starts[cell]!; i < starts[cell + 1]!; i++) if (mask[rows[i]!] === 1) count++;
    return count;
  });
}

/** The largest value that falls into each cell; 0 where none does. */
export function largestByCell({ values }: NumberColumn, { starts, rows }: CellRows): Float64Array {
  return new Float64Array(starts.length - 1).map((_, cell) => {
    let largest = 0;
    for (let i = starts[cell]!; i < starts[cell + 1]!; i++)
      if (values[rows[i]!]! > largest) largest = values[rows[i]!]!;
    return largest;
  });
}
