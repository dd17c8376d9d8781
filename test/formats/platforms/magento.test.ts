import { describe, expect, it } from 'vitest';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as magento from '../../../src/formats/platforms/magento.part.js';
import { expectNoOtherError, readWith, refusal } from './reading.js';

const order = {
  entity_id: 3,
  increment_id: '000000003',
  state: 'processing',
  created_at: '2026-11-01 22:36:02',
  updated_at: '2026-11-03 08:00:00',
  base_currency_code: 'EUR',
  base_grand_total: 165,
  base_subtotal: 160,
  base_discount_amount: -12.5,
  base_discount_tax_compensation_amount: 2.5,
  base_shipping_amount: 5,
  base_tax_amount: 30,
  total_qty_ordered: 3,
  customer_id: 9,
  customer_email: 'jane@example.com',
  billing_address: { country_id: 'PL', firstname: 'Jane' },
  items: [
    { item_id: 1, sku: 'hoodie', qty_ordered: 3, base_row_total: 160, base_discount_amount: 10 },
    { item_id: 2, parent_item_id: 1, sku: 'hoodie', qty_ordered: 3, base_row_total: 0 },
  ],
};
const memo = {
  entity_id: 7,
  increment_id: '000000007',
  order_id: 3,
  created_at: '2026-11-10 10:00:00',
  base_currency_code: 'EUR',
  base_grand_total: 70,
  base_subtotal: 50,
  base_discount_amount: -5,
  base_adjustment: 2.5,
  base_shipping_amount: 5,
  base_tax_amount: 12,
  items: [{ qty: 1 }],
};
const page = (items: readonly object[], total = items.length) => ({
  items,
  search_criteria: { page_size: 20 },
  total_count: total,
});

describe('orders of Adobe Commerce', () => {
  it('are without tax, in UTC and in the shop’s currency; of a configurable product one line', () => {
    const { tables } = readWith(magento, page([order]));
    expect(tables).toEqual({
      orders: [
        {
          orderId: '3',
          placedAt: '2026-11-01T22:36:02Z',
          currency: 'EUR',
          customerId: '9',
          grossSales: 160,
          discounts: 10,
          shippingCharged: 5,
          taxes: 30,
          units: 3,
          country: 'PL',
        },
      ],
      orderLines: [{ orderId: '3', lineId: '1', sku: 'hoodie', quantity: 3, lineTotal: 160, discount: 10 }],
    });
    expect(JSON.stringify(tables)).not.toMatch(/jane/i);
  });

  it('of guests have no customer, are cancelled when they were last changed, and are none before they are paid', () => {
    const read = (changes: object) => readWith(magento, page([{ ...order, ...changes }])).tables['orders'];
    expect(read({ customer_id: null })?.[0]?.['customerId']).toBeUndefined();
    expect(read({ state: 'canceled' })).toMatchObject([{ cancelledAt: '2026-11-03T08:00:00Z' }]);
    expect(read({ state: 'pending_payment' })).toEqual([]);
  });

  it('with refunds of no date say so', () => {
    expect(readWith(magento, page([{ ...order, base_total_refunded: 70 }])).notes).toMatchObject([
      { code: 'undated-refunds', message: expect.stringContaining('creditmemos') as string },
    ]);
  });

  it('with credit memos: refunds on their own day', async () => {
    const answer = { orders: page([order]), creditmemos: page([memo]) };
    expect(readWith(magento, answer).tables['refunds']).toEqual([
      {
        refundId: '7',
        orderId: '3',
        refundedAt: '2026-11-10T10:00:00Z',
        currency: 'EUR',
        amount: 47.5,
        shippingAmount: 5,
        taxAmount: 12,
        units: 1,
        kind: 'return',
      },
    ]);
    const dataset = await loadDataset(answer, { timeZone: 'UTC', asOf: '2026-11-12' });
    expect(evaluateKpi(dataset, { kpi: 'net-sales', period: '2026-11-01/2026-11-12' }).value).toBe(102.5);
    expect(Object.keys(readWith(magento, page([memo])).tables)).toEqual(['refunds']);
  });

  it('that are a page of many, or something else, are refused', () => {
    expect(refusal(() => readWith(magento, page([order], 45)))).toContain('1 of 45 items');
    expect(refusal(() => readWith(magento, page([{ sku: 'a' }])))).toContain('orders or credit memos');
    expect(refusal(() => readWith(magento, { data: { customer: {} } }))).toContain('orders or credit memos');
  });

  it(
    'law: anything is tables or a KpiError',
    () => expectNoOtherError(magento, page([order, order]), { orders: page([order]), creditmemos: page([memo]) }),
    60_000,
  );
});
