import { randomLcg, randomPoisson } from 'd3';
import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { dayShare } from '../../../src/core/evaluate/day-share.js';
import { daysBefore, daysOfHours, paceOf } from '../../../src/core/evaluate/pace.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import { addDays, isoOf, weekdayOf } from '../../../src/core/time/day.js';
import { hoursOf } from '../../../src/core/time/hours.js';
import type { Window } from '../../../src/core/time/window.js';
import { zoneOf } from '../../../src/core/time/zone.js';
import { day } from '../time/written.js';

const zone = zoneOf('Europe/Copenhagen');
const window = (start: string, end: string, plannedEnd: string, cutoff?: string): Window => ({
  ...{ start: day(start), end: day(end), plannedEnd: day(plannedEnd) },
  cutoff: cutoff === undefined ? undefined : Date.parse(cutoff),
});
const isWeekend = (of: ReturnType<typeof day>): boolean => [0, 6].includes(weekdayOf(of));

/**
 * Eight weeks before Monday 1 June 2026: workdays bring 10, weekends 30; in turn a tenth more in one week and a tenth
 * less in the next. Forty workdays are off by 1 and sixteen days of weekends by 3: σ² = (40 × 1 + 16 × 9) ÷ (56 − 7).
 */
const usual = Array.from({ length: daysBefore }, (_, index) => {
  const mean = isWeekend(addDays(day('2026-04-06'), index)) ? 30 : 10;
  return Math.floor(index / 7) % 2 === 0 ? mean * 1.1 : mean * 0.9;
});
const variance = 184 / 49;
/** How far a 95 % interval with 49 degrees of freedom reaches; from R, qt(0.975, 49). */
const t49 = 2.00957523712924;

/** With as many more days known as there are so far. */
const pace = (value: number, of: Window, before = usual, so = Array.from({ length: 31 }, () => 1)) =>
  paceOf(value, of, Float64Array.from([...before, ...so]), zone);

describe('a pace by the weekdays of the eight weeks before', () => {
  test('two weeks of four, a tenth above what they brought before', () => {
    // E = R = 2 (5 × 10 + 2 × 30) = 220, S = 242: 242 + 242 ÷ 220 × 220. Error: 1.1 √(σ² (14 + 14)).
    const found = pace(242, window('2026-06-01', '2026-06-14', '2026-06-28'));
    expect(found).toMatchObject({ value: 484, basis: 'weekdays' });
    const reach = t49 * 1.1 * Math.sqrt(variance * 28);
    expect([found.low, found.high]).toEqual([expect.closeTo(484 - reach, 8), expect.closeTo(484 + reach, 8)]);
  });

  test('the workdays of a week whose weekend is to come', () => {
    // E = 50, R = 60: 50 + 60, where the share of days would say 70.
    // Error: √(σ² (2 + 1.2² × 5 + 5 × (0 − 1.2)² ÷ 8 + 2 × (1 − 0)² ÷ 8)).
    const found = pace(50, window('2026-06-01', '2026-06-05', '2026-06-07'));
    expect(found.value).toBeCloseTo(110, 9);
    const reach = t49 * Math.sqrt(variance * (2 + 7.2 + 0.9 + 0.25));
    expect([found.low, found.high]).toEqual([expect.closeTo(110 - reach, 8), expect.closeTo(110 + reach, 8)]);
  });

  test('a running day counts as far as its hours have', () => {
    // Saturday 6 June at 12:00: E = 50 + 15, R = 15 + 30; 65 + 45.
    expect(pace(65, window('2026-06-01', '2026-06-06', '2026-06-07', '2026-06-06T10:00Z')).value).toBeCloseTo(110, 9);
    // Sunday 29 March has 23 hours: at 12:00 summer time 11 of them have passed. Each day brings 23.
    const even = Array.from({ length: daysBefore }, () => 23);
    expect(pace(11, window('2026-03-29', '2026-03-29', '2026-03-29', '2026-03-29T10:00Z'), even).value).toBeCloseTo(
      23,
      9,
    );
  });

  test('a running day counts as far as its hours had brought others, where they are known', () => {
    // Saturday 6 June at 12:00, by when a tenth of a day has come: E = 50 + 3, R = 27 + 30; 53 + 57.
    const of = window('2026-06-01', '2026-06-06', '2026-06-07', '2026-06-06T10:00Z');
    const found = paceOf(53, of, Float64Array.from([...usual, ...usual.slice(0, 6)]), zone, 0.1);
    expect(found).toMatchObject({ value: expect.closeTo(110, 9) as number, basis: 'hours' });
    // Of nothing but that day 0.1 has come: 5 in place of 50 a day, ± t √(σ² (0.9 + 9² × 0.1)).
    const today = window('2026-06-05', '2026-06-05', '2026-06-05', '2026-06-05T10:00Z');
    const alone = paceOf(1, today, Float64Array.from([...usual.slice(4), ...usual.slice(0, 5)]), zone, 0.1);
    expect(alone.value).toBeCloseTo(10, 9);
    expect(alone.high! - alone.value).toBeCloseTo(t49 * Math.sqrt(variance * (0.9 + 8.1)), 8);
  });

  test('is sure of what has come: what never fell does not lead below it', () => {
    const wild = usual.map((value, index) => (index % 14 < 7 ? value * 2 : 0));
    const of = window('2026-06-01', '2026-06-05', '2026-06-07');
    expect(pace(50, of, wild)).toMatchObject({ low: 50, basis: 'weekdays' });
    // Where refunds may be more than sales it may.
    const fell = wild.map((value) => value - 5);
    expect(pace(50, of, fell).low).toBeLessThan(50);
  });
});

