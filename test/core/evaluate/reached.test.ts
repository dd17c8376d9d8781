import { expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { reached } from '../../../src/core/evaluate/reached.js';

const session = (id: number, addedToCart: boolean | undefined, purchased: boolean) => ({
  sessionId: `s${id}`,
  startedAt: '2026-03-02T10:00:00Z',
  addedToCart,
  purchased,
});
const dataset = createDataset(
  {
    sessions: [
      session(1, true, true),
      session(2, true, false),
      session(3, true, false),
      session(4, false, false),
      session(5, undefined, false),
    ],
    orders: [{ orderId: 'o1', placedAt: '2026-03-02T10:00:00Z', grossSales: 100 }],
  },
  { timeZone: 'UTC', currency: 'DKK' },
);
const ask = (kpi: string, where: Parameters<typeof evaluateKpi>[1]['where']) =>
  evaluateKpi(dataset, { kpi, where, period: '2026-03-02/2026-03-02', asOf: '2026-03-02', compare: 'none' });

test.each([
  ['sessionsWithAddToCart', { addedToCart: 'true' }],
  ['sessionsCartAndPurchase', { addedToCart: 'true', purchased: 'true' }],
  // Everybody reached the first stage, and no field says who is behind the others.
  ['sessions', undefined],
  ['organicSessions', undefined],
  ['nonsense', undefined],
])('%s is reached where %j', (stage, where) => {
  expect(reached(dataset, stage)).toEqual(where);
});

test('sessions are filtered by a stage that they reached', () => {
  expect(ask('conversion-rate', reached(dataset, 'sessionsWithAddToCart')).value).toBeCloseTo(1 / 3);
  expect(ask('website-traffic', 'addedToCart=false').value).toBe(1);
  expect(ask('website-traffic', 'addedToCart!=true').value).toBe(2);
});

test('figures of other rows cannot be', () => {
  expect(ask('order-count', reached(dataset, 'sessionsWithAddToCart')).reason).toMatchObject({
    code: 'not-segmentable',
    dimension: 'addedToCart',
  });
});
