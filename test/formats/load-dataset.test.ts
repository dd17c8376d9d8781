import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CubeAnswer } from '../../src/core/dataset/cube-answer.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import type { DataInput, LoadOptions } from '../../src/formats/load-dataset.js';

const lines = [
  { orderId: 'A', placedAt: '2026-11-01', quantity: 2, unitPrice: 10 },
  { orderId: 'B', placedAt: '2026-11-02', quantity: 1, unitPrice: 5 },
];
const csv = 'orderId,placedAt,quantity,unitPrice\nA,2026-11-01,2,10\nB,2026-11-02,1,5\n';
const daily = { date: ['2026-11-01', '2026-11-02'], orders: [41, 38], grossSales: [18250.5, 16990] };
const cube: CubeAnswer = {
  kind: 'kpi-cube',
  version: 1,
  timeZone: 'Europe/Copenhagen',
  currency: 'DKK',
  asOf: '2026-11-20',
  buckets: [{ start: '2026-11-01', orders: 12 }],
};

async function tablesOf(input: DataInput, options?: LoadOptions): Promise<unknown[]> {
  const { report } = await loadDataset(input, options);
  return report.tables.map(({ table, rows, first, last }) => [table, rows, first, last]);
}

const twoLines = [['orderLines', 2, '2026-11-01', '2026-11-02']];
const twoDays = [['dailyMeasures', 2, '2026-11-01', '2026-11-02']];