describe('a pace by the share of days that has passed', () => {
  const tenOfThirty = window('2026-06-01', '2026-06-10', '2026-06-30');

  test('where a weekday is hardly known', () => {
    // Of the Tuesdays only one.
    const hardly = usual.map((value, index) => (index % 7 === 1 && index > 1 ? NaN : value));
    expect(pace(100, tenOfThirty, hardly)).toEqual({ value: 300, low: undefined, high: undefined, basis: 'elapsed' });
    expect(pace(100, tenOfThirty, []).value).toBeCloseTo(300, 9);
  });

  test('where those days brought nothing', () => {
    const nothing = usual.map(() => 0);
    expect(pace(100, tenOfThirty, nothing)).toMatchObject({ value: 300, basis: 'elapsed' });
  });

  test.each([
    ['nine days and a half', 95, window('2026-06-01', '2026-06-10', '2026-06-30', '2026-06-10T10:00Z'), 300],
    ['half a day', 50, window('2026-06-10', '2026-06-10', '2026-06-10', '2026-06-10T10:00Z'), 100],
    ['11 of 23 hours', 11, window('2026-03-29', '2026-03-29', '2026-03-29', '2026-03-29T10:00Z'), 23],
    ['no time at all', 0, window('2026-06-01', '2026-06-01', '2026-06-30', '2026-05-31T22:00Z'), 0],
  ])('of %s', (_, value, of, expected) => {
    expect(pace(value, of, []).value).toBeCloseTo(expected, 9);
  });
});

test('the interval holds the true sum in 95 of 100 periods, whatever the season of the week', () => {
  let seed = 20260601;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const of = window('2026-06-01', '2026-06-12', '2026-06-30');
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const repetitions = 2000;
  let held = 0;
  for (let nth = 0; nth < repetitions; nth++) {
    const days = Array.from({ length: daysBefore + 30 }, (_, index) => {
      const mean = isWeekend(addDays(day('2026-04-06'), index)) ? 180 : 100;
      return mean + 15 * normal();
    });
    const soFar = days.slice(daysBefore, daysBefore + 12);
    const { low, high } = paceOf(sum(soFar), of, Float64Array.from(days.slice(0, daysBefore + 12)), zone);
    const whole = sum(days.slice(daysBefore));
    if (low! <= whole && whole <= high!) held++;
  }
  expect(held / repetitions).toBeGreaterThan(0.93);
  expect(held / repetitions).toBeLessThan(0.97);
});

test('the interval of a running day holds it in 95 of 100, whatever the season of the day', () => {
  const next = randomLcg(0.7);
  const count = randomPoisson.source(next);
  const of = window('2026-06-01', '2026-06-01', '2026-06-01', '2026-06-01T10:00Z');
  const hours = hoursOf(daysOfHours(of), zone);
  /** Orders of an hour, few by night and most in the evening. */
  const usually = (hour: number): number => 6 + 5 * Math.sin(((hour - 14) / 12) * Math.PI);
  const noon = 12 * 3_600_000;
  const repetitions = 2000;
  let held = 0;
  for (let nth = 0; nth < repetitions; nth++) {
    const days = Array.from({ length: daysBefore + 1 }, (_, index) => {
      const busy = isWeekend(addDays(of.start, index - daysBefore)) ? 1.6 : 1;
      return Array.from({ length: 24 }, (__, hour) => count(busy * usually(hour))());
    });
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const today = days.at(-1)!;
    const soFar = sum(today.slice(0, 12));
    const share = dayShare(Float64Array.from(days.slice(0, -1).flat()), hours, noon);
    const { low, high } = paceOf(soFar, of, Float64Array.from([...days.slice(0, -1).map(sum), soFar]), zone, share);
    if (low! <= sum(today) && sum(today) <= high!) held++;
  }
  expect(held / repetitions).toBeGreaterThan(0.93);
  expect(held / repetitions).toBeLessThan(0.98);
});

