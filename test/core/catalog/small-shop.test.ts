import { describe, expect, test } from 'vitest';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import type { KpiResult } from '../../../src/core/evaluate/result.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { columns, daily, rows } from './small-shop.js';

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
  Record<string, number | string | readonly [number, number | string] | readonly [number, number, string]>
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
  // In the year to the 5th: 870 of 10 orders, 130 given back, 380 of cost, 9 orders of 6 known customers. Of Old and Fay,
  // who were there before it, Fay still is: half are lost in a year, so that one stays for two.
  'customer-lifetime-value': [87 * (1 - 130 / 870) * (1 - (405 - 25) / (870 - 130)) * (9 / 6) * 2, 'no-data'],
  'ltv-cac-ratio': [108 / 75, 'no-data'],
  // Ann, Eve and Fay, of these and Dee, whose last order is 181 days old when the 5th ends.
  'customer-retention-rate': [3 / 4, 'no-data'],
  'customer-churn-rate': [1 / 4, 'no-data'],
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
  // 205 of cost, over the mean of 72, 24, 24 and 58.
  'inventory-turnover': (230 - 25) / ((72 + 24 + 24 + 58) / 4),
  // 15 to begin with, and 2 + 6 received.
  'sell-through-rate': (10 - 2) / (15 + 8),
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
  // B and d; c and e.
  'sms-subscribers': [2, 'not-segmentable'],
  'push-subscribers': [2, 'not-segmentable'],
  // A, of a, b and c; d and e.
  'opt-out-rate': 1 / (3 + 2),
  // One on the 3rd, which no number says, and two.
  'app-downloads': 3,
  // Visitors 6 and 8, over 3 + 1 + 2.
  'app-active-user-ratio': [2 / 6, 'no-data'],
  'social-followers': 950 + 110,
  'engagement-rate': (30 + 5 + 5 + 10) / 1500,
  // Two posts: between 600 and 1000.
  'social-reach': [600 + 400, 600 + 400, 'bounds'],
  'social-impressions': 1500,
  'impression-frequency': [1500 / 1000, 1500 / 1000, 'bounds'],
  'click-through-rate': 25 / 1500,
  'social-conversion-rate': 3 / 25,
  'influencer-engagements': [30 + 5 + 5, 'not-segmentable'],
  'influencer-conversions': [2, 'not-segmentable'],
  // Four days of 31, at 310 + 62 + 93; the electricity by where it is used.
  'carbon-footprint': (4 * (310 + 62 + 93)) / 31,
  'carbon-intensity': 60 / 5,
  'energy-consumption': (4 * 310) / 31,
  'waste-generated': 100,
  'recycling-rate': 40 / 100,
  'sustainable-material-share': 50 / 200,
  'community-contribution': 750,
  // E1 and e2.
  'csr-participation-rate': [2 / 20, 'not-additive'],
  'workforce-representation': 'choose-segment',
  'inclusion-score': 3 / 4,
  // Net sales and acquisition cost, of these and the bounce rate.
  'target-attainment-rate': 2 / 3,
  // Four days of 21 tables, of which surveys and page loads begin on the 3rd; in the columns five cells are empty.
  'data-completeness': [(4 * 21 - 2) / (4 * 21), (4 * columns - 5) / (4 * columns)],
  // B and d of the four who saw the banner; a of the four who did not.
  'experiment-uplift': 2 / 4 / (1 / 4) - 1,
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

const courseOf = ({ series }: KpiResult) => series.map(({ value, reason }) => value ?? reason?.code);
const withSettings = (settings: Readonly<Record<string, unknown>>) =>
  over(createDataset(rows, { ...options, settings }));

