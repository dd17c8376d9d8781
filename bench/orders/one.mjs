/** One contender, once, in a process of its own: `node --expose-gc one.mjs own rows 1000000`. */
import { contenders } from './contenders.mjs';
import { makeColumns, toCsv, toRows } from './shop.mjs';

const [name, kind, count] = process.argv.slice(2);
const make = {
  rows: toRows,
  columns: (columns) => columns,
  csv: toCsv,
  json: (columns) => JSON.stringify(toRows(columns)),
};

/** Columns as JSON gives them: strings that were put together differ from those that were read. */
const parsed = (value) => JSON.parse(JSON.stringify(value));
const read = (columns) => Object.fromEntries(Object.entries(columns).map(([field, cells]) => [field, parsed(cells)]));

const made = make[kind](read(makeColumns(Number(count))));
// A text that was put together is copied when it is first read.
const input = { kind, value: typeof made === 'string' ? parsed(made) : made };
const { prepare, answer, isReading } = contenders[name];
const prepared = await prepare?.(input);
/** What is freed is counted off only when the next collection begins. */
function collect() {
  globalThis.gc();
  globalThis.gc();
}
const taken = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
collect();
const before = taken();
let most = before;
/** The most that is held at any of the page's turns; what is garbage is found out where it would make it more. */
function weigh() {
  if (taken() <= most + 4 * count) return;
  collect();
  most = Math.max(most, taken());
}
if (name === 'turns')
  globalThis.scheduler = { yield: () => new Promise((resolve) => setImmediate(resolve)).then(weigh) };
const cpuBefore = process.cpuUsage();
const begun = performance.now();
/** Milliseconds so far, and those of the processor: other programs change them less. */
function clock() {
  const { user, system } = process.cpuUsage(cpuBefore);
  return { took: performance.now() - begun, cpu: (user + system) / 1000 };
}
let [reading, held] = [undefined, undefined];
const figures = await answer(input, prepared, (dataset) => ([reading, held] = [clock(), dataset]));
const whole = clock();
collect();
const holds = taken() - before;
const peak = most - before;
const sums = isReading
  ? {}
  : Object.fromEntries(
      ['revenue', 'orders', 'rate'].map((name, index) => [
        name,
        figures.reduce((sum, each) => sum + (each[index] || 0), 0),
      ]),
    );
const result = { whole, reading: isReading ? whole : reading, ...sums, holds, peak };
// What was read is held until here. DuckDB's worker would keep the process alive.
process.stdout.write(JSON.stringify(result), () => process.exit(held || figures ? 0 : 1));
