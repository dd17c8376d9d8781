import type { Catalog } from '../catalog/catalog.js';
import type { EntityDefinition } from '../catalog/definition.js';
import { entities as catalogue } from '../catalog/entities.js';
import { multiply } from './arithmetic.js';
import { rowsByCell } from './cell-rows.js';
import type { Column, FlagColumn, NumberColumn, TextColumn, TimeColumn } from './column.js';
import { take } from './column.js';
import { firstKnown, firstKnownNumbers, withZeros } from './first-known.js';
import { flagColumn } from './flag-column.js';
import { orderRows } from './join.js';
import { sumByCell } from './sum.js';
import { missingField } from './table-builder.js';
import { Table } from './table.js';

/**
 * Reads the lines: their amounts, the refunds among them, and, where the data have no table of orders, the orders that
 * they form. A line of negative quantity or amount is a refund on its own date; other tables of that name go first.
 * @param inOneCurrency converts lines before orders are formed of them
 * @param entities with the shop's own dimensions
 * @throws KpiError `missing-field`
 */
export function readLines(
  lines: Table,
  orders: Table | undefined,
  hasRefunds: boolean,
  inOneCurrency: (table: Table) => Table = (table) => table,
  { orders: ofOrders, refunds: ofRefunds }: Catalog['entities'] = catalogue,
): Map<string, Table> {
  const amount = amountOf(lines);
  const quantity = lines.numbers('quantity');
  const cost = lines.numbers('unitCost');
  const sold = salesAmong(amount, quantity);
  const own = lines.with({
    amount,
    discount: withZeros(lines.numbers('discount'), lines.length),
    cogs: cost && quantity && multiply(cost, quantity),
    counted: sold,
  });
  const read = orders ? own : inOneCurrency(own);
  const tables = new Map([['orderLines', read]]);
  if (!orders && !lines.has('placedAt')) throw missingField('orderLines', 'placedAt', lines.fields);
  tables.set('orders', orders ? withTotals(orders, read, sold) : ordersFrom(read, sold, ofOrders!));
  const returned = rowsWithout(sold);
  if (!hasRefunds && returned.length > 0 && lines.has('placedAt')) {
    tables.set('refunds', refundsFrom(read.take(returned), returned, ofRefunds!));
  }
  return tables;
}

/** Each row's line total; where it has none, its quantity × price. Rows with neither have been refused. */
function amountOf(lines: Table): NumberColumn {
  const total = lines.numbers('lineTotal');
  const price = lines.numbers('unitPrice');
  const quantity = lines.numbers('quantity');
  const product = price && quantity && multiply(quantity, price);
  return total && product ? firstKnownNumbers(total, product) : (total ?? product)!;
}

function salesAmong(amount: NumberColumn, quantity: NumberColumn | undefined): FlagColumn {
  const isNegative = (column: NumberColumn | undefined, row: number): boolean =>
    column !== undefined && column.values[row]! < 0;
  return flagColumn(amount.values.length, (row) => !isNegative(amount, row) && !isNegative(quantity, row));
}

function rowsWithout({ values }: FlagColumn): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) if (values[row] === 0) rows.push(row);
  return Int32Array.from(rows);
}

/** One order per orderId: amounts are added up, the earliest time and the first known value of everything else hold. */
function ordersFrom(lines: Table, sold: FlagColumn, entity: EntityDefinition): Table {
  const orderId = lines.texts('orderId')!;
  const orderOfCode = new Int32Array(orderId.values.length).fill(-1);
  const orderOf = new Int32Array(lines.length).fill(-1);
  const firstLine: number[] = [];
  for (let line = 0; line < lines.length; line++) {
    if (sold.values[line] === 0) continue;
    const code = orderId.codes[line]!;
    if (orderOfCode[code] === -1) orderOfCode[code] = firstLine.push(line) - 1;
    orderOf[line] = orderOfCode[code]!;
  }

  const count = firstLine.length;
  const first = Int32Array.from(firstLine);
  const columns = new Map<string, Column>([
    ['orderId', take(orderId, first)],
    ['placedAt', take(lines.time, earliest(lines.time, orderOf, count))],
    ['grossSales', sumOf(lines.numbers('amount')!, orderOf, count)],
    ['discounts', sumOf(lines.numbers('discount')!, orderOf, count)],
    ...Object.entries(totalsOf(lines, orderOf, count)),
  ]);
  const currency = currencyOf(lines, orderOf, count);
  if (currency) columns.set('currency', currency);
  for (const field of [...Object.keys(entity.fields), 'unconverted']) {
    const column = columns.has(field) ? undefined : lines.column(field);
    if (column) columns.set(field, take(column, firstKnown(column, orderOf, count)));
  }
  return new Table(entity, count, columns);
}

