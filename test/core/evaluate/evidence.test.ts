import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { evaluateScorecard } from '../../../src/core/evaluate/evaluate-scorecard.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import type { Comparison } from '../../../src/core/evaluate/result.js';
import { dailyShares } from '../../../src/core/evidence/daily-shares.js';
import { dailyChange } from '../../../src/core/evidence/days.js';
import { shareError, twoProportion } from '../../../src/core/evidence/two-proportion.js';
import { addDays, isoOf } from '../../../src/core/time/day.js';
import { columnsOf, figureBy } from '../evidence/figure-by.js';
import type { Shop } from '../shop.js';
import { shops, tablesOf } from '../shop.js';
import { day } from '../time/written.js';

vi.setConfig({ testTimeout: 30_000 });

type Columns = Readonly<Record<string, readonly (number | null)[]>>;
const monday = '2026-03-02';
const options = { timeZone: 'Europe/Copenhagen', currency: 'DKK', settings: { activityWindowDays: 0 } };

/** Daily numbers from Monday 2 March 2026 on. */
const dailyOf = (columns: Columns): TablesInput => ({
  dailyMeasures: Object.values(columns)[0]!.map((_, index) => ({
    date: isoOf(addDays(day(monday), index)),
    ...Object.fromEntries(Object.entries(columns).map(([measure, values]) => [measure, values[index]])),
  })),
});

/** The last so many days against as many before. */
function lastDays(days: number, kpi: string, tables: TablesInput, question: Partial<KpiQuestion> = {}): Comparison {
  const dataset = createDataset(tables, options);
  const asked = { kpi, period: `last-${days}-days`, asOf: 'latest', compare: 'previous-period', ...question };
  return evaluateKpi(dataset, asked).comparisons[0]!;
}

const codesOf = ({ warnings }: Comparison): string[] => warnings.map(({ code }) => code);
/** So much on every day of each week. */
const weekly = (...weeks: readonly number[]): number[] =>
  weeks.flatMap((value) => Array.from({ length: 7 }, () => value));

