import type { Column, FlagColumn, TimeColumn } from './column.js';
import { numberColumn, take } from './column.js';
import { firstKnownTimes } from './first-known.js';
import { flagColumn } from './flag-column.js';
import { orderRows } from './join.js';
import type { Table } from './table.js';

const MS_PER_HOUR = 3_600_000;

/**
 * When each cart became an order and when it has had its time, as an instant, and whether the order came before that. Without a word on orders in
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
  const orderRow = orderRows(carts, orders);
  const convertedAt = firstKnownTimes(carts.times('convertedAt'), orderRow && take(orders!.time, orderRow));
  return {
    convertedAt,
    maturesAt: numberColumn(maturesAt),
    orderedInTime: orderedInTime(carts, convertedAt, maturesAt),
  };
}

function orderedInTime(
  carts: Table,
  convertedAt: TimeColumn | undefined,
  maturesAt: Float64Array,
): FlagColumn | undefined {
  const orderId = carts.texts('orderId');
  if (!convertedAt && !orderId) return undefined;
  return flagColumn(carts.length, (row) => {
    const at = convertedAt?.instants[row] ?? NaN;
    // An order of which no more is known came at some time, and so it came.
    return Number.isNaN(at) ? (orderId?.codes[row] ?? -1) >= 0 : at <= maturesAt[row]!;
  });
}
