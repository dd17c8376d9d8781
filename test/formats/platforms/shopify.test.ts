import { describe, expect, it } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as shopify from '../../../src/formats/platforms/shopify.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal, sumOf } from './reading.js';

/** Two shirts of 100 and a cap of 50 with 10 off the cap, shipped for 8, 25 % tax on all of it beside the prices. */
const order = {
  id: 1,
  created_at: '2026-11-01T23:30:00-05:00',
  processed_at: '2026-11-02T00:10:00-05:00',
  currency: 'USD',
  taxes_included: false,
  test: false,
  cancelled_at: null,
  email: 'jane@example.com',
  customer: { id: 77, first_name: 'Jane' },
  shipping_address: { country_code: 'CA', name: 'Jane' },
  total_line_items_price: '250.00',
  total_discounts: '10.00',
  total_tax: '62.00',
  shipping_lines: [{ price: '8.00', tax_lines: [{ rate: 0.25 }] }],
  line_items: [
    { id: 11, sku: 'shirt', price: '100.00', quantity: 2, vendor: 'Acme', tax_lines: [{ rate: 0.25 }] },
    {
      id: 12,
      sku: 'cap',
      price: '50.00',
      quantity: 1,
      tax_lines: [{ rate: 0.25 }],
      discount_allocations: [{ amount: '10.00' }],
    },
  ],
  refunds: [],
};

const refund = {
  id: 9,
  created_at: '2026-11-10T12:00:00Z',
  note: 'Jane changed her mind',
  refund_line_items: [
    { quantity: 1, subtotal: 100, total_tax: 25, restock_type: 'return', line_item: { price: '100.00' } },
  ],
  order_adjustments: [
    { kind: 'shipping_refund', amount: '-4.00', tax_amount: '-1.00' },
    { kind: 'refund_discrepancy', amount: '-3.00', tax_amount: '0.00' },
  ],
};

const readOrder = (changes: object) => readWith(shopify, { orders: [{ ...order, ...changes }] }).tables;
const only = (changes: object) => readOrder(changes)['orders']?.[0];

describe('an order of Shopify', () => {
  it('is its sales, its discount, its shipping and its tax, on the day of its processing', () => {
    expect(readOrder({})).toEqual({
      orders: [
        {
          orderId: '1',
          placedAt: '2026-11-02T00:10:00-05:00',
          currency: 'USD',
          customerId: '77',
          grossSales: 250,
          discounts: 10,
          shippingCharged: 8,
          taxes: 62,
          units: 3,
          isTest: false,
          country: 'CA',
        },
      ],
      orderLines: [
        { orderId: '1', lineId: '11', sku: 'shirt', quantity: 2, unitPrice: 100, discount: 0, brand: 'Acme' },
        { orderId: '1', lineId: '12', sku: 'cap', quantity: 1, unitPrice: 50, discount: 10 },
      ],
      refunds: [],
    });
  });

  it('with prices that include tax: each amount is divided by one and its own rate', () => {
    const lines = [
      { price: '125.00', quantity: 2, tax_lines: [{ rate: 0.25 }], discount_allocations: [{ amount: '12.50' }] },
      // Food at two rates: 110 / 1.10.
      { price: '110.00', quantity: 1, tax_lines: [{ rate: 0.06 }, { rate: 0.04 }], discount_allocations: [] },
    ];
    const shipping = [{ price: '20.00', discounted_price: '10.00', tax_lines: [{ rate: 0.25 }] }];
    const read = only({ taxes_included: true, line_items: lines, shipping_lines: shipping });
    expect(read?.['grossSales']).toBeCloseTo(200 + 100, 10);
    expect(read).toMatchObject({ discounts: 10, shippingCharged: 8 });
  });

  it('without allocations takes the discounts of the whole order', () => {
    const [shirt, cap] = order.line_items;
    const lines = [shirt, { ...cap, discount_allocations: undefined }];
    expect(only({ line_items: lines, total_discounts: '25.50' })).toMatchObject({ discounts: 25.5 });
  });

  it('counts neither a gift card nor a tip as a sale', () => {
    const gift = { id: 13, price: '500.00', quantity: 1, gift_card: true, discount_allocations: [{ amount: '5.00' }] };
    const tip = { id: 14, price: '15.00', quantity: 1, tip_payment_gateway: null };
    const read = readOrder({ line_items: [...order.line_items, gift, tip], total_line_items_price: '765.00' });
    expect(read['orders']?.[0]).toMatchObject({ grossSales: 250, discounts: 10, units: 3 });
    expect(read['orderLines']).toHaveLength(2);
  });

  it('is a guest’s without a customer, and says when it was cancelled or is a test', () => {
    expect(only({ customer: null })?.['customerId']).toBeUndefined();
    expect(only({ cancelled_at: '2026-11-03T10:00:00Z', test: true })).toMatchObject({
      cancelledAt: '2026-11-03T10:00:00Z',
      isTest: true,
    });
  });

  it('with an amount that is none is refused and counted, not summed', async () => {
    const odd = { ...order, id: 2, total_line_items_price: 'n/a' };
    const { report } = await loadDataset({ orders: [order, odd] });
    expect(report.tables[0]).toMatchObject({ table: 'orders', rows: 1, refused: 1, issues: [{ field: 'grossSales' }] });
  });

  it('keeps no name and no address', () => {
    expect(JSON.stringify(readOrder({}))).not.toMatch(/jane/i);
  });

  it('as many as a page holds, is noted', () => {
    const orders = Array.from({ length: 50 }, (_, id) => ({ ...order, id: id + 1 }));
    expect(readWith(shopify, { orders }).notes).toMatchObject([{ code: 'perhaps-a-page', details: { rows: 50 } }]);
    expect(readWith(shopify, { orders: orders.slice(1) }).notes).toEqual([undefined]);
  });
});

