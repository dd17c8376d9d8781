import type { Column, FlagColumn, TextColumn } from './column.js';
import { take } from './column.js';
import { flagColumn } from './flag-column.js';
import type { Table } from './table.js';

/** The rows of `to` that hold the texts of `from`, -1 where none does. */
export function joinRows(from: TextColumn, to: TextColumn): Int32Array {
  const rowOf = new Map<string, number>();
  to.codes.forEach((code, row) => {
    if (code >= 0) rowOf.set(to.values[code]!, row);
  });
  const rowOfCode = from.values.map((value) => rowOf.get(value) ?? -1);
  return from.codes.map((code) => (code < 0 ? -1 : rowOfCode[code]!));
}

/** A column's cells as positions in a list of values; -1 where a cell is empty or its text is not in the list. */
export function codesIn({ codes, values }: TextColumn, list: readonly string[]): Int32Array {
  const codeOf = new Map(list.map((value, code) => [value, code]));
  const codeThere = values.map((value) => codeOf.get(value) ?? -1);
  return codes.map((code) => codeThere[code] ?? -1);
}

/** The order that each row of a table names, by row; undefined where the data do not hold orders to name. */
export function orderRows(table: Table, orders: Table | undefined): Int32Array | undefined {
  const orderId = table.texts('orderId');
  const ids = orders?.texts('orderId');
  return orderId && ids && joinRows(orderId, ids);
}

export const allTrue = (length: number): FlagColumn => ({ kind: 'flag', values: new Uint8Array(length).fill(1) });

/**
 * What rows have through the order that they name: whether they count, and its segments where they have none of their
 * own. A row without its order counts.
 */
export function sharedWithOrder(
  table: Table,
  orders: Table,
  orderRow: Int32Array,
): { counted: FlagColumn } & Record<string, Column> {
  const own = table.flags('counted')?.values;
  const { values } = orders.flags('counted')!;
  const counted = flagColumn(table.length, (row) => values[orderRow[row]!] !== 0 && own?.[row] !== 0);
  const columns: { counted: FlagColumn } & Record<string, Column> = { counted };
  for (const dimension of orders.entity.dimensions) {
    const column = orders.column(dimension);
    if (column && !table.has(dimension) && table.entity.dimensions.includes(dimension))
      columns[dimension] = take(column, orderRow);
  }
  const currency = currencyWithOrder(table.texts('currency'), orders.texts('currency'), orderRow);
  return currency ? { ...columns, currency } : columns;
}

/** The currency that a row names, else that of its order. */
function currencyWithOrder(
  own: TextColumn | undefined,
  theirs: TextColumn | undefined,
  orderRow: Int32Array,
): TextColumn | undefined {
  const ofOrder = theirs && take(theirs, orderRow);
  if (!own || !ofOrder || !own.codes.includes(-1)) return own ?? ofOrder;
  const values = [...new Set([...own.values, ...ofOrder.values])];
  const codeOf = ofOrder.values.map((value) => values.indexOf(value));
  return {
    kind: 'text',
    values,
    codes: own.codes.map((code, row) => (code < 0 ? (codeOf[ofOrder.codes[row]!] ?? -1) : code)),
  };
}
