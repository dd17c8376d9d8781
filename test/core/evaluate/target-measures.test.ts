import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

// 10 orders of 100 in January, 20 in February, 30 in March up to the 20th.
const orders = [
  ['01', 10],
  ['02', 20],
  ['03', 30],
].flatMap(([month, count]) =>
  Array.from({ length: Number(count) }, (_, nth) => ({
    ...{ orderId: `${month}${nth}`, placedAt: `2026-${month}-${String(1 + (nth % 20)).padStart(2, '0')}T10:00Z` },
    ...{ grossSales: 100, channel: nth % 2 === 0 ? 'email' : 'direct' },
  })),
);
const target = (kpiId: string, month: string, days: number, value: number) => ({
  ...{ kpiId, periodStart: `2026-${month}-01`, periodEnd: `2026-${month}-${days}`, value },
});
const targets = [
  target('order-count', '01', 31, 12),
  target('order-count', '02', 28, 12),
  target('order-count', '03', 31, 12),
  target('average-order-value', '02', 28, 100.01),
  target('gross-merchandise-value', '02', 28, 2000),
];
const ask = (more: Partial<KpiQuestion> = {}, given: object = { settings: { targets } }, data: object = {}) =>
  evaluateKpi(createDataset({ orders, ...data }, { timeZone: 'UTC', currency: 'DKK', ...given }), {
    ...{ kpi: 'target-attainment-rate', period: '2026-01-01/2026-03-31', asOf: '2026-03-20', compare: 'none', ...more },
  });

describe('targets that are met', () => {
  test('are none in an empty list, which harms no other figure', () => {
    const given = { settings: { targets: [] } };
    expect(ask({}, given)).toMatchObject({ value: undefined, reason: { code: 'no-data' } });
    expect(ask({ kpi: 'order-count' }, given)).toMatchObject({ value: 60, target: undefined });
  });

  test('are a share of those whose days are over and lie in the period', () => {
    // 10 of 12 orders in January; 20 of 12, 100 of 100.01 and 2,000 of 2,000 in February. March is not over.
    expect(ask()).toMatchObject({ value: 2 / 4, inputs: { kpisOnTarget: 2, kpisWithTarget: 4 }, unit: 'percent' });
    const late = { orderId: 'late', placedAt: '2026-03-31T10:00Z', grossSales: 100 };
    expect(ask({ asOf: '2026-03-31' }, undefined, { orders: [...orders, late] }).value).toBe(3 / 5);
    // Without that one the orders have fallen silent: a part of March is not held against the target of the whole.
    expect(ask({ asOf: '2026-03-31' }).value).toBe(2 / 4);
    // Which is said: of March there are twenty days so far.
    const running = { code: 'targets-running', count: 1 };
    expect(ask().warnings).toContainEqual(running);
    expect(ask({ period: 'this-month' })).toMatchObject({ value: undefined, warnings: [running] });
    expect(ask({ asOf: '2026-03-31' }).warnings).toEqual([]);
    expect(ask({ period: '2026-02-01/2026-02-28' }).value).toBe(2 / 3);
  });

  test('month by month', () => {
    const { series } = ask({ grain: 'month' });
    expect(series.map(({ value, reason }) => value ?? reason?.code)).toEqual([0, 2 / 3, 'zero-denominator']);
  });

  test('the last day of a period still runs', () => {
    const lastDay = { period: '2026-02-01/2026-02-28', asOf: '2026-02-28T12:00:00Z' };
    expect(ask(lastDay).reason?.code).toBe('zero-denominator');
    expect(ask({ ...lastDay, asOf: '2026-03-01T00:00:00Z' }).value).toBe(2 / 3);
  });

  test('are those of the data and of the settings, which go before them', () => {
    const settings = { targets: [target('order-count', '01', 31, 10)] };
    // January is met now.
    expect(ask({}, { settings }, { targets }).value).toBe(3 / 4);
  });

  test('are set for the whole shop', () => {
    expect(ask({ where: 'channel=email' }).reason).toMatchObject({ code: 'not-segmentable', measure: 'kpisOnTarget' });
  });

  test('may be of the shop’s own KPIs', () => {
    const kpiDefinitions = [
      { id: 'orders-a-day', unit: 'ratio', direction: 'up', formula: 'orders / days()' },
    ] as const;
    const settings = { targets: [target('orders-a-day', '02', 28, 0.7)] };
    // 20 orders in 28 days.
    expect(ask({}, { settings, kpiDefinitions }).value).toBe(1);
  });

  test('are nothing without a target', () => {
    expect(ask({}, {}).reason).toEqual({ code: 'no-data', measure: 'kpisOnTarget' });
    expect(ask({ period: '2026-02-02/2026-02-27' }).reason?.code).toBe('zero-denominator');
    expect(ask({ period: '2025-02-01/2025-02-28' }).reason?.code).toBe('outside-coverage');
  });
});

test('a target for a KPI that there is not is refused by name', () => {
  const settings = { targets: [target('order-cuont', '01', 31, 12)] };
  expect(() => ask({}, { settings })).toThrow(
    'settings, targets, row 1, kpiId: "order-cuont": expected the id of a KPI; did you mean order-count?',
  );
  const { report } = createDataset({ orders, targets: [...targets, target('orders', '01', 31, 12)] }, {});
  expect(report.tables.at(-1)).toMatchObject({ table: 'targets', rows: 5, refused: 1 });
});
