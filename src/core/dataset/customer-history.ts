import type { FlagColumn, TextColumn } from './column.js';
import { flagColumn } from './flag-column.js';
import { joinRows } from './join.js';
import type { Table } from './table.js';

/** Whether the data tell which orders are first ones. */
export const tellsFirstOrders = (orders: Table): boolean =>
  orders.texts('customerId') !== undefined || orders.flags('isFirstOrder') !== undefined;

/**
 * Marks each customer's first order ever: the earliest that counts, of several at once the one with the smaller id.
 * What the order says of itself goes first; a first order on an earlier day, which the customer's own row names, makes
 * it another. The data tell of them.
 * @param customers one row per customer, where the data have them
 */
export function firstOrders(orders: Table, counted: FlagColumn, customers: Table | undefined): FlagColumn {
  const given = orders.flags('isFirstOrder');
  const customerId = orders.texts('customerId');
  if (!customerId) return given!;
  const first = earliestOf(orders, customerId, counted);
  const known = customers?.times('firstOrderAt');
  const ids = customers?.texts('customerId');
  const customerRow = ids && joinRows(customerId, ids);
  const isEarlier = (row: number): boolean => {
    const customer = customerRow?.[row] ?? -1;
    if (!known || customer < 0 || Number.isNaN(known.instants[customer])) return false;
    return known.days[customer]! < orders.time.days[row]!;
  };
  return flagColumn(orders.length, (row) => {
    const code = customerId.codes[row]!;
    const said = given?.values[row] ?? 2;
    // Nobody knows who a guest is.
    if (code < 0) return false;
    return said === 2 ? first[code] === row && !isEarlier(row) : said;
  });
}

function earliestOf(orders: Table, { codes, values }: TextColumn, counted: FlagColumn): Int32Array {
  const { instants } = orders.time;
  const id = orders.texts('orderId')!;
  const first = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < orders.length; row++) {
    const code = codes[row]!;
    if (code < 0 || counted.values[row] !== 1) continue;
    const best = first[code]!;
    const earlier = best < 0 ? -1 : instants[row]! - instants[best]!;
    if (earlier < 0 || (earlier === 0 && id.values[id.codes[row]!]! < id.values[id.codes[best]!]!)) first[code] = row;
  }
  return first;
}

/** `new` for a customer's first order, `returning` for any other; empty for guests. */
export function customerTypes(orders: Table, firstOrder: FlagColumn): TextColumn {
  const customerId = orders.texts('customerId');
  const codes = new Int32Array(orders.length).map((_, row) => {
    const flag = firstOrder.values[row];
    if (flag === 2 || (customerId && customerId.codes[row]! < 0)) return -1;
    return flag === 1 ? 0 : 1;
  });
  return { kind: 'text', codes, values: ['new', 'returning'] };
}
