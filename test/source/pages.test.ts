import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextPage, pagesAfter, readPages } from '../../src/source/pages.js';
import type { Page } from '../../src/source/pages.js';

const here = new URL('https://shop.example/api/orders?limit=2');
const next = (value: unknown, link: string | null = null) => nextPage(value, link, here)?.href;

describe('the next page', () => {
  test.each<[string, unknown, string | null]>([
    ['a Link header', [], '<https://shop.example/p2>; rel="next"'],
    ['among others', [], '<https://shop.example/p0>; rel="prev", <https://shop.example/p2>; rel="next"'],
    ['with more parameters', [], '<https://shop.example/p2>; title="a; rel=prev, b"; rel=next'],
    ['of several relations', [], '<https://shop.example/p2>; rel="last next"'],
    ['relative', [], '</p2>; rel=next'],
    ['next', { next: '/p2' }, null],
    ['next_page', { tickets: [], next_page: 'https://shop.example/p2' }, null],
    ['links.next', { links: { next: '/p2' } }, null],
    ['_links.next.href', { _links: { next: { href: '/p2' } } }, null],
    ['paging.next', { paging: { next: '/p2' } }, null],
    ['@odata.nextLink', { '@odata.nextLink': '/p2' }, null],
  ])('by %s', (_, value, link) => {
    expect(next(value, link)).toBe('https://shop.example/p2');
  });

  test('by a query', () => {
    expect(next({ next: '?limit=2&page=2' })).toBe('https://shop.example/api/orders?limit=2&page=2');
  });

  test('by the last record, of Stripe', () => {
    const list = { object: 'list', has_more: true, data: [{ id: 'ch_1' }, { id: 'ch_2' }] };
    expect(next(list)).toBe('https://shop.example/api/orders?limit=2&starting_after=ch_2');
    expect(next({ ...list, has_more: false })).toBeUndefined();
    expect(next({ ...list, data: [] })).toBeUndefined();
  });

  test.each<[string, unknown, string | null]>([
    ['nothing', [], null],
    ['another relation', [], '<https://shop.example/p0>; rel="nextish prev"'],
    ['a title', [], '<https://shop.example/p0>; title="rel=next"'],
    ['null', { next: null }, null],
    ['a token that is no address', { next: 'eyJwYWdlIjoyfQ==' }, null],
    ['something inherited', Object.create({ next: '/p2' }) as object, null],
  ])('there is none by %s', (_, value, link) => {
    expect(next(value, link)).toBeUndefined();
  });
});

/** A server with these pages, told by their path and query; counts what is asked. */
function server(pages: Readonly<Record<string, Page>>) {
  const asked: string[] = [];
  const ask = ({ pathname, search }: URL): Promise<Page> => {
    asked.push(pathname + search);
    return Promise.resolve(pages[pathname + search]!);
  };
  return { asked, ask };
}
const linking = (value: unknown, to?: string): Page => ({ value, link: to ? `<${to}>; rel="next"` : null });

describe('all pages', () => {
  test('of a list are one list', async () => {
    const { ask, asked } = server({ '/p2': linking([3], '/p3'), '/p3': linking([4, 5]) });
    expect(await readPages(here, linking([1, 2], '/p2'), ask)).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual(['/p2', '/p3']);
  });

  test('of lists in an object are what one answer would be', async () => {
    const first = { payload: { Orders: [1], NextToken: 'a' }, next: '/p2', count: 3 };
    const last = { payload: { Orders: [2, 3] }, next: null, count: 3 };
    const { ask } = server({ '/p2': { value: last, link: null } });
    expect(await readPages(here, { value: first, link: null }, ask)).toEqual({
      payload: { Orders: [1, 2, 3] },
      next: null,
      count: 3,
    });
  });

  test('a page without the list takes nothing away and adds nothing', async () => {
    const { ask } = server({ '/p2': linking({ orders: [2] }) });
    expect(await readPages(here, linking({}, '/p2'), ask)).toEqual({ orders: [2] });
  });

  test('a name that means something to objects is a name', async () => {
    const value: unknown = JSON.parse('{"__proto__":[2]}');
    const { ask } = server({ '/p2': linking(value) });
    const whole = (await readPages(here, linking(JSON.parse('{"__proto__":[1]}'), '/p2'), ask)) as object;
    expect(Object.getPrototypeOf(whole)).toBe(Object.prototype);
    expect(Object.entries(whole)).toEqual([['__proto__', [1, 2]]]);
  });

  test.each<[string, string, RegExp]>([
    ['to another origin', 'https://evil.example/p2', /at https:\/\/evil\.example/],
    ['to another port', 'https://shop.example:8443/p2', /8443/],
    ['back to themselves', '/api/orders?limit=2', /circle/],
    ['back to themselves, by another fragment', '/api/orders?limit=2#2', /circle/],
    ['round', '/p2', /circle/],
  ])('that lead %s are incomplete', async (_, to, message) => {
    const { ask } = server({ '/p2': linking([], '/p3'), '/p3': linking([], '/p2') });
    await expect(readPages(here, linking([], to), ask)).rejects.toMatchObject({ code: 'incomplete-data' });
    await expect(readPages(here, linking([], to), ask)).rejects.toThrow(message);
  });

  test('without end are incomplete after a thousand', async () => {
    let count = 1;
    const ask = () => Promise.resolve(linking([], `/p${++count}`));
    await expect(readPages(here, linking([], '/p1'), ask)).rejects.toMatchObject({ details: { pages: 1000 } });
    expect(count).toBe(1000);
  });

  test('hold every record once, in order, wherever they are cut', async () => {
    const lists = fc.array(fc.array(fc.jsonValue(), { maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lists, async (cut) => {
        const page = (at: number) => linking({ rows: cut[at] }, at + 1 < cut.length ? `/${at + 1}` : undefined);
        const whole = await readPages(here, page(0), ({ pathname }) =>
          Promise.resolve(page(Number(pathname.slice(1)))),
        );
        expect(whole).toEqual({ rows: cut.flat() });
      }),
    );
  });
});

test('pages of text are asked for one by one, and no further than they are read', async () => {
  const { ask, asked } = server({
    '/p2': linking('two', '/p3'),
    '/p3': linking('three', '/p4'),
    '/p4': linking('four'),
  });
  const texts: unknown[] = [];
  for await (const { value } of pagesAfter(here, linking('one', '/p2'), ask)) {
    texts.push(value);
    if (texts.length === 2) break;
  }
  expect(texts).toEqual(['two', 'three']);
  expect(asked).toEqual(['/p2', '/p3']);
});
