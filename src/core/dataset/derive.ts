import { namesIn, parseFormula } from '../formula.js';
import { cartColumns } from './carts.js';
import type { Column, FlagColumn, NumberColumn, TextColumn, TimeColumn } from './column.js';
import { knownIn, take } from './column.js';
import { customerTypes, firstOrders, tellsFirstOrders } from './customer-history.js';
import { firstKnownNumbers, withZeros } from './first-known.js';
import { flagColumn } from './flag-column.js';
import { spreadOverDays } from './intervals.js';
import { allTrue, joinRows, orderRows, sharedWithOrder } from './join.js';
import type { Parameters } from './parameters.js';
import { productColumns } from './products.js';
import { shipmentColumns } from './shipments.js';
import { subscriptionChanges } from './subscriptions.js';
import type { ColumnSource, Table } from './table.js';
import { once } from './table.js';
import { perOrder } from './table-builder.js';

/** Tables of intervals, and what is shared out among their days. */
const intervals = [
  ['emissions', 'kgCo2e'],
  ['resourceUse', 'quantity'],
] as const;

/** Adds what measures read but no row carries: what counts, firsts, and what comes through the order. */
export function deriveTables(tables: ReadonlyMap<string, Table>, parameters: Parameters): Map<string, Table> {
  const derived = new Map([...tables].map(([id, table]) => [id, table.renamed(table.entity.own ?? {})]));
  const add = (id: string, columnsOf: (table: Table) => Readonly<Record<string, ColumnSource | undefined>>): void => {
    const table = derived.get(id);
    if (table) derived.set(id, table.with(columnsOf(table)));
  };
  add('orders', (table) => orderColumns(table, derived.get('customers')));
  const orders = derived.get('orders');
  add('orderLines', (lines) => (orders ? lineColumns(lines, orders) : {}));
  add('refunds', (refunds) => refundColumns(refunds, orders));
  // Without orders nothing says from when to when there were none.
  if (!orders) for (const id of perOrder) if (derived.get(id)?.length === 0) derived.delete(id);
  const lines = derived.get('orderLines');
  if (lines) for (const id of ['refunds', 'inventorySnapshots']) add(id, (table) => productColumns(table, lines));
  add('sessions', (sessions) => ({ purchased: sessions.flags('purchased') ?? namedByOrder(sessions, orders) }));
  add('carts', (carts) => cartColumns(carts, orders, parameters.cartWindowHours));
  add('shipments', (shipments) => shipmentColumns(shipments, orders));
  add('emissions', (emissions) => ({ method: emissions.texts('method') ?? noTexts(emissions.length) }));
  for (const [id, field] of intervals) {
    const table = derived.get(id);
    if (table) derived.set(id, spreadOverDays(table, field));
  }
  add('socialPosts', (posts) => ({ engagements: filled(posts, 'engagements', 'likes + comments + shares') }));
  add('subscriberEvents', (events) => ({ change: subscriptionChanges(events) }));
  add('appInstalls', (installs) => ({ count: filled(installs, 'count', '1') }));
  return derived;
}

function orderColumns(orders: Table, customers: Table | undefined): Readonly<Record<string, ColumnSource | undefined>> {
  const counted = countedColumn(orders);
  const firstOrder = once(() => firstOrders(orders, counted, customers));
  return {
    counted,
    discounts: withZeros(orders.numbers('discounts'), orders.length),
    ...(tellsFirstOrders(orders) && { firstOrder, customerType: () => customerTypes(orders, firstOrder()) }),
  };
}

/** Neither a test nor cancelled. */
function countedColumn(orders: Table): FlagColumn {
  const isTest = orders.flags('isTest')?.values;
  const cancelledAt = orders.times('cancelledAt')?.instants;
  if (!isTest && !cancelledAt) return allTrue(orders.length);
  return flagColumn(orders.length, (row) => isTest?.[row] !== 1 && Number.isNaN(cancelledAt?.[row] ?? NaN));
}

/** Lines count with their order, at its time. What one costs is known where the order's cost is, so that parts add up. */
function lineColumns(lines: Table, orders: Table): Readonly<Record<string, ColumnSource | undefined>> {
  const orderRow = orderRows(lines, orders)!;
  const cogs = lines.numbers('cogs');
  const known = orders.numbers('cogs')?.values;
  return {
    ...sharedWithOrder(lines, orders, orderRow),
    firstOrder: orders.has('firstOrder') ? () => take(orders.flags('firstOrder')!, orderRow) : undefined,
    placedAt: timeOfOrder(lines.time, orders.time, orderRow),
    cogs: cogs && {
      ...cogs,
      values: cogs.values.map((cost, line) =>
        orderRow[line]! >= 0 && Number.isNaN(known?.[orderRow[line]!]) ? NaN : cost,
      ),
    },
  };
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

/** Refunds count with their order; those of an order that is not in the data count, and their cost as known. */
function refundColumns(refunds: Table, orders: Table | undefined): Readonly<Record<string, Column | undefined>> {
  const orderRow = orderRows(refunds, orders);
  if (!orderRow) return { counted: allTrue(refunds.length) };
  const cogs = orders!.numbers('cogs');
  const isCosted = cogs && knownIn(cogs);
  return {
    ...sharedWithOrder(refunds, orders!, orderRow),
    costed: isCosted && flagColumn(refunds.length, (row) => orderRow[row]! < 0 || isCosted(orderRow[row]!)),
  };
}

function namedByOrder(sessions: Table, orders: Table | undefined): FlagColumn | undefined {
  const named = orders?.texts('sessionId');
  const own = sessions.texts('sessionId');
  if (!named || !own) return undefined;
  const counted = orders!.flags('counted')!.values;
  const orderRow = joinRows(own, named);
  return flagColumn(sessions.length, (row) => counted[orderRow[row]!] === 1);
}

/** A field's figures, and where it is empty what an expression over others comes to, as far as they are in the data. */
function filled(table: Table, field: string, expression: string): NumberColumn | undefined {
  const own = table.numbers(field);
  const isThere = namesIn(parseFormula(expression)).every((name) => table.numbers(name));
  const other = isThere ? table.figures(expression) : undefined;
  return own && other ? firstKnownNumbers(own, other) : (own ?? other);
}

const noTexts = (length: number): TextColumn => ({ kind: 'text', codes: new Int32Array(length).fill(-1), values: [] });
