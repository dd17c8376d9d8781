import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as woocommerce from '../../../src/formats/platforms/woocommerce.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal, sumOf } from './reading.js';

const order = {
  id: 727,
  status: 'processing',
  currency: 'DKK',
  date_created: '2026-11-02T00:30:00',
  date_created_gmt: '2026-11-01T23:30:00',
  date_modified_gmt: '2026-11-05T08:00:00',
  prices_include_tax: true,
  discount_total: '5.00',
  shipping_total: '10.00',
  total_tax: '26.25',
  customer_id: 42,
  billing: { first_name: 'Jane', email: 'jane@example.com', country: 'SE' },
  shipping: { country: '' },
  line_items: [
    { id: 1, sku: '', product_id: 93, variation_id: 0, quantity: 2, subtotal: '60.00', total: '55.00' },
    { id: 2, sku: 'Bar3', product_id: 22, variation_id: 23, quantity: 1, subtotal: '40.00', total: '40.00' },
  ],
  refunds: [],
  meta_data: [
    { key: '_wc_order_attribution_device_type', value: 'Mobile' },
    { key: '_wc_order_attribution_utm_source', value: 'newsletter' },
    { key: '_wc_order_attribution_utm_campaign', value: 'november' },
  ],
};
const refund = {
  id: 9,
  parent_id: 727,
  date_created_gmt: '2026-11-10T12:00:00',
  amount: '87.50',
  refunded_by: 1,
  line_items: [{ quantity: -1, total: '-60.00', total_tax: '-15.00' }],
  shipping_lines: [{ total: '-10.00', total_tax: '-2.50' }],
};
const only = (changes: object) => readWith(woocommerce, [{ ...order, ...changes }]).tables['orders']?.[0];

describe('an order of WooCommerce', () => {
  it('is without tax whatever its prices are, and in UTC', () => {
    expect(only({})).toEqual({
      orderId: '727',
      placedAt: '2026-11-01T23:30:00Z',
      currency: 'DKK',
      customerId: '42',
      grossSales: 100,
      discounts: 5,
      shippingCharged: 10,
      taxes: 26.25,
      units: 3,
      country: 'SE',
      device: 'mobile',
      source: 'newsletter',
      campaign: 'november',
    });
  });

  it('without the time in UTC is in the shop’s own zone', () => {
    expect(only({ date_created_gmt: undefined })).toMatchObject({ placedAt: '2026-11-02T00:30:00' });
  });

  it('is a guest’s where the customer is 0', () => {
    expect(only({ customer_id: 0 })?.['customerId']).toBeUndefined();
  });

  it('is cancelled when it was last changed', () => {
    expect(only({ status: 'cancelled' })).toMatchObject({ cancelledAt: '2026-11-05T08:00:00Z' });
  });

  it.each(['pending', 'failed', 'checkout-draft', 'trash'])('is none while it is %s', (status) => {
    expect(only({ status })).toBeUndefined();
  });

  it('has lines with their share of the discount, and a product’s number where it has no SKU', () => {
    expect(readWith(woocommerce, [order]).tables['orderLines']).toEqual([
      { orderId: '727', lineId: '1', sku: '93', quantity: 2, lineTotal: 60, discount: 5 },
      { orderId: '727', lineId: '2', sku: 'Bar3', quantity: 1, lineTotal: 40, discount: 0 },
    ]);
  });

  it('with refunds of no date says so, and gives none', () => {
    const { tables, notes } = readWith(woocommerce, [{ ...order, refunds: [{ id: 1, total: '-10.00' }] }]);
    expect(tables['refunds']).toBeUndefined();
    expect(notes).toMatchObject([undefined, undefined, { code: 'undated-refunds' }]);
  });

  it('as many as a page holds, is noted in the report', async () => {
    const orders = Array.from({ length: 10 }, (_, id) => ({ ...order, id: id + 1 }));
    const { report } = await loadDataset(orders);
    expect(report.notes).toMatchObject([
      { code: 'platform', details: { platform: 'woocommerce', title: 'WooCommerce' } },
      { code: 'perhaps-a-page', message: '10 rows are as many as a page holds; there may be more.' },
    ]);
    expect((await loadDataset(orders.slice(1))).report.notes).toHaveLength(1);
  });
});

