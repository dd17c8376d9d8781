import { describe, expect, test } from 'vitest';
import type { CubeQuestion } from '../../src/core/evaluate/cube-question.js';
import { cubeRequest } from '../../src/source/cube-request.js';
import type { RequestHook } from '../../src/source/endpoint.js';

const question: CubeQuestion = {
  ...{
    measures: ['orderRevenue', 'orders'],
    windows: ['2026-09-03/2026-09-30', '2026-10-01/2026-10-28'],
    grain: 'day',
  },
  ...{ by: ['channel'], where: 'device=mobile', timeZone: 'Europe/Copenhagen', asOf: '2026-11-20' },
};
const base = 'https://shop.example/pages/index.html';
const put = (
  address: string,
  asked: Partial<CubeQuestion> = {},
  hook?: RequestHook,
  posts = new Map<string, RequestHook>(),
) => cubeRequest(address, base, { ...question, ...asked }, hook, posts);
const days = Array.from({ length: 400 }, (_, nth) => `2026-01-01/${2026 + nth}-01-01`);

describe('the address of a cube question', () => {
  test('is the one that the contract shows', () => {
    expect(put('/cube').address).toBe(
      'https://shop.example/cube?measures=orderRevenue,orders&windows=2026-09-03/2026-09-30,2026-10-01/2026-10-28' +
        '&grain=day&by=channel&where=device%3Dmobile&timeZone=Europe/Copenhagen&asOf=2026-11-20',
    );
  });

  test.each([
    ['cube?shop=7&q=a+b%20c', 'https://shop.example/pages/cube?shop=7&q=a+b%20c&measures='],
    ['https://data.example/?#top', 'https://data.example/?measures='],
    // A name of the question's is the question's.
    ['/cube?by=city&shop=7', 'https://shop.example/cube?shop=7&measures='],
  ])('keeps what %s says', (address, expected) => {
    expect(put(address).address.startsWith(expected)).toBe(true);
    expect(new URL(put(address).address).searchParams.getAll('by')).toEqual(['channel']);
  });

  test.each([`campaign='a & b',"it's #1",100%,50+50`, 'country=日本,Ærø', `campaign='= ? / \\'`])(
    'carries %s unharmed',
    (where) => {
      const { searchParams } = new URL(put('/cube', { where }).address);
      expect(searchParams.get('where')).toBe(where);
      expect(searchParams.get('asOf')).toBe('2026-11-20');
    },
  );

  test('leaves out what is not asked', () => {
    expect([...new URL(put('/cube', { by: [], where: '' }).address).searchParams.keys()]).toEqual([
      ...['measures', 'windows', 'grain', 'timeZone', 'asOf'],
    ]);
  });

  test('that cannot be read is handed on', () => {
    expect(put('http://[')).toEqual({ address: 'http://[', request: undefined });
  });
});

describe('a cube question that is too long for an address', () => {
  test('is the JSON of a request by POST, which the hook of the page sees', async () => {
    const seen: Request[] = [];
    const hook: RequestHook = (request) => {
      seen.push(request);
      return new Response('{}');
    };
    const { address, request } = put('/cube?shop=7', { windows: days }, hook);
    expect(address).toBe('https://shop.example/cube?shop=7');
    await request!(new Request(address, { headers: { accept: 'application/json' } }));
    const [post] = seen;
    expect([post!.method, post!.headers.get('content-type'), post!.headers.get('accept')]).toEqual([
      ...['POST', 'application/json', 'application/json'],
    ]);
    expect(await post!.json()).toEqual({ ...question, windows: days });
  });

  test('is the same request for the same question, and another for another', () => {
    const posts = new Map<string, RequestHook>();
    const hooks = [days, days, [...days, '2025-01-01/2025-01-02']].map(
      (windows) => put('/cube', { windows }, undefined, posts).request,
    );
    expect(hooks[0]).toBe(hooks[1]);
    expect(hooks[0]).not.toBe(hooks[2]);
  });
});
