import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';

const at = '2026-03-02T10:00';
const rows: TablesInput = {
  orders: [{ orderId: 'o', placedAt: at, customerId: 'a', grossSales: 100 }],
  sessions: [{ sessionId: 's', startedAt: at, channel: 'email', purchased: true }],
  carts: [{ cartId: 'c', createdAt: at, convertedAt: at }],
  inventorySnapshots: [{ date: '2026-03-02', sku: 'x', onHandUnits: 5, listed: true }],
};
const dailyMeasures = [{ date: '2026-03-02', orders: 1, orderRevenue: 100, maturedCarts: 2, abandonedCarts: 1 }];
const all = {
  ...{ activityWindowDays: 90, cartWindowHours: 48, maxStaleDays: 3, gapPolicy: 'zero', taxTreatment: 'inclusive' },
  organicChannels: ['email'],
};
const options = { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-31' };
const period = '2026-03-02/2026-03-31';
const asked = (kpi: string, tables = rows, settings: Record<string, unknown> = all) =>
  evaluateKpi(createDataset(tables, { ...options, settings }), { kpi, period, compare: 'none' }).parameters;

describe('what a shop has set', () => {
  test.each([
    ['order-count', {}],
    ['average-order-value', { taxTreatment: 'inclusive' }],
    ['new-customers', { activityWindowDays: 90 }],
    ['cart-abandonment-rate', { cartWindowHours: 48 }],
    ['inventory-level', { maxStaleDays: 3 }],
    ['conversion-rate', {}],
  ])('is told of %s as far as it had a part', (kpi, expected) => {
    expect(asked(kpi)).toEqual(expected);
  });

  test.each([
    ['order-count', { gapPolicy: 'zero' }],
    ['net-sales', { gapPolicy: 'zero', taxTreatment: 'inclusive' }],
    // Whoever counted the carts, it was not by this setting.
    ['cart-abandonment-rate', { gapPolicy: 'zero' }],
  ])('is told of %s out of daily numbers', (kpi, expected) => {
    expect(asked(kpi, { dailyMeasures })).toEqual(expected);
  });

  test('is not told where it is what it is by default', () => {
    const usual = { cartWindowHours: 24, organicChannels: ['organic-search'], gapPolicy: 'unknown' };
    expect(asked('cart-abandonment-rate', rows, usual)).toEqual({});
    expect(asked('order-count', { dailyMeasures }, usual)).toEqual({});
  });

  test('is told of a funnel, too', () => {
    const dataset = createDataset(rows, { ...options, settings: all });
    expect(evaluateFunnel(dataset, { period, stages: 'maturedCarts convertedCarts' }).parameters).toEqual({
      cartWindowHours: 48,
    });
    expect(evaluateFunnel(dataset, { period }).parameters).toEqual({});
  });
});
