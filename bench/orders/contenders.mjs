/**
 * Ways to the same answer: revenue, orders, customers, order value and repeat rate of every day and of two windows. Each
 * takes what it is given as it is and returns `[revenue, orders, repeat rate]` for all days, then for the windows.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openDuckdb } from '../contenders.mjs';
import { days, dayOf, isoOf, windows } from './shop.mjs';

const require = createRequire(import.meta.url);
const spans = [...Array.from({ length: days }, (_, day) => ({ start: day, end: day })), ...windows];

/** Objects and array methods: what one writes first. */
function naive(rows) {
  const figures = (chosen) => {
    const times = {};
    chosen.forEach(({ customerId }) => (times[customerId] = (times[customerId] ?? 0) + 1));
    const counts = Object.values(times);
    const revenue = chosen.reduce((sum, { grossSales, discounts }) => sum + grossSales - discounts, 0);
    return [revenue, chosen.length, counts.filter((count) => count > 1).length / counts.length];
  };
  const byDay = {};
  rows.forEach((row) => (byDay[row.placedAt.slice(0, 10)] ??= []).push(row));
  return spans.map(({ start, end }) => {
    if (start === end) return figures(byDay[isoOf(start)] ?? []);
    const [from, to] = [isoOf(start), isoOf(end)];
    return figures(rows.filter(({ placedAt }) => placedAt.slice(0, 10) >= from && placedAt.slice(0, 10) <= to));
  });
}

/** Typed arrays with nothing that could be left out: about as fast as orders can be counted. */
function typed({ day, customer, cents, customers }) {
  const seen = new Int32Array(customers);
  const figures = (from, to, mark) => {
    let [revenue, active, repeated] = [0, 0, 0];
    for (let row = from; row < to; row++) {
      revenue += cents[row];
      const last = seen[customer[row]];
      if (last === mark) {
        repeated++;
        seen[customer[row]] = -mark;
      } else if (last !== -mark) {
        active++;
        seen[customer[row]] = mark;
      }
    }
    return [revenue / 100, to - from, repeated / active];
  };
  const starts = new Int32Array(days + 1);
  for (let row = 0; row < day.length; row++) starts[day[row] + 1]++;
  for (let index = 0; index < days; index++) starts[index + 1] += starts[index];
  return spans.map(({ start, end }, index) => figures(starts[start], starts[end + 1], index + 1));
}

/** What the typed loop is fed; made before its clock starts. */
function typedColumns({ placedAt, customerId, grossSales, discounts }) {
  const codes = new Map();
  const codeOf = (id) => codes.get(id) ?? (codes.set(id, codes.size), codes.size - 1);
  const customer = Int32Array.from(customerId, codeOf);
  return {
    day: Int32Array.from(placedAt, dayOf),
    customer,
    customers: codes.size,
    cents: Float64Array.from(grossSales, (sales, row) => Math.round(sales * 100) - Math.round(discounts[row] * 100)),
  };
}

async function d3Array(rows) {
  const { group, rollup, sum } = await import('d3-array');
  const figures = (chosen) => {
    const counts = [
      ...rollup(
        chosen,
        (own) => own.length,
        ({ customerId }) => customerId,
      ).values(),
    ];
    const revenue = sum(chosen, ({ grossSales, discounts }) => grossSales - discounts);
    return [revenue, chosen.length, counts.filter((count) => count > 1).length / counts.length];
  };
  const byDay = group(rows, ({ placedAt }) => placedAt.slice(0, 10));
  return spans.map(({ start, end }) => {
    if (start === end) return figures(byDay.get(isoOf(start)) ?? []);
    const [from, to] = [isoOf(start), isoOf(end)];
    return figures(rows.filter(({ placedAt }) => placedAt.slice(0, 10) >= from && placedAt.slice(0, 10) <= to));
  });
}

