import { describe, expect, test } from 'vitest';
import { nordicShop } from '../../../demo/nordic-shop/shop.js';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { askCube, cubeQuestion } from '../../../src/core/evaluate/cube-question.js';
import type { CubeQuestion } from '../../../src/core/evaluate/cube-question.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { evaluateScorecard } from '../../../src/core/evaluate/evaluate-scorecard.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import { answerFrom } from './cube-answerer.js';

const empty = (options = {}) => createDataset({}, { timeZone: 'Europe/Copenhagen', asOf: '2026-11-20', ...options });
const asked = (question: KpiQuestion, shop = empty()): CubeQuestion | undefined =>
  cubeQuestion(shop, (dataset) => evaluateKpi(dataset, question));
const common = { grain: 'day', by: [], where: '', timeZone: 'Europe/Copenhagen', asOf: '2026-11-20' };
/** The 1st to the 20th of November 2026, and of the month before. */
const soFar = ['2026-10-01/2026-10-20', '2026-11-01/2026-11-20'];

describe('a question', () => {
  test.each<[KpiQuestion, Partial<CubeQuestion>]>([
    // A Poisson test of a count needs the count alone.
    [
      { kpi: 'order-count', period: 'this-month' },
      { measures: ['orders'], windows: soFar },
    ],
    // Welch's test of a mean: the number, the sum and the sum of squares.
    [
      { kpi: 'average-order-value', period: 'this-month' },
      { measures: ['orderRevenue', 'orderRevenueSquares', 'orders'], windows: soFar },
    ],
    [
      { kpi: 'net-sales', period: 'this-month', compare: 'none' },
      { measures: ['orderRevenue', 'refundedAmount'], windows: [soFar[1]!] },
    ],
    // Its pace looks at the 56 days before the 1st, among them all that it is compared with.
    [
      { kpi: 'net-sales', period: 'this-month', target: '300000/month' },
      { measures: ['orderRevenue', 'refundedAmount'], windows: ['2026-09-06/2026-11-20'] },
    ],
    // Distinct customers: both windows, and every week that they are cut into.
    [
      { kpi: 'repeat-purchase-rate', period: '2026-11-02/2026-11-15', grain: 'week' },
      {
        measures: ['activeCustomers', 'repeatCustomers'],
        windows: [
          ...['2026-10-19/2026-10-25', '2026-10-19/2026-11-01', '2026-10-26/2026-11-01'],
          ...['2026-11-02/2026-11-08', '2026-11-02/2026-11-15', '2026-11-09/2026-11-15'],
        ],
      },
    ],
    // Thirty days that end with the window, with the window before, and with each of their days.
    [
      { kpi: 'app-active-user-ratio', period: '2026-11-19/2026-11-20', compare: 'none' },
      {
        measures: ['appActiveUsers', 'appInstallsToDate'],
        windows: [
          ...['2026-10-21/2026-11-19', '2026-10-22/2026-11-20'],
          ...['2026-11-19/2026-11-19', '2026-11-19/2026-11-20', '2026-11-20/2026-11-20'],
        ],
      },
    ],
    // Weeks of what adds up are made of days.
    [
      { kpi: 'net-sales', period: 'last-12-weeks', compare: 'previous-period', grain: 'week' },
      {
        measures: ['orderRevenue', 'refundedAmount'],
        windows: ['2026-06-01/2026-08-23', '2026-08-24/2026-11-15'],
      },
    ],
    [
      { kpi: 'conversion-rate', period: 'this-month', by: 'channel' },
      { measures: ['sessions', 'sessionsWithPurchase'], windows: soFar, by: ['channel'] },
    ],
    [
      { kpi: 'order-count', period: 'this-month', where: `device!=mobile channel=email,direct campaign="it's, on"` },
      { measures: ['orders'], windows: soFar, where: `campaign='it''s, on' channel=direct,email device!=mobile` },
    ],
    // A condition of its formula is one like the page's.
    [
      { kpi: 'mobile-traffic', period: 'this-month', where: 'channel=email' },
      { measures: ['sessions'], windows: soFar, where: 'channel=email device=mobile' },
    ],
    // A share of a total is not filtered by what it is a share of: the answer has to tell both.
    [
      { kpi: 'traffic-source-share', period: 'this-month', where: 'channel=email' },
      { measures: ['sessions'], windows: soFar, by: ['channel'] },
    ],
    // A filter on goals is none on the visits that they are divided by.
    [
      { kpi: 'goal-conversion-rate', period: 'this-month', where: 'goal=newsletter country=DK' },
      { measures: ['sessions', 'sessionsWithGoal'], windows: soFar, by: ['goal'], where: 'country=DK' },
    ],
    // Whoever asks for hours is answered by days.
    [
      { kpi: 'order-count', period: 'yesterday', grain: 'hour', compare: 'none' },
      { measures: ['orders'], windows: ['2026-11-19/2026-11-19'] },
    ],
    // While a day is running, the last one that is complete.
    [
      { kpi: 'order-count', period: 'this-month', asOf: '2026-11-21T08:00:00Z' },
      { measures: ['orders'], windows: soFar },
    ],
  ])('%j', (question, expected) => {
    expect(asked(question)).toEqual({ ...common, ...expected });
  });

  test('is written the same whatever the order of what is asked', () => {
    const both = (kpis: string[], where: string) =>
      cubeQuestion(empty(), (dataset) => kpis.map((kpi) => evaluateKpi(dataset, { kpi, where, by: 'channel' })));
    const one = both(['net-sales', 'order-count'], 'device=mobile,tablet country=DK');
    expect(both(['order-count', 'net-sales', 'net-sales'], 'country=DK device=tablet,mobile')).toEqual(one);
  });

  test('asks for the KPIs that have a target, where it is about these', () => {
    const targets = [
      { kpiId: 'order-count', periodStart: '2026-10-01', periodEnd: '2026-10-31', value: 900 },
      { kpiId: 'conversion-rate', periodStart: '2026-10-05', periodEnd: '2026-10-11', value: 0.03 },
    ];
    const shop = empty({ settings: { targets } });
    expect(
      asked({ kpi: 'target-attainment-rate', period: 'last-month', compare: 'none', grain: 'month' }, shop),
    ).toEqual({
      ...common,
      measures: ['orders', 'sessions', 'sessionsWithPurchase'],
      windows: ['2026-10-01/2026-10-31'],
    });
  });

  test('asks for what a total is held against', () => {
    const controlTotals = [{ measure: 'orders', source: 'ERP', start: '2026-09-15', end: '2026-10-14', value: 812 }];
    const shop = empty({ settings: { controlTotals } });
    expect(asked({ kpi: 'order-count', period: 'last-month', compare: 'none' }, shop)?.windows).toEqual([
      '2026-09-15/2026-10-14',
      '2026-10-01/2026-10-31',
    ]);
  });

  test("asks for the measures of a shop's own KPI", () => {
    const kpiDefinitions = [
      { id: 'ads-per-order', unit: 'currency', formula: 'adCost / orders', name: 'Ads per order' },
    ] as const;
    const shop = empty({ kpiDefinitions });
    expect(asked({ kpi: 'ads-per-order', period: 'this-month' }, shop)).toEqual({
      ...common,
      measures: ['adCost', 'orders'],
      windows: soFar,
    });
  });

  test('asks for what stands in for a measure that is known to be absent', () => {
    const asking = askCube(empty());
    evaluateKpi(asking.dataset(new Set(['sessionsWithPurchase'])), { kpi: 'conversion-rate', period: 'this-month' });
    expect(asking.question()?.measures).toEqual(['orders', 'sessions']);
  });

  test('of a funnel are the daily counts of its stages', () => {
    const stages = ['sessions', 'sessionsWithAddToCart', 'sessionsWithPurchase'];
    const funnel = cubeQuestion(empty(), (dataset) => evaluateFunnel(dataset, { stages, period: 'this-month' }));
    // What is lost before the purchase is worth so many orders.
    expect(funnel).toMatchObject({ measures: ['orderRevenue', 'orders', ...stages], windows: soFar });
  });

  test('of a scorecard without KPIs are the first of the starter set', () => {
    const scorecard = cubeQuestion(empty(), (dataset) => evaluateScorecard(dataset, { period: 'this-month' }));
    expect(scorecard!.measures).toEqual(expect.arrayContaining(['orderRevenue', 'sessions', 'sessionsWithPurchase']));
  });

  test.each<[string, KpiQuestion]>([
    ['a dimension that its rows do not have', { kpi: 'order-count', where: 'medium=sms' }],
    ['a share of a total without what it is a share by', { kpi: 'traffic-source-share' }],
    ['how complete the data are', { kpi: 'data-completeness' }],
    ['the running day', { kpi: 'order-count', period: 'today', asOf: '2026-11-21T08:00:00Z' }],
  ])('is not asked: %s', (_, question) => {
    expect(asked(question)).toBeUndefined();
  });

  test('cannot be where all days begin', () => {
    expect(() => asked({ kpi: 'order-count', period: 'all' })).toThrow(
      expect.objectContaining({ code: 'bad-period', details: expect.objectContaining({ value: 'all' }) }),
    );
  });
});