describe('what a data set is read from', () => {
  test.each<[string, DataInput, LoadOptions, unknown[]]>([
    ['rows', lines, {}, twoLines],
    ['columns', daily, {}, twoDays],
    ['typed arrays as columns', { ...daily, orders: Int32Array.from(daily.orders) }, {}, twoDays],
    ['the same by name', { dailyMeasures: { ...daily, orders: Float64Array.from(daily.orders) } }, {}, twoDays],
    ['columns without a cell', { date: [], orders: [] }, {}, [['dailyMeasures', 0, undefined, undefined]]],
    ['JSON', JSON.stringify(lines), {}, twoLines],
    ['JSON with a byte order mark', `\uFEFF${JSON.stringify(daily)}`, {}, twoDays],
    ['NDJSON', lines.map((line) => JSON.stringify(line)).join('\n'), {}, twoLines],
    [
      'one line of NDJSON, named',
      JSON.stringify(lines[0]),
      { format: 'ndjson' },
      [['orderLines', 1, '2026-11-01', '2026-11-01']],
    ],
    ['tables beside which nothing is said', { orderLines: lines, next: null, has_more: false }, {}, twoLines],
    ['CSV', csv, {}, twoLines],
    ['CSV with semicolons', csv.replaceAll(',', ';'), { format: 'csv' }, twoLines],
    ['a response', new Response(csv), {}, twoLines],
    ['a stream', new Response(JSON.stringify(lines)).body!, {}, twoLines],
    [
      'a plain table',
      {
        headers: ['date', ' orders '],
        rows: [
          ['2026-11-01', ' 41 '],
          ['2026-11-02', '38'],
        ],
      },
      { format: 'table' },
      twoDays,
    ],
    ['tables by name', { orderLines: lines, dailyMeasures: daily }, {}, [...twoLines, ...twoDays]],
    ['an empty table by name', { orders: [] }, {}, [['orders', 0, undefined, undefined]]],
    ['no rows, with the table named', [], { table: 'orders' }, [['orders', 0, undefined, undefined]]],
    ['a header without rows', 'date,orders\n', {}, [['dailyMeasures', 0, undefined, undefined]]],
    ['a cube answer', cube, {}, [['dailyMeasures', 1, '2026-11-01', '2026-11-01']]],
  ])('%s', async (_, input, options, tables) => {
    expect(await tablesOf(input, options)).toEqual(tables);
  });

  test.each([[[]], ['[]'], [{ orders: [] }]])('%j is a data set without a row', async (input) => {
    expect((await loadDataset(input)).report.tables.every(({ rows }) => rows === 0)).toBe(true);
  });

  test('what the data say of themselves, and options before it', async () => {
    const input = {
      currency: 'DKK',
      timeZone: 'Europe/Copenhagen',
      asOf: '2026-11-20',
      settings: { a: 1, b: 1 },
      orderLines: lines,
    };
    expect(await loadDataset(input)).toMatchObject({
      currency: 'DKK',
      timeZone: 'Europe/Copenhagen',
      asOf: '2026-11-20',
    });
    const told = await loadDataset(input, {
      currency: 'DKK',
      timeZone: 'Europe/Stockholm',
      asOf: 'latest',
      settings: { b: 2 },
    });
    expect(told).toMatchObject({
      currency: 'DKK',
      timeZone: 'Europe/Stockholm',
      asOf: 'latest',
      settings: { a: 1, b: 2 },
    });
  });

  test('a cube answer says its zone, currency and day', async () => {
    expect(await loadDataset(JSON.stringify(cube))).toMatchObject({
      currency: 'DKK',
      timeZone: 'Europe/Copenhagen',
      asOf: '2026-11-20',
    });
  });

  test('a bad row is counted, named and left out', async () => {
    const { report } = await loadDataset(`${csv}C,2026-02-30,1,5\nD,2026-11-03,some,5\n`);
    expect(report.tables).toMatchObject([
      {
        rows: 2,
        refused: 2,
        issues: [
          { row: 3, field: 'placedAt' },
          { row: 4, field: 'quantity' },
        ],
      },
    ]);
  });

  test.each<[string, LoadOptions]>([
    ['as it is', {}],
    ['mapped and prepared', { map: { grossSales: 'grossSales' }, prepare: (row) => row }],
  ])('a row with a delimiter too many is left out, not read shifted: %s', async (_, options) => {
    const text = 'orderId,placedAt,grossSales\n1,2026-11-10,1,50\n2,2026-11-11,150\n';
    const { report } = await loadDataset(text, options);
    expect(report.tables).toMatchObject([
      { table: 'orders', rows: 1, refused: 1, issues: [{ row: 1, reason: '4 cells where the header has 3' }] },
    ]);
  });

  test('nothing of the input is changed', async () => {
    const input = Object.freeze({ orderLines: Object.freeze(lines.map((line) => Object.freeze({ ...line }))) });
    expect(await tablesOf(input)).toEqual(twoLines);
  });
});

describe('map and prepare', () => {
  const foreign = lines.map(({ orderId, placedAt, ...rest }) => ({ id: orderId, on: { day: placedAt }, ...rest }));
  const map = { orderId: 'id', placedAt: 'on.day' };

  test.each<[string, DataInput, LoadOptions, unknown[]]>([
    ['bare rows', foreign, { map }, twoLines],
    ['as text', JSON.stringify(foreign), { map: JSON.stringify(map) }, twoLines],
    ['the only table', { orderLines: foreign }, { map }, twoLines],
    [
      'the named one of several',
      { orderLines: foreign, dailyMeasures: daily },
      { map, table: 'orderLines' },
      [...twoLines, ...twoDays],
    ],
    [
      'CSV, prepared',
      csv,
      { prepare: (row) => (row.orderId === 'A' ? row : undefined) },
      [['orderLines', 1, '2026-11-01', '2026-11-01']],
    ],
    ['prepared into what is recognised', [{ nested: lines }], { prepare: (row) => row.nested as object[] }, twoLines],
  ])('%s', async (_, input, options, tables) => {
    expect(await tablesOf(input, options)).toEqual(tables);
  });

  const optional: LoadOptions = { map: { channel: 'utm' }, table: 'dailyMeasures' };
  const days = daily.date.map((date, row) => ({ date, orders: daily.orders[row] }));
  const daysAsCsv = ['date,orders', ...days.map((day) => Object.values(day).join(','))].join('\n');

  test.each<[string, DataInput]>([
    ['CSV', daysAsCsv],
    ['columns', daily],
    ['columns by name', { dailyMeasures: daily }],
    ['a plain table', { headers: ['date', 'orders'], rows: [['2026-11-01', '41']] }],
  ])('a path that is not in the header is a slip, be the field optional: %s', async (_, input) => {
    await expect(loadDataset(input, optional)).rejects.toMatchObject({
      code: 'missing-field',
      details: { option: 'map', field: 'channel', value: 'utm' },
    });
  });

  test.each<[string, DataInput, LoadOptions]>([
    ['rows', days, {}],
    ['rows by name', { dailyMeasures: days }, {}],
    ['NDJSON', days.map((day) => JSON.stringify(day)).join('\n'), {}],
    ['CSV, prepared', daysAsCsv, { prepare: (row) => row }],
  ])('an optional field may be in none of the rows: %s', async (_, input, options) => {
    expect(await tablesOf(input, { ...optional, ...options })).toEqual(twoDays);
  });

  test('of several tables, one must be named', async () => {
    await expect(loadDataset({ orderLines: foreign, dailyMeasures: daily }, { map })).rejects.toMatchObject({
      code: 'bad-option',
      details: { option: 'table', expected: ['orderLines', 'dailyMeasures'] },
    });
  });
});

