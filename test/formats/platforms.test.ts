import { describe, expect, it } from 'vitest';
import { KpiError } from '../../src/core/error.js';
import type { DataInput, LoadOptions } from '../../src/formats/load-dataset.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import { registerFormat } from '../../src/formats/platforms.js';

const tables = async (input: DataInput, options?: LoadOptions): Promise<unknown> =>
  (await loadDataset(input, options)).report.tables.map(({ table, rows }) => `${table} ${rows}`);

const refusal = async (input: DataInput, options?: LoadOptions): Promise<KpiError> => {
  const error: unknown = await loadDataset(input, options).catch((thrown: unknown) => thrown);
  if (error instanceof KpiError) return error;
  throw new Error(`Expected a KpiError, found ${String(error)}`);
};

const order = {
  id: 1,
  created_at: '2026-11-01T10:00:00Z',
  total_line_items_price: '10.00',
  line_items: [],
  refunds: [],
};
const ours = { orderId: 'A', placedAt: '2026-11-01', grossSales: 10 };

registerFormat({
  name: 'till',
  signs: ['till.receipts'],
  columns: ['Receipt Day', 'Bon Dag'],
  load: () =>
    Promise.resolve({
      read: (answer) => ({
        declared: { currency: 'DKK' },
        tables: {
          dailyMeasures: answer
            .list('till.receipts')
            .map((day) => ({ date: day.text('day'), netSales: day.number('sum') })),
        },
        notes: [undefined, { code: 'till-closed', message: 'The till was closed on Sunday.' }],
      }),
      row: (row) =>
        row.text('Sum')
          ? { date: row.text('Receipt') ?? row.text('Day'), netSales: row.number('Sum'), orders: row.number('Count') }
          : undefined,
    }),
});
const csv = 'Day,Receipt,Sum,Count\n2026-11-01,,10.50,2\n2026-11-02,,,\n2026-11-03,,oops,1\n';

describe('a platform’s answer', () => {
  it.each<[string, DataInput, LoadOptions, unknown]>([
    ['recognised by its shape', { orders: [order] }, {}, ['orders 1', 'orderLines 0', 'refunds 0']],
    ['as text', JSON.stringify({ orders: [order] }), {}, ['orders 1', 'orderLines 0', 'refunds 0']],
    ['as a response', new Response(JSON.stringify({ orders: [order] })), {}, ['orders 1', 'orderLines 0', 'refunds 0']],
    ['named', { orders: [order] }, { format: 'shopify' }, ['orders 1', 'orderLines 0', 'refunds 0']],
    ['named, without a row that could tell it', { orders: [] }, { format: 'shopify' }, ['orders 0', 'orderLines 0']],
    ['rows of our own under the same name', { orders: [ours] }, {}, ['orders 1']],
    ['no rows under the same name', { orders: [] }, {}, ['orders 0']],
    ['no rows at all', '[]', {}, []],
  ])('%s', async (_name, input, options, expected) => {
    expect(await tables(input, options)).toEqual(expected);
  });

  it('is rows like any other where a mapping says what they are', async () => {
    const map = { orderId: 'id', placedAt: 'created_at', grossSales: 'total_line_items_price' };
    expect(await tables({ orders: [order] }, { map })).toEqual(['orders 1']);
  });

  it('of another shape than the one named: what was expected and what was found', async () => {
    const { code, message } = await refusal({ items: [] }, { format: 'shopify' });
    expect(code).toBe('unrecognised-data');
    expect(message).toContain('Expected of shopify orders');
    expect(message).toContain('found an object with items');
  });

  it('of another platform than the one named: whose it is', async () => {
    expect(await refusal({ orders: [order] }, { format: 'woocommerce' })).toMatchObject({
      ...{ code: 'bad-option', details: { option: 'format', value: 'woocommerce', expected: 'shopify' } },
      message: 'format: these are data of shopify, not of woocommerce. Expected shopify.',
    });
    const spent = 'date,cost_micros,impressions,clicks\n2026-03-02,1000000,10,1\n';
    expect((await refusal(spent, { format: 'meta-ads' })).message).toContain('data of google-ads, not of meta-ads');
    // What its adapter knows how to read need not bear a sign.
    expect(await tables({ order: { ...order, created_at: order.created_at } }, { format: 'shopify' })).toContain(
      'orders 1',
    );
  });

  it('of no platform is unrecognised, as before', async () => {
    expect(await refusal({ items: [] })).toMatchObject({ code: 'unrecognised-data', details: { fields: ['items'] } });
    expect(await refusal({ orders: [{ id: 1 }] })).toMatchObject({ code: 'missing-field' });
  });

  it('that can only be read as JSON is refused as CSV', async () => {
    const { message } = await refusal('a,b\n1,2\n', { format: 'shopify' });
    expect(message).toBe('Expected of shopify an answer as JSON; found an object with a, b.');
  });

  it('a format that there is not: all that there are', async () => {
    const error = await refusal('[]', { format: 'shopfy' });
    expect(error.code).toBe('unknown-format');
    expect(error.details['expected']).toEqual(
      expect.arrayContaining(['auto', 'json', 'ndjson', 'csv', 'table', 'shopify', 'woocommerce']),
    );
  });
});

describe('registerFormat', () => {
  it('adds a platform, whose answers are recognised and say what they say of themselves', async () => {
    const { report } = await loadDataset({ till: { receipts: [{ day: '2026-11-01', sum: '10.50' }] } });
    expect(report).toMatchObject({
      currency: 'DKK',
      tables: [{ table: 'dailyMeasures', rows: 1 }],
      notes: [
        { code: 'platform', details: { platform: 'till', title: 'till' } },
        { code: 'till-closed', message: 'The till was closed on Sunday.' },
      ],
    });
  });

  it('adds an export, of which rows may be left out and bad ones are counted', async () => {
    const { report } = await loadDataset(csv, { format: 'till' });
    expect(report.tables).toMatchObject([{ rows: 1, refused: 1, issues: [{ row: 2, field: 'netSales' }] }]);
    expect(report.notes).toMatchObject([{ code: 'platform', details: { platform: 'till' } }]);
  });

  it('recognises an export by its header', async () => {
    expect(await tables(csv.replace('Count', 'Other'))).toEqual(['dailyMeasures 1']);
    expect((await refusal(csv.replace('Receipt', 'Bon'))).code).toBe('unrecognised-data');
  });

  it.each(['csv', 'auto', 'My Till', ''])('refuses the name "%s"', (name) => {
    expect(() => registerFormat({ name, load: () => Promise.resolve({}) })).toThrow(KpiError);
  });
});