describe('customers who stay', () => {
  test('a history that does not reach back far enough gives no value', () => {
    const early = { period: '2025-01-28/2025-01-29', asOf: '2025-01-29', grain: 'day' } as const;
    // The first order is of 1 August 2024: 180 days before 28 January 2025.
    expect(rowResult('customer-retention-rate', early)).toMatchObject({
      value: 1,
      inputs: { customersAtStart: 1, customersRetained: 1 },
    });
    expect(rowResult('customer-retention-rate', { ...early, period: '2025-01-27/2025-01-29' }).reason?.code).toBe(
      'short-history',
    );
    expect(rowResult('customer-lifetime-value', early).reason?.code).toBe('short-history');
  });

  test('each day of a series looks back from its own', () => {
    // On the 4th Dee, of 2025-09-05, is lost; of those who are there with Bob, who has come since, four are left.
    const daily = rowResult('customer-retention-rate', { grain: 'day' });
    expect(courseOf(daily)).toEqual([1, 1, 4 / 5, 1]);
  });

  test('the span of activity and the years of a relationship may be set', () => {
    // Of 90 days only Ann, in December, and Eve were there, and only Eve in those up to the 5th.
    expect(withSettings({ activityWindowDays: 90 })('customer-retention-rate').value).toBe(1 / 1);
    expect(withSettings({ customerLifespanYears: 3 })('customer-lifetime-value').value).toBeCloseTo(54 * 3, 10);
    // Without a set number of years nobody who leaves would stay for more than five.
    expect(withSettings({ maxLifespanYears: 1 })('customer-lifetime-value').value).toBeCloseTo(54, 10);
  });

  test('without costs a lifetime is worth sales, and says so', () => {
    const orders = rows.orders.map(({ cogs: _, ...order }) => order);
    const result = over(createDataset({ ...rows, orders }, options))('customer-lifetime-value');
    expect(result.value).toBeCloseTo(74 * 1.5 * 2, 10);
    expect(result.warnings.map(({ code }) => code)).toContain('clv-revenue-basis');
  });
});

describe('stocks', () => {
  test('subscriptions day by day, with what changed', () => {
    const sms = (more: Partial<KpiQuestion>) => rowResult('sms-subscribers', more);
    expect(courseOf(sms({ grain: 'day' }))).toEqual([2, 3, 2, 2]);
    expect(sms({ period: '2026-01-03/2026-01-04' }).value).toBe(1);
    expect(rowResult('opt-out-rate', { by: 'medium' }).segments.map(({ key, value }) => [key, value])).toEqual([
      ['sms', 1 / (2 + 1)],
      ['push', 0 / (1 + 1)],
    ]);
    expect(courseOf(rowResult('opt-out-rate', { grain: 'day' }))).toEqual([0, 0, 1 / 4, 0]);
  });

  test('an opening stock is that of the day before', () => {
    expect(rowResult('sell-through-rate', { period: '2026-03-03/2026-03-05' }).inputs).toMatchObject({
      openingUnits: 8 + 4,
      unitsReceived: 8,
    });
    expect(dayResult('sell-through-rate', { period: '2026-03-03/2026-03-05' }).inputs['openingUnits']).toBe(12);
  });

  test('the mean stock is one of the days that have a count', () => {
    const { inputs } = rowResult('inventory-turnover', { period: '2026-03-04/2026-03-05' });
    // 24 and 58, each over both products.
    expect(inputs['averageInventoryValue']).toBe((24 + 58) / 2);
  });

  test('downloads of before the data begin are added to all of them', () => {
    expect(withSettings({ appInstallsBefore: 4 })('app-active-user-ratio').value).toBe(2 / 10);
  });
});

describe('people', () => {
  test('groups of one attribute, the smallest of them not shown', () => {
    const gender = { by: 'attributeGroup', where: 'attribute=gender' } as const;
    const groups = (result: KpiResult) =>
      result.segments.map(({ key, value, reason }) => [key, value ?? reason?.code]).sort();
    expect(groups(rowResult('workforce-representation', gender))).toEqual([
      ['men', 7 / 20],
      ['undisclosed', 'privacy'],
      ['women', 12 / 20],
    ]);
    expect(groups(withSettings({ minGroupSize: 1 })('workforce-representation', gender))).toContainEqual([
      ...['undisclosed', 1 / 20],
    ]);
    expect(rowResult('workforce-representation', { by: 'attributeGroup' }).reason).toEqual({
      ...{ code: 'choose-segment', dimension: 'attribute' },
    });
  });

  test('a count of employees holds for a year', () => {
    expect(rowResult('csr-participation-rate').warnings).toContainEqual({
      ...{ code: 'carried', measure: 'headcount', last: '2025-06-30' },
    });
  });

  test('who one post reached is known, who several did lies between', () => {
    const reach = (period: string) => rowResult('social-reach', { period });
    expect(reach('2026-03-02/2026-03-03')).toMatchObject({ value: 600, status: 'ok' });
    const both = reach('2026-03-02/2026-03-05');
    expect([both.value, both.status, both.warnings]).toEqual([
      1000,
      'partial',
      [{ code: 'bounds', low: 600, high: 1000 }],
    ]);
    expect(rowResult('impression-frequency').warnings).toContainEqual({ code: 'bounds', low: 1.5, high: 2.5 });
    expect(courseOf(rowResult('social-reach', { grain: 'day' }))).toEqual([600, 0, 400, 0]);
  });
});

