/**
 * What a visitor downloads, gzipped, against limits that only go down (size-limits.json).
 *
 *   node scripts/size.mjs            fails above a limit
 *   node scripts/size.mjs --lower    writes the present sizes as the new limits, where they are smaller
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const limitsFile = 'size-limits.json';
const slack = 0.02;

/** @param {string} code @returns {number} bytes after gzip at its best */
const gzipped = (code) => gzipSync(code, { level: 9 }).length;

/**
 * What a consumer's bundler makes of one import from the built package.
 * @param {string} specifier
 * @returns {Promise<number>} gzip bytes of all that is loaded at once; what is imported on demand does not count
 */
async function bundled(specifier) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(import.meta.resolve(specifier)), formats: ['es'], fileName: 'consumer' },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const atOnce = new Set(output.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  for (const name of atOnce) for (const imported of chunks.get(name).imports) atOnce.add(imported);
  return [...atOnce].reduce((sum, name) => sum + gzipped(chunks.get(name).code), 0);
}

const sizes = {
  'CDN module file': gzipped(readFileSync('dist/cdn/kpi-elements.js')),
  "card alone in a consumer's bundle": await bundled('kpi-elements/define/kpi-card'),
};

const limits = JSON.parse(readFileSync(limitsFile, 'utf8'));
if (process.argv.includes('--lower')) {
  for (const [name, size] of Object.entries(sizes)) limits[name] = Math.min(limits[name], size);
  writeFileSync(limitsFile, `${JSON.stringify(limits, null, 2)}\n`);
}
const bytes = new Intl.NumberFormat('en');
for (const [name, size] of Object.entries(sizes)) {
  const limit = limits[name];
  console.log(`${name}: ${bytes.format(size)} of ${bytes.format(limit)} bytes gzipped`);
  if (size > limit) {
    console.error(`  ${bytes.format(size - limit)} bytes too many. Find what came in; a limit is not raised.`);
    process.exitCode = 1;
  } else if (size < limit * (1 - slack)) {
    console.log('  Well below: npm run size -- --lower');
  }
}
