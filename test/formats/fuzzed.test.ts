import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KpiError } from '../../src/core/error.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import type { DataInput, LoadOptions } from '../../src/formats/load-dataset.js';

const orders = [
  { orderId: 'A1', placedAt: '2026-11-01T10:00:00Z', grossSales: 100.5, currency: 'DKK', channel: 'email' },
  { orderId: 'A2', placedAt: '2026-11-02', grossSales: 20, currency: 'DKK', channel: 'sms' },
];
const header = 'orderId,placedAt,grossSales,currency,channel';
const day = { nb_visits: 3, nb_uniq_visitors: 2, bounce_count: 1, sum_visit_length: 90 };

/** What can be read, of every kind of text. */
const texts: Readonly<Record<string, string>> = {
  json: JSON.stringify({ currency: 'DKK', timeZone: 'Europe/Copenhagen', orders }),
  rows: JSON.stringify(orders),
  columns: JSON.stringify({ orderId: ['A1'], placedAt: ['2026-11-01'], grossSales: [100.5] }),
  ndjson: orders.map((order) => JSON.stringify(order)).join('\n'),
  csv: `${header}\nA1,2026-11-01T10:00:00Z,100.5,DKK,email\n"A2",2026-11-02,"20",DKK,"s""ms"\n`,
  'csv with decimal commas': `${header.replaceAll(',', ';')}\r\nA1;01.11.2026;100,50;DKK;email\r\nA2;02.11.2026;1.020,00;DKK;sms\r\n`,
  xml: `<?xml version="1.0"?><results><result date="2026-11-01">${Object.entries(day)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</result></results>`,
  matomo: JSON.stringify({ '2026-11-01': day, '2026-11-02': day }),
  cube: JSON.stringify({
    ...{ kind: 'kpi-cube', version: 1, timeZone: 'UTC', asOf: '2026-11-02', by: [] },
    buckets: [{ start: '2026-11-01', orders: 2 }],
    windows: [],
  }),
};

/** What means something to a parser, or to an object. */
const piece = fc.oneof(
  fc.constantFrom(...',;|\t\n\r"\'\\{}[]:<>&/=-+.0eE\uFEFF\0\ud800\udfff'),
  fc.constantFrom(
    '\r\n',
    '""',
    '__proto__',
    'constructor',
    'toString',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&valueOf;',
  ),
  fc.constantFrom(
    'null',
    '1e999',
    '9'.repeat(400),
    '1.234,56',
    '2026-02-31',
    '٣',
    '{"a":'.repeat(200),
    '<a>'.repeat(200),
  ),
  fc.string(),
);

/** A text that can be read, cut or with pieces put in up to four places; or pieces alone. */
const text = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.values(texts)), fc.array(fc.tuple(fc.nat(), fc.nat(9), piece), { maxLength: 4 }))
      .map(([sample, changes]) =>
        changes.reduce((all, [at, drop, put]) => {
          const place = at % (all.length + 1);
          return all.slice(0, place) + put + all.slice(place + drop);
        }, sample),
      ),
    weight: 4,
  },
  { arbitrary: fc.array(piece).map((pieces) => pieces.join('')), weight: 1 },
);

const formats = ['auto', 'json', 'ndjson', 'csv', 'table', 'shopify', 'matomo', 'zendesk', 'klaviyo', 'google-ads'];

/** Whether data came of it, and not a KpiError. @throws whatever else came */
async function isData(input: DataInput, options: LoadOptions): Promise<boolean> {
  try {
    const dataset = await loadDataset(input, { timeZone: 'UTC', asOf: 'latest', ...options });
    const { value } = evaluateKpi(dataset, { kpi: 'order-count', period: 'all' });
    expect(value === undefined || Number.isFinite(value)).toBe(true);
    return dataset.report.tables.some(({ rows }) => rows > 0);
  } catch (error) {
    expect(error).toBeInstanceOf(KpiError);
    expect((error as KpiError).message.length).toBeLessThan(10_000);
    return false;
  }
}

