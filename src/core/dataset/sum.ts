import type { NumberColumn } from './column.js';

/**
 * Adds a column's values up by cell; rows of cell -1 and empty values are left out.
 * Whole numbers add up exactly in any order; other figures are summed with compensation (Neumaier).
 * @param mask 1 for the rows that count; undefined where all do
 * @param absent what a cell without a value comes to
 */
export function sumByCell(
  column: NumberColumn,
  cellOf: Int32Array,
  cells: number,
  mask?: Uint8Array,
  absent = 0,
): Float64Array {
  const sums = new Float64Array(cells).fill(absent);
  const lost = column.exact ? undefined : new Float64Array(cells);
  const { values } = column;
  for (let row = 0; row < values.length; row++) {
    const cell = cellOf[row]!;
    const value = values[row]!;
    if (cell < 0 || value !== value || (mask && mask[row] !== 1)) continue;
    const before = sums[cell]! || 0;
    const after = before + value;
    sums[cell] = after;
    if (lost) lost[cell]! += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
  }
  if (lost) for (let cell = 0; cell < cells; cell++) sums[cell]! += lost[cell]!;
  return sums;
}

/** How many rows fall into each cell. */
export function countByCell(cellOf: Int32Array, cells: number, mask?: Uint8Array): Float64Array {
  const counts = new Float64Array(cells);
  for (let row = 0; row < cellOf.length; row++) {
    const cell = cellOf[row]!;
    if (cell >= 0 && (!mask || mask[row] === 1)) counts[cell]!++;
  }
  return counts;
}

/** The largest value that falls into each cell; 0 where none does. */
export function largestByCell({ values }: NumberColumn, cellOf: Int32Array, cells: number): Float64Array {
  const largest = new Float64Array(cells);
  values.forEach((value, row) => {
    const cell = cellOf[row]!;
    if (cell >= 0 && value > largest[cell]!) largest[cell] = value;
  });
  return largest;
}
