import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiResult } from '../../../src/core/evaluate/result.js';

const march = (date: number): string => `2026-03-${String(date).padStart(2, '0')}`;
const order = (date: number, grossSales: unknown = 10, orderId = `o${date}`) => ({
  ...{ orderId, placedAt: `${march(date)}T12:00:00Z`, grossSales },
});

/** The first eight days of March, and no comparison unless it is asked for. */
const ask = (tables: object, kpi: string, question: object = {}, settings: object = {}): KpiResult =>
  evaluateKpi(
    createDataset(tables as TablesInput, {
      timeZone: 'UTC',
      currency: 'DKK',
      asOf: march(8),
      settings: { ...settings },
    }),
    { kpi, period: `${march(1)}/${march(8)}`, compare: 'none', ...question },
  );
const line = ({ series }: KpiResult) => series.map(({ value }) => value ?? '-').join(' ');

describe('a day whose only rows were left out', () => {
  const orders = [order(1), order(3, 'n/a'), order(5), order(6, ''), order(6, 20, 'other')];

  test('is unknown, and a day without any row is 0', () => {
    const result = ask({ orders, refunds: [] }, 'net-sales');
    // The 6th has a good row, too.
    expect(line(result)).toBe('10 0 - 0 10 20 0 0');
    expect(result).toMatchObject({
      ...{ value: 40, status: 'partial', coverage: { refused: 2, missingDays: 1 } },
      warnings: [
        { code: 'rows-refused', count: 2 },
        { code: 'missing-days', count: 1 },
      ],
    });
    expect(result.series[2]!.reason?.code).toBe('outside-coverage');
  });

  test('is no 0 by the hour, by segment, or asked for alone either', () => {
    const hours = ask({ orders }, 'order-count', { period: `${march(2)}/${march(3)}`, grain: 'hour' });
    expect(hours.series.map(({ value }) => value)).toEqual([...Array(24).fill(0), ...Array(24).fill(undefined)]);
    expect(ask({ orders }, 'order-count', { period: `${march(3)}/${march(3)}` })).toMatchObject({
      ...{ value: undefined, status: 'missing', reason: { code: 'outside-coverage' } },
    });
    const split = ask({ orders: orders.map((row) => ({ ...row, channel: 'email' })) }, 'order-count', {
      by: 'channel',
    });
    expect(split.segments[0]!.series.map(({ value }) => value ?? '-').join(' ')).toBe('1 0 - 0 1 1 0 0');
  });

  test('is not the last that is known', () => {
    const result = ask({ orders: [order(1), order(7, 'n/a'), order(8, 'n/a')] }, 'order-count');
    expect(result.coverage).toMatchObject({ first: march(1), last: march(6), missingDays: 2 });
  });

  test('is no base of a change', () => {
    const { comparisons } = ask({ orders }, 'order-count', {
      period: `${march(5)}/${march(8)}`,
      compare: 'previous-period',
    });
    expect(comparisons).toMatchObject([
      { value: 1, change: undefined, warnings: [{ code: 'missing-days', count: 1 }] },
    ]);
  });

  test('of refunds leaves net sales unknown', () => {
    const refunds = [{ refundId: 'a', orderId: 'o1', refundedAt: march(5), amount: 'a lot' }];
    expect(line(ask({ orders, refunds }, 'net-sales'))).toBe('10 0 - 0 - 20 0 0');
  });

  test('of lines that orders are formed of', () => {
    const orderLines = [1, 3, 4].map((date) => ({
      ...{ orderId: `${date}`, placedAt: march(date), quantity: 1, unitPrice: date === 3 ? 'free' : 5 },
    }));
    expect(line(ask({ orderLines }, 'order-count'))).toBe('1 0 - 1 0 0 0 0');
  });

  test('counts against what the shop declares, and against gaps that mean 0', () => {
    const coverage = [{ entityId: 'orders', from: march(1), to: march(7) }];
    expect(line(ask({ orders, coverage }, 'order-count'))).toBe('1 0 - 0 1 1 0 -');
    const dailyMeasures = [
      { date: march(1), orders: 4 },
      { date: march(3), orders: 'n/a' },
      { date: march(5), orders: 2 },
    ];
    expect(line(ask({ dailyMeasures }, 'order-count', {}, { gapPolicy: 'zero' }))).toBe('4 0 - 0 2 0 0 0');
  });

  test('by the time that the measure goes by', () => {
    const shipments = [1, 3].map((date) => ({
      ...{ shipmentId: `${date}`, orderId: 'o1', shippedAt: march(1), promisedAt: march(date + 1) },
      deliveredAt: date === 3 ? 'soon' : march(date),
    }));
    const dataset = createDataset(
      { orders, shipments },
      {
        timeZone: 'UTC',
        asOf: march(8),
        kpiDefinitions: [{ id: 'promised', unit: 'count', formula: 'promisedDeliveries' }],
      },
    );
    const period = `${march(1)}/${march(8)}`;
    expect(line(evaluateKpi(dataset, { kpi: 'promised', period, compare: 'none' }))).toBe('0 1 0 - 0 0 0 0');
  });

  test('lets a snapshot stand in, and says so', () => {
    const inventorySnapshots = [
      { date: march(1), sku: 'a', onHandUnits: 5 },
      { date: march(2), sku: 'a', onHandUnits: 'some' },
    ];
    expect(ask({ inventorySnapshots }, 'inventory-level', { period: `${march(2)}/${march(2)}` })).toMatchObject({
      value: 5,
      warnings: expect.arrayContaining([{ code: 'carried', measure: 'inventoryUnits', last: march(1) }]),
    });
  });
});

test('refusing rows never makes a 0 of a day that had no others', () => {
  const cell = fc.record({ date: fc.integer({ min: 1, max: 8 }), isBad: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('order-count', 'net-sales'),
      (rows, kpi) => {
        const orders = rows.map(({ date, isBad }, index) => order(date, isBad ? 'n/a' : 10, `${index}`));
        const { series } = ask({ orders }, kpi);
        const isOnlyBad = (date: number): boolean =>
          rows.some((row) => row.date === date) && rows.every((row) => row.date !== date || row.isBad);
        series.forEach(({ value }, index) => {
          if (isOnlyBad(index + 1)) expect(value).toBeUndefined();
        });
        // Days that are told of stay as they were without the bad rows.
        const others = ask({ orders: orders.filter(({ grossSales }) => grossSales === 10) }, kpi).series;
        others.forEach(({ value }, index) => {
          if (!isOnlyBad(index + 1)) expect(series[index]!.value).toBe(value);
        });
      },
    ),
  );
});
