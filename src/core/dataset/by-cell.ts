import type { CellRows } from './cell-rows.js';
import type { NumberColumn, TextColumn } from './column.js';

/**
 * How many different texts stand in each cell's rows; empty ones are left out.
 * @param atLeast count only texts that stand in so many rows of the cell
 * @param without count no text that stands in a row of the cell which is marked with 1
 */
export function distinctByCell(
  { codes, values }: TextColumn,
  { starts, rows }: CellRows,
  atLeast = 1,
  without?: Uint8Array,
): Float64Array {
  const distinct = new Float64Array(starts.length - 1);
  // How often each text has been seen, counted from a floor that rises from cell to cell: nothing has to be cleared.
  const seen = new Int32Array(values.length);
  let floor = 0;
  for (let cell = 0; cell < distinct.length; cell++) {
    const [start, end] = [starts[cell]!, starts[cell + 1]!];
    // As if seen often enough already, and counted.
    for (let i = start; without && i < end; i++)
      if (without[rows[i]!] === 1 && codes[rows[i]!]! >= 0) seen[codes[rows[i]!]!] = floor + atLeast;
    let count = 0;
    for (let i = start; i < end; i++) {
      const code = codes[rows[i]!]!;
      if (code < 0) continue;
      const times = Math.max(seen[code]!, floor) + 1;
      seen[code] = times;
      if (times === floor + atLeast) count++;
    }
    distinct[cell] = count;
    floor += atLeast + end - start;
  }
  return distinct;
}

/**
 * The quantile of each cell's values, exact (Hyndman and Fan's type 7: linear between the values around `(n - 1) share`);
 * NaN for a cell without any.
 */
export function quantileByCell(
  { values, scale }: NumberColumn,
  { starts, rows }: CellRows,
  share: number,
): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, cell) => {
    const own = rows.subarray(starts[cell], starts[cell + 1]);
    const sorted = new Float64Array(own.length)
      .map((_, i) => values[own[i]!]!)
      .filter((value) => !Number.isNaN(value))
      .sort();
    const at = (sorted.length - 1) * share;
    const low = sorted[Math.floor(at)] ?? NaN;
    const high = sorted[Math.ceil(at)] ?? NaN;
    return (low + (high - low) * (at - Math.floor(at))) / scale;
  });
}
