/**
 * Writes the data of the demo's shop: demo/nordic-shop/data/shop.json, always the same.
 *
 *   node scripts/nordic-shop.mjs
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const folder = fileURLToPath(new URL('../demo/nordic-shop/', import.meta.url));

/** Makes the shop anew. @returns {Promise<string>} the file */
export async function writeNordicShop() {
  const { module } = await runnerImport(`${folder}shop.ts`, { configFile: false, logLevel: 'warn' });
  const file = `${folder}data/shop.json`;
  await mkdir(`${folder}data`, { recursive: true });
  await writeFile(file, JSON.stringify(module.nordicShop()));
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeNordicShop();