// Every KPI is asked for, of two years of rows.
describe('a cube that answers', { timeout: 30_000 }, () => {
  const { currency, timeZone, asOf, ...tables } = nordicShop({ days: 560, scale: 0.02, traffic: 'sessions' });
  const fromRows = createDataset(tables, { currency, timeZone, asOf });
  const shop = empty({ timeZone, asOf });

  /** People reached by several posts may be the same: rows give bounds, a cube a figure or none. */
  const bounded = ['social-reach', 'impression-frequency'];
  /** Rows of requests are split by a channel of their own where the shop's is asked for; a cube names the dimensions. */
  const renamed = ['complaint-count', 'first-response-time'];
  /** A cube has no rows to say this of. */
  const ofRows = ['carried', 'estimated', 'unknown-values', 'short-history'];

  /** A figure as it can be compared: why there is none, a cube may see otherwise; and how many rows are behind one. */
  const figures = (dataset: Dataset, question: KpiQuestion): unknown => {
    const { coverage: _, ...result } = evaluateKpi(dataset, question);
    return JSON.parse(JSON.stringify(result), (key, value: unknown) => {
      if (key === 'warnings') return (value as { code: string }[]).filter(({ code }) => !ofRows.includes(code));
      if (typeof value !== 'object' || value === null || !('reason' in value) || 'value' in value) return value;
      return Object.fromEntries(
        Object.entries(value).filter(([name]) => ['key', 'name', 'start', 'end'].includes(name)),
      );
    });
  };

  test.each<Omit<KpiQuestion, 'kpi'>>([
    { period: 'last-28-days' },
    { period: 'this-month', compare: 'previous-year previous-period', grain: 'week' },
    { period: 'last-quarter', grain: 'month', compare: 'previous-period' },
    { period: 'last-14-days', by: 'channel' },
    { period: 'last-28-days', by: 'country', where: 'device=mobile' },
    { period: 'last-28-days', by: 'device', where: 'channel=email,paid-search country!=SE' },
    { period: 'last-7-days', selectedWhere: [{ device: ['mobile', 'desktop'] }, { channel: { not: 'direct' } }] },
    { period: 'last-28-days', where: 'campaign=none-such' },
  ])('gives the figures of its rows: %j', async (asked) => {
    let compared = 0;
    for (const kpi of kpiCatalog.keys()) {
      if (bounded.includes(kpi) || (asked.by === 'channel' && renamed.includes(kpi))) continue;
      const question = { kpi, ...asked };
      const needed = cubeQuestion(shop, (dataset) => evaluateKpi(dataset, question));
      const { value, segments } = evaluateKpi(fromRows, question);
      if (!needed) {
        // What asks for nothing has no figure, but for how much the rows themselves tell.
        if (kpi !== 'data-completeness' && !segments.length) expect([kpi, value]).toEqual([kpi, undefined]);
        continue;
      }
      const fromCube = await loadDataset(JSON.stringify(answerFrom(fromRows, needed)));
      expect([kpi, figures(fromCube, question)]).toEqual([kpi, figures(fromRows, question)]);
      if (value !== undefined) compared++;
    }
    expect(compared).toBeGreaterThan(5);
  });
});
