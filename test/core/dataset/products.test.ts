import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const options = { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-31' };
const ask = (tables: TablesInput, kpi: string, question: Partial<KpiQuestion> = {}) =>
  evaluateKpi(createDataset(tables, options), {
    ...{ kpi, period: '2026-03-01/2026-03-31', compare: 'none', by: 'category' },
    ...question,
  });
const bySegment = (result: ReturnType<typeof ask>) => result.segments.map(({ key, value }) => [key, value]);

const orders = ['1', '2', '3'].map((orderId) => ({
  ...{ orderId, placedAt: '2026-03-02T10:00:00Z', grossSales: 100, cogs: 40, customerId: orderId },
}));
const line = (orderId: string, sku: string, category: string, lineTotal: number) => ({
  ...{ orderId, sku, category, lineTotal, quantity: 1, unitCost: lineTotal * 0.4 },
});
const orderLines = [
  line('1', 'lamp', 'Light', 70),
  line('1', 'cup', 'Kitchen', 30),
  line('2', 'cup', 'Kitchen', 40),
  line('2', 'pan', 'Kitchen', 60),
  line('3', 'lamp', 'Light', 100),
];
const refund = (refundId: string, orderId: string, amount: number, more: object = {}) => ({
  ...{ refundId, orderId, amount, units: 1, restockedCost: amount * 0.4, refundedAt: '2026-03-09T10:00:00Z' },
  ...more,
});

describe('refunds by category', () => {
  test('are those of the products that they name', () => {
    const refunds = [refund('a', '1', 70, { sku: 'lamp' }), refund('b', '2', 40, { sku: 'cup' })];
    const shop = { orders, orderLines, refunds };
    const net = ask(shop, 'net-sales');
    expect(bySegment(net)).toEqual([
      ['Light', 100],
      ['Kitchen', 90],
    ]);
    expect(net.value).toBe(190);
    expect(ask(shop, 'net-sales', { where: 'category=Light' }).value).toBe(100);
    // One lamp of two came back, one piece of kitchenware of three.
    expect(bySegment(ask(shop, 'return-rate'))).toEqual([
      ['Light', 0.5],
      ['Kitchen', 1 / 3],
    ]);
    expect(bySegment(ask(shop, 'gross-profit'))).toEqual([
      ['Light', 60],
      ['Kitchen', 54],
    ]);
    expect(bySegment(ask(shop, 'net-sales', { by: 'sku' }))).toEqual([
      ['lamp', 100],
      ['pan', 60],
      ['cup', 30],
    ]);
  });

  test('are those of an order that has one category only', () => {
    const refunds = [refund('a', '2', 40), refund('b', '3', 50)];
    expect(bySegment(ask({ orders, orderLines, refunds }, 'net-sales'))).toEqual([
      ['Light', 120],
      ['Kitchen', 90],
    ]);
    // Which of its two products came back is not known.
    expect(ask({ orders, orderLines, refunds }, 'net-sales', { by: 'sku' }).reason).toEqual({
      code: 'not-segmentable',
      measure: 'refundedAmount',
      dimension: 'sku',
    });
  });

  test('are refused where too many cannot be told, and named where few', () => {
    const told = Array.from({ length: 19 }, (_, index) => refund(`r${index}`, '3', 1));
    const open = refund('x', '1', 10);
    expect(bySegment(ask({ orders, orderLines, refunds: [...told, open] }, 'net-sales'))).toEqual([
      ['Light', 170 - 19],
      ['Kitchen', 130],
      ['', -10],
    ]);
    expect(ask({ orders, orderLines, refunds: [...told.slice(1), open] }, 'net-sales').reason).toMatchObject({
      code: 'not-segmentable',
      dimension: 'category',
    });
  });

  test('keep what they say themselves; a product may have changed its category since', () => {
    const lines = [...orderLines, line('3', 'cup', 'Bar', 10)];
    const refunds = [
      refund('a', '3', 10, { sku: 'cup' }),
      refund('b', '2', 5, { sku: 'cup' }),
      refund('c', '1', 7, { sku: 'lamp', category: 'Outlet' }),
      // An order that is not in the data: a lamp is a lamp everywhere.
      refund('d', '9', 3, { sku: 'lamp' }),
    ];
    const { segments } = ask({ orders, orderLines: lines, refunds }, 'net-sales');
    expect(segments.map(({ key, inputs }) => [key, inputs['refundedAmount']])).toEqual([
      ['Light', 3],
      ['Kitchen', 5],
      ['Bar', 10],
      ['Outlet', 7],
    ]);
  });
});

test('stock has the category that its products are sold under', () => {
  const snapshot = (sku: string, onHandUnits: number) => ({ date: '2026-03-31', sku, onHandUnits });
  const inventorySnapshots = [snapshot('lamp', 5), snapshot('cup', 0), snapshot('pan', 8)];
  const shop = { orders, orderLines, inventorySnapshots };
  expect(bySegment(ask(shop, 'inventory-level'))).toEqual([
    ['Kitchen', 8],
    ['Light', 5],
  ]);
  expect(bySegment(ask(shop, 'stockout-rate'))).toEqual([
    ['Kitchen', 0.5],
    ['Light', 0],
  ]);
  const unsold = { ...shop, inventorySnapshots: [...inventorySnapshots, snapshot('vase', 1)] };
  expect(ask(unsold, 'inventory-level').reason).toMatchObject({ code: 'not-segmentable', dimension: 'category' });
});

test('new customers by category are those whose first order had something of it', () => {
  expect(bySegment(ask({ orders, orderLines }, 'new-customers'))).toEqual([
    ['Kitchen', 2],
    ['Light', 2],
  ]);
});
