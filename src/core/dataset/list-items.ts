import type { Column } from './column.js';
import { take } from './column.js';
import type { Table } from './table.js';

/** A table with a row for each item of a list: the item stands under the dimension's name. Empty lists have no rows. */
export function listItems(table: Table, list: string, dimension: string): Table {
  const { codes, values } = table.texts(list)!;
  const lists = values.map((text) => text.split(',').filter(Boolean));
  const names = [...new Set(lists.flat())];
  const codesOf = lists.map((items) => items.map((item) => names.indexOf(item)));
  const rows: number[] = [];
  const items: number[] = [];
  codes.forEach((code, row) => {
    for (const item of codesOf[code] ?? []) {
      rows.push(row);
      items.push(item);
    }
  });
  const kept = Int32Array.from(rows);
  const columns = new Map<string, Column>(table.fields.map((field) => [field, take(table.column(field)!, kept)]));
  columns.set(dimension, { kind: 'text', codes: Int32Array.from(items), values: names });
  return table.rows(kept.length, columns);
}
