import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { addDays, isoOf } from '../../../src/core/time/day.js';
import { day } from '../time/written.js';

/** One order on each of so many days that end on 31 March 2026. */
const daily = (count: number, step = 1) =>
  createDataset(
    {
      orders: Array.from({ length: count }, (_, index) => ({
        orderId: index,
        placedAt: `${isoOf(addDays(day('2026-03-31'), -step * index))}T10:00Z`,
        grossSales: 1,
      })),
    },
    { timeZone: 'UTC' },
  );
const orders = (dataset: ReturnType<typeof createDataset>, asOf: string, period = '2026-03-25/2026-04-05') =>
  evaluateKpi(dataset, { kpi: 'order-count', period, asOf, compare: 'none' });

describe('how far rows speak', () => {
  test('up to the current day: no row means none', () => {
    expect(orders(daily(13), '2026-04-05')).toMatchObject({
      value: 7,
      status: 'ok',
      coverage: { first: '2026-03-19', last: '2026-04-05', missingDays: 0 },
    });
    expect(orders(daily(30, 2), '2026-04-05')).toMatchObject({ status: 'ok', coverage: { last: '2026-04-05' } });
  });

  test('a daily feed that fell silent ends with its newest row', () => {
    expect(orders(daily(14), '2026-04-05')).toMatchObject({
      value: 7,
      status: 'partial',
      coverage: { last: '2026-03-31', missingDays: 5 },
      warnings: [{ code: 'missing-days', count: 5 }],
    });
  });

  test('a morning without an order is no silence', () => {
    expect(orders(daily(30), '2026-04-01T08:00Z')).toMatchObject({
      value: 7,
      status: 'ok',
      coverage: { last: '2026-04-01' },
    });
    expect(orders(daily(30), '2026-04-02T08:00Z')).toMatchObject({
      status: 'partial',
      coverage: { last: '2026-03-31' },
    });
  });

  test('from the first row: before it nothing is known', () => {
    expect(orders(daily(3), '2026-03-31', '2026-01-01/2026-01-31')).toMatchObject({
      value: undefined,
      status: 'missing',
      reason: { code: 'outside-coverage', first: '2026-03-29', last: '2026-03-31' },
    });
    expect(orders(daily(3), '2026-03-31', '2026-03-28/2026-03-31')).toMatchObject({
      value: 3,
      status: 'partial',
      coverage: { missingDays: 1 },
    });
  });

  test('rows after the current day do not count yet', () => {
    expect(orders(daily(10), '2026-03-29', '2026-03-22/2026-03-31').value).toBe(8);
    expect(orders(daily(10), '2026-01-01', '2026-03-22/2026-03-31')).toMatchObject({
      status: 'missing',
      reason: { code: 'outside-coverage' },
    });
  });
});

test('a running day counts up to the moment, and its neighbour to the same time of day', () => {
  const times = ['2026-03-17T09:59', '2026-03-17T10:00', '2026-03-18T08:00', '2026-03-18T09:59', '2026-03-18T10:00'];
  const dataset = createDataset(
    { orders: times.map((placedAt, orderId) => ({ orderId, placedAt, grossSales: 10, customerId: 'ann' })) },
    { timeZone: 'Europe/Copenhagen' },
  );
  const question = { period: 'today', grain: 'day', asOf: '2026-03-18T10:00' } as const;
  const count = evaluateKpi(dataset, { ...question, kpi: 'order-count' });
  expect(count).toMatchObject({ value: 2, window: { until: '10:00', complete: false } });
  expect(count.comparisons[0]).toMatchObject({ value: 1, window: { until: '10:00' } });
  expect(count.series).toEqual([
    { start: '2026-03-18', end: '2026-03-18', value: 2, reason: undefined, complete: false },
  ]);
  const repeat = evaluateKpi(dataset, { ...question, kpi: 'repeat-purchase-rate' });
  expect(repeat.value).toBe(1);
  expect(repeat.comparisons[0]!.value).toBe(0);
});
