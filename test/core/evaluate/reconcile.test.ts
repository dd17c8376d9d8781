import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { DatasetOptions, TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const order = (orderId: string, placedAt: string, grossSales: number) => ({
  orderId,
  placedAt,
  grossSales,
  channel: 'email',
});
const tables: TablesInput = {
  orders: [
    order('0', '2026-01-31', 1),
    order('1', '2026-02-03', 100),
    order('2', '2026-02-20', 49.95),
    order('3', '2026-03-04', 50),
  ],
  refunds: [{ refundId: 'a', orderId: '1', refundedAt: '2026-02-25', amount: 30 }],
};
const february = { start: '2026-02-01', end: '2026-02-28', source: 'Shopify' };
const ask = (controlTotals: unknown, question: Partial<KpiQuestion> = {}, more: DatasetOptions = {}) =>
  evaluateKpi(createDataset(tables, { timeZone: 'UTC', currency: 'DKK', settings: { controlTotals }, ...more }), {
    ...{ kpi: 'net-sales', period: '2026-02-01/2026-03-31', asOf: '2026-03-31', compare: 'none' },
    ...question,
  });
const differing = ({ warnings }: ReturnType<typeof ask>) =>
  warnings.filter(({ code }) => code === 'differs-from-source');

describe('what another system states', () => {
  test('is set beside what the data come to in the same period, by how much they differ', () => {
    // 100 + 49.95 − 30 = 119.95 against 125.
    const result = ask([{ measure: 'net-sales', value: 125, ...february }]);
    expect(result.reconciliation).toEqual([
      { measure: 'net-sales', unit: 'currency', ...february, stated: 125, value: 119.95, difference: -5.05 },
    ]);
    expect(differing(result)).toEqual([
      { code: 'differs-from-source', measure: 'net-sales', source: 'Shopify', share: 5.05 / 125 },
    ]);
    // It changes neither the figure nor its status.
    expect(result).toMatchObject({ value: 169.95, status: 'ok' });
  });

  test('is the same where it was rounded to the smallest coin', () => {
    const orders = [order('1', '2026-02-03', 10.005)];
    const stated = (value: number) =>
      evaluateKpi(
        createDataset(
          { orders, refunds: [] },
          {
            timeZone: 'UTC',
            currency: 'DKK',
            settings: { controlTotals: [{ measure: 'orderRevenue', value, ...february }] },
          },
        ),
        { kpi: 'net-sales', period: '2026-02-01/2026-02-28', asOf: '2026-03-31', compare: 'none' },
      ).reconciliation[0]?.difference;
    // Up or down: half a øre is as far as rounding goes.
    expect([stated(10.01), stated(10), stated(10.02)]).toEqual([0, 0, expect.closeTo(-0.015)]);
  });

  test('is the same where each row was rounded to the smallest coin, which only finer amounts can be', () => {
    // 3 × 33.335 + 20 = 120.005; three amounts of half an øre, so at most 1.5 øre away.
    const stated = (...sales: readonly number[]) => {
      const orders = sales.map((grossSales, index) => order(`${index}`, '2026-02-03', grossSales));
      // Not in the period, and an order that does not count.
      const others = [order('m', '2026-03-03', 1.115), { ...order('t', '2026-02-04', 1.115), isTest: true }];
      const dataset = (value: number) =>
        createDataset(
          { orders: [...orders, ...others], refunds: [] },
          {
            ...{ timeZone: 'UTC', currency: 'DKK' },
            settings: { controlTotals: [{ measure: 'net-sales', value, ...february }] },
          },
        );
      return (value: number) =>
        evaluateKpi(dataset(value), { kpi: 'net-sales', period: '2026-02-01/2026-02-28', asOf: '2026-03-31' })
          .reconciliation[0]?.difference;
    };
    const fine = stated(33.335, 33.335, 33.335, 20);
    // 3 × 33.34 + 20 = 120.02, or 3 × 33.33 + 20 = 119.99; one øre more is too far.
    expect([120.02, 119.99, 120.03, 119.98].map(fine)).toEqual([0, 0, -0.025, 0.025]);
    expect([120.01, 120].map(stated(33.34, 33.33, 33.33, 20))).toEqual([-0.01, 0]);
  });

  test('of a part of the formula tells which part it is', () => {
    const result = ask([
      { measure: 'net-sales', value: 129.95, ...february },
      { measure: 'orderRevenue', value: 149.95, ...february },
      { measure: 'refundedAmount', value: 20, ...february },
      { measure: 'orders', value: 2, ...february },
    ]);
    expect(result.reconciliation.map(({ measure, difference }) => [measure, difference])).toEqual([
      ['net-sales', -10],
      ['orderRevenue', 0],
      ['refundedAmount', 10],
    ]);
    expect(differing(result).map(({ measure }) => measure)).toEqual(['net-sales', 'refundedAmount']);
    expect(
      ask([{ measure: 'orders', value: 2, ...february }], { kpi: 'average-order-value' }).reconciliation,
    ).toMatchObject([{ difference: 0 }]);
  });

  test('agrees where less than half a minor unit lies between', () => {
    const stated = (value: number) => ask([{ measure: 'net-sales', value, ...february }]).reconciliation[0]?.difference;
    expect([119.95, 119.954, 119.946].map(stated)).toEqual([0, 0, 0]);
    expect([119.94, 119.96].map(stated)).toEqual([0.01, -0.01]);
    const yen = ask([{ measure: 'net-sales', value: 120, ...february }], {}, { currency: 'JPY' });
    expect(yen.reconciliation[0]?.difference).toBe(0);
  });

  test('of nothing has no share', () => {
    const [warning] = differing(ask([{ measure: 'net-sales', value: 0, ...february }]));
    expect(warning).toEqual({ code: 'differs-from-source', measure: 'net-sales', source: 'Shopify' });
  });

  test.each<[string, object, Partial<KpiQuestion>, number]>([
    ['a period that touches the window', {}, { period: '2026-02-28/2026-03-31' }, 1],
    ['a period outside the window', {}, { period: '2026-03-01/2026-03-31' }, 0],
    ['a period that is not over', { end: '2026-03-31' }, { asOf: '2026-03-31T12:00Z' }, 0],
    ['a period that ends today, complete', { end: '2026-03-31' }, { asOf: '2026-03-31' }, 1],
    ['a period without data', { start: '2025-02-01', end: '2025-02-28' }, { period: '2025-01-01/2026-03-31' }, 0],
    ['a part of the whole', {}, { where: 'channel=email' }, 0],
  ])('is not always about the figure: %s', (_, total, question, count) => {
    const result = ask([{ measure: 'net-sales', value: 1, ...february, ...total }], question);
    expect(result.reconciliation).toHaveLength(count);
  });

  test('may stand beside the data, as rows or columns', () => {
    const controlTotals = {
      measure: ['net-sales'],
      value: [119.95],
      start: ['2026-02-01'],
      end: ['2026-02-28'],
      source: ['Shopify'],
    };
    const dataset = createDataset({ ...tables, controlTotals }, { timeZone: 'UTC', currency: 'DKK' });
    const { reconciliation } = evaluateKpi(dataset, { kpi: 'net-sales', period: 'last-2-months', asOf: '2026-03-31' });
    expect(reconciliation).toMatchObject([{ difference: 0 }]);
  });

  test('of amounts in several currencies cannot be held against the data', () => {
    const mixed = {
      ...tables,
      orders: [...(tables['orders'] as object[]), { ...order('4', '2026-02-04', 5), currency: 'EUR' }],
    };
    const settings = { controlTotals: [{ measure: 'net-sales', value: 125, ...february }] };
    const asked = (settings: object) =>
      evaluateKpi(
        createDataset(mixed as TablesInput, { timeZone: 'UTC', currency: 'DKK', settings: { ...settings } }),
        {
          ...{ kpi: 'net-sales', period: '2026-02-10/2026-03-31', asOf: '2026-03-31', compare: 'none' },
        },
      );
    // The euros of 4 February are no part of the figure, but of the total.
    expect(asked(settings)).toMatchObject({ value: 69.95, reconciliation: [] });
    const rates = [{ date: '2026-02-04', base: 'EUR', quote: 'DKK', rate: 7.46 }];
    // 119.95 + 5 × 7.46 = 157.25.
    expect(asked({ ...settings, rates }).reconciliation).toMatchObject([{ value: 157.25, difference: 32.25 }]);
  });

  test('must be complete', () => {
    expect(() => ask([{ measure: 'net-sales', value: 1, ...february, source: '' }])).toThrow(
      /controlTotals, row 1, source: empty/,
    );
  });

  test('is of a figure that there is', () => {
    const stated = { value: 1, ...february };
    expect(() =>
      ask([
        { measure: 'orders', ...stated },
        { measure: 'net-sale', ...stated },
      ]),
    ).toThrow(
      'settings, controlTotals, row 2, measure: "net-sale": expected the id of a KPI or measure; did you mean net-sales?',
    );
    const controlTotals = [
      { measure: 'turnover', ...stated },
      { measure: 'net-sales', ...stated },
    ];
    const { report } = createDataset({ ...tables, controlTotals }, { timeZone: 'UTC' });
    expect(report.tables.at(-1)).toMatchObject({
      ...{ table: 'controlTotals', rows: 1, refused: 1 },
      issues: [
        {
          row: 1,
          field: 'measure',
          reason: '"turnover": expected the id of a KPI or measure; did you mean inventory-turnover?',
        },
      ],
    });
  });
});