describe('a refund of Shopify', () => {
  const read = (changes: object, ofOrder: object = {}) =>
    readOrder({ ...ofOrder, refunds: [{ ...refund, ...changes }] })['refunds']?.[0];

  it('is on its own day: goods and what was given beside them, shipping and tax apart', () => {
    expect(read({})).toEqual({
      refundId: '9',
      orderId: '1',
      refundedAt: '2026-11-10T12:00:00Z',
      currency: 'USD',
      amount: 103,
      shippingAmount: 4,
      taxAmount: 26,
      units: 1,
      kind: 'return',
    });
  });

  it('with prices that include tax leaves the tax out', () => {
    const lines = [{ ...refund.refund_line_items[0], subtotal: 125 }];
    expect(read({ refund_line_items: lines, order_adjustments: [] }, { taxes_included: true })).toMatchObject({
      amount: 100,
      taxAmount: 25,
    });
  });

  it('of an amount alone returns no goods; of goods never sent is a cancellation', () => {
    expect(read({ refund_line_items: [] })).toMatchObject({ amount: 3, units: 0, kind: 'refund-only' });
    const lines = [{ ...refund.refund_line_items[0], restock_type: 'cancel' }];
    expect(read({ refund_line_items: lines })).toMatchObject({ kind: 'cancellation' });
  });

  it('makes net sales negative on the day of the refund, and leaves the day of the order as it was', () => {
    const { tables } = readWith(shopify, { orders: [{ ...order, refunds: [refund] }] });
    const dataset = createDataset(tables, { timeZone: 'UTC', asOf: '2026-11-12' });
    const netSales = (period: string) => evaluateKpi(dataset, { kpi: 'net-sales', period }).value;
    expect(netSales('2026-11-02/2026-11-02')).toBe(240);
    expect(netSales('2026-11-10/2026-11-10')).toBe(-103);
  });
});