describe('the pace of a KPI', () => {
  const dailyMeasures = Array.from({ length: daysBefore + 5 }, (_, index) => {
    const at = addDays(day('2026-04-06'), index);
    return { date: isoOf(at), orders: isWeekend(at) ? 30 : 10, orderRevenue: 100, channel: 'email' };
  });
  const ask = (question: Partial<KpiQuestion>, tables: TablesInput = { dailyMeasures }) => {
    const dataset = createDataset(tables, { timeZone: 'UTC', currency: 'DKK', asOf: '2026-06-05' });
    return evaluateKpi(dataset, { kpi: 'order-count', period: 'this-week', target: 100, ...question }).target;
  };

  test('reads the days before the period', () => {
    expect(ask({})).toMatchObject({ value: 100, days: 7, ratio: 0.5, pace: 110, paceBasis: 'weekdays' });
    // Before the data there is nothing to learn from.
    expect(ask({}, { dailyMeasures: dailyMeasures.slice(50) })).toMatchObject({ pace: 70, paceBasis: 'elapsed' });
  });

  test('is the same by whatever grain and split the course is drawn', () => {
    expect(ask({ grain: 'week', by: 'channel' })).toEqual(ask({}));
  });

  test('is that of the part where the rows are filtered', () => {
    expect(ask({ where: 'channel=email', target: '10/day' })?.pace).toBe(110);
  });

  test('ends where whole days do: the running day is still to come', () => {
    const dataset = createDataset({ dailyMeasures }, { timeZone: 'UTC', asOf: '2026-06-05T12:00Z' });
    const { target } = evaluateKpi(dataset, { kpi: 'order-count', period: 'this-week', target: 100 });
    expect(target).toMatchObject({ ratio: 0.4, pace: 110 });
  });

  describe('of a day that is running', () => {
    // A shop of the evening: every day one order at nine and three at eight.
    const at = (index: number, time: string) => `${isoOf(addDays(day('2026-04-06'), index))}T${time}`;
    const orders = Array.from({ length: daysBefore + 1 }, (_, index) =>
      ['09:00', '20:00', '20:20', '20:40'].map((time) => ({ orderId: at(index, time), placedAt: at(index, time) })),
    )
      .flat()
      .map((order) => ({ ...order, grossSales: 100 }));
    const dataset = createDataset({ orders }, { timeZone: 'Europe/Copenhagen', currency: 'DKK' });
    const asked = (time: string, period: string, kpi = 'order-count') =>
      evaluateKpi(dataset, { kpi, period, target: 10, asOf: at(daysBefore, time) }).target;

    test('goes by the hours of the eight weeks before', () => {
      // One by noon, of which there are four: the clock would say two.
      expect(asked('12:00', 'today')).toMatchObject({ pace: 4, paceBasis: 'hours' });
      expect(asked('12:00', 'today', 'net-sales')).toMatchObject({ pace: 400, paceBasis: 'hours' });
      // Two of four at 20:20, and by then 1 + 3 × 20 ÷ 60.
      expect(asked('20:20', 'today')?.pace).toBe(4);
      // A Monday of thirty days: one so far, and 3 + 29 × 4 to come.
      expect(asked('12:00', 'this-month')).toMatchObject({ pace: 120, days: 30, paceBasis: 'hours' });
    });

    test('is not told by hours before the shop opens', () => {
      expect(asked('08:00', 'today')?.pace).toBe(0);
    });

    test('goes by the clock where too little is known of its weekday', () => {
      const young = createDataset({ orders: orders.slice(-12) }, { timeZone: 'Europe/Copenhagen' });
      const { target } = evaluateKpi(young, { kpi: 'order-count', period: 'today', target: 10, asOf: at(56, '12:00') });
      expect(target).toMatchObject({ pace: 2, paceBasis: 'elapsed' });
    });
  });

  test('there is none of a closed period, of a rate and without a target', () => {
    expect(ask({ period: 'last-week' })).toMatchObject({ days: 7, pace: undefined, paceBasis: undefined });
    expect(ask({ kpi: 'average-order-value' })).toMatchObject({ pace: undefined, paceRange: undefined });
    expect(ask({ target: undefined })).toBeUndefined();
  });
});
