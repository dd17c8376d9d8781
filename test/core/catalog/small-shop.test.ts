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
const byHand: Readonly<Record<string, number | readonly [number, string] | readonly [number, number, string]>> = {
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
  // One on the 3rd, which no number says, and two.
  'app-downloads': 3,
  'social-followers': 950 + 110,
  'engagement-rate': (30 + 5 + 5 + 10) / 1500,
  'social-impressions': 1500,
  'click-through-rate': 25 / 1500,
  'social-conversion-rate': 3 / 25,
  'community-contribution': 750,
  'inclusion-score': 3 / 4,
};

test('every KPI is worked by hand', () => {
  expect(Object.keys(byHand)).toEqual([...kpiCatalog.keys()]);
});

describe.each(Object.entries(byHand))('%s', (kpi, expected) => {
  const [value, ofDays = value, warning] = typeof expected === 'number' ? [expected] : expected;

  test('from rows', () => {
    expect(rowResult(kpi).value).toBeCloseTo(value, 12);
  });

  test('from daily numbers', () => {
    const result = dayResult(kpi);
    if (typeof ofDays === 'string') expect(result.reason?.code).toBe(ofDays);
    else expect(result.value).toBeCloseTo(ofDays, 12);
    if (warning !== undefined) expect(result.warnings.map(({ code }) => code)).toContain(warning);
  });
});