describe('the test that the catalogue names', () => {
  test('of a share: two proportions', () => {
    // 36 of 400 sessions, then 60 of 400.
    const purchases = [5, 5, 5, 5, 5, 5, 6, 9, 9, 9, 9, 8, 8, 8];
    const sessions = [58, 57, 57, 57, 57, 57, 57, 58, 57, 57, 57, 57, 57, 57];
    const comparison = lastDays(7, 'conversion-rate', dailyOf({ sessionsWithPurchase: purchases, sessions }));
    expect(comparison).toMatchObject({ evidence: 'significant', direction: 'good' });
    const { low, high, pValue } = twoProportion({ successes: 60, trials: 400 }, { successes: 36, trials: 400 });
    expect(comparison.significance).toEqual({ test: 'two-proportion', pValue, low, high, dispersion: 1 });
    expect(pValue).toBeCloseTo(0.0090234, 7);
  });

  test('of a sum: by days, times its days', () => {
    // The example of the catalogue, section 3.5.
    const before = [5210, 4880, 5340, 5105, 6120, 3390, 2980, 5015, 5190, 4760, 5420, 5900, 3610, 3120];
    const after = [5600, 5150, 5480, 5390, 6540, 3720, 3050, 5450, 5260, 5330, 5500, 6010, 3980, 3400];
    const { change, evidence, significance } = lastDays(14, 'net-sales', dailyOf({ netSales: [...before, ...after] }));
    expect(change?.absolute).toBe(3820);
    expect(evidence).toBe('significant');
    expect(significance).toMatchObject({ test: 'days', dispersion: 1 });
    expect(significance!.pValue).toBeCloseTo(0.000822, 6);
    expect([significance!.low / 14, significance!.high / 14]).toEqual([
      expect.closeTo(128.15, 2),
      expect.closeTo(417.57, 2),
    ]);
  });

  test('of a number of events: Poisson, in events', () => {
    const orders = [1, 0, 0, 1, 0, 1, 0, 2, 1, 1, 2, 1, 1, 1];
    const { evidence, significance } = lastDays(7, 'order-count', dailyOf({ orders }));
    expect(evidence).toBe('noise');
    expect(significance).toMatchObject({ test: 'poisson', pValue: expect.closeTo(598 / 4096, 12) as number });
    expect([significance!.low, significance!.high]).toEqual([expect.closeTo(-1.2164, 4), expect.closeTo(14.3446, 4)]);
  });

  describe('of a mean: Welch', () => {
    const values = Array.from({ length: 140 }, (_, index) => (index < 70 ? 80 : 95) + ((index * 37) % 41));
    const orders = values.map((grossSales, index) => ({
      ...{ orderId: String(index), grossSales },
      placedAt: `${isoOf(addDays(day(monday), Math.floor(index / 10)))}T12:00`,
    }));
    const byDay = (of: (value: number) => number): number[] =>
      Array.from({ length: 14 }, (_, date) => {
        return values.slice(date * 10, date * 10 + 10).reduce((sum, value) => sum + of(value), 0);
      });
    const daily = { orders: byDay(() => 1), orderRevenue: byDay((value) => value) };
    const fromRows = lastDays(7, 'average-order-value', { orders });

    test('from rows', () => {
      expect(fromRows).toMatchObject({ evidence: 'significant', significance: { test: 'welch', dispersion: 1 } });
      expect(fromRows.change!.absolute).toBeGreaterThan(fromRows.significance!.low);
    });

    test('the same from a column of squares', () => {
      const squares = byDay((value) => value * value);
      const fromDays = lastDays(7, 'average-order-value', dailyOf({ ...daily, orderRevenueSquares: squares }));
      expect(fromDays.significance).toEqual(fromRows.significance);
    });

    test('without squares by days', () => {
      expect(lastDays(7, 'average-order-value', dailyOf(daily)).significance?.test).toBe('days');
    });

    test('by days where the squares are known on fewer of them', () => {
      const squares = byDay((value) => value * value).map((value, index) => (index === 9 ? null : value));
      const tables = dailyOf({ ...daily, orderRevenueSquares: squares });
      expect(lastDays(7, 'average-order-value', tables).significance?.test).toBe('days');
    });
  });

  test('of a percentile: the percentiles of the days', () => {
    const pageLoads = Array.from({ length: 28 * 20 }, (_, index) => ({
      at: `${isoOf(addDays(day(monday), Math.floor(index / 20)))}T12:00`,
      lcpMs: (index < 280 ? 2000 : 2600) + ((index * 53) % 400),
    }));
    const { significance, evidence } = lastDays(14, 'page-load-time', { pageLoads });
    expect(evidence).toBe('significant');
    expect(significance?.test).toBe('days');
    // Every day has the same spread: a change of 0.6 s.
    expect(significance!.low).toBeGreaterThan(0.4);
    expect(significance!.high).toBeLessThan(0.8);
  });

  test('of more orders than sessions: by days', () => {
    const { significance } = lastDays(
      14,
      'conversion-rate',
      dailyOf({ orders: weekly(60, 60, 70, 70), sessions: weekly(50, 50, 50, 50) }),
    );
    expect(significance).toMatchObject({ test: 'days', pValue: 0 });
  });

  describe('of what is counted in full: none', () => {
    const stock = (before: number, now: number): TablesInput => ({
      inventorySnapshots: Array.from({ length: 14 }, (_, index) => ({
        ...{ date: isoOf(addDays(day(monday), index)), sku: 'a', onHandUnits: index < 7 ? before : now },
      })),
    });
    test.each([
      [1000, 1010, 'significant'],
      [1000, 1009, 'noise'],
      [1000, 990, 'significant'],
      [0, 1, 'significant'],
      [0, 0, 'noise'],
    ])('%d, then %d: %s', (before, now, evidence) => {
      expect(lastDays(7, 'inventory-level', stock(before, now))).toMatchObject({ evidence, significance: undefined });
    });
  });
});

