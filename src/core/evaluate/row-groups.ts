import type { Selection } from '../dataset/measure-source.js';
import type { Table } from '../dataset/table.js';

/** The segments that a selection sorts a table's rows into. */
export interface RowGroups {
  readonly keys: readonly string[];
  /** The number of a row's segment; -1 for rows that the selection leaves out. */
  of(row: number): number;
}

/** Sorts rows by a selection whose dimensions the table has. */
export function rowGroups(table: Table, { by, where }: Selection): RowGroups {
  const conditions = where.map(({ dimension, values: wanted, not }) => {
    const { codes, values } = table.segments(dimension)!;
    // One longer than the codes: a cell without a text has code -1.
    const passes = Uint8Array.from(['', ...values], (value) => (wanted.has(value) !== not ? 1 : 0));
    return (row: number): boolean => passes[codes[row]! + 1] === 1;
  });
  const column = by === undefined ? undefined : table.segments(by)!;
  const keys = column ? ['', ...column.values] : [''];
  return {
    keys,
    of(row) {
      for (const passes of conditions) if (!passes(row)) return -1;
      return column ? column.codes[row]! + 1 : 0;
    },
  };
}
