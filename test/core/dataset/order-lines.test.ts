import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const ask = (tables: TablesInput, kpi: string, question: Partial<KpiQuestion> = {}) =>
  evaluateKpi(createDataset(tables, { timeZone: 'Europe/Copenhagen' }), {
    kpi,
    period: '2026-03-01/2026-03-31',
    asOf: '2026-03-31',
    compare: 'none',
    ...question,
  });

const line = (orderId: string, placedAt: string, quantity: number, unitPrice: number, more: object = {}) => ({
  ...{ orderId, placedAt, quantity, unitPrice },
  ...more,
});

describe('lines alone', () => {
  const orderLines = [
    line('1', '2026-03-02T09:00', 2, 10, { sku: 'cup', customerId: '', channel: 'email' }),
    line('1', '2026-03-01T23:30', 1, 5.5, { sku: 'plate', customerId: 'ann', channel: 'direct' }),
    line('2', '2026-03-03T12:00', 3, 10, { sku: 'cup', customerId: 'ann', discount: 4 }),
    line('1', '2026-03-10T12:00', -1, 10, { sku: 'cup' }),
    line('3', '2026-03-11T12:00', -2, 5.5, { sku: 'plate' }),
  ];

  test('form one order per number; one of returned lines only is no order', () => {
    expect(ask({ orderLines }, 'order-count').value).toBe(2);
    expect(ask({ orderLines }, 'average-order-value').inputs).toEqual({ orderRevenue: 51.5, orders: 2 });
    expect(ask({ orderLines }, 'average-order-value').value).toBe(25.75);
  });

  test('without a row have nothing to say, and nothing to miss', () => {
    expect(ask({ orderLines: [] }, 'order-count')).toMatchObject({ status: 'missing', reason: { code: 'no-rows' } });
  });

  test('an order is placed when its first line was, and takes the first known value of everything else', () => {
    const { series } = ask({ orderLines }, 'order-count', { period: '2026-03-01/2026-03-03', grain: 'day' });
    expect(series.map(({ value }) => value)).toEqual([1, 0, 1]);
    const { segments } = ask({ orderLines }, 'order-count', { by: 'channel' });
    expect(segments.map(({ key, value }) => [key, value])).toEqual([
      ['', 1],
      ['email', 1],
    ]);
    expect(ask({ orderLines }, 'repeat-purchase-rate').inputs).toEqual({ repeatCustomers: 1, activeCustomers: 1 });
  });

  test('a line of negative quantity is a refund on its own date', () => {
    const sales = ask({ orderLines }, 'net-sales');
    expect(sales.inputs).toEqual({ orderRevenue: 51.5, refundedAmount: 21 });
    expect(sales.value).toBe(30.5);
    expect(sales.status).toBe('ok');
    const days = ask({ orderLines }, 'net-sales', { period: '2026-03-10/2026-03-11', grain: 'day' }).series;
    expect(days.map(({ value }) => value)).toEqual([-10, -11]);
  });

  test('so is one of negative amount', () => {
    const totals = [
      { orderId: '1', placedAt: '2026-03-01', lineTotal: 20 },
      { orderId: '1', placedAt: '2026-03-02', lineTotal: -5 },
    ];
    expect(ask({ orderLines: totals }, 'net-sales').inputs).toEqual({ orderRevenue: 20, refundedAmount: 5 });
  });

  test('without any such line, refunds are unknown and the figure says so', () => {
    const sales = ask({ orderLines: orderLines.slice(0, 3) }, 'net-sales');
    expect(sales).toMatchObject({ status: 'partial', value: 51.5 });
    expect(sales.warnings).toEqual([{ code: 'refunds-unknown', measure: 'refundedAmount' }]);
  });

  test('a table of refunds goes before negative lines', () => {
    const refunds = [{ refundId: 'r', orderId: '1', refundedAt: '2026-03-12', amount: 1 }];
    expect(ask({ orderLines, refunds }, 'net-sales').inputs).toEqual({ orderRevenue: 51.5, refundedAmount: 1 });
  });

  test('split by article: sales from the lines, orders that hold the article', () => {
    const sales = ask({ orderLines }, 'net-sales', { by: 'sku' });
    expect(sales.segments.map(({ key, value, inputs }) => [key, value, inputs])).toEqual([
      ['cup', 36, { orderRevenue: 46, refundedAmount: 10 }],
      ['plate', -5.5, { orderRevenue: 5.5, refundedAmount: 11 }],
    ]);
    const orders = ask({ orderLines }, 'order-count', { by: 'sku' });
    expect(orders.value).toBe(2);
    expect(orders.segments.map(({ key, value }) => [key, value])).toEqual([
      ['cup', 2],
      ['plate', 1],
    ]);
  });

  test('what a line cannot tell is refused by article', () => {
    expect(ask({ orderLines }, 'repeat-purchase-rate', { by: 'sku' })).toMatchObject({
      status: 'refused',
      value: undefined,
      reason: { code: 'not-segmentable', measure: 'repeatCustomers', dimension: 'sku' },
    });
  });

  test('have each a total, or quantity and price; a line with neither is refused', () => {
    const orderLines = [
      { orderId: '1', placedAt: '2026-03-01', quantity: 2, unitPrice: 50 },
      { orderId: '2', placedAt: '2026-03-02', quantity: 1, lineTotal: 20.5 },
      { orderId: '3', placedAt: '2026-03-03', unitPrice: 70 },
      { orderId: '1', placedAt: '2026-03-05', quantity: -1, unitPrice: 50 },
    ];
    expect(ask({ orderLines }, 'net-sales')).toMatchObject({
      value: 70.5,
      inputs: { orderRevenue: 120.5, refundedAmount: 50 },
    });
    expect(ask({ orderLines }, 'order-count').value).toBe(2);
    const [report] = createDataset({ orderLines }).report.tables;
    expect(report).toMatchObject({ rows: 3, refused: 1, issues: [{ row: 3, field: 'lineTotal' }] });
  });

  test('an amount is needed, and a time', () => {
    expect(() => createDataset({ orderLines: [{ orderId: '1', placedAt: '2026-03-01', quantity: 1 }] })).toThrow(
      expect.objectContaining({ code: 'missing-field', details: expect.objectContaining({ field: 'lineTotal' }) }),
    );
    expect(() => createDataset({ orderLines: [{ orderId: '1', lineTotal: 1, date: '2026-03-01' }] })).toThrow(
      expect.objectContaining({ code: 'missing-field', details: expect.objectContaining({ field: 'placedAt' }) }),
    );
  });
});

