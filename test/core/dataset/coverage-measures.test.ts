import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const on = (day: number) => `2026-03-${String(day).padStart(2, '0')}`;
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const ordersOn = (days: readonly number[]) =>
  days.map((day) => ({ orderId: day, placedAt: `${on(day)}T10:00Z`, grossSales: 100 }));
const ask = (tables: TablesInput, more: Partial<KpiQuestion> = {}, settings = {}) =>
  evaluateKpi(createDataset(tables, { timeZone: 'UTC', currency: 'DKK', settings }), {
    ...{ kpi: 'data-completeness', period: '2026-03-01/2026-03-20', asOf: on(20), compare: 'none', ...more },
  });
const cells = ({ inputs }: ReturnType<typeof ask>) => [inputs['presentCells'], inputs['expectedCells']];

describe('the days that tables tell something of', () => {
  test('a day without a row is one of nothing where the table says so', () => {
    expect(cells(ask({ orders: ordersOn([1, 20]) }))).toEqual([20, 20]);
    // Records of energy say nothing of the days between them.
    const resourceUse = [1, 4].map((day) => ({
      ...{ periodStart: on(day), periodEnd: on(day), kind: 'energy', quantity: 1 },
    }));
    expect(cells(ask({ resourceUse }))).toEqual([2, 20]);
  });

  test('a feed that has fallen silent ends with its newest row', () => {
    // Rows on each of the 16 days up to the 16th, and none since.
    const orders = ordersOn(from(1, 16));
    const tickets = [{ ticketId: 1, createdAt: `${on(11)}T10:00Z` }];
    expect(cells(ask({ orders }))).toEqual([16, 20]);
    expect(ask({ orders, tickets }).value).toBe((16 + 10) / 40);
  });

  test('tables that are formed of lines are no more than the lines, and one without a row is not in use', () => {
    const orderLines = ordersOn(from(1, 10)).map(({ grossSales, ...line }) => ({ ...line, lineTotal: grossSales }));
    const returned = { orderId: 3, placedAt: `${on(12)}T10:00Z`, lineTotal: -20 };
    const tables = { orderLines: [...orderLines, returned], reviews: [] };
    expect(cells(ask(tables, { asOf: on(12), period: '2026-03-01/2026-03-12' }))).toEqual([12, 12]);
    const events = [1, 2].map((day) => ({ at: `${on(day)}T10:00Z`, name: 'page_view', sessionId: day }));
    expect(cells(ask({ events }, { period: '2026-03-01/2026-03-04', asOf: on(4) }))).toEqual([4, 4]);
  });

  test('what the shop declares goes before what its rows say', () => {
    const coverage = [{ entityId: 'orders', from: on(1), to: on(5) }];
    expect(cells(ask({ orders: ordersOn([1, 20]) }, {}, { coverage }))).toEqual([5, 20]);
  });
});

describe('the days that columns tell something of', () => {
  const dailyMeasures = [
    { date: on(1), channel: '', sessions: 10, orders: 1 },
    { date: on(2), channel: '', sessions: 10, orders: '' },
    { date: on(4), channel: '', sessions: '', orders: 2 },
    // Known by one of its parts.
    { date: on(5), channel: 'email', sessions: 3, orders: '' },
  ];
  const days = { period: '2026-03-01/2026-03-05', asOf: on(5) };

  test('are those with a number, column by column', () => {
    // Sessions on the 1st, 2nd and 5th; orders on the 1st and 4th.
    expect(cells(ask({ dailyMeasures }, days))).toEqual([3 + 2, 5 + 5]);
    expect(cells(ask({ dailyMeasures, orders: ordersOn([2]) }, days))).toEqual([3 + 2 + 4, 15]);
  });

  test('an empty cell that means 0 is one', () => {
    expect(cells(ask({ dailyMeasures }, days, { gapPolicy: 'zero' }))).toEqual([10, 10]);
  });
});

describe('a share of all days and sources', () => {
  const orders = ordersOn(from(1, 16));

  test('day by day, and against the days before', () => {
    const result = ask({ orders }, { period: '2026-03-13/2026-03-20', compare: 'previous-period' });
    expect(result.series.map(({ value }) => value)).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    expect(result.comparisons[0]).toMatchObject({ value: 1, change: { absolute: -0.5 }, evidence: 'significant' });
  });

  test('the running day is none yet', () => {
    expect(cells(ask({ orders }, { asOf: `${on(16)}T12:00:00Z`, period: 'this-month' }))).toEqual([15, 15]);
  });

  test('of nothing there is none, nor of a part', () => {
    expect(ask({}).reason?.code).toBe('no-rows');
    expect(ask({ orders }, { period: '2026-02-01/2026-02-10' }).reason?.code).toBe('outside-coverage');
    expect(ask({ orders }, { where: 'channel=email' }).reason?.code).toBe('not-segmentable');
  });
});
