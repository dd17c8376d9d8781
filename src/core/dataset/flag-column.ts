import type { FlagColumn } from './column.js';

/** A flag for each row of a table; `of` is asked row by row. */
export function flagColumn(length: number, of: (row: number) => boolean | number): FlagColumn {
  const values = new Uint8Array(length);
  for (let row = 0; row < length; row++) values[row] = Number(of(row));
  return { kind: 'flag', values };
}
