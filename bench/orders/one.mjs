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
const read = (columns) =>
  Object.fromEntries(Object.entries(columns).map(([field, cells]) => [field, JSON.parse(JSON.stringify(cells))]));

const input = { kind, value: make[kind](read(makeColumns(Number(count)))) };
const { prepare, answer, isReading } = contenders[name];
const prepared = await prepare?.(input);
globalThis.gc();
const before = process.memoryUsage();
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
globalThis.gc();
const after = process.memoryUsage();
const holds = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
const sums = isReading
  ? {}
  : Object.fromEntries(
      ['revenue', 'orders', 'rate'].map((name, index) => [
        name,
        figures.reduce((sum, each) => sum + (each[index] || 0), 0),
      ]),
    );
const result = { whole, reading: isReading ? whole : reading, ...sums, holds };
// What was read is held until here. DuckDB's worker would keep the process alive.
process.stdout.write(JSON.stringify(result), () => process.exit(held || figures ? 0 : 1));
