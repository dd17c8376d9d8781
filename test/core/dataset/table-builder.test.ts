import { describe, expect, test } from 'vitest';
import { entities } from '../../../src/core/catalog/entities.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { datasetBuilder } from '../../../src/core/dataset/builder.js';
import { recordsOf } from '../../../src/core/dataset/records.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import * as rowReader from '../../../src/core/dataset/rows.part.js';

const order = (orderId: unknown, grossSales: unknown, placedAt: unknown = '2026-03-01T10:00Z') => ({
  orderId,
  placedAt,
  grossSales,
});
const tables = (...orders: Record<string, unknown>[]): TablesInput => ({ orders });
const report = (input: TablesInput) => createDataset(input, { timeZone: 'UTC' }).report.tables[0]!;
const sales = (input: TablesInput) =>
  evaluateKpi(createDataset(input, { timeZone: 'UTC' }), {
    kpi: 'net-sales',
    period: '2026-03-01/2026-03-31',
    asOf: '2026-03-31',
  });

describe('a bad row', () => {
  test('is left out, counted, and named with what was wrong', () => {
    const input = tables(
      order('1', 10),
      order('2', 'ten'),
      order('', 10),
      order('4', 10, '2026-02-30'),
      order('5', 10, ''),
      { ...order('6', 10), discounts: -1 },
      order('7', 5),
    );
    const issues = [
      { row: 3, field: 'orderId', code: 'empty', value: undefined, reason: 'empty: a value is required' },
      {
        row: 4,
        field: 'placedAt',
        code: 'no-such-date',
        value: '"2026-02-30"',
        reason: '"2026-02-30": this date does not exist',
      },
      { row: 5, field: 'placedAt', code: 'empty', value: undefined, reason: 'empty: a value is required' },
      {
        row: 2,
        field: 'grossSales',
        code: 'not-a-number',
        value: '"ten"',
        reason: '"ten": expected a number such as 1234.50',
      },
      { row: 6, field: 'discounts', code: 'not-positive', value: '-1', reason: '-1: expected a positive amount' },
    ];
    expect(report(input)).toEqual({
      table: 'orders',
      rows: 2,
      refused: 5,
      replaced: 0,
      first: '2026-03-01',
      last: '2026-03-01',
      issues,
      causes: issues.map((first) => ({ rows: 1, first })),
    });
    expect(sales(input).inputs).toMatchObject({ orderRevenue: 15 });
    expect(sales(input).coverage).toMatchObject({ rows: 2, refused: 5 });
  });

  test('is counted among all that have the same wrong with the same field, beyond those that are named', () => {
    const bad = Array.from({ length: 150 }, (_, id) => order(String(id), 'n/a', id % 3 === 0 ? '' : undefined));
    const { refused, issues, causes } = report(tables(order('x', 1), ...bad));
    expect([refused, issues.length]).toEqual([150, 100]);
    expect(causes.map(({ rows, first: { row, field, code } }) => [rows, row, field, code])).toEqual([
      [50, 2, 'placedAt', 'empty'],
      [150, 2, 'grossSales', 'not-a-number'],
    ]);
  });

  test('of a currency, a table or a figure that there is not is named, too', () => {
    const table = (id: string, rows: readonly Record<string, unknown>[]) =>
      createDataset({ [id]: rows }, { timeZone: 'UTC' }).report.tables[0];
    const rate = { date: '2026-03-02', base: 'eur ', quote: 'DKK', rate: 7.46 };
    expect(table('rates', [rate, { ...rate, base: 'kr.' }, { ...rate, rate: 'seven' }])).toMatchObject({
      ...{ rows: 1, refused: 2 },
      issues: [
        { row: 2, field: 'base', reason: '"kr.": expected an ISO 4217 code such as DKK' },
        { row: 3, field: 'rate', reason: '"seven": expected a number such as 1234.50' },
      ],
    });
    const covered = { entityId: 'orders', from: '2026-03-02', to: '2026-03-03' };
    const reason = '"order": expected the id of a table or measure; did you mean orders?';
    expect(table('coverage', [covered, { ...covered, entityId: 'order' }])).toMatchObject({
      ...{ rows: 1, refused: 1, issues: [{ row: 2, field: 'entityId', reason }] },
    });
    expect(
      table('orders', [
        { ...order('1', 10), currency: 'dkk' },
        { ...order('2', 10), currency: '' },
      ]),
    ).toMatchObject({
      ...{ rows: 2, refused: 0 },
    });
  });

  test('tells no e-mail address, whichever column it was mistaken for', () => {
    const [issue] = report(tables({ ...order('1', 1), placedAt: 'Anna <anna.b+shop@example.dk>' })).issues;
    expect(issue).toMatchObject({ field: 'placedAt', value: '"Anna …@…"' });
    expect(issue!.reason).toMatch(/^"Anna …@…": expected an ISO 8601 date/);
  });

  test('with two faults is refused once and named twice', () => {
    const { refused, issues } = report(tables(order('1', 'ten', 'yesterday'), order('2', 1)));
    expect(refused).toBe(1);
    expect(issues.map(({ row, field }) => [row, field])).toEqual([
      [1, 'placedAt'],
      [1, 'grossSales'],
    ]);
  });

  test('does not take the place of a good one with the same key', () => {
    const input = tables(order('1', 10), order('1', 'ten'));
    expect(report(input)).toMatchObject({ rows: 1, refused: 1 });
    expect(sales(input).value).toBe(10);
  });

  test('is named a hundred times at most, and counted always', () => {
    const { refused, issues } = report(tables(...Array.from({ length: 250 }, (_, id) => order(id, 'x'))));
    expect(refused).toBe(250);
    expect(issues).toHaveLength(100);
  });

  test('in a later slice has its number in the whole', () => {
    const builder = datasetBuilder({ timeZone: 'UTC' });
    builder.append('orders', recordsOf([order('1', 1), order('2', 2)]));
    builder.append('orders', recordsOf([order('3', 3), order('4', 'four')]));
    expect(builder.finish(rowReader).report.tables[0]!.issues[0]!.row).toBe(4);
  });
});

