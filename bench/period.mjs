/** What a change of period costs on a loaded data set: both figures with their comparison and a line by day. */
import { evaluateKpi, loadDataset } from './dist/headless.js';
import { duckdbVersion, duckdbWasm, naive, typed } from './contenders.mjs';
import { columns, retailCsv } from './retail.mjs';

const rounds = 60;
const MS_PER_DAY = 86_400_000;
const reach = 5;

const isoOf = (day) => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
const windowOf = (start, end) => ({ start, end, from: isoOf(start), to: isoOf(end) });
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const worst = (times) => Math.max(...times);

/** The same lines and orders as objects, for those who do not read CSV. Lines are signed thousandths. */
function plainRows(text) {
  const lines = [];
  const orders = new Map();
  const [head, ...rows] = text.trim().split(/\r?\n/);
  const at = Object.fromEntries(head.split(',').map((name, index) => [name, index]));
  for (const row of rows) {
    // The description alone may hold commas and quotes; the other columns are counted from both ends.
    const cells = row.replace(/"(?:[^"]|"")*"/g, '').split(',');
    const quantity = Number(cells[at.Quantity]);
    const date = cells[at.InvoiceDate].slice(0, 10);
    const day = Date.parse(date) / MS_PER_DAY;
    const amount = quantity * Math.round(Number(cells[at.UnitPrice]) * 1000);
    lines.push({ day, date, amount });
    if (quantity < 0 || amount < 0) continue;
    const order = orders.get(cells[at.InvoiceNo]);
    if (!order) orders.set(cells[at.InvoiceNo], { day, date, customerId: cells[at.CustomerID] });
    else if (!order.customerId) order.customerId = cells[at.CustomerID];
  }
  return { lines, orders: [...orders.values()] };
}

/** Both figures, once both lines have been read: points are made for who reads them. */
function withPoints({ value, series, comparisons: [before] }) {
  if (series.length !== before.series.length) throw new Error('The lines differ in length.');
  return [value, before.value];
}

function report(title, times) {
  console.log(
    `\n${title}: milliseconds for a period and the one before it, ${rounds} rounds in turn (kpi-elements gives the points by day too)`,
  );
  const own = median(times.get('kpi-elements'));
  for (const [name, taken] of times) {
    const middle = median(taken);
    const ratio = name === 'kpi-elements' ? '' : `${(middle / own).toFixed(2)} ×`;
    console.log(
      `  ${name.padEnd(24)} median ${middle.toFixed(3).padStart(8)}  worst ${worst(taken).toFixed(3).padStart(8)}  ${ratio}`,
    );
  }
  console.log(`  ${own < reach ? '✓' : '✗'} under ${reach} ms`);
}

export async function run() {
  const { name, text } = retailCsv();
  const { lines, orders } = plainRows(text);
  const started = performance.now();
  const dataset = await loadDataset(text, columns);
  console.log(
    `${name}: ${lines.length} lines, ${orders.length} orders; loaded in ${Math.round(performance.now() - started)} ms`,
  );

  const contenders = new Map([
    ['naive loop', naive(lines, orders)],
    ['hand-tuned typed loop', typed(lines, orders)],
  ]);
  try {
    contenders.set(`DuckDB-Wasm ${duckdbVersion()}`, await duckdbWasm(lines, orders));
  } catch (error) {
    console.log(`DuckDB-Wasm does not run here: ${error.message}`);
  }

  const { first, last } = dataset.report.tables[0];
  const [from, to] = [first, last].map((date) => Date.parse(date) / MS_PER_DAY);
  for (const [kpi, figure] of [
    ['net-sales', 'netSales'],
    ['repeat-purchase-rate', 'repeatRate'],
  ]) {
    const ask = ({ from: start, to: end }) =>
      evaluateKpi(dataset, {
        kpi,
        period: `${start}/${end}`,
        compare: 'previous-period',
        grain: 'day',
        asOf: 'latest',
      });
    const times = new Map(['kpi-elements', ...contenders.keys()].map((contender) => [contender, []]));
    const opened = performance.now();
    ask(windowOf(to - 27, to));
    console.log(`\n${kpi}: the first figure, which rolls the rows up, ${(performance.now() - opened).toFixed(1)} ms`);
    for (let round = 0; round < rounds; round++) {
      const start = from + 28 + Math.floor((round * (to - from - 56)) / rounds);
      const shown = windowOf(start, start + 27);
      const before = windowOf(start - 28, start - 1);
      const ways = new Map([
        ['kpi-elements', () => withPoints(ask(shown))],
        ...[...contenders].map(([contender, ways]) => [contender, () => [ways[figure](shown), ways[figure](before)]]),
      ]);
      // Each begins in turn, so that none always finds the caches of the same neighbour.
      const order = [...ways.keys()];
      const turned = [...order.slice(round % order.length), ...order.slice(0, round % order.length)];
      const found = new Map();
      for (const contender of turned) {
        const begun = performance.now();
        found.set(contender, ways.get(contender)());
        times.get(contender).push(performance.now() - begun);
      }
      const [value, previous] = found.get('kpi-elements');
      for (const [contender, [other, otherPrevious]] of found) {
        if (Math.abs(other - value) > 1e-6 || Math.abs(otherPrevious - previous) > 1e-6)
          throw new Error(
            `${contender} finds ${other} and ${otherPrevious}, kpi-elements ${value} and ${previous}: ${shown.from} ${kpi}`,
          );
      }
    }
    report(`${kpi}`, times);
  }
}