describe('other answers of Shopify', () => {
  const checkout = {
    id: 5,
    created_at: '2026-11-01T10:00:00Z',
    updated_at: '2026-11-01T11:00:00Z',
    completed_at: null,
    abandoned_checkout_url: 'https://shop.example/x',
  };

  it('checkouts beside orders are carts: half of these two were left', async () => {
    const bought = { ...order, checkout_id: 6 };
    const dataset = await loadDataset(
      { orders: [bought], checkouts: [checkout] },
      { asOf: '2026-11-20', timeZone: 'UTC' },
    );
    expect(evaluateKpi(dataset, { kpi: 'cart-abandonment-rate', period: '2026-11-01/2026-11-10' }).value).toBe(0.5);
  });

  it('checkouts alone would make every cart an abandoned one', () => {
    expect(refusal(() => readWith(shopify, { checkouts: [checkout] }))).toContain('incomplete-data');
  });

  it('levels are a snapshot of the day of the newest change; what is not counted is left out', () => {
    const level = { inventory_item_id: 3, location_id: 4, available: 27, updated_at: '2026-11-01T10:00:00-05:00' };
    const levels = [level, { ...level, location_id: 5, available: -1, updated_at: '2026-11-03T23:59:00-05:00' }];
    const { tables } = readWith(shopify, {
      inventory_levels: [...levels, { ...level, location_id: 6, available: null }],
    });
    expect(tables['inventorySnapshots']).toEqual([
      { date: '2026-11-03', sku: '3', location: '4', onHandUnits: 27 },
      { date: '2026-11-03', sku: '3', location: '5', onHandUnits: -1 },
    ]);
    expect(refusal(() => readWith(shopify, { inventory_levels: [{ ...level, updated_at: undefined }] }))).toContain(
      'updated_at',
    );
  });

  it('is told what was expected and found', () => {
    expect(refusal(() => readWith(shopify, { products: [] }))).toBe(
      'unrecognised-data: Expected of platform orders, refunds, inventory_levels, or checkouts beside orders; ' +
        'found an object with products.',
    );
  });

  it(
    'law: anything is tables or a KpiError',
    () =>
      expectNoOtherError(
        shopify,
        { orders: [{ ...order, taxes_included: true, refunds: [refund] }], checkouts: [checkout] },
        { orders: [order] },
      ),
    60_000,
  );
});

describe.skipIf(!hasAnswers)('collected answers of Shopify (../shared/data/api)', () => {
  it('orders.json: one order of 409.94 with tax, and no refunds told', async () => {
    const { tables } = readWith(shopify, answerIn('shopify-admin-rest/orders.json'));
    const [read] = tables['orders'] ?? [];
    expect(read).toMatchObject({ currency: 'USD', grossSales: 398, taxes: 11.94, isTest: false });
    expect(sumOf(tables['orders'], 'grossSales') + sumOf(tables['orders'], 'taxes')).toBeCloseTo(409.94, 10);
    expect(tables['refunds']).toBeUndefined();
    const { report } = await loadDataset(JSON.stringify(answerIn('shopify-admin-rest/orders.json')));
    expect(report.tables.map(({ table, rows }) => [table, rows])).toEqual([
      ['orders', 1],
      ['orderLines', 3],
    ]);
  });

  it('refund.json: two iPods of 199', () => {
    const { tables } = readWith(shopify, answerIn('shopify-admin-rest/refund.json'));
    expect(tables['refunds']).toMatchObject([{ orderId: '450789469', amount: 398, units: 2, currency: 'USD' }]);
  });

  it('abandoned_checkouts.json beside the order: two carts, one of them left', () => {
    const { checkouts } = answerIn('shopify-admin-rest/abandoned_checkouts.json') as { checkouts: object[] };
    const { orders } = answerIn('shopify-admin-rest/orders.json') as { orders: object[] };
    const others = checkouts.map((checkout) => ({ ...checkout, id: 1 }));
    const { tables } = readWith(shopify, { orders, checkouts: others });
    expect(tables['carts']?.map(({ cartId, convertedAt }) => [cartId, convertedAt])).toEqual([
      ['1', undefined],
      ['450789469', '2008-01-10T11:00:00-05:00'],
    ]);
  });

  it('inventory_levels.json: four levels, 40 units, none out of stock', () => {
    const { inventory_levels: levels } = answerIn('shopify-admin-rest/inventory_levels.json') as {
      inventory_levels: object[];
    };
    const dated = levels.map((level) => ({ ...level, updated_at: '2026-11-01T10:00:00Z' }));
    const snapshots = readWith(shopify, { inventory_levels: dated }).tables['inventorySnapshots'];
    expect(snapshots).toHaveLength(4);
    expect(sumOf(snapshots, 'onHandUnits')).toBe(40);
    expect(snapshots?.filter(({ onHandUnits }) => Number(onHandUnits) <= 0)).toEqual([]);
  });
});
