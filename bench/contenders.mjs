/** Other ways to the two figures: each takes a window and the one before it, in days, and gives the figures of both. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {{ day: number, date: string, amount: number, isRefund: boolean }} Line amount in thousandths
 * @typedef {{ day: number, date: string, customerId: string }} Order
 * @typedef {{ start: number, end: number, from: string, to: string }} Window
 */

/** Objects and array methods: what one writes first. */
export function naive(lines, orders) {
  const netSales = ({ from, to }) => {
    const days = {};
    lines
      .filter(({ date }) => date >= from && date <= to)
      .forEach(({ date, amount }) => (days[date] = (days[date] ?? 0) + amount));
    return Object.values(days).reduce((sum, amount) => sum + amount, 0) / 1000;
  };
  const repeatRate = ({ from, to }) => {
    const times = {};
    orders
      .filter(({ date, customerId }) => customerId && date >= from && date <= to)
      .forEach(({ customerId }) => (times[customerId] = (times[customerId] ?? 0) + 1));
    const counts = Object.values(times);
    return counts.filter((count) => count > 1).length / counts.length;
  };
  return { netSales, repeatRate };
}

/** Typed arrays sorted by day, and nothing that could be left out: about as fast as rows can be read. */
export function typed(lines, orders) {
  const lineDays = Int32Array.from(lines, ({ day }) => day);
  const amounts = Float64Array.from(lines, ({ amount }) => amount);
  const known = orders.filter(({ customerId }) => customerId);
  const orderDays = Int32Array.from(known, ({ day }) => day);
  const codes = new Map();
  const customers = Int32Array.from(known, ({ customerId }) => {
    if (!codes.has(customerId)) codes.set(customerId, codes.size);
    return codes.get(customerId);
  });
  const seen = new Int32Array(codes.size);
  const netSales = ({ start, end }) => {
    const days = new Float64Array(end - start + 1);
    for (let row = 0; row < lineDays.length; row++) {
      const day = lineDays[row];
      if (day >= start && day <= end) days[day - start] += amounts[row];
    }
    let sum = 0;
    for (const amount of days) sum += amount;
    return sum / 1000;
  };
  const repeatRate = ({ start, end }) => {
    seen.fill(0);
    let active = 0;
    let repeated = 0;
    for (let row = 0; row < orderDays.length; row++) {
      const day = orderDays[row];
      if (day < start || day > end) continue;
      const times = ++seen[customers[row]];
      if (times === 1) active++;
      else if (times === 2) repeated++;
    }
    return repeated / active;
  };
  return { netSales, repeatRate };
}

/** DuckDB compiled to WebAssembly, in this process. */
export async function openDuckdb() {
  const require = createRequire(import.meta.url);
  const duckdb = require('@duckdb/duckdb-wasm/blocking');
  const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundles = {
    mvp: { mainModule: `${folder}/duckdb-mvp.wasm`, mainWorker: `${folder}/duckdb-node-mvp.worker.cjs` },
    eh: { mainModule: `${folder}/duckdb-eh.wasm`, mainWorker: `${folder}/duckdb-node-eh.worker.cjs` },
  };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate(() => undefined);
  return { database, connection: database.connect() };
}

/** The two figures by prepared statements. */
export async function duckdbWasm(lines, orders) {
  const { database, connection } = await openDuckdb();
  const table = (name, head, rows) => {
    database.registerFileText(`${name}.csv`, `${head}\n${rows.join('\n')}`);
    connection.query(
      `CREATE TABLE ${name} AS SELECT * FROM read_csv('${name}.csv', header = true, null_padding = true)`,
    );
  };
  table(
    'lines',
    'day,amount',
    lines.map(({ day, amount }) => `${day},${amount}`),
  );
  table(
    'orders',
    'day,customer',
    orders.map(({ day, customerId }) => `${day},${customerId}`),
  );
  const sales = connection.prepare(`SELECT sum(amount)::DOUBLE AS figure FROM
    (SELECT day, sum(amount) AS amount FROM lines WHERE day BETWEEN ? AND ? GROUP BY day)`);
  const rate = connection.prepare(`SELECT count(*) FILTER (times > 1) / count(*) AS figure FROM
    (SELECT count(*) AS times FROM orders WHERE customer IS NOT NULL AND day BETWEEN ? AND ? GROUP BY customer)`);
  const figure = (statement, { start, end }) => Number(statement.query(start, end).toArray()[0].figure);
  return { netSales: (window) => figure(sales, window) / 1000, repeatRate: (window) => figure(rate, window) };
}

export const duckdbVersion = () =>
  JSON.parse(readFileSync(new URL('./node_modules/@duckdb/duckdb-wasm/package.json', import.meta.url), 'utf8')).version;