describe('visits in clusters', () => {
  const sessions = weekly(300, 300, 300, 300);
  // Every other day sells twice as much.
  const purchases = sessions.map((_, index) => (index % 2 ? 6 : 12) + (index < 14 ? 0 : 3));
  const tables = dailyOf({ sessionsWithPurchase: purchases, sessions });

  test('widen the test by what the days say', () => {
    const [before, after] = [0, 14].map((start) => purchases.slice(start, start + 14)) as [number[], number[]];
    const shares = ([of, since]: readonly [number[], string]) => ({
      first: day(since),
      values: dailyShares(
        columnsOf({ sessionsWithPurchase: of, sessions: of.map(() => 300) }),
        figureBy('sessionsWithPurchase / sessions'),
      ),
    });
    const share = (of: readonly number[]) => ({ successes: of.reduce((sum, each) => sum + each), trials: 4200 });
    const { error } = dailyChange(shares([after, '2026-03-16']), shares([before, monday]))!;
    const dispersion = (error / shareError(share(after), share(before))) ** 2;
    const { significance } = lastDays(14, 'conversion-rate', tables);
    expect(dispersion).toBeGreaterThan(1);
    expect(significance!.dispersion).toBeCloseTo(dispersion, 9);
    expect(significance!.pValue).toBeCloseTo(twoProportion(share(after), share(before), dispersion).pValue, 9);
  });

  test('cannot be seen in fewer than 14 days', () => {
    expect(lastDays(13, 'conversion-rate', tables).significance?.dispersion).toBe(1);
  });

  test('the running day takes no part', () => {
    const orders = purchases.flatMap((count, index) =>
      Array.from({ length: count }, (_, nth) => ({
        ...{ orderId: `${index}-${nth}`, grossSales: 100 },
        placedAt: `${isoOf(addDays(day(monday), index))}T${index === 27 ? '01' : '12'}:00`,
      })),
    );
    // Until 2 o'clock on the last day: 27 and 13 complete days.
    const running = { asOf: '2026-03-29T00:30:00Z', period: '2026-03-16/2026-03-29' };
    expect(lastDays(14, 'order-count', { orders }, running).significance?.dispersion).toBe(1);
    expect(lastDays(14, 'order-count', { orders }).significance!.dispersion).toBeGreaterThan(1);
  });
});