async function arquero(input) {
  const aq = await import('arquero');
  const { op } = aq;
  const table = (Array.isArray(input) ? aq.from(input) : aq.table(input)).derive({
    date: aq.escape(({ placedAt }) => placedAt.slice(0, 10)),
  });
  const figures = (chosen, keys) =>
    chosen
      .groupby(...keys, 'customerId')
      .rollup({ revenue: (d) => op.sum(d.grossSales - d.discounts), times: () => op.count() })
      .derive({ again: (d) => (d.times > 1 ? 1 : 0) })
      .groupby(...keys)
      .rollup({
        revenue: (d) => op.sum(d.revenue),
        orders: (d) => op.sum(d.times),
        active: () => op.count(),
        repeated: (d) => op.sum(d.again),
      })
      .objects();
  const row = ({ revenue, orders, active, repeated }) => [revenue, orders, repeated / active];
  const byDay = new Map(figures(table, ['date']).map((each) => [each.date, row(each)]));
  return spans.map(({ start, end }) => {
    if (start === end) return byDay.get(isoOf(start)) ?? [0, 0, NaN];
    const [from, to] = [isoOf(start), isoOf(end)];
    return row(figures(table.filter(aq.escape(({ date }) => date >= from && date <= to)), [])[0]);
  });
}

async function crossfilter(rows) {
  const { default: crossfilter2 } = await import('crossfilter2');
  const filter = crossfilter2(rows);
  const date = filter.dimension(({ placedAt }) => placedAt.slice(0, 10));
  const start = () => ({ revenue: 0, orders: 0, times: new Map() });
  const add = (sum, { customerId, grossSales, discounts }) => {
    sum.revenue += grossSales - discounts;
    sum.orders++;
    sum.times.set(customerId, (sum.times.get(customerId) ?? 0) + 1);
    return sum;
  };
  const remove = (sum, { customerId, grossSales, discounts }) => {
    sum.revenue -= grossSales - discounts;
    sum.orders--;
    const times = sum.times.get(customerId) - 1;
    if (times === 0) sum.times.delete(customerId);
    else sum.times.set(customerId, times);
    return sum;
  };
  const row = ({ revenue, orders, times }) => [
    revenue,
    orders,
    [...times.values()].filter((count) => count > 1).length / times.size,
  ];
  const groups = date.group().reduce(add, remove, start).all();
  const byDay = new Map(groups.map(({ key, value }) => [key, row(value)]));
  return spans.map(({ start: first, end }) => {
    if (first === end) return byDay.get(isoOf(first)) ?? [0, 0, NaN];
    const sum = start();
    date.filterFunction((day) => day >= isoOf(first) && day <= isoOf(end));
    for (const each of filter.allFiltered()) add(sum, each);
    return row(sum);
  });
}

/**
 * CSV is read by DuckDB's own reader, all else goes in as Arrow: its reader of JSON is an extension that it would fetch.
 * @param {{ kind: string, value: unknown }} input
 */
async function duckdbWasm({ kind, value }, { database, connection }) {
  if (kind === 'csv') {
    database.registerFileText('orders', value);
    connection.query("CREATE TABLE orders AS SELECT * FROM read_csv('orders')");
  } else {
    const { tableFromArrays, tableToIPC } = require('apache-arrow');
    const rows = kind === 'json' ? JSON.parse(value) : value;
    const texts = (field) => (kind === 'columns' ? rows[field] : rows.map((row) => row[field]));
    const arrays = {
      placedAt: texts('placedAt'),
      customerId: texts('customerId'),
      grossSales: Float64Array.from(texts('grossSales')),
      discounts: Float64Array.from(texts('discounts')),
    };
    connection.insertArrowFromIPCStream(tableToIPC(tableFromArrays(arrays)), { name: 'orders' });
  }
  connection.query(`CREATE VIEW placed AS SELECT strftime(CAST(placedAt AS TIMESTAMP), '%Y-%m-%d') AS day, customerId,
    grossSales - discounts AS sales FROM orders`);
  const figures = (where, group) =>
    connection
      .query(
        `SELECT ${group} AS day, sum(revenue)::DOUBLE AS revenue, sum(times)::INT AS orders, count(*)::INT AS active,
          count(*) FILTER (times > 1)::INT AS repeated
        FROM (SELECT ${group} AS day, customerId, sum(sales) AS revenue, count(*) AS times FROM placed ${where} GROUP BY 1, 2)
        GROUP BY 1`,
      )
      .toArray();
  const row = ({ revenue, orders, active, repeated }) => [revenue, orders, repeated / active];
  const byDay = new Map(figures('', 'day').map((each) => [each.day, row(each)]));
  return spans.map(({ start, end }) =>
    start === end
      ? (byDay.get(isoOf(start)) ?? [0, 0, NaN])
      : row(figures(`WHERE day BETWEEN '${isoOf(start)}' AND '${isoOf(end)}'`, "''")[0]),
  );
}

