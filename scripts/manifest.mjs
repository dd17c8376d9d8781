/**
 * Writes custom-elements.json from the elements' sources.
 *
 *   node scripts/manifest.mjs            writes it
 *   node scripts/manifest.mjs --check    fails when the committed one says something else
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const file = 'custom-elements.json';
const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
execFileSync('npx', ['cem', 'analyze', '--quiet'], { stdio: 'pipe' });

if (process.argv.includes('--check') && readFileSync(file, 'utf8') !== committed) {
  writeFileSync(file, committed);
  console.error(`${file} is out of date: npm run analyze`);
  process.exitCode = 1;
}