/** The currency that an order's lines name; all of them, as `DKK+EUR`, where they name several. */
function currencyOf(lines: Table, orderOf: Int32Array, count: number): TextColumn | undefined {
  const currency = lines.texts('currency');
  if (!currency || currency.values.length < 2) return undefined;
  const values = [...currency.values];
  const codes = new Int32Array(count).fill(-1);
  orderOf.forEach((order, line) => {
    const code = currency.codes[line]!;
    if (order < 0 || code < 0) return;
    const known = codes[order]!;
    const names = known < 0 ? [] : values[known]!.split('+');
    if (names.includes(values[code]!)) return;
    const all = [...names, values[code]!].join('+');
    codes[order] = values.includes(all) ? values.indexOf(all) : values.push(all) - 1;
  });
  return { kind: 'text', codes, values };
}

/** Orders with what their lines come to where they do not say: their units, and their cost. */
function withTotals(orders: Table, lines: Table, { values: sold }: FlagColumn): Table {
  const orderOf = orderRows(lines, orders)!.map((order, line) => (sold[line] === 1 ? order : -1));
  const totals = totalsOf(lines, orderOf, orders.length);
  return orders.with(
    Object.fromEntries(
      Object.entries(totals).map(([field, total]) => {
        const own = orders.numbers(field);
        return [field, own ? firstKnownNumbers(own, total) : total];
      }),
    ),
  );
}

/** The units of each order's lines, and their cost where that of every line is known; empty for an order without lines. */
function totalsOf(lines: Table, orderOf: Int32Array, count: number): Record<string, NumberColumn> {
  const totals: Record<string, NumberColumn> = {};
  const quantity = lines.numbers('quantity');
  const cogs = lines.numbers('cogs');
  if (quantity) totals['units'] = sumOf(quantity, orderOf, count);
  if (cogs) {
    const { values } = (totals['cogs'] = sumOf(cogs, orderOf, count));
    orderOf.forEach((order, line) => {
      if (order >= 0 && Number.isNaN(cogs.values[line])) values[order] = NaN;
    });
  }
  return totals;
}

/** A column's sum for each order; empty where none of its lines has a value. */
const sumOf = (column: NumberColumn, orderOf: Int32Array, count: number): NumberColumn => ({
  ...column,
  values: sumByCell(column, rowsByCell(orderOf, count), undefined, NaN),
});

function earliest(time: TimeColumn, orderOf: Int32Array, count: number): Int32Array {
  const line = new Int32Array(count).fill(-1);
  for (let row = 0; row < orderOf.length; row++) {
    const order = orderOf[row]!;
    if (order < 0) continue;
    if (line[order]! < 0 || time.instants[row]! < time.instants[line[order]!]!) line[order] = row;
  }
  return line;
}

function refundsFrom(lines: Table, rows: Int32Array, entity: EntityDefinition): Table {
  const positive = (column: NumberColumn): NumberColumn => ({ ...column, values: column.values.map(Math.abs) });
  const columns = new Map<string, Column>([
    ['refundId', { kind: 'text', codes: rows.map((_, index) => index), values: Array.from(rows, String) }],
    ['refundedAt', lines.time],
    ['kind', { kind: 'text', codes: new Int32Array(lines.length), values: ['return'] }],
    ['amount', positive(lines.numbers('amount')!)],
  ]);
  const units = lines.numbers('quantity');
  if (units) columns.set('units', positive(units));
  for (const field of ['orderId', 'currency', 'unconverted', ...entity.dimensions]) {
    const column = lines.column(field);
    if (column) columns.set(field, column);
  }
  return new Table(entity, lines.length, columns);
}
