/**
 * Runs one benchmark against the built package, from the folder above:
 *
 *   npm run build && npm --prefix bench ci && npm --prefix bench run bench -- period
 *   npm --prefix bench run bench -- load
 */
import { existsSync } from 'node:fs';

const benchmarks = ['period', 'load'];
const [name] = process.argv.slice(2);

if (!benchmarks.includes(name)) {
  console.error(`Which one? npm run bench -- ${benchmarks.join(' | ')}`);
  process.exitCode = 1;
} else if (!existsSync(new URL('../dist/headless.js', import.meta.url))) {
  console.error('There is no dist/: run `npm run build` in the folder above first.');
  process.exitCode = 1;
} else {
  const { run } = await import(`./${name}.mjs`);
  await run();
}
