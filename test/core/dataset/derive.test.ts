import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const ask = (tables: TablesInput, kpi: string, question: Partial<KpiQuestion> = {}) =>
  evaluateKpi(createDataset(tables, { timeZone: 'UTC' }), {
    kpi,
    period: '2026-03-01/2026-03-31',
    asOf: '2026-03-31',
    compare: 'none',
    ...question,
  });
const bySegment = (tables: TablesInput, kpi: string, by: string) =>
  ask(tables, kpi, { by }).segments.map(({ key, value }) => [key, value]);

const order = (orderId: string, grossSales: number, more: object = {}) => ({
  ...{ orderId, placedAt: `2026-03-0${orderId}T10:00Z`, grossSales },
  ...more,
});

describe('an order that does not count', () => {
  const orders = [
    order('1', 100, { channel: 'email' }),
    order('2', 50, { isTest: true, channel: 'email' }),
    order('3', 20, { cancelledAt: '2026-03-04T10:00Z', channel: 'direct' }),
    order('4', 10, { isTest: 'no', cancelledAt: '', channel: 'direct' }),
  ];
  const refund = (refundId: string, orderId: string, amount: number) => ({
    refundId,
    orderId,
    refundedAt: '2026-03-10',
    amount,
  });

  test('is a test or cancelled', () => {
    expect(ask({ orders }, 'order-count').value).toBe(2);
    expect(ask({ orders }, 'average-order-value').value).toBe(55);
  });

  test('takes its refunds with it; a refund whose order is not in the data counts', () => {
    const refunds = [refund('a', '1', 30), refund('b', '3', 20), refund('c', '99', 5)];
    expect(ask({ orders, refunds }, 'net-sales').inputs).toEqual({ orderRevenue: 110, refundedAmount: 35 });
  });

  test('a refund lies in the segment of its order, on its own date', () => {
    const refunds = [refund('a', '1', 30), refund('c', '99', 5)];
    expect(bySegment({ orders, refunds }, 'net-sales', 'channel')).toEqual([
      ['email', 70],
      ['direct', 10],
      ['', -5],
    ]);
    const { series } = ask({ orders, refunds }, 'net-sales', { period: '2026-03-10/2026-03-10' });
    expect(series.map(({ value }) => value)).toEqual([-35]);
  });

  test('does not make its session one with a purchase', () => {
    const sessions = ['a', 'b', 'c', 'd'].map((sessionId) => ({ sessionId, startedAt: '2026-03-01T10:00Z' }));
    const named = orders.map((row, index) => ({ ...row, sessionId: ['a', 'b', 'c', 'a'][index] }));
    expect(ask({ orders: named, sessions }, 'conversion-rate')).toMatchObject({
      status: 'ok',
      value: 0.25,
      inputs: { sessionsWithPurchase: 1, sessions: 4 },
      warnings: [],
    });
  });
});

describe('sessions', () => {
  const sessions = [
    { sessionId: '1', startedAt: '2026-03-01T10:00Z', device: 'mobile', purchased: true },
    { sessionId: '2', startedAt: '2026-03-02T11:00Z', device: 'mobile', purchased: false },
    { sessionId: '3', startedAt: '2026-03-03T10:00Z', device: 'desktop', purchased: '' },
  ];

  test('say themselves whether they bought; an empty cell did not', () => {
    expect(ask({ sessions }, 'conversion-rate')).toMatchObject({
      value: 1 / 3,
      status: 'partial',
      warnings: [{ code: 'unknown-values', field: 'purchased', share: 1 / 3 }],
    });
    expect(bySegment({ sessions }, 'conversion-rate', 'device')).toEqual([
      ['mobile', 0.5],
      ['desktop', 0],
    ]);
  });

  test('without that, and without orders that name them, orders stand for purchases', () => {
    const plain = sessions.map(({ sessionId, startedAt }) => ({ sessionId, startedAt }));
    const result = ask({ sessions: plain, orders: [order('1', 5), order('2', 5)] }, 'conversion-rate');
    expect(result).toMatchObject({ value: 2 / 3, inputs: { orders: 2, sessions: 3 } });
    expect(result.warnings).toContainEqual({ code: 'orders-as-conversions', measure: 'sessionsWithPurchase' });
  });
});

test('discounts are taken off, an empty one is none; other parts of the money are added', () => {
  const orders = [
    order('1', 100, { discounts: 10, shippingCharged: 5, taxes: 22.5, duties: 1 }),
    order('2', 50, { discounts: '', shippingCharged: '', taxes: 12.5 }),
  ];
  const refunds = [
    { refundId: 'r', orderId: '1', refundedAt: '2026-03-09', amount: 20, shippingAmount: 5, taxAmount: 6.25 },
  ];
  const result = ask({ orders, refunds }, 'total-sales');
  expect(result.inputs).toEqual({
    orderRevenue: 140,
    refundedAmount: 20,
    shippingCharged: 5,
    refundedShipping: 5,
    taxes: 35,
    refundedTaxes: 6.25,
    duties: 1,
  });
  expect(result).toMatchObject({ status: 'ok', value: 149.75 });
});