describe('law: whatever comes is data or a KpiError, and changes no object', () => {
  let before: readonly string[];
  let taken = 0;
  beforeEach(() => {
    before = Object.getOwnPropertyNames(Object.prototype);
    taken = 0;
  });
  afterEach(() => {
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    // A law that refuses everything would say nothing.
    expect(taken).toBeGreaterThan(20);
  });

  it('text, of any format', async () => {
    const property = fc.asyncProperty(text, fc.constantFrom(...formats), async (input, format) => {
      if (await isData(input, { format })) taken++;
    });
    await fc.assert(property, { numRuns: 1500 });
  }, 120_000);

  it('bytes, wherever they are cut', async () => {
    const property = fc.asyncProperty(text, fc.uint8Array({ maxLength: 3 }), fc.nat(), async (input, stray, at) => {
      const bytes = [...new TextEncoder().encode(input)];
      const place = at % (bytes.length + 1);
      const body = Uint8Array.from([...bytes.slice(0, place), ...stray, ...bytes.slice(place)]);
      if (await isData(body, {})) taken++;
    });
    await fc.assert(property, { numRuns: 500 });
  }, 120_000);

  it('HTML tables', async () => {
    const columns = header.split(',');
    const good = fc.constantFrom(
      ['A1', '1. nov. 2026', '12', 'DKK', 'email'],
      ['A2', '2026-11-02', '1.234,56 kr.', '', ''],
    );
    const stray = fc.oneof(fc.constantFrom('__proto__', 'constructor', '', '−3', '5 %', '1,5', '2026-11-01'), piece);
    const changed = (cells: fc.Arbitrary<readonly string[]>) =>
      fc
        .tuple(cells, fc.array(fc.tuple(fc.nat(5), stray), { maxLength: 2 }))
        .map(([row, changes]) => changes.reduce((all, [at, cell]) => all.with(at % all.length, cell), row));
    const table = fc.record({
      headers: fc.oneof({ arbitrary: fc.constant(columns), weight: 3 }, changed(fc.constant(columns)), fc.array(stray)),
      rows: fc.array(fc.oneof(changed(good), fc.array(stray)), { maxLength: 5 }),
    });
    const property = fc.asyncProperty(
      table,
      fc.constantFrom('orders', 'dailyMeasures', undefined),
      async (input, rows) => {
        if (await isData(input, rows === undefined ? {} : { table: rows })) taken++;
      },
    );
    await fc.assert(property, { numRuns: 1500 });
  }, 120_000);
});

describe('NDJSON', () => {
  const lines = orders.map((order) => JSON.stringify(order));
  const rowsOf = async (input: DataInput) => (await loadDataset(input)).report.tables;

  it.each([
    ['blank lines', `\n\n${lines.join('\n\n \n')}\n\n`],
    ['a byte order mark', `\uFEFF${lines.join('\n')}\n`],
    ['carriage returns', `${lines.join('\r\n')}\r\n`],
    ['no line end', lines.join('\n')],
    ['a mark, blank lines and carriage returns', `\uFEFF\r\n${lines.join('\r\n\r\n')}\r\n \r\n`],
  ])('with %s', async (_, input) => {
    expect(await rowsOf(input)).toMatchObject([{ table: 'orders', rows: 2, refused: 0 }]);
    expect(await rowsOf(new TextEncoder().encode(input))).toMatchObject([{ table: 'orders', rows: 2, refused: 0 }]);
  });

  it.each([
    ['cut off', `${lines.join('\n')}\n${lines[0]!.slice(0, 30)}`, { line: 3, position: 30, truncated: true }],
    ['no JSON', `${lines.join('\r\n')}\r\n\r\noops\r\n`, { line: 4, position: 0 }],
  ])('whose last line is %s is refused by it', async (_, input, details) => {
    await expect(rowsOf(input)).rejects.toMatchObject({ code: 'malformed-data', details });
  });
});