describe('untested', () => {
  const many = dailyOf({
    ...{ orders: weekly(20, 20, 40, 40), orderRevenue: weekly(2000, 2000, 4000, 4000) },
    ...{ sessions: weekly(400, 400, 400, 400), netSales: weekly(2000, 2100, 4000, 4200) },
  });

  test('too few trials, though the test was run', () => {
    const few = dailyOf({ sessionsWithPurchase: weekly(0, 2), sessions: weekly(4, 4) });
    const comparison = lastDays(7, 'conversion-rate', few);
    expect(comparison).toMatchObject({ evidence: 'untested', significance: { test: 'two-proportion' } });
    expect(comparison.significance!.pValue).toBeLessThan(0.05);
    expect(codesOf(comparison)).toEqual(['too-few-data']);
  });

  test('too few events, and none at all', () => {
    const few = lastDays(7, 'order-count', dailyOf({ orders: [...weekly(0), 2, 1, 1, 1, 1, 1, 2] }));
    expect(few).toMatchObject({ evidence: 'untested', significance: { pValue: 2 / 2 ** 9 } });
    const none = lastDays(7, 'order-count', dailyOf({ orders: weekly(0, 0) }));
    expect(none).toMatchObject({ evidence: 'untested', significance: undefined });
    expect([few, none].map(codesOf)).toEqual([['too-few-data'], ['too-few-data']]);
  });

  test('too few days', () => {
    const comparison = lastDays(6, 'net-sales', many);
    expect(comparison).toMatchObject({ evidence: 'untested', significance: undefined });
    expect(codesOf(comparison)).toEqual(['too-few-data']);
  });

  test.each([
    [8, 'untested'],
    [13, 'untested'],
    [7, 'significant'],
    [14, 'significant'],
  ])('%d days against as many, which hold other weekdays: %s', (days, evidence) => {
    const comparison = lastDays(days, 'order-count', dailyOf({ orders: weekly(20, 20, 40, 40) }), {
      period: '2026-03-16/' + isoOf(addDays(day('2026-03-16'), days - 1)),
    });
    expect(comparison.evidence).toBe(evidence);
    expect(codesOf(comparison)).toEqual(evidence === 'untested' ? ['weekday-mismatch'] : []);
    expect(comparison.significance?.pValue).toBeLessThan(0.05);
  });

  test('days that are missing in a sum', () => {
    const gaps = [...weekly(20, 20), null, ...weekly(20).slice(1), ...weekly(40), 40, null, ...weekly(40).slice(2)];
    const comparison = lastDays(14, 'order-count', dailyOf({ orders: [...weekly(20), ...gaps] }));
    expect(comparison).toMatchObject({ evidence: 'untested', change: { absolute: expect.any(Number) as number } });
    expect(codesOf(comparison)).toEqual(['missing-days']);
  });

  test('a figure that no test is meant for has no reason beside it', () => {
    const rate = lastDays(7, 'conversion-rate', many);
    expect(rate.evidence).not.toBe('untested');
    const result = evaluateKpi(createDataset(many, options), {
      ...{ kpi: 'net-sales', period: 'last-7-days', asOf: 'latest', compare: '2026-01-01/2026-01-07' },
    });
    expect(result.comparisons[0]).toMatchObject({ change: undefined, evidence: 'untested', significance: undefined });
  });
});

test('segments are tested one by one', () => {
  const rows = ['email', 'direct'].flatMap((channel) =>
    Array.from({ length: 14 }, (_, index) => ({
      date: isoOf(addDays(day(monday), index)),
      channel,
      orders: channel === 'email' && index >= 7 ? 40 : 20,
    })),
  );
  const result = evaluateKpi(createDataset({ dailyMeasures: rows }, options), {
    ...{ kpi: 'order-count', period: 'last-7-days', asOf: 'latest', compare: 'previous-period', by: 'channel' },
  });
  expect(result.segments.map(({ key, comparisons: [other] }) => [key, other?.evidence])).toEqual([
    ['email', 'significant'],
    ['direct', 'noise'],
  ]);
});

test('several figures side by side are called out at 1 %', () => {
  // 140 and 180 events: |180 − 160| = 20, √(320 ÷ 4) = 8.94, p between 1 % and 5 %.
  const dataset = createDataset(
    dailyOf({ orders: weekly(20, 0).map((value, index) => value || (index % 7 < 5 ? 26 : 25)) }),
    options,
  );
  const ask = { period: 'last-7-days', asOf: 'latest', compare: 'previous-period' };
  const [orders, customers] = [{ kpi: 'order-count' }, { kpi: 'net-sales' }];
  const evidence = (...kpis: { kpi: string }[]) =>
    evaluateScorecard(dataset, { ...ask, kpis }).entries[0]!.result.comparisons[0];
  expect(evidence(orders)!.significance!.pValue).toBeGreaterThan(0.01);
  expect(evidence(orders)).toMatchObject({ evidence: 'significant' });
  expect(evidence(orders, customers)).toMatchObject({
    evidence: 'noise',
    significance: evidence(orders)!.significance,
  });
});

