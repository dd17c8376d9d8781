import type { NumberColumn, TextColumn } from './column.js';

/**
 * Rows laid out cell by cell, so that one pass serves all cells in turn; rows of cell -1 are left out.
 * @returns where each cell's rows begin, one longer than there are cells; and the rows
 */
export function rowsByCell(cellOf: Int32Array, cells: number): [starts: Int32Array, rows: Int32Array] {
  const starts = new Int32Array(cells + 1);
  for (const cell of cellOf) if (cell >= 0) starts[cell + 1]!++;
  for (let cell = 0; cell < cells; cell++) starts[cell + 1]! += starts[cell]!;
  const rows = new Int32Array(starts[cells]!);
  const next = starts.slice(0, cells);
  for (let row = 0; row < cellOf.length; row++) if (cellOf[row]! >= 0) rows[next[cellOf[row]!]!++] = row;
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
  const [starts, rows] = rowsByCell(cellOf, cells);
  const distinct = new Float64Array(cells);
  const seen = new Int32Array(values.length);
  for (let cell = 0; cell < cells; cell++) {
    const own = rows.subarray(starts[cell], starts[cell + 1]).filter((row) => codes[row]! >= 0);
    // So far below zero that no count of rows reaches `atLeast`.
    if (without) for (const row of own) if (without[row] === 1) seen[codes[row]!] = -(2 ** 31);
    for (const row of own) if (++seen[codes[row]!]! === atLeast) distinct[cell]!++;
    for (const row of own) seen[codes[row]!] = 0;
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
  const [starts, rows] = rowsByCell(cellOf, cells);
  return Float64Array.from({ length: cells }, (_, cell) => {
    const own = rows.subarray(starts[cell], starts[cell + 1]);
    const sorted = Float64Array.from(own, (row) => values[row]!)
      .filter((value) => !Number.isNaN(value))
      .sort();
    const at = (sorted.length - 1) * share;
    const low = sorted[Math.floor(at)] ?? NaN;
    const high = sorted[Math.ceil(at)] ?? NaN;
    return (low + (high - low) * (at - Math.floor(at))) / scale;
  });
}
