import type { Records } from './records.js';

/** What nothing reads of a table, for those who look for what is missing. */
export interface Unread {
  readonly table: string;
  /** All columns that were found. */
  readonly fields: readonly string[];
  /** Those that are no field of the table, with their first cells. */
  readonly columns: readonly UnreadColumn[];
}

export interface UnreadColumn {
  readonly name: string;
  readonly cells: readonly unknown[];
}

/** So many rows tell what a column holds. */
const enoughToTell = 200;

/** More columns than this, or longer names, are nobody's table of orders. */
const mostColumns = 200;
const longestName = 100;

/** @param isField whether a column is one of the table's own fields */
export function unreadOf(table: string, records: Records, isField: (field: string) => boolean): Unread {
  const { fields, length } = records;
  const cellsOf = (name: string) => Array.from(records.cells(name, 0, Math.min(length, enoughToTell)) ?? []);
  return {
    table,
    fields,
    columns: fields
      .filter((field) => field.length <= longestName && !isField(field))
      .slice(0, mostColumns)
      .map((name) => ({ name, cells: cellsOf(name) })),
  };
}
