import { describe, expect, it } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { evaluateScorecard } from '../../../src/core/evaluate/evaluate-scorecard.js';
import { starterKpis } from '../../../src/core/evaluate/starter-kpis.js';

/** Twelve orders by six campaigns, c0 … c5: of 100 and 50 · n. */
const orders = Array.from({ length: 12 }, (_, index) => ({
  orderId: index,
  placedAt: '2026-03-02T10:00:00Z',
  customerId: index % 4,
  campaign: `c${index % 6}`,
  grossSales: index < 6 ? 100 : 50 * (index % 6),
}));
const dataset = createDataset({ orders }, { currency: 'DKK', timeZone: 'UTC' });
const question = { period: '2026-03-01/2026-03-31', asOf: '2026-03-31', compare: 'none', by: 'campaign', limit: 4 };
const entryOf = (kpi: string) => evaluateScorecard(dataset, { ...question, kpis: [{ kpi }] }).entries[0]!;

describe('the segments beyond the limit', () => {
  it('are one part that completes the total of a sum', () => {
    // c5 350, c4 300, c3 250, c2 200, and c1 150 with c0 100.
    const { shown, rest, result } = entryOf('net-sales');
    expect(shown.map(({ key, value }) => [key, value])).toEqual([
      ['c5', 350],
      ['c4', 300],
      ['c3', 250],
      ['c2', 200],
    ]);
    expect([rest?.count, rest?.value]).toEqual([2, 250]);
    expect(result.value).toBe(1350);
  });

  it('are divided once where the figure is a ratio', () => {
    // Of c0 and c1: 250 in four orders.
    expect(entryOf('average-order-value').rest?.value).toBe(62.5);
  });

  it('have no value where parts overlap', () => {
    const { rest } = entryOf('repeat-purchase-rate');
    expect(rest?.value).toBeUndefined();
    expect(rest?.reason?.code).toBe('not-additive');
  });

  it('are none where all are shown', () => {
    const [entry] = evaluateScorecard(dataset, { ...question, limit: 6, kpis: [{ kpi: 'net-sales' }] }).entries;
    expect(entry?.rest).toBeUndefined();
  });

  it('complete the total beyond five hundred, too', () => {
    const many = Array.from({ length: 700 }, (_, index) => ({
      orderId: index,
      placedAt: '2026-03-02T10:00:00Z',
      campaign: `c${index}`,
      grossSales: index + 1,
    }));
    const large = createDataset({ orders: many }, { currency: 'DKK', timeZone: 'UTC' });
    const [entry] = evaluateScorecard(large, { ...question, limit: 2, kpis: [{ kpi: 'net-sales' }] }).entries;
    // 1 + … + 700 without the two largest.
    expect([entry?.rest?.count, entry?.rest?.value]).toEqual([698, 245_350 - 700 - 699]);
  });
});

it('is each KPI as evaluateKpi gives it', () => {
  const kpis = [{ kpi: 'net-sales' }, { kpi: 'order-count', target: 24 }];
  const { limit: _, ...asked } = question;
  const { entries } = evaluateScorecard(dataset, { ...question, kpis });
  expect(entries.map(({ result }) => result)).toEqual(kpis.map((kpi) => evaluateKpi(dataset, { ...asked, ...kpi })));
});

describe('the starter set', () => {
  it('is what orders with customers can answer', () => {
    expect(starterKpis(dataset)).toEqual([
      'net-sales',
      'order-count',
      'average-order-value',
      'returning-customer-rate',
    ]);
  });

  it('is three figures of daily numbers', () => {
    const dailyMeasures = [{ date: '2026-03-01', orders: 3, netSales: 900 }];
    expect(starterKpis(createDataset({ dailyMeasures }))).toEqual(['net-sales', 'order-count', 'average-order-value']);
  });

  it('is the first eight where the data hold more', () => {
    const full = createDataset(
      {
        orders: [{ ...orders[0]!, cogs: 40, sessionId: 's' }],
        sessions: [
          {
            sessionId: 's',
            startedAt: '2026-03-02T10:00:00Z',
            purchased: true,
            addedToCart: true,
            checkoutStarted: true,
          },
        ],
        adSpend: [{ date: '2026-03-02', cost: 10, attributedRevenue: 30 }],
        carts: [{ cartId: 'c', createdAt: '2026-03-02T10:00:00Z' }],
      },
      { currency: 'DKK', timeZone: 'UTC' },
    );
    expect([...starterKpis(full)].sort()).toEqual(
      [
        'net-sales',
        'order-count',
        'average-order-value',
        'conversion-rate',
        'gross-margin',
        'customer-acquisition-cost',
        'cart-abandonment-rate',
        'returning-customer-rate',
      ].sort(),
    );
  });

  it('is nothing where the data answer nothing, and the scorecard says so', () => {
    const empty = createDataset({ customers: [{ customerId: 1 }] });
    expect(evaluateScorecard(empty, { asOf: '2026-03-31' }).status).toBe('missing');
  });
});
