import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { answeredCube } from '../../../src/core/evaluate/answered-cube.js';
import { cubeQuestion } from '../../../src/core/evaluate/cube-question.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';

const readme = readFileSync(resolve(import.meta.dirname, '../../../README.md'), 'utf8');
const code = /^A whole server.*?```js\n(.*?)```/ms.exec(readme)![1]!;

const channels = ['email', 'direct', "pop-up, bee's", undefined];
/** Orders of two months, by customers who come back and by guests. */
const orders = Array.from({ length: 80 }, (_, nth) => ({
  placedAt: `2026-${nth % 2 ? '10' : '11'}-${String(1 + ((nth * 3) % 20)).padStart(2, '0')}T${10 + (nth % 9)}:30`,
  channel: channels[(nth * 7) % 4],
  device: nth % 3 ? 'mobile' : 'desktop',
  customerId: nth % 10 === 9 ? undefined : `c${(nth * nth) % 23}`,
  revenue: 100 + ((nth * 37) % 211) / 4,
}));

const shop = { timeZone: 'Europe/Copenhagen', currency: 'DKK', asOf: '2026-11-20' };
const fromRows = createDataset(
  { orders: orders.map(({ revenue, ...order }, nth) => ({ orderId: nth, grossSales: revenue, ...order })) },
  shop,
);

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

describe("the README's server", () => {
  const folder = mkdtempSync(join(tmpdir(), 'cube-server-'));
  let server: ChildProcess;
  let address: string;

  beforeAll(async () => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'server.js'), code);
    writeFileSync(join(folder, 'orders.js'), `export const orders = ${JSON.stringify(orders)};`);
    const port = await freePort();
    address = `http://127.0.0.1:${port}/cube`;
    server = spawn(process.execPath, ['server.js'], { cwd: folder, env: { ...process.env, PORT: String(port) } });
    for (let tries = 0; tries < 400; tries++) {
      if (await fetch(address).catch(() => undefined)) return;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error('The server does not start.');
  }, 30_000);
  afterAll(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  /** What it answers to the question of a figure, and that figure. */
  async function asked(question: KpiQuestion, method = 'GET') {
    const needed = cubeQuestion(createDataset({}, shop), (dataset) => evaluateKpi(dataset, question))!;
    const query = new URLSearchParams(Object.entries(needed).map(([name, value]) => [name, String(value)]));
    const response = await (method === 'GET'
      ? fetch(`${address}?${query}`)
      : fetch(address, { method, body: JSON.stringify(needed) }));
    const answer: unknown = await response.json();
    return { answer, figure: async () => evaluateKpi(await loadDataset(answeredCube(answer, needed)), question) };
  }

  test.each<KpiQuestion>([
    { kpi: 'average-order-value', period: 'this-month' },
    { kpi: 'order-count', period: 'last-28-days', by: 'channel' },
    { kpi: 'order-count', period: 'last-28-days', where: 'device=mobile' },
    { kpi: 'repeat-purchase-rate', period: 'last-28-days', by: 'channel' },
    // The days before the first order are not known.
    { kpi: 'order-count', period: '2026-10-08/2026-10-20', compare: 'previous-period' },
    { kpi: 'order-count', period: '2026-09-20/2026-10-05' },
    { kpi: 'order-count', period: 'this-month', where: `channel!=email,'pop-up, bee''s'` },
    { kpi: 'purchase-frequency', period: 'last-28-days', grain: 'week', compare: 'previous-period' },
    { kpi: 'purchase-frequency', period: 'this-month', by: 'channel', where: 'device=desktop' },
    { kpi: 'order-count', period: 'this-month', where: 'channel=fax' },
  ])('gives what the rows give: %j', async (question) => {
    for (const method of ['GET', 'POST']) {
      const { figure } = await asked(question, method);
      const { value, series, segments, comparisons } = await figure();
      const expected = evaluateKpi(fromRows, question);
      const plain = (each: typeof segments) => each.map((one) => [one.key, one.value]);
      expect([value, plain(segments)]).toEqual([expected.value, plain(expected.segments)]);
      expect(series.map((point) => point.value)).toEqual(expected.series.map((point) => point.value));
      expect(comparisons.map((one) => one.value)).toEqual(expected.comparisons.map((one) => one.value));
      expect(value).not.toBe(undefined);
    }
  });

  test('says what it does not have, and what it cannot', async () => {
    const { figure } = await asked({ kpi: 'website-traffic', period: 'this-month' });
    expect((await figure()).reason).toEqual({ code: 'no-data', measure: 'sessions' });
    const { answer } = await asked({ kpi: 'order-count', period: 'this-month', where: 'country=DK' });
    expect(answer).toEqual({ error: 'There is no dimension country' });
  });
});
