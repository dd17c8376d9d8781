/**
 * How long the page stands still while a million orders are read, in slices on its own thread or by a worker that hands
 * over what it has read: by the browser's record of long tasks, which a busy machine makes longer, and by the processor's
 * time of the longest task.
 *
 *   SIZE=1000000 ROUNDS=3 npm --prefix bench run bench -- load
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { chromiumFlags, requireBrowser } from '../scripts/browsers.mjs';
import { makeColumns, toCsv, toRows } from './orders/shop.mjs';
import { median } from './page.mjs';

const dist = new URL('./dist/', import.meta.url);
const size = Number(process.env.SIZE ?? 1e6);
const rounds = Number(process.env.ROUNDS ?? 3);
/** A task that is longer is a long one, as browsers count. */
const aim = 50;

const worker = `
  const texts = ['orderId', 'placedAt', 'customerId'];
  const numbers = ['grossSales', 'discounts'];
  const readers = {
    json: JSON.parse,
    ndjson: (text) => text.split('\\n').map((line) => JSON.parse(line)),
    csv(text) {
      const [header, ...lines] = text.split('\\n');
      const fields = header.split(',');
      return lines.map((line) => {
        const cells = line.split(',');
        return Object.fromEntries(fields.map((field, index) => [field, numbers.includes(field) ? +cells[index] : cells[index]]));
      });
    },
  };
  onmessage = async ({ data: { kind, address, asColumns } }) => {
    const rows = readers[kind](await (await fetch(address)).text());
    if (!asColumns) return postMessage(rows);
    const columns = {};
    for (const field of texts) columns[field] = rows.map((row) => row[field]);
    for (const field of numbers) columns[field] = Float64Array.from(rows, (row) => row[field]);
    postMessage(columns, numbers.map((field) => columns[field].buffer));
  };`;

/** Runs in the page: milliseconds of the reading, of each long task within it, and of those of the first answer. */
async function measure({ kind, way }) {
  const { evaluateKpi, loadDataset } = await import('/headless.js');
  const address = `/orders.${kind === 'rows' ? 'json' : kind}`;
  const options = { table: 'orders', currency: 'EUR', timeZone: 'UTC', asOf: 'latest' };
  const rows = kind === 'rows' ? await (await fetch(address)).json() : undefined;
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  const turn = () => new Promise((resolve) => setTimeout(resolve, 300));
  const takeLong = async () => {
    await turn();
    return long.splice(0).map(({ duration }) => duration);
  };
  const fromWorker = () =>
    new Promise((resolve, reject) => {
      const reader = new Worker('/worker.js');
      reader.onmessage = ({ data }) => {
        reader.terminate();
        resolve(data);
      };
      reader.onerror = reject;
      reader.postMessage({ kind, address, asColumns: way === 'worker, columns' });
    });
  await takeLong();
  performance.mark('reading');
  const begun = performance.now();
  const dataset = await loadDataset(rows ?? (way === 'slices' ? await fetch(address) : await fromWorker()), options);
  const took = performance.now() - begun;
  const reading = await takeLong();
  performance.mark('answering');
  const question = { compare: 'none', grain: 'day', period: 'last-28-days' };
  const kpis = ['net-sales', 'order-count', 'average-order-value', 'repeat-purchase-rate'];
  const values = kpis.map((kpi) => evaluateKpi(dataset, { kpi, ...question }).value);
  return { took, reading, answering: await takeLong(), values };
}

/** The processor's milliseconds of the longest task of the page's thread after each of the marks. */
function longestAfter(marks, trace) {
  const { traceEvents } = JSON.parse(trace);
  const set = marks.map((mark) => traceEvents.find(({ name, cat }) => name === mark && cat === 'blink.user_timing'));
  return set.map(({ pid, tid, ts }, index) => {
    const until = set[index + 1]?.ts ?? Infinity;
    const isWithin = (event) => event.pid === pid && event.tid === tid && event.ts + event.dur > ts;
    const tasks = traceEvents.filter((event) => event.tdur && isWithin(event) && event.ts + event.dur < until);
    return Math.max(0, ...tasks.map(({ tdur }) => tdur)) / 1000;
  });
}

/** The files of the page, and the orders in each form. */
function filesOf(columns) {
  const rows = toRows(columns);
  return new Map([
    ['/', ['<!doctype html><title>load</title>', 'text/html']],
    ['/worker.js', [worker, 'text/javascript']],
    ['/orders.csv', [toCsv(columns), 'text/csv']],
    ['/orders.ndjson', [rows.map((row) => JSON.stringify(row)).join('\n'), 'application/x-ndjson']],
    ['/orders.json', [JSON.stringify(rows), 'application/json']],
    ...readdirSync(dist).map((file) => [`/${file}`, [readFileSync(new URL(file, dist)), 'text/javascript']]),
  ]);
}

export async function run() {
  const files = filesOf(makeColumns(size));
  const server = createServer(({ url }, response) => {
    const [body, type] = files.get(url) ?? [];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: requireBrowser('chromium'), args: chromiumFlags });
  const cases = [
    ...['csv', 'ndjson', 'json', 'rows'].map((kind) => ({ kind, way: 'slices' })),
    ...['csv', 'ndjson', 'json'].map((kind) => ({ kind, way: 'worker, rows' })),
    { kind: 'json', way: 'worker, columns' },
  ];
  let worst = 0;
  let values;
  try {
    console.log(`${size.toLocaleString('en')} orders in Chromium ${browser.version()}: medians of ${rounds}`);
    for (const { kind, way } of cases) {
      const runs = [];
      for (let round = 0; round < rounds; round++) {
        const tab = await browser.newPage();
        await tab.goto(`http://127.0.0.1:${server.address().port}/`);
        await browser.startTracing(tab, { categories: ['toplevel', 'blink.user_timing'] });
        const measured = await tab.evaluate(measure, { kind, way });
        const [reading, answering] = longestAfter(['reading', 'answering'], (await browser.stopTracing()).toString());
        runs.push({ ...measured, processor: { reading, answering } });
        await tab.close();
        values ??= measured.values;
        if (String(values) !== String(measured.values))
          throw new Error(`${kind}, ${way}: ${measured.values}, not ${values}.`);
      }
      const over = (what) => median(runs.map(what)).toFixed(0);
      const told = (when) =>
        `${over((each) => each[when].length)} long, the longest ${over((each) => Math.max(0, ...each[when]))} ms, ` +
        `${over(({ processor }) => processor[when])} ms of the processor`;
      if (way === 'slices') worst = Math.max(worst, median(runs.map(({ processor }) => processor.reading)));
      console.log(
        `  ${`${kind}, ${way}`.padEnd(22)} ${over(({ took }) => took).padStart(5)} ms; tasks while reading: ` +
          `${told('reading')}; of the first answer: ${told('answering')}`,
      );
    }
    console.log(`  ${worst <= aim ? '✓' : '✗'} no task over ${aim} ms of the processor while reading in slices`);
  } finally {
    await browser.close();
    server.close();
  }
}
