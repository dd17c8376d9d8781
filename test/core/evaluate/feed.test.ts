import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const first = (orderId: string, channel: string) => ({
  ...{ orderId, channel, placedAt: `2026-03-0${orderId}T10:00:00Z`, grossSales: 100, customerId: orderId },
});
const spent = (date: string, channel: string, cost: number) => ({
  ...{ date, channel, cost, attributedRevenue: cost * 4 },
});
const shop = {
  orders: [first('1', 'email'), first('2', 'paid-search'), first('3', 'paid-search'), first('4', 'paid-social')],
  customers: [{ customerId: '0', firstOrderAt: '2020-01-01' }],
  adSpend: [
    spent('2026-02-01', 'paid-social', 50),
    spent('2026-03-01', 'paid-search', 60),
    spent('2026-03-31', 'paid-search', 20),
    spent('2026-03-31', 'affiliate', 0),
  ],
};
const options = { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-31' };
const dataset = createDataset(shop, options);
const ask = (question: KpiQuestion) =>
  evaluateKpi(dataset, { period: '2026-03-01/2026-03-31', compare: 'none', ...question });

describe('what nobody has booked costs for', () => {
  const kpi = 'customer-acquisition-cost';

  test('has no cost of 0: what it cost is unknown', () => {
    expect(ask({ kpi, where: 'channel=email' })).toMatchObject({
      status: 'undefined',
      value: undefined,
      reason: { code: 'no-values', measure: 'marketingCost' },
      inputs: { newCustomers: 1 },
    });
    expect(ask({ kpi: 'roas', where: 'channel=email' })).toMatchObject({ value: undefined, status: 'undefined' });
  });

  test('has one where rows say so, or where they are about other days', () => {
    expect(ask({ kpi, where: 'channel=paid-search' }).value).toBe(40);
    // Nothing was spent there in March, as the rows of February show.
    expect(ask({ kpi, where: 'channel=paid-social' }).value).toBe(0);
    expect(ask({ kpi, where: 'channel=affiliate' }).inputs).toEqual({ marketingCost: 0, newCustomers: 0 });
    expect(ask({ kpi }).value).toBe(20);
  });

  test('is told segment by segment and day by day', () => {
    const { segments } = ask({ kpi, by: 'channel' });
    expect(segments.map(({ key, value, reason }) => [key, value, reason?.code])).toEqual([
      ['paid-search', 40, undefined],
      ['paid-social', 0, undefined],
      ['email', undefined, 'no-values'],
    ]);
    const { series } = ask({ kpi, where: 'channel=email' });
    expect(new Set(series.map(({ value }) => value))).toEqual(new Set([undefined]));
  });

  test('has a cost of 0 where the shop says that all is booked', () => {
    const coverage = [{ entityId: 'adSpend', from: '2026-02-01', to: '2026-03-31' }];
    const booked = createDataset(shop, { ...options, settings: { coverage } });
    expect(evaluateKpi(booked, { kpi, period: '2026-03-01/2026-03-31', where: 'channel=email' }).value).toBe(0);
  });

  test('orders that there are none of are none', () => {
    expect(ask({ kpi: 'order-count', where: 'channel=sms' }).value).toBe(0);
  });
});
