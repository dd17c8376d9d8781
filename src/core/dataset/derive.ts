import { entities } from '../catalog/entities.js';
import type { Column, FlagColumn, NumberColumn, TextColumn, TimeColumn } from './column.js';
import { take } from './column.js';
import type { Table } from './table.js';

/** Adds what measures read but no row carries: whether an order counts, defaults, and what comes through the order. */
export function deriveTables(tables: ReadonlyMap<string, Table>): Map<string, Table> {
  const derived = new Map(tables);
  const orders = tables.get('orders');
  const lines = tables.get('orderLines');
  const refunds = tables.get('refunds');
  const sessions = tables.get('sessions');

  const countedOrders = orders?.with({
    counted: countedColumn(orders),
    discounts: withDefaultZero(orders, 'discounts'),
  });
  if (countedOrders) derived.set('orders', countedOrders);
  if (countedOrders && lines) derived.set('orderLines', joinOrder(lines, countedOrders, 'placedAt'));
  if (refunds)
    derived.set(
      'refunds',
      countedOrders ? joinOrder(refunds, countedOrders) : refunds.with({ counted: allTrue(refunds.length) }),
    );
  if (sessions && !sessions.has('purchased') && countedOrders?.has('sessionId')) {
    derived.set('sessions', sessions.with({ purchased: namedByOrder(sessions, countedOrders) }));
  }
  return derived;
}

/** The rows of `to` that hold the texts of `from`, -1 where none does. */
export function joinRows(from: TextColumn, to: TextColumn): Int32Array {
  const rowOf = new Map<string, number>();
  to.codes.forEach((code, row) => {
    if (code >= 0) rowOf.set(to.values[code]!, row);
  });
  const rowOfCode = from.values.map((value) => rowOf.get(value) ?? -1);
  return from.codes.map((code) => (code < 0 ? -1 : rowOfCode[code]!));
}

/** The column with 0 in its empty cells. */
export function withDefaultZero(table: Table, field: string): NumberColumn {
  const column = table.numbers(field);
  return column
    ? { ...column, values: column.values.map((value) => (Number.isNaN(value) ? 0 : value)) }
    : { kind: 'number', values: new Float64Array(table.length), scale: 1, exact: true };
}

const allTrue = (length: number): FlagColumn => ({ kind: 'flag', values: new Uint8Array(length).fill(1) });

/** Neither a test nor cancelled. */
function countedColumn(orders: Table): FlagColumn {
  const counted = allTrue(orders.length);
  const isTest = orders.flags('isTest')?.values;
  const cancelledAt = orders.column('cancelledAt');
  for (let row = 0; row < orders.length; row++) {
    const cancelled = cancelledAt?.kind === 'time' && !Number.isNaN(cancelledAt.instants[row]);
    if (isTest?.[row] === 1 || cancelled) counted.values[row] = 0;
  }
  return counted;
}

/** Rows that name an order count with it, share its segments and, for lines, its time. A row without its order counts. */
function joinOrder(table: Table, orders: Table, time?: 'placedAt'): Table {
  const orderId = table.texts('orderId');
  const ids = orders.texts('orderId');
  if (!orderId || !ids) return table;
  const orderRow = joinRows(orderId, ids);
  const own = table.flags('counted')?.values;
  const counted = take(orders.flags('counted')!, orderRow);
  const columns: Record<string, Column> = {
    counted: { kind: 'flag', values: counted.values.map((flag, row) => (flag === 0 || own?.[row] === 0 ? 0 : 1)) },
  };
  for (const dimension of entities['orders']!.dimensions) {
    const column = orders.texts(dimension);
    if (column && !table.has(dimension)) columns[dimension] = take(column, orderRow);
  }
  if (time) columns[time] = timeOfOrder(table.time, orders.time, orderRow);
  return table.with(columns);
}

/** Each line at the time of its order; one whose order is not in the data at its own. */
function timeOfOrder(own: TimeColumn, orders: TimeColumn, orderRow: Int32Array): TimeColumn {
  const times = take(orders, orderRow);
  orderRow.forEach((order, row) => {
    if (order >= 0) return;
    times.instants[row] = own.instants[row]!;
    times.days[row] = own.days[row]!;
  });
  return times;
}

function namedByOrder(sessions: Table, orders: Table): FlagColumn {
  const rows = joinRows(sessions.texts('sessionId')!, orders.texts('sessionId')!);
  const counted = orders.flags('counted')!.values;
  return { kind: 'flag', values: Uint8Array.from(rows, (row) => (row >= 0 && counted[row] === 1 ? 1 : 0)) };
}
