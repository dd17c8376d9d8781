import { expect, test, vi } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { Table } from '../../../src/core/dataset/table.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';

const at = '2026-03-02T10:00Z';
const order = { orderId: '1', placedAt: at, grossSales: 100, units: 2, cogs: 40, customerId: 'ann', channel: 'email' };
const session = { startedAt: at, channel: 'email', addedToCart: true, checkoutStarted: true, purchased: true };
const tables = {
  orders: [order, { ...order, orderId: '2', placedAt: '2026-02-01T10:00Z', channel: 'direct' }],
  sessions: [
    { ...session, sessionId: '1' },
    { ...session, sessionId: '2', startedAt: '2026-02-01T10:00Z' },
  ],
  refunds: [{ refundId: '1', orderId: '1', refundedAt: at, amount: 10, units: 1, restockedCost: 4 }],
};
const kpis = [
  ...['net-sales', 'order-count', 'average-order-value', 'units-per-order', 'gross-profit', 'gross-margin'],
  ...['conversion-rate', 'revenue-per-visitor', 'checkout-completion-rate', 'return-rate'],
];

test('ten KPIs, compared and split, look at each table’s rows once', () => {
  const dataset = createDataset(tables, { timeZone: 'UTC', asOf: '2026-03-31' });
  const sorted = vi.spyOn(Table.prototype, 'segments');
  const worked = vi.spyOn(Table.prototype, 'figures');
  const ask = (period: string) =>
    kpis.map((kpi) => evaluateKpi(dataset, { kpi, period, by: 'channel', compare: 'previous-period' }));

  expect(ask('2026-03-01/2026-03-31').every(({ value }) => value !== undefined)).toBe(true);
  // Orders, refunds and sessions.
  expect(sorted.mock.contexts.map((table) => (table as Table).entity.id).sort()).toEqual([
    'orders',
    'refunds',
    'sessions',
  ]);
  const figures = worked.mock.calls.length;

  // Another period, and the same one again, are answered from what is rolled up.
  ask('2026-03-02/2026-03-08');
  ask('2026-03-01/2026-03-31');
  expect(sorted).toHaveBeenCalledTimes(3);
  expect(worked).toHaveBeenCalledTimes(figures);
  vi.restoreAllMocks();
});
