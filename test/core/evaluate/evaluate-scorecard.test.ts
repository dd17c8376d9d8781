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
const ask = (...kpis: string[]) => evaluateScorecard(dataset, { ...question, kpis: kpis.map((kpi) => ({ kpi })) });

describe('the segments beyond the limit', () => {
  it('are one part that completes the total of a sum', () => {
    // c5 350, c4 300, c3 250, c2 200, and c1 150 with c0 100.
    const { segments, others, entries } = ask('net-sales');
    expect(segments).toEqual(['c5', 'c4', 'c3', 'c2']);
    expect([others, entries[0]?.rest?.value]).toEqual([2, 250]);
    expect(entries[0]?.result.value).toBe(1350);
  });

  it('are divided once where the figure is a ratio', () => {
    // Of c0 and c1: 250 in four orders.
    expect(ask('average-order-value').entries[0]?.rest?.value).toBe(62.5);
  });

  it('are the same for every KPI: the first decides', () => {
    const { segments, entries } = ask('order-count', 'average-order-value');
    // Two orders each, so the first four by name; c4 and c5 are left: 650 in four orders.
    expect([...segments].sort()).toEqual(['c0', 'c1', 'c2', 'c3']);
    expect(entries.map(({ rest }) => rest?.value)).toEqual([4, 162.5]);
  });

  it('are those of which there is little, though their rate be high', () => {
    const rates = [
      // One order of 2,500; of each other campaign three, of about a thousand.
      { orderId: 'x', placedAt: '2026-03-02T10:00:00Z', campaign: 'rare', grossSales: 2500 },
      { orderId: 'y', placedAt: '2026-03-02T10:00:00Z', campaign: 'rarer', grossSales: 2400 },
      ...Array.from({ length: 12 }, (_, index) => ({
        orderId: index,
        placedAt: '2026-03-02T10:00:00Z',
        campaign: `c${index % 4}`,
        grossSales: 1000 + index,
      })),
    ];
    const set = createDataset({ orders: rates }, { currency: 'DKK', timeZone: 'UTC' });
    const kpis = [{ kpi: 'average-order-value' }];
    const { segments } = evaluateScorecard(set, { ...question, limit: 3, kpis });
    expect(segments).toEqual(['c3', 'c2', 'c1']);
  });

  it('are counted as one where parts overlap', () => {
    // Ann orders by both of the small campaigns: a customer of two orders among the others, and of one in each.
    const by = (campaign: string, ...customers: string[]) =>
      customers.map((customerId) => ({ ...{ orderId: campaign + customerId, customerId, campaign }, ...at }));
    const at = { placedAt: '2026-03-02T10:00:00Z', grossSales: 100 };
    const set = createDataset({
      orders: [...by('big', 'Eva', 'Ida', 'Ole'), ...by('a', 'Ann', 'Bo'), ...by('b', 'Ann')],
    });
    const { entries } = evaluateScorecard(set, { ...question, limit: 1, kpis: [{ kpi: 'repeat-purchase-rate' }] });
    expect(entries[0]?.result.segments.map(({ value }) => value)).toEqual([0, 0, 0]);
    expect(entries[0]?.rest).toMatchObject({ value: 0.5, inputs: { repeatCustomers: 1, activeCustomers: 2 } });
  });

  it('are compared, too', () => {
    const asked = { ...question, compare: '2026-02-01/2026-02-28', kpis: [{ kpi: 'net-sales' }] };
    const before = createDataset(
      { orders: [...orders, { ...orders[0]!, orderId: 'f', placedAt: '2026-02-01T10:00:00Z', grossSales: 50 }] },
      { currency: 'DKK', timeZone: 'UTC' },
    );
    const comparison = evaluateScorecard(before, asked).entries[0]?.rest?.comparisons[0];
    // Of c0 and c1 50 in February, 250 in March.
    expect(comparison?.value).toBe(50);
    expect(comparison?.change).toEqual({ absolute: 200, relative: 4 });
  });

  it('are tested like any other figure', () => {
    // Of 100 visits a day by e-mail and 50 from each of two others so many buy, over four weeks and the four before.
    const rows = (buyers: (channel: string, isNew: boolean, index: number) => number) =>
      Array.from({ length: 56 }, (_, index) =>
        ['email', 'social', 'direct'].map((channel) => ({
          ...{ date: new Date(Date.UTC(2026, 1, 2 + index)).toISOString().slice(0, 10), channel },
          sessions: channel === 'email' ? 100 : 50,
          sessionsWithPurchase: buyers(channel, index >= 28, index),
        })),
      ).flat();
    const asked = (dailyMeasures: ReturnType<typeof rows>) =>
      evaluateScorecard(createDataset({ dailyMeasures }, { timeZone: 'UTC' }), {
        ...{ period: '2026-03-02/2026-03-29', compare: 'previous-period', asOf: '2026-03-29', by: 'channel', limit: 1 },
        kpis: [{ kpi: 'conversion-rate' }],
      }).entries[0]?.rest?.comparisons[0];
    // The others rise from 140 of 2,800 to 196 of 2,800; each alone from 70 to 98 of 1,400.
    const risen = asked(rows((channel, isNew) => (channel === 'email' ? 5 : isNew ? 3.5 : 2.5)));
    expect(risen).toMatchObject({ value: 0.05, direction: 'good', evidence: 'significant' });
    expect(risen?.change?.absolute).toBeCloseTo(0.02, 12);
    // Pooled z: 0.02 ÷ √(0.06 × 0.94 × 2 ÷ 2,800) = 3.15104, of which the tails are 0.0016270.
    expect(risen?.significance).toMatchObject({ test: 'two-proportion', dispersion: 1 });
    expect(risen?.significance?.pValue).toBeCloseTo(0.001627, 6);
    // 2.5 % above what it was, and no more than days differ.
    const same = asked(
      rows((channel, isNew, index) => (channel === 'email' ? 5 : 2 + (index % 3) + (isNew ? 0.1 : 0))),
    );
    expect(same?.evidence).toBe('noise');
  });

  it('are none where all are shown, nor where only one would be left', () => {
    for (const limit of [6, 5]) {
      const { segments, others, entries } = evaluateScorecard(dataset, {
        ...question,
        limit,
        kpis: [{ kpi: 'net-sales' }],
      });
      expect([segments.length, others, entries[0]?.rest]).toEqual([6, 0, undefined]);
    }
  });

  it('complete the total beyond five hundred, too', () => {
    const many = Array.from({ length: 700 }, (_, index) => ({
      orderId: index,
      placedAt: '2026-03-02T10:00:00Z',
      campaign: `c${index}`,
      grossSales: index + 1,
    }));
    const large = createDataset({ orders: many }, { currency: 'DKK', timeZone: 'UTC' });
    const kpis = [{ kpi: 'net-sales' }, { kpi: 'average-order-value' }];
    const { others, entries } = evaluateScorecard(large, { ...question, limit: 2, kpis });
    // 1 + … + 700 without the two largest, in 698 orders.
    const left = 245_350 - 700 - 699;
    expect([others, ...entries.map(({ rest }) => rest?.value)]).toEqual([698, left, left / 698]);
    expect(entries[0]?.result.warnings).toContainEqual({ code: 'many-segments', count: 200 });
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

it.each([
  ['question', null],
  ['kpis', { kpis: 'net-sales' }],
  ['kpis', { kpis: ['net-sales'] }],
  ['limit', { limit: 2.5 }],
  ['limit', { limit: '3' }],
])('refuses %s in %j', (option, asked) => {
  const ask = () => evaluateScorecard(dataset, (asked && { ...question, ...asked }) as never);
  expect(ask).toThrow(expect.objectContaining({ code: 'bad-option', details: expect.objectContaining({ option }) }));
});

describe('a KPI that cannot be asked', () => {
  const kpis = [
    { kpi: 'net-sale' },
    { kpi: 'net-sales' },
    { kpi: 'order-count', target: 'many' },
    { kpi: 'average-order-value' },
  ];

  it.each([undefined, 'campaign'])('does not take the others with it; by %s', (by) => {
    const { entries, failed } = evaluateScorecard(dataset, { ...question, by, kpis });
    expect(entries.map(({ result: { kpi, value } }) => [kpi, value])).toEqual([
      ['net-sales', 1350],
      ['average-order-value', 112.5],
    ]);
    expect(failed.map(({ kpi, place, error }) => [kpi, place, error.code, error.details['suggestion']])).toEqual([
      ['net-sale', 0, 'unknown-kpi', 'net-sales'],
      ['order-count', 2, 'bad-option', undefined],
    ]);
  });

  it('is an error where there is no other, or where none can be asked so', () => {
    expect(() => evaluateScorecard(dataset, { ...question, kpis: kpis.slice(0, 1) })).toThrow(/no "net-sale"/);
    expect(() => evaluateScorecard(dataset, { ...question, kpis, period: 'nonsense' })).toThrow(/nonsense/);
    expect(() => evaluateScorecard(dataset, { ...question, kpis, by: 'nonsense' })).toThrow(/nonsense/);
  });
});