describe('refusals', () => {
  test.each([{ has_more: true }, { total: 900 }, { refunds: null }])('of %j beside tables', async (other) => {
    await expect(loadDataset({ orderLines: lines, ...other })).rejects.toMatchObject({ code: 'malformed-data' });
  });

  test.each<[string, unknown, LoadOptions, object]>([
    [
      'an unknown format',
      csv,
      { format: 'shopware' },
      { code: 'unknown-format', details: { option: 'format', value: 'shopware' } },
    ],
    ['malformed JSON', '[{"orderId": "A",}]', {}, { code: 'malformed-data', details: { position: 17 } }],
    ['CSV said to be JSON', csv, { format: 'json' }, { code: 'malformed-data', details: { position: 0 } }],
    [
      'an HTML page',
      '<html><title>Log in</title>',
      { format: 'json' },
      { code: 'malformed-data', details: { found: 'html' } },
    ],
    ['nothing', new Response(null, { status: 204 }), {}, { code: 'malformed-data', details: { found: 'nothing' } }],
    [
      'a response that failed',
      new Response('nope', { status: 404 }),
      {},
      { code: 'bad-answer', details: { status: 404 } },
    ],
    [
      'a misspelt path where the header tells the fields',
      'orderId,placedAt,Sales\n1,2026-11-10,5',
      { map: { grossSales: 'Slaes' }, table: 'orders' },
      { code: 'missing-field', details: { option: 'map', field: 'grossSales', value: 'Slaes', suggestion: 'Sales' } },
    ],
    [
      'a misspelt field of the named table',
      csv,
      { map: { OrderId: 'orderId' }, table: 'orderLines' },
      { code: 'bad-option', details: { option: 'map', value: 'OrderId', suggestion: 'orderId' } },
    ],
    ['rows that are not rows', [lines[0], 5], {}, { code: 'malformed-data', details: { row: 2, found: '5' } }],
    [
      'another currency than that of the data',
      { currency: 'DKK', orderLines: lines },
      { currency: 'EUR' },
      { code: 'bad-option', details: { option: 'currency', value: 'EUR', expected: 'DKK' } },
    ],
    ['an error message', { error: 'no access' }, {}, { code: 'unrecognised-data', details: { fields: ['error'] } }],
    ['a number', 5, {}, { code: 'unrecognised-data' }],
    ['null', null, {}, { code: 'unrecognised-data' }],
    ['unknown columns', 'a,b\n1,2', {}, { code: 'unrecognised-data', details: { fields: ['a', 'b'] } }],
    [
      'an unknown table beside a known one',
      { orderLines: lines, oders: [] },
      {},
      { code: 'unknown-table', details: { value: 'oders' } },
    ],
    ['a table that is none', { orders: 5 }, {}, { code: 'malformed-data', details: { table: 'orders', found: '5' } }],
    ['an unknown table', csv, { table: 'lines' }, { code: 'unknown-table' }],
    [
      'a needed column',
      'order number,placedAt,lineTotal\n1,2026-11-01,2',
      { table: 'orderLines' },
      { code: 'missing-field', details: { field: 'orderId', suggestion: 'order number' } },
    ],
    [
      'a currency that is none',
      { currency: 'kroner', orders: [] },
      {},
      { code: 'malformed-data', details: { field: 'currency', value: 'kroner' } },
    ],
    [
      'a definition with a member that is misspelt',
      csv,
      { settings: { measures: { giftOrders: { entity: 'orders', aggregation: 'cuont' } } } },
      {
        code: 'bad-option',
        message: expect.stringContaining('giftOrders, aggregation: expected one of count, sum') as string,
        details: { option: 'settings.measures, giftOrders, aggregation', value: 'cuont' },
      },
    ],
    ['a zone that is none', csv, { timeZone: 'Copenhagen' }, { code: 'bad-time-zone' }],
    [
      'a later cube answer',
      { ...cube, version: 2 },
      {},
      { code: 'malformed-data', details: { field: 'version', value: '2' } },
    ],
    [
      'a cube answer without buckets',
      { ...cube, buckets: undefined },
      {},
      { code: 'malformed-data', details: { field: 'buckets' } },
    ],
  ])('%s', async (_, input, options, error) => {
    await expect(loadDataset(input as DataInput, options)).rejects.toMatchObject({ name: 'KpiError', ...error });
  });
});

