import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { dimensionOf } from '../../../src/core/evaluate/dimension-of.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { evaluateScorecard } from '../../../src/core/evaluate/evaluate-scorecard.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const options = { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-31' };
const at = '2026-03-02T10:00:00Z';
const ticket = (ticketId: string, channel: string, minutes: number) => ({
  ...{ ticketId, channel, createdAt: at },
  firstResponseAt: new Date(Date.parse(at) + minutes * 60_000).toISOString(),
});
const shop: TablesInput = {
  tickets: [ticket('1', 'email', 120), ticket('2', 'email', 60), ticket('3', 'chat', 2)],
  orders: [
    { orderId: '1', placedAt: at, grossSales: 100, channel: 'email' },
    { orderId: '2', placedAt: at, grossSales: 50, channel: 'direct' },
  ],
  orderLines: [
    { orderId: '1', sku: 'lamp', lineTotal: 100 },
    { orderId: '2', sku: 'cup', lineTotal: 50 },
  ],
};
const dataset = createDataset(shop, options);
const ask = (question: KpiQuestion) =>
  evaluateKpi(dataset, { period: '2026-03-01/2026-03-31', compare: 'none', ...question });

describe('a request’s channel is none that customers come through', () => {
  const kpi = 'first-response-time';

  test('a filter on the shop’s channel does not meet it, and says what there is instead', () => {
    expect(ask({ kpi, where: 'channel=email' })).toMatchObject({
      status: 'refused',
      value: undefined,
      reason: {
        code: 'not-segmentable',
        measure: 'firstResponseP50',
        dimension: 'channel',
        instead: 'ticketChannel',
      },
    });
    expect(ask({ kpi: 'order-count', where: 'channel=email' }).value).toBe(1);
  });

  test('a filter by its own id does', () => {
    expect(ask({ kpi, where: { ticketChannel: 'email' } }).value).toBe(90 * 60);
    const refused = ask({ kpi: 'order-count', where: { ticketChannel: 'email' } });
    expect(refused.reason).toEqual({ code: 'not-segmentable', measure: 'orders', dimension: 'ticketChannel' });
  });

  test('the figure alone is split by it under either name', () => {
    for (const by of ['channel', 'ticketChannel']) {
      const result = ask({ kpi, by });
      expect(result.by).toBe('ticketChannel');
      expect(result.segments.map(({ key, value }) => [key, value])).toEqual([
        ['email', 90 * 60],
        ['chat', 120],
      ]);
    }
  });

  test('beside figures of the shop a split is the shop’s', () => {
    const of = (...kpis: string[]) =>
      evaluateScorecard(dataset, {
        kpis: kpis.map((id) => ({ kpi: id })),
        by: 'channel',
        period: '2026-03-01/2026-03-31',
      });
    const mixed = of('order-count', kpi);
    expect(mixed.by).toBe('channel');
    expect(mixed.segments).toEqual(['direct', 'email']);
    expect(mixed.entries[1]!.result.reason?.dimension).toBe('channel');
    expect(of(kpi)).toMatchObject({ by: 'ticketChannel', segments: ['email', 'chat'] });
  });

  test('a column of daily numbers means what it is called', () => {
    const dailyMeasures = ['email', 'chat'].map((channel, index) => ({
      ...{ date: '2026-03-02', channel, firstResponseSeconds: 100 * (index + 1), answeredTickets: 1 },
    }));
    const daily = createDataset({ dailyMeasures }, options);
    expect(dimensionOf(daily, kpi, 'channel')).toBe('channel');
    expect(dimensionOf(dataset, kpi, 'channel')).toBe('ticketChannel');
    expect(dimensionOf(dataset, 'order-count', 'channel')).toBe('channel');
  });
});

test('a product is its sku', () => {
  const result = ask({ kpi: 'order-count', by: 'product' });
  expect(result.by).toBe('sku');
  expect(result.segments.map(({ key }) => key)).toEqual(['cup', 'lamp']);
  expect(ask({ kpi: 'order-count', where: 'product=lamp' }).value).toBe(1);
});