describe('a refund of WooCommerce', () => {
  const read = (changes: object) => readWith(woocommerce, [{ ...refund, ...changes }]).tables['refunds']?.[0];

  it('is split into goods, shipping and tax', () => {
    expect(read({})).toEqual({
      refundId: '9',
      orderId: '727',
      refundedAt: '2026-11-10T12:00:00Z',
      amount: 60,
      shippingAmount: 10,
      taxAmount: 17.5,
      units: 1,
      kind: 'return',
    });
  });

  it('of an amount alone is merchandise without return', () => {
    expect(read({ line_items: [], shipping_lines: [] })).toMatchObject({ amount: 87.5, units: 0, kind: 'refund-only' });
  });

  it('may stand beside the orders', async () => {
    const { report } = await loadDataset({ orders: [order], refunds: [refund] });
    expect(report.tables.map(({ table, rows }) => [table, rows])).toEqual([
      ['orders', 1],
      ['orderLines', 2],
      ['refunds', 1],
    ]);
  });
});

describe('reports of WooCommerce', () => {
  const report = {
    totals_grouped_by: 'day',
    totals: {
      '2026-11-01': { sales: '137.50', orders: 3, items: 6, tax: '25.00', shipping: '12.50', discount: '20.00' },
    },
  };

  it('the sales report: sales without tax and shipping', () => {
    expect(readWith(woocommerce, [report]).tables['dailyMeasures']).toEqual([
      {
        date: '2026-11-01',
        orders: 3,
        unitsSold: 6,
        orderRevenue: 100,
        discounts: 20,
        grossSales: 120,
        taxes: 25,
        shippingCharged: 12.5,
      },
    ]);
    expect(refusal(() => readWith(woocommerce, [{ ...report, totals_grouped_by: 'month' }]))).toContain(
      'incomplete-data',
    );
  });

  const subtotals = {
    orders_count: 4,
    num_items_sold: 9,
    gross_sales: 500,
    coupons: 40,
    refunds: 60,
    shipping: 20,
    taxes: 105,
    net_revenue: 400,
    total_sales: 525,
  };
  const interval = { interval: '2026-11-01', subtotals };

  it('the statistics: parts, from which totals are worked out', () => {
    const { tables } = readWith(woocommerce, { totals: { orders_count: 4 }, intervals: [interval] });
    expect(tables['dailyMeasures']).toEqual([
      {
        date: '2026-11-01',
        orders: 4,
        unitsSold: 9,
        grossSales: 500,
        discounts: 40,
        refundedAmount: 60,
        shippingCharged: 20,
        taxes: 105,
      },
    ]);
  });

  it('a page of the statistics, and weeks, are refused', () => {
    const page = { totals: { orders_count: 20 }, intervals: [interval] };
    expect(refusal(() => readWith(woocommerce, page))).toContain('4 of 20 orders');
    const weeks = { totals: { orders_count: 4 }, intervals: [{ ...interval, interval: '2026-44' }] };
    expect(refusal(() => readWith(woocommerce, weeks))).toContain('interval=day');
  });

  it(
    'law: anything is tables or a KpiError',
    () =>
      expectNoOtherError(woocommerce, [order], [refund], [report], {
        totals: { orders_count: 4 },
        intervals: [interval],
      }),
    60_000,
  );
});

describe.skipIf(!hasAnswers)('collected answers of WooCommerce (../shared/data/api)', () => {
  it('two orders: 68.35 in all, with shipping and tax, of five pieces', () => {
    const { orders } = readWith(woocommerce, answerIn('woocommerce-rest-v3/orders--list-all-orders.json')).tables;
    const paid =
      sumOf(orders, 'grossSales') -
      sumOf(orders, 'discounts') +
      sumOf(orders, 'shippingCharged') +
      sumOf(orders, 'taxes');
    expect(orders).toHaveLength(2);
    expect(paid).toBeCloseTo(68.35, 10);
    expect(sumOf(orders, 'units')).toBe(5);
  });

  it('two refunds of order 723: 19.00', () => {
    const { refunds } = readWith(
      woocommerce,
      answerIn('woocommerce-rest-v3/order-refunds--list-all-refunds.json'),
    ).tables;
    expect(refunds?.map(({ orderId, kind, amount }) => [orderId, kind, amount])).toEqual([
      ['723', 'refund-only', 10],
      ['723', 'return', 9],
    ]);
  });

  it('the sales report: net sales of 4.00, recognised from its text', async () => {
    const text = JSON.stringify(answerIn('woocommerce-rest-v3/reports--retrieve-sales-report.json'));
    const { report } = await loadDataset(text);
    expect(report.tables).toMatchObject([{ table: 'dailyMeasures', rows: 2, first: '2016-05-03', last: '2016-05-04' }]);
    const { tables } = readWith(woocommerce, JSON.parse(text));
    expect(sumOf(tables['dailyMeasures'], 'orderRevenue')).toBe(4);
  });
});