describe('the page’s turn', () => {
  afterEach(() => vi.unstubAllGlobals());

  const rows = Array.from({ length: 40_000 }, (_, row) => ({ ...lines[0], orderId: `order ${row}` }));
  const long = ['orderId,placedAt,quantity,unitPrice', ...rows.map((row) => Object.values(row).join(','))].join('\n');

  test.each<[string, DataInput]>([
    ['rows', rows],
    ['CSV', long],
  ])('long %s are read in slices', async (_, input) => {
    const turn = vi.fn(() => Promise.resolve());
    vi.stubGlobal('scheduler', { yield: turn });
    expect(await tablesOf(input)).toEqual([['orderLines', 40_000, '2026-11-01', '2026-11-01']]);
    expect(turn.mock.calls.length).toBeGreaterThanOrEqual(4);
  });

  test('other tasks run between slices, without a scheduler too', async () => {
    vi.stubGlobal('scheduler', undefined);
    let turns = 0;
    const timer = setInterval(() => turns++);
    await loadDataset(long);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });

  test('an abort between slices ends the reading with its reason', async () => {
    const control = new AbortController();
    const reason = new Error('gone');
    vi.stubGlobal('scheduler', { yield: () => Promise.resolve(control.abort(reason)) });
    await expect(loadDataset(long, { signal: control.signal })).rejects.toBe(reason);
    await expect(loadDataset(lines, { signal: control.signal })).rejects.toBe(reason);
  });
});