describe('lines beside orders', () => {
  test('a line whose order is not in the data counts at its own time', () => {
    const known = [{ orderId: '1', placedAt: '2026-03-01T10:00', grossSales: 20 }];
    const lines = [
      { orderId: '1', sku: 'cup', lineTotal: 20, placedAt: '2026-03-31T10:00' },
      { orderId: '9', sku: 'plate', lineTotal: 7, placedAt: '2026-03-05T10:00' },
    ];
    const { segments } = ask({ orders: known, orderLines: lines }, 'average-order-value', {
      by: 'sku',
      period: '2026-03-01/2026-03-05',
    });
    expect(segments.map(({ key, value }) => [key, value])).toEqual([
      ['cup', 20],
      ['plate', 7],
    ]);
  });

  const orders = [
    { orderId: '1', placedAt: '2026-03-01T10:00', grossSales: 30, channel: 'email' },
    { orderId: '2', placedAt: '2026-03-02T10:00', grossSales: 8, channel: 'direct', cancelledAt: '2026-03-03T10:00' },
  ];
  const orderLines = [
    { orderId: '1', sku: 'cup', lineTotal: 20 },
    { orderId: '1', sku: 'plate', lineTotal: 10 },
    { orderId: '2', sku: 'cup', lineTotal: 8 },
  ];

  test('split by article under the orders’ own dates, segments and cancellations', () => {
    const gross = ask({ orders, orderLines }, 'average-order-value', { by: 'sku' });
    expect(gross.value).toBe(30);
    expect(gross.segments.map(({ key, value }) => [key, value])).toEqual([
      ['cup', 20],
      ['plate', 10],
    ]);
    expect(ask({ orders, orderLines }, 'average-order-value', { by: 'sku', where: 'channel=direct' }).segments).toEqual(
      [],
    );
  });
});
