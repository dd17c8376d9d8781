import { expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { starterKpis } from '../../../src/core/evaluate/starter-kpis.js';

const at = '2026-03-01T10:00Z';
const orders = [{ orderId: '1', placedAt: at, grossSales: 10 }];
const flags = { productViewed: true, addedToCart: true, checkoutStarted: true, purchased: true };
const sessions = [{ sessionId: '1', startedAt: at, pageviews: 3, ...flags }];
const customers = [{ ...orders[0], customerId: 'ann' }];
const costed = [{ ...customers[0], cogs: 4 }];
const adSpend = [{ date: '2026-03-01', cost: 5, attributedRevenue: 9 }];
const refunds = [{ refundId: '1', orderId: '1', refundedAt: at, amount: 1, units: 1 }];
const sales = ['net-sales', 'order-count', 'average-order-value'];

test.each<[what: string, TablesInput, readonly string[]]>([
  ['nothing', {}, []],
  ['daily numbers', { dailyMeasures: [{ date: '2026-03-01', orders: 1, netSales: 9 }] }, sales],
  ['orders', { orders }, sales],
  ['orders with customers', { orders: customers }, [...sales, 'returning-customer-rate']],
  [
    'and sessions with their steps',
    { orders: customers, sessions },
    [...sales, 'conversion-rate', 'returning-customer-rate', 'website-traffic', 'cart-abandonment-rate'],
  ],
  [
    'the first eight of all of it',
    { orders: costed, sessions, adSpend, refunds },
    [
      ...[...sales, 'conversion-rate', 'gross-margin', 'customer-acquisition-cost', 'returning-customer-rate'],
      'cart-abandonment-rate',
    ],
  ],
  [
    'few: the other main KPIs follow',
    { inventorySnapshots: [{ date: '2026-03-01', sku: 'a', onHandUnits: 3 }] },
    ['inventory-level', 'stockout-rate'],
  ],
])('%s', (_, tables, expected) => {
  expect(starterKpis(createDataset(tables, { timeZone: 'UTC' }))).toEqual(expected);
});
