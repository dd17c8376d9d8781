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

const input = { kind, value: make[kind](makeColumns(Number(count))) };
const { prepare, answer } = contenders[name];
const prepared = await prepare?.(input);
globalThis.gc();
const before = process.memoryUsage();
const begun = performance.now();
const figures = await answer(input, prepared);
const took = performance.now() - begun;
const after = process.memoryUsage();
const [revenue, orders, rate] = [0, 1, 2].map((index) => figures.reduce((sum, each) => sum + (each[index] || 0), 0));
const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
// DuckDB's worker would keep the process alive.
process.stdout.write(JSON.stringify({ took, revenue, orders, rate, held }), () => process.exit());
