import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchPart } from '../../src/embed/fetch-part.js';

let folder: string;
const addressOf = (file: string) => pathToFileURL(join(folder, file));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kpi-elements-parts-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const squares = 'export default ([base]) => ({ square: base * base, own: {} });';

it('is made once, of what the script shares', async () => {
  await writeFile(join(folder, 'once.mjs'), squares);
  const fetchOnce = () => fetchPart<{ square: number; own: object }>(addressOf('once.mjs'), () => [3]);
  const [first, second] = await Promise.all([fetchOnce(), fetchOnce()]);
  expect(first.square).toBe(9);
  expect(second).toBe(first);
  expect(await fetchOnce()).toBe(first);
});

it('names what is not there, and fetches it once it is', async () => {
  const fetchLate = () => fetchPart<{ square: number }>(addressOf('late.mjs'), () => [4]);
  await expect(fetchLate()).rejects.toThrow(`${addressOf('late.mjs').href} cannot be fetched.`);
  await expect(fetchLate()).rejects.toThrow('cannot be fetched');
  await writeFile(join(folder, 'late.mjs'), squares);
  expect((await fetchLate()).square).toBe(16);
});

it('is made of another part too, and tells which of the two is not there', async () => {
  await writeFile(join(folder, 'sum.mjs'), 'export default ([one], [two]) => ({ sum: one + two });');
  const fetchOther = () => fetchPart<{ shared: readonly number[] }>(addressOf('other.mjs'), () => []);
  const fetchSum = () => fetchPart<{ sum: number }>(addressOf('sum.mjs'), () => [1], fetchOther());
  await expect(fetchSum()).rejects.toThrow(`${addressOf('other.mjs').href} cannot be fetched.`);
  await writeFile(join(folder, 'other.mjs'), 'export default () => ({ shared: [2] });');
  expect((await fetchSum()).sum).toBe(3);
});
