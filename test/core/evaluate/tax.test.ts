import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { starterKpis } from '../../../src/core/evaluate/starter-kpis.js';

const orders = [
  {
    ...{ orderId: '1', placedAt: '2026-03-02', grossSales: 125, discounts: 25, cogs: 40 },
    ...{ shippingCharged: 10, taxes: 22, duties: 5, customerId: 'ann' },
  },
];
const refunds = [
  { refundId: 'a', orderId: '1', refundedAt: '2026-03-03', amount: 20, shippingAmount: 2, taxAmount: 4 },
];
const adSpend = [{ date: '2026-03-02', cost: 10, attributedRevenue: 50 }];
const all = { orders, refunds, adSpend };

const datasetOf = (taxTreatment: string, tables: TablesInput) =>
  createDataset(tables, { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-31', settings: { taxTreatment } });
const ask = (kpi: string, taxTreatment = 'inclusive', tables: TablesInput = all) =>
  evaluateKpi(datasetOf(taxTreatment, tables), { kpi, period: '2026-03-02/2026-03-03', compare: 'none' });
const codes = (kpi: string, taxTreatment?: string, tables?: TablesInput) =>
  ask(kpi, taxTreatment, tables).warnings.map(({ code }) => code);

describe('amounts that include tax', () => {
  test.each(['gross-merchandise-value', 'net-sales', 'total-sales', 'average-order-value', 'roas'])(
    '%s says so',
    (kpi) => {
      expect(codes(kpi)).toContain('tax-inclusive');
      expect(codes(kpi, 'exclusive')).not.toContain('tax-inclusive');
    },
  );

  test.each(['customer-acquisition-cost', 'order-count'])('%s has none in it', (kpi) => {
    expect(ask(kpi).value).toBe(kpi === 'order-count' ? 1 : 10);
    expect(codes(kpi)).not.toContain('tax-inclusive');
  });

  test('are not set against costs, which are without it', () => {
    for (const kpi of ['gross-profit', 'gross-margin']) {
      expect(ask(kpi)).toMatchObject({ status: 'refused', value: undefined, reason: { code: 'tax-mismatch' } });
      expect(ask(kpi, 'exclusive').reason).toBeUndefined();
    }
    expect(starterKpis(datasetOf('inclusive', all))).not.toContain('gross-margin');
    expect(starterKpis(datasetOf('exclusive', all))).toContain('gross-margin');
  });

  test('are not given their tax once more: total sales', () => {
    // Without it: 100 − 20 + 10 − 2 + 22 − 4 + 5. With it the tax stands in every amount already.
    expect(ask('total-sales', 'exclusive').value).toBe(111);
    expect(ask('total-sales')).toMatchObject({
      value: 93,
      formula: 'orderRevenue - refundedAmount + shippingCharged - refundedShipping + duties',
    });
    // Nor is it missed where the data do not tell it.
    const { taxes: _, ...bare } = orders[0]!;
    expect(codes('total-sales', 'inclusive', { orders: [bare], refunds })).not.toContain('parts-unknown');
    expect(codes('total-sales', 'exclusive', { orders: [bare], refunds })).toContain('parts-unknown');
  });

  test('in daily numbers, too', () => {
    const dailyMeasures = [{ date: '2026-03-02', netSales: 10 }];
    expect(codes('net-sales', 'inclusive', { dailyMeasures })).toContain('tax-inclusive');
  });
});

test('what is neither inclusive nor exclusive is refused', () => {
  expect(() => ask('net-sales', 'some')).toThrow(/taxTreatment: found "some".*Expected exclusive, inclusive\./);
});

test('gross, net and total sales: each on its own date, without tests and what was cancelled', () => {
  const order = (orderId: string, more: object) => ({ ...orders[0], orderId, ...more });
  const tables = {
    orders: [...orders, order('2', { isTest: true }), order('3', { cancelledAt: '2026-03-02' })],
    refunds: [...refunds, ...['2', '3'].map((orderId) => ({ ...refunds[0]!, refundId: orderId, orderId }))],
  };
  const days = (kpi: string) => ask(kpi, 'exclusive', tables).series.map(({ value }) => value);
  // The order of the 2nd, and the refund of the 3rd, which leaves the 2nd as it was.
  expect(days('gross-merchandise-value')).toEqual([125, 0]);
  expect(days('net-sales')).toEqual([100, -20]);
  expect(days('total-sales')).toEqual([100 + 10 + 22 + 5, -20 - 2 - 4]);
});
