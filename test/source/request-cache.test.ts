import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSource } from '../../src/source/request-cache.js';
import type { Source, SourceQuestion } from '../../src/source/request-cache.js';

interface Pending {
  readonly request: Request;
  answer(orders: number): void;
  fail(): void;
}

/** Requests in the order they were made, each waiting to be answered. */
let pending: Pending[] = [];
let held: Source[] = [];
let shop = 0;
let question: SourceQuestion;

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 5));

function open(asked: SourceQuestion = question, options?: { fresh?: boolean }): Source {
  const source = openSource(asked, options);
  held.push(source);
  return source;
}

beforeEach(() => {
  pending = [];
  held = [];
  // The cache is the page's own, so each test asks another address.
  question = { address: `/shop-${++shop}.json`, base: 'https://shop.example/' };
  vi.stubGlobal(
    'fetch',
    (request: Request) =>
      new Promise<Response>((resolve, reject) => {
        const answer = (orders: number) => resolve(new Response(`date,orders\n2026-11-01,${orders}\n`));
        const fail = () => reject(new TypeError('Failed to fetch'));
        pending.push({ request, answer, fail });
      }),
  );
});

afterEach(async () => {
  for (const source of held) source.release();
  await nextTask();
  vi.unstubAllGlobals();
});

describe('identical requests', () => {
  test('of many widgets are made and read once, and share one data set', async () => {
    const sources = [open(), open(), open()];
    await nextTask();
    expect(pending.length).toBe(1);
    pending[0]!.answer(41);
    const [first, ...others] = await Promise.all(sources.map(({ dataset }) => dataset));
    expect(first!.report.tables).toMatchObject([{ table: 'dailyMeasures', rows: 1 }]);
    expect(others).toEqual([first, first]);
    expect(others.every((other) => other === first)).toBe(true);
    expect(await open().dataset).toBe(first);
    expect(pending.length).toBe(1);
  });

  const hook = (request: Request) => request;
  const prepare = (row: object) => row;

  test.each<[string, Partial<SourceQuestion>, Partial<SourceQuestion>]>([
    ['hook', { request: hook }, { request: (request) => request }],
    ['hook and none', { request: hook }, {}],
    ['prepare', { options: { prepare } }, { options: { prepare: (row) => row } }],
    ['format', { options: { format: 'csv' } }, {}],
    ['table', { options: { table: 'dailyMeasures' } }, {}],
    ['map', { options: { map: '{"orders":"orders"}' } }, {}],
    ['currency', { options: { currency: 'DKK' } }, { options: { currency: 'SEK' } }],
    ['query', { address: '/a.json?page=1' }, { address: '/a.json?page=2' }],
  ])('differ by %s', async (_, one, other) => {
    open({ ...question, ...one });
    open({ ...question, ...other });
    open({ ...question, ...one });
    await nextTask();
    expect(pending.length).toBe(2);
  });

  test('are the same however they are written', async () => {
    open({ ...question, options: { format: 'csv', currency: 'DKK', table: undefined } });
    open({
      ...question,
      address: `https://shop.example${question.address}`,
      options: { currency: 'DKK', format: 'csv' },
    });
    await nextTask();
    expect(pending.length).toBe(1);
  });
});

describe('letting go', () => {
  test('the request stops only with its last holder', async () => {
    const [first, second] = [open(), open()];
    await nextTask();
    first.release();
    first.release();
    await nextTask();
    expect(pending[0]!.request.signal.aborted).toBe(false);
    second.release();
    await nextTask();
    expect(pending[0]!.request.signal.aborted).toBe(true);
    await expect(second.dataset).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('a widget that is moved in the page does not ask again', async () => {
    const before = open();
    await nextTask();
    before.release();
    open();
    await nextTask();
    expect(pending.length).toBe(1);
    expect(pending[0]!.request.signal.aborted).toBe(false);
  });

  test('what nobody holds is not kept', async () => {
    const source = open();
    await nextTask();
    pending[0]!.answer(1);
    await source.dataset;
    source.release();
    await nextTask();
    open();
    await nextTask();
    expect(pending.length).toBe(2);
  });
});

test('a failure reaches every widget and is not kept', async () => {
  const sources = [open(), open()];
  await nextTask();
  pending[0]!.fail();
  for (const { dataset } of sources) await expect(dataset).rejects.toMatchObject({ code: 'unreachable' });
  const again = open();
  await nextTask();
  pending[1]!.answer(1);
  expect((await again.dataset).report.tables).toHaveLength(1);
});

test('a bad address is a rejection, and nothing is fetched', async () => {
  await expect(open({ address: '/a?token=1', base: 'https://shop.example' }).dataset).rejects.toMatchObject({
    code: 'secret-in-address',
  });
  expect(pending.length).toBe(0);
});

describe('refresh', () => {
  test('asks anew, and once for all widgets of the same task', async () => {
    open();
    await nextTask();
    open(question, { fresh: true });
    open(question, { fresh: true });
    await nextTask();
    expect(pending.length).toBe(2);
    open(question, { fresh: true });
    await nextTask();
    expect(pending.length).toBe(3);
  });

  test('an older answer, or failure, that comes later replaces nothing', async () => {
    const oldest = open();
    await nextTask();
    const old = open(question, { fresh: true });
    await nextTask();
    const fresh = open(question, { fresh: true });
    await nextTask();
    pending[2]!.answer(3);
    const newest = await fresh.dataset;
    pending[0]!.answer(1);
    pending[1]!.fail();
    expect(await oldest.dataset).not.toBe(newest);
    await expect(old.dataset).rejects.toMatchObject({ code: 'unreachable' });
    oldest.release();
    await nextTask();
    expect(await open().dataset).toBe(newest);
    expect(pending.length).toBe(3);
  });
});
