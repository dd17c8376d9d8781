import { describe, expect, test } from 'vitest';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import type { KpiResult } from '../../../src/core/evaluate/result.js';
import { daily, rows } from './small-shop.js';

const options = { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-05' };
const [fromRows, fromDays] = [createDataset(rows, options), createDataset(daily, options)];
const question = { period: '2026-03-02/2026-03-05', compare: 'none' } as const;
const over =
  (dataset: typeof fromRows) =>
  (kpi: string, more: Partial<KpiQuestion> = {}): KpiResult =>
    evaluateKpi(dataset, { kpi, ...question, ...more });
const [rowResult, dayResult] = [over(fromRows), over(fromDays)];

const day = 86_400;
const margin = 1 - (230 - 25) / (500 - 130);

/** What each KPI comes to; from daily numbers the same, unless a reason or another figure, with its warning, is named. */
const byHand: Readonly<
  Record<string, number | string | readonly [number, string] | readonly [number, number, string]>
> = {
  // 300 + 120 + 60 + 40.
  'gross-merchandise-value': 520,
  // 520 − 20 of discounts − 130 of refunds.
  'net-sales': 520 - 20 - (60 + 10 + 60),
  'total-sales': 370 + (25 - 5) + (60 - 12) + 3,
  'order-count': 5,
  'average-order-value': 500 / 5,
  'conversion-rate': 5 / 10,
  // Session 5.
  'goal-conversion-rate': 1 / 10,
  // 3 + 1 + 2 + 2 + 2.
  'units-per-order': 10 / 5,
  'revenue-per-visitor': 500 / 10,
  'gross-profit': 500 - 130 - (230 - 25),
  'gross-margin': margin,
  // Shipping 25 less 5 given back, 36 to send the orders, 10 for the payments.
  'contribution-margin': margin + (25 - 5 - 36 - 10) / 370,
  // All 150 of cost, over Bob and Cat.
  'customer-acquisition-cost': 150 / 2,
  // Bob, of Ann, Bob and Cat.
  'repeat-purchase-rate': [1 / 3, 'not-additive'],
  // Ann.
  'returning-customer-rate': [1 / 3, 'not-additive'],
  'new-customers': 2,
  'purchase-frequency': [4 / 3, 'not-additive'],
  'website-traffic': 10,
  'unique-visitors': [7, 'not-additive'],
  'average-session-duration': (100 + 200 + 300 + 60 + 40 + 100) / 6,
  // Sessions 3 and 6.
  'bounce-rate': 2 / 10,
  'organic-traffic-share': 3 / (3 + 2),
  // Of 1, 2, 3, 4 and 5 seconds.
  // Divided by nothing, a share of the whole is no figure.
  'traffic-source-share': 'choose-segment',
  'page-load-time': [4, 'not-additive'],
  // C, of a to d.
  'cart-abandonment-rate': 1 / 4,
  'checkout-completion-rate': 5 / 6,
  'inventory-level': 7 + 3,
  // 10 on hand, 2.5 sold a day.
  'days-of-inventory': (10 / (10 / 4)) * day,
  // Y on the 3rd and 4th.
  'stockout-rate': 2 / 8,
  // One day and three.
  'order-cycle-time': 2 * day,
  // Of a, b and c the first; d is promised for later.
  'on-time-delivery-rate': 1 / 3,
  'return-rate': 2 / 10,
  'refund-rate': 130 / 500,
  roas: 500 / 100,
  'marketing-efficiency-ratio': 370 / 100,
  'marketing-roi': 5 * margin - 1,
  'ad-clicks': 60,
  'cost-per-click': 100 / 60,
  'ad-click-through-rate': 60 / 1500,
  'average-ad-position': (2 * 1000 + 5 * 500) / 1500,
  'cost-per-acquisition': 100 / 2,
  'cost-per-order': 100 / 5,
  'net-promoter-score': (100 * (3 - 1)) / 5,
  'customer-satisfaction-score': 2 / 4,
  'first-response-time': [1800, (600 + 1800 + 3600) / 3, 'mean-not-median'],
  'complaint-count': 2,
  'complaint-rate': 2 / 5,
  'review-rating': (5 + 4 + 3) / 3,
  'review-count': 3,
  'review-response-rate': 2 / 3,
  // Of 2, 3, 4, 6, 7 and 8.
  'mobile-conversion-rate': [3 / 6, 'not-segmentable'],
  'mobile-average-order-value': [(100 + 120 + 60) / 3, 'not-segmentable'],
  // C, of b, c and d.
  'mobile-cart-abandonment-rate': [1 / 3, 'not-segmentable'],
  'mobile-traffic': [6, 'not-segmentable'],
  // One on the 3rd, which no number says, and two.
  'app-downloads': 3,
  'social-followers': 950 + 110,
  'engagement-rate': (30 + 5 + 5 + 10) / 1500,
  'social-impressions': 1500,
  'click-through-rate': 25 / 1500,
  'social-conversion-rate': 3 / 25,
  'influencer-engagements': [30 + 5 + 5, 'not-segmentable'],
  'influencer-conversions': [2, 'not-segmentable'],
  'community-contribution': 750,
  'inclusion-score': 3 / 4,
};

test('every KPI is worked by hand', () => {
  expect(Object.keys(byHand)).toEqual([...kpiCatalog.keys()]);
});

describe.each(Object.entries(byHand))('%s', (kpi, expected) => {
  const [value, ofDays = value, warning] = typeof expected === 'object' ? expected : [expected];

  test('from rows', () => {
    const result = rowResult(kpi);
    if (typeof value === 'string') expect(result.reason?.code).toBe(value);
    else expect(result.value).toBeCloseTo(value, 12);
  });

  test('from daily numbers', () => {
    const result = dayResult(kpi);
    if (typeof ofDays === 'string') expect(result.reason?.code).toBe(ofDays);
    else expect(result.value).toBeCloseTo(ofDays, 12);
    if (warning !== undefined) expect(result.warnings.map(({ code }) => code)).toContain(warning);
  });
});

describe('what is read within a scope', () => {
  const segmentsOf = ({ segments }: KpiResult) => Object.fromEntries(segments.map(({ key, value }) => [key, value]));

  test('a share of the total by what it is a share of', () => {
    const { value, segments, inputs } = rowResult('traffic-source-share', { by: 'channel' });
    // All of all; 7, 8, 1 and 10 came directly.
    expect([value, inputs]).toEqual([1, { sessions: 10, 'total(sessions)': 10 }]);
    expect(segmentsOf({ segments } as KpiResult)).toEqual({
      ...{ direct: 0.4, 'organic-search': 0.3, email: 0.1, 'paid-search': 0.1, 'paid-social': 0.1 },
    });
    expect(rowResult('traffic-source-share', { where: 'channel=email' }).value).toBe(1 / 10);
    // Other filters hold for the total too: 3 of the 6 visits on mobile devices came directly or by a paid search.
    const where = 'device=mobile channel=direct,paid-search';
    expect(rowResult('traffic-source-share', { where }).value).toBe(3 / 6);
  });

  const perDevice = createDataset(
    {
      dailyMeasures: [
        ['desktop', 4, 2, 2, 220, 0, 1],
        ['mobile', 6, 3, 3, 280, 1, 3],
      ].map(([device, sessions, sessionsWithPurchase, orders, orderRevenue, abandonedCarts, maturedCarts]) => ({
        ...{ date: '2026-03-02', device, sessions, sessionsWithPurchase, orders, orderRevenue },
        ...{ abandonedCarts, maturedCarts },
      })),
    },
    { ...options, asOf: '2026-03-02' },
  );
  const onDay = (kpi: string, more: Partial<KpiQuestion> = {}) =>
    over(perDevice)(kpi, { period: '2026-03-02/2026-03-02', ...more });

  test.each([
    ['mobile-conversion-rate', 3 / 6],
    ['mobile-average-order-value', 280 / 3],
    ['mobile-cart-abandonment-rate', 1 / 3],
    ['mobile-traffic', 6],
  ])('%s from daily numbers by device', (kpi, value) => {
    expect(onDay(kpi).value).toBe(value);
    expect(rowResult(kpi).value).toBeCloseTo(value, 12);
    // A filter goes together with that of the figure.
    expect(onDay(kpi, { where: 'device=desktop' }).inputs).not.toEqual(onDay(kpi).inputs);
  });

  test('a change is tested by the same rows', () => {
    const [comparison] = rowResult('mobile-conversion-rate', { compare: '2026-02-10/2026-02-10' }).comparisons;
    expect(comparison?.value).toBe(0);
    expect(comparison?.significance?.test).toBe('two-proportion');
  });

  test('the formula names the scope, and so do its inputs and their units', () => {
    expect(rowResult('mobile-traffic')).toMatchObject({
      formula: "where(sessions, device = 'mobile')",
      inputs: { "where(sessions, device = 'mobile')": 6 },
      inputUnits: { "where(sessions, device = 'mobile')": 'count' },
    });
  });
});
