import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KpiError } from '../../src/core/error.js';
import { readJsonAnswer, readTextAnswer } from '../../src/formats/json-text.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import { openSource } from '../../src/source/request-cache.js';
import type { Source, SourceQuestion } from '../../src/source/request-cache.js';

const reader = Promise.resolve({ loadDataset, readJsonAnswer, readTextAnswer });

interface Pending {
  readonly request: Request;
  answer(orders: number): void;
  say(body: unknown, init?: ResponseInit): void;
  fail(): void;
}

/** Requests in the order they were made, each waiting to be answered. */
let pending: Pending[] = [];
let held: Source[] = [];
let shop = 0;
let question: SourceQuestion;

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 5));

function open(asked: SourceQuestion = question, options?: { fresh?: boolean }): Source {
  const source = openSource(asked, reader, options);
  held.push(source);
  return source;
}

beforeEach(() => {
  pending = [];
  held = [];
  // The cache is the page's own, so each test asks another address.
  question = { address: `/shop-${++shop}.json`, base: 'https://shop.example/' };
  // Offline nothing is asked again: a failure is final. Other tests say how long what fails is asked for.
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal(
    'fetch',
    (request: Request) =>
      new Promise<Response>((resolve, reject) => {
        const answer = (orders: number) => resolve(new Response(`date,orders\n2026-11-01,${orders}\n`));
        const say = (body: unknown, init?: ResponseInit) =>
          resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), init));
        const fail = () => reject(new TypeError('Failed to fetch'));
        pending.push({ request, answer, say, fail });
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

describe('what fails and may pass', () => {
  const rows = [{ date: '2026-11-01', orders: 41 }];
  /** Time passes quickly, but a part of the library is fetched in its own time. */
  async function pass(milliseconds: number): Promise<void> {
    for (let step = 0; step < 20; step++) {
      await vi.advanceTimersByTimeAsync(milliseconds / 20);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  beforeEach(async () => {
    vi.stubGlobal('navigator', { onLine: true });
    await import('../../src/source/persistence.part.js');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(async () => {
    for (const source of held) source.release();
    await pass(20);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  test('is asked again, for all widgets at once', async () => {
    const sources = [open(), open()];
    await pass(20);
    pending[0]!.fail();
    await pass(1000);
    expect(pending.length).toBe(2);
    pending[1]!.say('', { status: 500 });
    await pass(2000);
    pending[2]!.say(rows);
    const [first, second] = await Promise.all(sources.map(({ dataset }) => dataset));
    expect(first).toBe(second);
    expect(pending.length).toBe(3);
  });

  test('is given up after the fourth attempt', async () => {
    const { dataset } = open();
    const outcome = expect(dataset).rejects.toMatchObject({ code: 'bad-answer', details: { status: 502 } });
    for (let attempt = 0; attempt < 4; attempt++) {
      await pass(4000);
      pending[attempt]!.say('', { status: 502 });
    }
    await pass(60_000);
    await outcome;
    expect(pending.length).toBe(4);
  });

  test.each([
    [400, undefined],
    [404, 'not-found'],
    [410, 'not-found'],
    [501, 'fault'],
    [503, 'fault'],
  ])('status %d tells what there is instead of data: %s', async (status, instead) => {
    const { dataset } = open();
    const outcome = dataset.then(() => undefined).catch((error: unknown) => error);
    for (let attempt = 0; attempt < 4; attempt++) {
      await pass(4000);
      pending[attempt]?.say('', { status });
    }
    await pass(60);
    const { code, details } = (await outcome) as KpiError;
    expect([code, details['status'], details['instead']]).toEqual(['bad-answer', status, instead]);
  });

  test('is not asked again once nobody holds it', async () => {
    const source = open();
    const outcome = expect(source.dataset).rejects.toMatchObject({ name: 'AbortError' });
    await pass(20);
    pending[0]!.fail();
    await pass(20);
    source.release();
    await pass(60_000);
    await outcome;
    expect(pending.length).toBe(1);
  });

  test('a token that is refused is renewed once', async () => {
    const tokens = ['old', 'new'];
    const request = vi.fn(
      (asked: Request) => new Request(asked, { headers: { authorization: tokens.shift() ?? 'none' } }),
    );
    const { dataset } = open({ ...question, request });
    await pass(20);
    pending[0]!.say('', { status: 401 });
    await pass(20);
    pending[1]!.say('', { status: 401 });
    await expect(dataset).rejects.toMatchObject({ code: 'denied', details: { status: 401 } });
    expect(pending.map(({ request: { headers } }) => headers.get('authorization'))).toEqual(['old', 'new']);
  });

  test('a pause that the server asks for is kept', async () => {
    const { dataset } = open();
    await pass(20);
    pending[0]!.say('', { status: 429, headers: { 'retry-after': '40' } });
    await pass(39_000);
    expect(pending.length).toBe(1);
    await pass(2000);
    pending[1]!.say(rows);
    expect((await dataset).report.tables).toHaveLength(1);
  });

  test('a pause too long to wait for is kept by every refresh, and by widgets that come later', async () => {
    const first = open();
    const outcome = expect(first.dataset).rejects.toMatchObject({ code: 'busy', details: { retryAfter: '300' } });
    await pass(20);
    pending[0]!.say('', { status: 429, headers: { 'retry-after': '300' } });
    await pass(20);
    await outcome;
    first.release();
    await pass(290_000);
    for (const again of [open(), open(question, { fresh: true })]) {
      await expect(again.dataset).rejects.toMatchObject({ code: 'busy' });
    }
    expect(pending.length).toBe(1);
    await pass(10_000);
    const { dataset } = open(question, { fresh: true });
    await pass(20);
    pending[1]!.say(rows);
    expect((await dataset).report.tables).toHaveLength(1);
  });

  test('an answer that Cube is still computing is asked for until it is there', async () => {
    const { dataset } = open();
    for (let attempt = 0; attempt < 5; attempt++) {
      await pass(1020);
      pending[attempt]!.say({ error: 'Continue wait' });
    }
    await pass(1020);
    pending[5]!.say(rows);
    expect((await dataset).report.tables).toHaveLength(1);
  });

  test('an error inside a success is none that passes', async () => {
    const { dataset } = open();
    await pass(20);
    pending[0]!.say({ data: null, errors: [{ message: 'No such field' }] });
    await expect(dataset).rejects.toMatchObject({ code: 'bad-answer', details: { reason: 'No such field' } });
    expect(pending.length).toBe(1);
  });

  const next = (path: string) => ({ headers: { link: `<${path}>; rel="next"` } });

  test('pages are one answer; a page that fails is asked again, the others are not', async () => {
    const { dataset } = open();
    await pass(20);
    pending[0]!.say(rows, next('/p2'));
    await pass(20);
    pending[1]!.fail();
    await pass(1000);
    pending[2]!.say([{ date: '2026-11-02', orders: 1 }], next('/p3'));
    await pass(20);
    pending[3]!.say([{ date: '2026-11-03', orders: 1 }]);
    expect((await dataset).report.tables).toMatchObject([{ rows: 3, first: '2026-11-01', last: '2026-11-03' }]);
    expect(pending.map(({ request: { url } }) => new URL(url).pathname).slice(1)).toEqual(['/p2', '/p2', '/p3']);
  });

  test('a page that stays away fails the whole after its own attempts', async () => {
    const { dataset } = open();
    const outcome = expect(dataset).rejects.toMatchObject({ code: 'unreachable' });
    await pass(20);
    pending[0]!.say(rows, next('/p2'));
    for (let attempt = 1; attempt < 5; attempt++) {
      await pass(4000);
      pending[attempt]!.fail();
    }
    await pass(60_000);
    await outcome;
    expect(pending.length).toBe(5);
  });

  test('pages of CSV are asked for in the same way', async () => {
    const { dataset } = open();
    await pass(20);
    pending[0]!.say('date,orders\n2026-11-01,1\n', next('/p2'));
    await pass(20);
    pending[1]!.fail();
    await pass(1000);
    pending[2]!.say('date,orders\n2026-11-02,2\n', next('/p3'));
    await pass(20);
    pending[3]!.say('date,orders\n2026-11-03,3\n');
    expect((await dataset).report.tables).toMatchObject([{ rows: 3, first: '2026-11-01', last: '2026-11-03' }]);
    expect(pending.map(({ request: { url } }) => new URL(url).pathname).slice(1)).toEqual(['/p2', '/p2', '/p3']);
  });

  test('pages of CSV at another origin are not asked for', async () => {
    const { dataset } = open();
    await pass(20);
    pending[0]!.say('date,orders\n2026-11-01,1\n', next('https://evil.example/p2'));
    await expect(dataset).rejects.toMatchObject({ code: 'incomplete-data' });
    expect(pending.length).toBe(1);
  });
});