describe('rows with the same key', () => {
  test('the last one counts', () => {
    const input = tables(order('1', 10), order('2', 1), order('1', 20));
    expect(report(input)).toMatchObject({ rows: 2, refused: 0, replaced: 1 });
    expect(sales(input).value).toBe(21);
  });

  test('a refund of several articles is one row for each', () => {
    const refund = (sku: string | undefined, amount: number) => ({
      ...{ refundId: 'r', orderId: '1', refundedAt: '2026-03-02T10:00Z', amount },
      ...(sku === undefined ? {} : { sku }),
    });
    const input = {
      ...tables(order('1', 10)),
      refunds: [refund('a', 1), refund('b', 2), refund('a', 4), refund(undefined, 0.5)],
    };
    expect(sales(input).inputs).toEqual({ orderRevenue: 10, refundedAmount: 6.5 });
  });

  test('a day of daily numbers is one row for each segment', () => {
    const row = (channel: string, orders: number) => ({ date: '2026-03-01', channel, orders });
    const dataset = createDataset({ dailyMeasures: [row('email', 1), row('direct', 2), row('email', 4)] });
    expect(evaluateKpi(dataset, { kpi: 'order-count', period: 'today', asOf: 'latest' }).value).toBe(6);
  });

  test('lines without a number of their own all count', () => {
    const line = { orderId: '1', placedAt: '2026-03-01T10:00Z', lineTotal: 5 };
    expect(sales({ orderLines: [line, line] }).inputs).toMatchObject({ orderRevenue: 10 });
    expect(
      sales({
        orderLines: [
          { ...line, lineId: 'a' },
          { ...line, lineId: 'a' },
        ],
      }).inputs,
    ).toMatchObject({ orderRevenue: 5 });
  });
});

describe('fields', () => {
  test('a field that is not there is named, with the one that looks like it', () => {
    const rows = [{ orderId: '1', 'Order Date': '2026-03-01', grossSales: 1 }];
    expect(() => createDataset({ orders: rows })).toThrow(
      expect.objectContaining({
        code: 'missing-field',
        details: {
          table: 'orders',
          field: 'placedAt',
          fields: ['orderId', 'Order Date', 'grossSales'],
          suggestion: 'Order Date',
          map: { placedAt: 'Order Date' },
        },
      }),
    );
  });

  test('nothing is suggested where nothing comes close', () => {
    const fields = ['orderId', 'placedAt', 'x'];
    expect(() => createDataset({ orders: [{ orderId: '1', placedAt: '2026-03-01', x: 1 }] })).toThrow(
      expect.objectContaining({ code: 'missing-field', details: { table: 'orders', field: 'grossSales', fields } }),
    );
  });

  test('a table that does not exist is named, with those that do', () => {
    expect(() => createDataset({ order: [] })).toThrow(
      expect.objectContaining({
        code: 'unknown-table',
        details: { option: 'table', value: 'order', expected: Object.keys(entities) },
      }),
    );
    expect(() => createDataset({ toString: [] as never })).toThrow(expect.objectContaining({ code: 'unknown-table' }));
  });

  test('a currency is an ISO code', () => {
    expect(() => createDataset({}, { currency: 'kr' })).toThrow(
      expect.objectContaining({
        code: 'bad-option',
        details: expect.objectContaining({ option: 'currency', value: 'kr' }),
      }),
    );
  });

  test('an optional field may begin in a later slice', () => {
    const builder = datasetBuilder({ timeZone: 'UTC' });
    builder.append('orders', recordsOf([order('1', 1)]));
    builder.append('orders', recordsOf([{ ...order('2', 2), channel: 'email' }]));
    builder.append('orders', recordsOf([order('3', 4)]));
    const result = evaluateKpi(builder.finish(rowReader), {
      kpi: 'order-count',
      period: 'today',
      asOf: 'latest',
      by: 'channel',
    });
    expect(result.segments.map(({ key, value }) => [key, value])).toEqual([
      ['', 2],
      ['email', 1],
    ]);
  });

  test('an empty table is no error', () => {
    expect(report({ orders: [] })).toEqual({
      table: 'orders',
      rows: 0,
      refused: 0,
      replaced: 0,
      issues: [],
      causes: [],
      first: undefined,
      last: undefined,
    });
  });
});