describe('records of intervals', () => {
  const footprint = (period: string, more: Partial<KpiQuestion> = {}) =>
    rowResult('carbon-footprint', { period, asOf: '2026-03-31', ...more });

  test('are shared out among their days, which come to the whole exactly', () => {
    expect(footprint('2026-03-01/2026-03-31')).toMatchObject({ value: 310 + 62 + 93, warnings: [] });
    expect(footprint('2026-02-27/2026-03-02').value).toBe(2 * 1 + 2 * 15);
    expect(footprint('2026-02-27/2026-03-02').warnings).toContainEqual({
      code: 'estimated',
      measure: 'emissionsKgCo2e',
    });
    const thirds = [{ periodStart: '2026-03-01', periodEnd: '2026-03-03', scope: 1, kgCo2e: 0.1 }];
    const dataset = createDataset({ emissions: thirds }, options);
    expect(over(dataset)('carbon-footprint', { period: '2026-03-01/2026-03-03' }).value).toBe(0.1);
  });

  test('of bought electricity by one method', () => {
    const byMarket = withSettings({ scope2Method: 'market' })('carbon-footprint');
    expect(byMarket.value).toBeCloseTo((4 * (310 + 31 + 93)) / 31, 10);
    const scopes = footprint('2026-03-01/2026-03-31', { by: 'scope' }).segments;
    expect(scopes.map(({ key, value }) => [key, value])).toEqual([
      ['1', 310],
      ['3', 93],
      ['2', 62],
    ]);
  });

  test('what only one kind of record says is not missing in the others', () => {
    expect(rowResult('sustainable-material-share')).toMatchObject({ status: 'ok', warnings: [] });
  });

  test('a day of which there is no record is unknown', () => {
    const waste = rowResult('waste-generated', { period: '2026-03-01/2026-03-05' });
    // Energy is known on the 1st, waste is not.
    expect(waste).toMatchObject({ value: 100, status: 'partial', coverage: { first: '2026-03-02', missingDays: 1 } });
    const gap = createDataset(
      {
        emissions: ['2026-03-01', '2026-03-04'].map((date) => ({
          ...{ periodStart: date, periodEnd: date, scope: 1, kgCo2e: 5 },
        })),
      },
      options,
    );
    expect(over(gap)('carbon-footprint', { period: '2026-03-01/2026-03-04' })).toMatchObject({
      ...{ value: 10, coverage: { missingDays: 2 } },
    });
  });
});

describe('goals', () => {
  const visit = (sessionId: string, goals: readonly string[]) => ({
    ...{ sessionId, startedAt: '2026-03-02T10:00Z', goals },
  });
  const sessions = [visit('1', ['newsletter', 'account']), visit('2', ['newsletter']), visit('3', []), visit('4', [])];
  const rate = (tables: TablesInput, more: Partial<KpiQuestion> = {}) =>
    over(createDataset(tables, options))('goal-conversion-rate', { period: '2026-03-02/2026-03-02', ...more });
  const byGoal = (tables: TablesInput) =>
    rate(tables, { by: 'goal' }).segments.map(({ key, value, inputs }) => [key, value, inputs['sessions']]);
  const dailyMeasures = [
    { date: '2026-03-02', sessions: 4, sessionsWithGoal: 2 },
    { date: '2026-03-02', goal: 'newsletter', sessionsWithGoal: 2 },
    { date: '2026-03-02', goal: 'account', sessionsWithGoal: 1 },
  ];

  test.each([
    ['rows', { sessions }],
    ['daily numbers', { dailyMeasures }],
  ])('a visit counts under each goal that it reached, and once in the whole: %s', (_, tables) => {
    expect(rate(tables).value).toBe(2 / 4);
    // All visits are what each goal is a share of.
    expect(byGoal(tables)).toEqual([
      ['newsletter', 2 / 4, 4],
      ['account', 1 / 4, 4],
    ]);
    expect(rate(tables, { where: 'goal=account' }).value).toBe(1 / 4);
    // Visit 1 reached both, which daily numbers do not tell.
    const both = rate(tables, { where: 'goal=account,newsletter' });
    if ('sessions' in tables) expect(both.value).toBe(2 / 4);
    else expect(both.reason).toEqual({ code: 'not-segmentable', measure: 'sessionsWithGoal', dimension: 'goal' });
  });
});
