import type { Column, FlagColumn } from './column.js';
import { flagColumn, numberColumn } from './column.js';
import { orderRows } from './join.js';
import type { Table } from './table.js';

const MS_PER_HOUR = 3_600_000;

/**
 * When each cart has had its time, as an instant, and whether an order came before that. Without a word on orders in
 * the data, nobody knows which carts were left.
 * @param hours how long after the last activity an order may come
 */
export function cartColumns(
  carts: Table,
  orders: Table | undefined,
  hours: number,
): Record<string, Column | undefined> {
  const touched = carts.times('lastActivityAt')?.instants;
  const maturesAt = carts.time.instants.map((created, row) => (touched?.[row] || created) + hours * MS_PER_HOUR);
  return { maturesAt: numberColumn(maturesAt), orderedInTime: orderedInTime(carts, orders, maturesAt) };
}

function orderedInTime(carts: Table, orders: Table | undefined, maturesAt: Float64Array): FlagColumn | undefined {
  const convertedAt = carts.times('convertedAt')?.instants;
  const orderId = carts.texts('orderId');
  if (!convertedAt && !orderId) return undefined;
  const orderRow = orderRows(carts, orders);
  return flagColumn(carts.length, (row) => {
    const end = maturesAt[row]!;
    const said = convertedAt?.[row] ?? NaN;
    if (!Number.isNaN(said)) return said <= end;
    if (!orderId || orderId.codes[row]! < 0) return false;
    // An order of which no more is known came at some time, and so it came.
    const order = orderRow?.[row] ?? -1;
    return order < 0 || orders!.time.instants[order]! <= end;
  });
}
