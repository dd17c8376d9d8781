import type { NumberColumn, TextColumn } from './column.js';

/** Rows laid out cell by cell, so that one pass serves all cells in turn. Rows of cell -1 are left out. */
function layOut(cellOf: Int32Array, cells: number, has: (row: number) => boolean): [Int32Array, Int32Array] {
  const starts = new Int32Array(cells + 1);
  for (let row = 0; row < cellOf.length; row++) if (cellOf[row]! >= 0 && has(row)) starts[cellOf[row]! + 1]!++;
  for (let cell = 0; cell < cells; cell++) starts[cell + 1]! += starts[cell]!;
  const rows = new Int32Array(starts[cells]!);
  const next = starts.slice(0, cells);
  for (let row = 0; row < cellOf.length; row++) {
    const cell = cellOf[row]!;
    if (cell >= 0 && has(row)) rows[next[cell]!++] = row;
  }
  return [starts, rows];
}

/**
 * How many different texts stand in each cell's rows; rows of cell -1 and empty ones are left out.
 * @param atLeast count only texts that stand in so many rows of the cell
 * @param without count no text that stands in a row of the cell which is marked with 1
 */
export function distinctByCell(
  { codes, values }: TextColumn,
  cellOf: Int32Array,
  cells: number,
  atLeast = 1,
  without?: Uint8Array,
): Float64Array {
  const [starts, rows] = layOut(cellOf, cells, (row) => codes[row]! >= 0);
  const distinct = new Float64Array(cells);
  const seen = new Int32Array(values.length);
  for (let cell = 0; cell < cells; cell++) {
    const end = starts[cell + 1]!;
    if (without) {
      // So far below zero that no count of rows reaches `atLeast`.
      for (let i = starts[cell]!; i < end; i++) if (without[rows[i]!] === 1) seen[codes[rows[i]!]!] = -(2 ** 31);
    }
    for (let i = starts[cell]!; i < end; i++) if (++seen[codes[rows[i]!]!]! === atLeast) distinct[cell]!++;
    for (let i = starts[cell]!; i < end; i++) seen[codes[rows[i]!]!] = 0;
  }
  return distinct;
}

/**
 * The quantile of each cell's values, exact (Hyndman and Fan's type 7: linear between the values around `(n - 1) share`);
 * NaN for a cell without any.
 */
export function quantileByCell(
  { values, scale }: NumberColumn,
  cellOf: Int32Array,
  cells: number,
  share: number,
): Float64Array {
  const [starts, rows] = layOut(cellOf, cells, (row) => !Number.isNaN(values[row]));
  return Float64Array.from({ length: cells }, (_, cell) => {
    const sorted = new Float64Array(rows.subarray(starts[cell], starts[cell + 1])).map((row) => values[row]!).sort();
    const at = (sorted.length - 1) * share;
    const low = sorted[Math.floor(at)] ?? NaN;
    const high = sorted[Math.ceil(at)] ?? NaN;
    return (low + (high - low) * (at - Math.floor(at))) / scale;
  });
}
