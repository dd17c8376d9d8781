/**
 * Runs one benchmark, from the folder above:
 *
 *   npm --prefix bench ci && npm --prefix bench run bench -- period
 *   npm --prefix bench run bench -- orders
 *   npm --prefix bench run bench -- load
 *   npm --prefix bench run bench -- render
 */
import { bundle } from './bundle.mjs';

const benchmarks = ['orders', 'period', 'load', 'render'];
const [name] = process.argv.slice(2);

if (benchmarks.includes(name)) {
  if (name !== 'render') await bundle();
  const { run } = await import(`./${name}.mjs`);
  await run();
} else {
  console.error(`Which one? npm --prefix bench run bench -- ${benchmarks.join(' | ')}`);
  process.exitCode = 1;
}