describe('a response that is a range', () => {
  const range = (status: number, contentRange?: string, more: Record<string, string> = {}) =>
    new Response(csv, { status, headers: { ...(contentRange && { 'content-range': contentRange }), ...more } });

  test.each([
    [206, undefined],
    [206, 'items 0-9/*'],
    [206, 'items 0-9/500'],
    [200, 'items 0-9/500'],
    [200, '490-499/500'],
  ])('with status %i and Content-Range %s is never taken for the whole', async (status, contentRange) => {
    await expect(loadDataset(range(status, contentRange))).rejects.toMatchObject({
      code: 'incomplete-data',
      message:
        `The response is a part of the data: status ${status}, Content-Range ${contentRange ?? 'none'}. Expected all ` +
        'rows at once, or a Link header that names the next page.',
      details: { status, range: contentRange },
    });
  });

  test('of JSON is refused too, also by an endpoint whose first page is asked for the others', async () => {
    const part = new Response(JSON.stringify(lines), { headers: { 'content-range': 'items 0-9/500' } });
    const complete = (value: unknown) => Promise.resolve(value);
    await expect(loadDataset(part, { complete })).rejects.toMatchObject({ code: 'incomplete-data' });
  });

  test.each([
    [200, 'items 0-1/2'],
    [206, 'items 0-1/2'],
    // The server did not count: it says by its status whether there are more.
    [200, '0-1/*'],
    [200, 'unreadable'],
  ])('with status %i and Content-Range %s is the whole', async (status, contentRange) => {
    expect(await tablesOf(range(status, contentRange))).toEqual(twoLines);
  });
});

describe('a response that says in a header how many rows there are', () => {
  const bodies = {
    JSON: JSON.stringify(lines),
    'an object': JSON.stringify({ orderLines: lines }),
    columns: JSON.stringify({ date: ['2026-11-01', '2026-11-02'], orders: [1, 2] }),
    'a long list': JSON.stringify(lines.map((line) => ({ ...line, sku: 'x'.repeat(40_000) }))),
    CSV: csv,
    NDJSON: lines.map((line) => JSON.stringify(line)).join('\n'),
  };
  const told = (body: string, headers: Record<string, string>) => loadDataset(new Response(body, { headers }));

  describe.each(Object.entries(bodies))('of %s', (_, body) => {
    test.each(['X-Total-Count', 'X-WP-Total', 'x-total'])('is refused where %s is more than it holds', async (name) => {
      await expect(told(body, { [name]: '3' })).rejects.toMatchObject({
        code: 'incomplete-data',
        message:
          'The response holds 2 rows, and says in a header that there are 3. Expected all rows at once, or a Link ' +
          'header that names the next page.',
        details: { total: 3, rows: 2 },
      });
    });

    test.each(['2', '1', '0', '', 'many', '-5'])('is the whole with X-Total-Count %j', async (count) => {
      expect((await told(body, { 'x-total-count': count })).report.tables).toMatchObject([{ refused: 0 }]);
    });
  });

  test('without any is refused', async () => {
    await expect(told('[]', { 'x-total-count': '12' })).rejects.toMatchObject({ details: { total: 12, rows: 0 } });
  });

  test('is no matter where tables are of different length', async () => {
    const body = JSON.stringify({ orderLines: lines, refunds: [] });
    expect((await told(body, { 'x-total-count': '12' })).report.tables).toHaveLength(2);
  });

  test('is no matter where links lead to the last page', async () => {
    const headers = { 'x-total-count': '12', link: '</p2>; rel="next"' };
    const complete = (value: unknown) => Promise.resolve(value);
    const dataset = await loadDataset(new Response(bodies.JSON, { headers }), { complete });
    expect(dataset.report.tables).toMatchObject([{ rows: 2 }]);
  });
});

describe('a response that is a page', () => {
  const page = (body: string) =>
    new Response(body, { headers: { link: '<https://shop.example/p1>; rel="prev", </p2>; rel="next"' } });

  test.each([
    ['JSON', JSON.stringify(lines)],
    ['CSV', csv],
    ['NDJSON', lines.map((line) => JSON.stringify(line)).join('\n')],
  ])('of %s is never taken for the whole', async (_, body) => {
    await expect(loadDataset(page(body))).rejects.toMatchObject({ code: 'incomplete-data' });
  });

  test('the last one is the whole', async () => {
    const last = new Response(csv, { headers: { link: '</p1>; rel="prev"' } });
    expect(await tablesOf(last)).toEqual(twoLines);
  });
});
