import { expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { askedDays } from '../../../src/core/evaluate/asked-days.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';

const dataset = createDataset(
  {
    orders: [
      { orderId: 'o1', placedAt: '2025-01-15T10:00:00Z', grossSales: 100 },
      { orderId: 'o2', placedAt: '2026-03-02T10:00:00Z', grossSales: 100 },
    ],
  },
  { timeZone: 'UTC', currency: 'DKK' },
);
const asOf = '2026-03-04T09:30:00Z';

test('says the days of a period, of what it is compared with, and of the data', () => {
  const days = askedDays(dataset, { asOf, period: 'last-7-days', compare: 'previous-period previous-year' });
  expect(days).toMatchObject({
    window: { start: '2026-02-25', end: '2026-03-03' },
    comparisons: [
      { name: 'previous-period', window: { start: '2026-02-18', end: '2026-02-24' } },
      { name: 'previous-year', window: { start: '2025-02-25', end: '2025-03-03' } },
    ],
    first: '2025-01-15',
    last: '2026-03-04',
  });
});

test.each(['today', 'last-12-weeks', 'this-month', 'last-quarter', 'all', '2026-01-01/2026-01-31'])(
  'says the same days of %s as a figure does',
  (period) => {
    const question = { asOf, period, compare: 'previous-period' };
    const { window, comparisons } = evaluateKpi(dataset, { ...question, kpi: 'order-count' });
    expect(askedDays(dataset, question)).toMatchObject({
      window,
      comparisons: comparisons.map(({ name, window: other }) => ({ name, window: other })),
    });
  },
);

test('compares with nothing of its own choice', () => {
  expect(askedDays(dataset, { asOf })?.comparisons).toEqual([]);
});

test('knows no days where there are no data', () => {
  expect(askedDays(createDataset({ orders: [] }, { timeZone: 'UTC' }), { asOf })).toBeUndefined();
});

test('knows the days of data that are elsewhere, but not where they begin', () => {
  const shop = createDataset({}, { timeZone: 'UTC' });
  expect(askedDays(shop, { asOf, period: 'last-7-days', compare: 'previous-period' }, true)).toMatchObject({
    window: { start: '2026-02-25', end: '2026-03-03' },
    comparisons: [{ window: { start: '2026-02-18', end: '2026-02-24' } }],
    first: undefined,
    last: '2026-03-04',
  });
  expect(askedDays(shop, { asOf, period: 'all' }, true)).toBeUndefined();
});
