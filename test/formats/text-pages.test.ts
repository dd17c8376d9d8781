import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/formats/load-dataset.js';

const page = (body: string) => new Response(body, { headers: { link: '</p2>; rel="next"' } });

async function* each(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

/** Reads an answer whose further pages have these texts. */
const load = (first: string, ...further: readonly string[]) =>
  loadDataset(page(first), { further: () => each(further), timeZone: 'UTC' });

describe('pages of CSV', () => {
  it('are one table: each has the header, with or without a line end; an empty one has no rows', async () => {
    const { report } = await load(
      'date,orders\n2026-11-01,1\n2026-11-02,2',
      'date,orders\r\n2026-11-03,3\r\n',
      'date,orders\n',
      '\n',
      'date,orders\n2026-11-04,oops\n2026-11-05,5\n',
    );
    expect(report.tables).toMatchObject([
      { table: 'dailyMeasures', rows: 4, refused: 1, first: '2026-11-01', last: '2026-11-05', issues: [{ row: 4 }] },
    ]);
  });

  it.each([
    ['another column', 'date,sessions\n2026-11-02,2\n', ['date', 'sessions']],
    ['no header', '2026-11-02,2\n', ['2026-11-02', '2']],
    ['a web page', '<!doctype html><title>Log in</title>', ['<!doctype html><title>Log in</title>']],
  ])('are refused where one has %s', async (_, text, fields) => {
    await expect(load('date,orders\n2026-11-01,1\n', 'date,orders\n2026-11-03,3\n', text)).rejects.toMatchObject({
      ...{ code: 'incomplete-data', details: { page: 3, fields, expected: ['date', 'orders'] } },
    });
  });

  it('of an export of another system are read as one', async () => {
    const header = 'date,cost_micros,impressions,clicks';
    const { report } = await load(`${header}\n2026-11-01,1000000,10,1\n`, `${header}\n2026-11-02,2000000,20,2\n`);
    expect(report.tables).toMatchObject([{ table: 'adSpend', rows: 2, last: '2026-11-02' }]);
  });
});

describe('pages of NDJSON', () => {
  const row = (day: number) => JSON.stringify({ date: `2026-11-0${day}`, orders: day });

  it('are one text, whether or not they end with a line end', async () => {
    const { report } = await load(`${row(1)}\n${row(2)}`, `${row(3)}\n`, '', row(4));
    expect(report.tables).toMatchObject([{ rows: 4, last: '2026-11-04' }]);
  });

  it('count their lines over all pages', async () => {
    await expect(load(`${row(1)}\n${row(2)}\n`, `${row(3)}\noops`)).rejects.toMatchObject({
      ...{ code: 'malformed-data', details: { line: 5 } },
    });
  });
});

it('a page is refused where nothing asks for the next one', async () => {
  await expect(loadDataset(page('date,orders\n2026-11-01,1\n'))).rejects.toMatchObject({ code: 'incomplete-data' });
});

it('a range that names the next page is the first of them', async () => {
  const first = page('date,orders\n2026-11-01,1\n');
  first.headers.set('content-range', 'items 0-0/2');
  const { report } = await loadDataset(first, {
    further: () => each(['date,orders\n2026-11-02,2\n']),
    timeZone: 'UTC',
  });
  expect(report.tables).toMatchObject([{ rows: 2 }]);
});

it('law: rows are read once and in order, wherever they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }), async (lengths) => {
      let order = 0;
      const pages = lengths.map((length) => {
        const rows = Array.from({ length }, () => `A${++order},2026-11-01,${order}`);
        return ['orderId,placedAt,grossSales', ...rows].join('\n');
      });
      const { report } = await load(pages[0]!, ...pages.slice(1));
      expect(report.tables[0]?.rows ?? 0).toBe(order);
    }),
    { numRuns: 50 },
  );
});
