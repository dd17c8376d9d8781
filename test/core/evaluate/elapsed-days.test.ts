import { expect, test } from 'vitest';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateDefinition } from '../../../src/core/evaluate/evaluate-kpi.js';

const perDay = { ...kpiCatalog.get('order-count')!, formula: 'orders / days()', acrossPeriods: 'ROS' } as const;
const orders = ['2026-03-01T08:00', '2026-03-28T09:00', '2026-03-29T01:00', '2026-03-29T09:00'].map((placedAt) => ({
  ...{ orderId: placedAt, placedAt, grossSales: 10 },
}));
const ask = (asOf: string, period: string) =>
  evaluateDefinition(createDataset({ orders }, { timeZone: 'Europe/Copenhagen', asOf }), perDay, {
    ...{ kpi: 'order-count', period, compare: 'none' },
  }).value;

test('days() counts a running day as far as it has passed, of the hours that it has', () => {
  // 29 March has 23 hours, of which 11 have passed at 12:00 summer time: 3 ÷ (1 + 11 ÷ 23).
  expect(ask('2026-03-29T12:00', '2026-03-28/2026-03-31')).toBeCloseTo(3 / (1 + 11 / 23), 12);
  expect(ask('2026-03-29', '2026-03-28/2026-03-31')).toBe(1.5);
  expect(ask('2026-04-05', '2026-03-28/2026-03-29')).toBe(1.5);
});

test('days() leaves out those that are not in the data', () => {
  // The data begin on 1 March: of 28 February to 2 March two days are known.
  expect(ask('2026-04-05', '2026-02-28/2026-03-02')).toBe(0.5);
});
