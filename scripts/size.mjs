/**
 * What a visitor downloads, gzipped, against limits that only go down (size-limits.json).
 *
 *   node scripts/size.mjs            fails above a limit
 *   node scripts/size.mjs --lower    writes the present sizes, rounded up, as the new limits, where they are smaller
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const limitsFile = 'size-limits.json';
const slack = 0.02;
/** Limits are round, so that another zlib's few bytes break nothing. */
const step = 500;

/** @param {string} code @returns {number} bytes after gzip at its best */
const gzipped = (code) => gzipSync(code, { level: 9 }).length;

/**
 * What a consumer's bundler makes of one import from the built package.
 * @param {string} specifier
 * @returns {Promise<{ atOnce: number, withData: number }>} gzip bytes of what is loaded at once, and of that with what
 *   is fetched as soon as there are data to read; languages, schemas and the like, fetched on demand, do not count
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
  const loadedBy = (first) => {
    const loaded = new Set(first);
    for (const name of loaded) for (const imported of chunks.get(name).imports) loaded.add(imported);
    return [...loaded].reduce((sum, name) => sum + gzipped(chunks.get(name).code), 0);
  };
  const entries = output.filter((chunk) => chunk.isEntry).map(({ fileName }) => fileName);
  const forData = output
    .filter((chunk) => /(elements\/engine\.part|source\/request-cache)\.js$/.test(chunk.facadeModuleId))
    .map(({ fileName }) => fileName);
  if (forData.length !== 2) throw new Error('The chunks of the engine and of the requests are not where they were.');
  return { atOnce: loadedBy(entries), withData: loadedBy([...entries, ...forData]) };
}

const script = gzipped(readFileSync('dist/cdn/kpi-elements.js'));
const parts = readdirSync('dist/cdn/parts').map((file) => ({
  file,
  size: gzipped(readFileSync(`dist/cdn/parts/${file}`)),
}));
/** A page's data come from one platform, if any: the biggest counts. */
const isPlatform = ({ file }) => file.startsWith('platform-');
const platform = Math.max(0, ...parts.filter(isPlatform).map(({ size }) => size));
const common = parts.filter((part) => !isPlatform(part)).reduce((sum, { size }) => sum + size, 0);
const card = await bundled('kpi-elements/define/kpi-card');
const sizes = {
  'CDN module file': script,
  'the same with all its parts, for all six tags and any data': script + common + platform,
  "card alone in a consumer's bundle": card.atOnce,
  'the same with what reads and evaluates data': card.withData,
};

const limits = JSON.parse(readFileSync(limitsFile, 'utf8'));
if (process.argv.includes('--lower')) {
  for (const [name, size] of Object.entries(sizes))
    limits[name] = Math.min(limits[name], Math.ceil(size / step) * step);
  writeFileSync(limitsFile, `${JSON.stringify(limits, null, 2)}\n`);
}
const bytes = new Intl.NumberFormat('en');
for (const { file, size } of parts) console.log(`parts/${file}: ${bytes.format(size)} bytes gzipped`);
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
