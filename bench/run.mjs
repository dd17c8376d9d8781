/**
 * Bundles the core and runs one benchmark against it, from the folder above:
 *
 *   npm --prefix bench ci && npm --prefix bench run bench -- period
 *   npm --prefix bench run bench -- load
 */
import { bundle } from './bundle.mjs';

const benchmarks = ['period', 'load'];
const [name] = process.argv.slice(2);

if (benchmarks.includes(name)) {
  await bundle();
  const { run } = await import(`./${name}.mjs`);
  await run();
} else {
  console.error(`Which one? npm --prefix bench run bench -- ${benchmarks.join(' | ')}`);
  process.exitCode = 1;
}