describe('laws', () => {
  const kpis = ['net-sales', 'order-count', 'average-order-value', 'conversion-rate', 'repeat-purchase-rate'] as const;
  const [here, there] = ['2026-04-06/2026-04-19', '2026-03-23/2026-04-05'];
  const compared = (tables: TablesInput, kpi: string, period = here, compare = there, asOf = '2026-04-19') =>
    evaluateKpi(createDataset(tables, options), { kpi, period, compare, asOf }).comparisons[0]!;
  const near = (found: Comparison, expected: Comparison, scale = 1): void => {
    expect(found.evidence).toBe(expected.evidence);
    expect(found.significance === undefined).toBe(expected.significance === undefined);
    if (!found.significance || !expected.significance) return;
    expect(found.significance.pValue).toBeCloseTo(expected.significance.pValue, 6);
    for (const end of ['low', 'high'] as const) {
      const size = Math.max(1, Math.abs(expected.significance[end]));
      expect(Math.abs(found.significance[end] - scale * expected.significance[end])).toBeLessThan(1e-6 * scale * size);
    }
  };
  const each = (law: (shop: Shop, kpi: string) => void): void => {
    fc.assert(fc.property(shops, fc.constantFrom(...kpis), law), { numRuns: 60 });
  };

  test('money times ten: the same p-value, ten times the interval', () => {
    each((shop, kpi) => {
      const rich = {
        ...shop,
        orders: shop.orders.map((order) => ({
          ...order,
          grossSales: order.grossSales * 10,
          discounts: order.discounts * 10,
        })),
        refunds: shop.refunds.map((refund) => ({ ...refund, amount: refund.amount * 10 })),
      };
      const isMoney = kpi === 'net-sales' || kpi === 'average-order-value';
      near(compared(tablesOf(rich), kpi), compared(tablesOf(shop), kpi), isMoney ? 10 : 1);
    });
  });

  test('rows in another order: the same', () => {
    each((shop, kpi) => {
      const turned = { ...shop, orders: [...shop.orders].reverse(), sessions: [...shop.sessions].reverse() };
      near(compared(tablesOf(turned), kpi), compared(tablesOf(shop), kpi));
    });
  });

  test('everything 52 weeks later: the same', () => {
    const later = (moment: string): string => new Date(Date.parse(moment) + 364 * 86_400_000).toISOString();
    each((shop, kpi) => {
      const shifted = {
        orders: shop.orders.map((order) => ({ ...order, placedAt: later(order.placedAt) })),
        refunds: shop.refunds.map((refund) => ({ ...refund, refundedAt: later(refund.refundedAt) })),
        sessions: shop.sessions.map((session) => ({ ...session, startedAt: later(session.startedAt) })),
      };
      const [period, compare] = ['2027-04-05/2027-04-18', '2027-03-22/2027-04-04'];
      // Of the clock changes the one in Europe falls on the same Sunday, before both windows or in the same one.
      const utc = (tables: TablesInput, ...asked: [string, string, string]) =>
        evaluateKpi(createDataset(tables, { ...options, timeZone: 'UTC' }), {
          ...{ kpi, period: asked[0], compare: asked[1], asOf: asked[2] },
        }).comparisons[0]!;
      near(utc(tablesOf(shifted), period, compare, '2027-04-18'), utc(tablesOf(shop), here, there, '2026-04-19'));
    });
  });

  test('the windows swapped: the interval on the other side of 0', () => {
    each((shop, kpi) => {
      const tables = tablesOf(shop);
      const [forth, back] = [compared(tables, kpi), compared(tables, kpi, there, here)];
      expect(back.evidence).toBe(forth.evidence);
      if (!forth.significance || !back.significance) return;
      const size = Math.max(1, Math.abs(forth.significance.low), Math.abs(forth.significance.high));
      expect(back.significance.pValue).toBeCloseTo(forth.significance.pValue, 6);
      expect(Math.abs(back.significance.low + forth.significance.high)).toBeLessThan(1e-6 * size);
      expect(Math.abs(back.significance.high + forth.significance.low)).toBeLessThan(1e-6 * size);
    });
  });
});