/** Ours: a data set, and the questions that five cards and their lines would ask. */
async function own({ kind, value }, { createDataset, evaluateKpi, loadDataset }, hasRead, inTurns = false) {
  const options = { currency: 'EUR', timeZone: 'UTC', asOf: isoOf(days - 1) };
  const isText = kind === 'csv' || kind === 'json';
  const dataset =
    isText || inTurns
      ? await loadDataset(value, { ...options, table: 'orders' })
      : createDataset({ orders: value }, options);
  hasRead(dataset);
  const all = { period: `${isoOf(0)}/${isoOf(days - 1)}`, compare: 'none', grain: 'day' };
  const recent = { period: 'last-28-days', compare: 'previous-period', grain: 'day' };
  const read = (kpi) => {
    const [daily, windowed] = [all, recent].map((question) => evaluateKpi(dataset, { kpi, ...question }));
    return [...daily.series, windowed, windowed.comparisons[0]];
  };
  const [revenue, orders, worth, repeat] = [
    'net-sales',
    'order-count',
    'average-order-value',
    'repeat-purchase-rate',
  ].map(read);
  return spans.map((_, index) => {
    const [sales, count, each] = [revenue, orders, worth].map(({ [index]: { value } }) => value);
    if (Math.abs((each ?? 0) * count - sales) > 1e-6) throw new Error(`${each} is not ${sales} ÷ ${count}.`);
    return [sales, count, repeat[index].value];
  });
}

const version = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

/**
 * What each reads: rows as objects, columns, CSV or JSON text. `prepare` runs before the clock starts.
 * `isReading`: it reads typed rows out of a text, and answers nothing.
 * @type {Record<string, { title: string, reads: string[], isReading?: boolean, prepare?: (input: unknown, kind: string) => unknown, answer: Function }>}
 */
export const contenders = {
  own: {
    title: 'kpi-elements',
    reads: ['rows', 'columns', 'csv', 'json'],
    prepare: async () => import('../dist/headless.js'),
    answer: own,
  },
  turns: {
    title: 'kpi-elements, its memory weighed at each turn of the page',
    reads: ['rows', 'columns', 'csv', 'json'],
    prepare: async () => import('../dist/headless.js'),
    answer: (input, prepared, hasRead) => own(input, prepared, hasRead, true),
  },
  naive: { title: 'naive loop', reads: ['rows'], answer: ({ value }) => naive(value) },
  typed: {
    title: 'typed loop',
    reads: ['columns'],
    prepare: ({ value }) => typedColumns(value),
    answer: (_, prepared) => typed(prepared),
  },
  typedFromTexts: {
    title: 'typed loop, from texts',
    reads: ['columns'],
    answer: ({ value }) => typed(typedColumns(value)),
  },
  parse: { title: 'JSON.parse alone', reads: ['json'], isReading: true, answer: ({ value }) => JSON.parse(value) },
  dsv: {
    title: `d3-dsv ${version('d3-dsv')} alone`,
    reads: ['csv'],
    isReading: true,
    prepare: () => import('d3-dsv'),
    answer: ({ value }, { csvParse }) =>
      csvParse(value, ({ grossSales, discounts, ...texts }) => ({
        ...texts,
        grossSales: +grossSales,
        discounts: +discounts,
      })),
  },
  d3: { title: `d3-array ${version('d3-array')}`, reads: ['rows'], answer: ({ value }) => d3Array(value) },
  arquero: {
    title: `Arquero ${version('arquero')}`,
    reads: ['rows', 'columns'],
    answer: ({ value }) => arquero(value),
  },
  crossfilter: {
    title: `crossfilter2 ${version('crossfilter2')}`,
    reads: ['rows'],
    answer: ({ value }) => crossfilter(value),
  },
  duckdb: {
    title: `DuckDB-Wasm ${version('@duckdb/duckdb-wasm')}`,
    reads: ['rows', 'columns', 'csv', 'json'],
    prepare: openDuckdb,
    answer: duckdbWasm,
  },
};
