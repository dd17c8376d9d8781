import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { kpiCatalog } from '../../src/core/catalog/kpis.js';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { KpiError } from '../../src/core/error.js';
import { evaluateFunnel } from '../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { evaluateScorecard } from '../../src/core/evaluate/evaluate-scorecard.js';
import type { KpiQuestion } from '../../src/core/evaluate/question.js';
import { isoOf } from '../../src/core/time/day.js';
import { interval, last, shops, tablesOf, windows, zoneIds } from './shop.js';

// Hundreds of shops each, on machines that do other things beside.
vi.setConfig({ testTimeout: 60_000 });

const texts = fc.oneof(
  fc.string(),
  fc.constantFrom('', 'all', 'today', 'latest', 'none', 'auto', '__proto__', 'constructor'),
);
const dates = fc.oneof(
  fc.constantFrom(
    '2026-03-29',
    '2026-04-05',
    '2026-02-30',
    '0001-01-01',
    '2050-12-31',
    '2026-03-29T02:30',
    '2026-04-01T24:00',
  ),
  fc
    .date({ noInvalidDate: true, min: new Date('2025-01-01'), max: new Date('2027-12-31') })
    .map((date) => date.toISOString()),
);
const soundPeriods = fc.oneof(
  windows.map(interval),
  fc.constantFrom('all', 'today', 'yesterday', 'last-28-days', 'last-400-days', 'last-3-weeks', 'last-400-months'),
  fc
    .tuple(fc.constantFrom('this', 'last'), fc.constantFrom('week', 'month', 'quarter', 'year'))
    .map((words) => words.join('-')),
);
const oddPeriods = fc.oneof(
  texts,
  fc.tuple(dates, dates).map(([from, to]) => `${from.slice(0, 10)}/${to.slice(0, 10)}`),
);
/** Nine sound values to an odd one, so that most questions with one fault have only that. */
const mostly = <T, O>(sound: fc.Arbitrary<T>, odd: fc.Arbitrary<O>): fc.Arbitrary<T | O> =>
  fc.oneof({ weight: 9, arbitrary: sound }, { weight: 1, arbitrary: odd });
/** What is asked of every figure. */
const question = {
  period: mostly(soundPeriods, oddPeriods),
  compare: mostly(
    fc.oneof(fc.constantFrom('auto', 'previous-period', 'none'), fc.array(windows.map(interval), { maxLength: 3 })),
    oddPeriods,
  ),
  grain: mostly(fc.constantFrom('auto', 'hour', 'day', 'week', 'month', 'quarter', 'year'), texts),
  by: mostly(fc.constantFrom('channel', 'device', 'sku'), texts),
  where: mostly(
    fc.constantFrom('channel=email', "channel!=''", 'device=mobile'),
    fc.oneof(texts, fc.dictionary(fc.constantFrom('channel', 'device', '__proto__'), fc.jsonValue())),
  ),
  asOf: mostly(fc.constantFrom('latest', last, '2026-03-29T02:30', '2026-04-05T12:00Z'), fc.oneof(dates, texts)),
  weekStart: mostly(fc.constantFrom('monday', 'sunday'), texts),
  fiscalYearStart: mostly(fc.constantFrom('01-01', '04-06', '12-28'), fc.oneof(texts, fc.constant('02-29'))),
};
const kpi = mostly(fc.constantFrom(...kpiCatalog.keys()), texts);
const target = mostly(fc.integer(), fc.oneof(fc.double(), texts, fc.constantFrom('40000/month', '3.5%', '-1/day')));
const kpiQuestions = fc.record({ kpi, target, ...question }, { requiredKeys: ['kpi'] });
const scorecardQuestions = fc.record(
  {
    kpis: mostly(fc.array(fc.record({ kpi, target }, { requiredKeys: ['kpi'] }), { maxLength: 3 }), texts),
    limit: mostly(fc.constantFrom(0, 1, 2, 8), fc.oneof(fc.double(), texts)),
    ...question,
  },
  { requiredKeys: [] },
);
const counted = fc.constantFrom(
  'sessions',
  'sessionsWithAddToCart',
  'sessionsWithPurchase',
  'orders',
  'activeCustomers',
);
const funnelQuestions = fc.record(
  {
    stages: mostly(fc.uniqueArray(counted, { minLength: 2 }), fc.oneof(texts, fc.array(texts))),
    funnel: mostly(fc.constantFrom('purchase', 'checkout', 'cart', 'advertising'), texts),
    mode: mostly(fc.constantFrom('open', 'closed'), texts),
    window: mostly(fc.constantFrom('1d', '7d'), texts),
    ...question,
  },
  { requiredKeys: [] },
);

/** What a shop may declare of its data and want of its figures. */
const someDays = windows.map(([from, to]) => ({ from: isoOf(from), to: isoOf(to) }));
const settingsGiven = fc.record(
  {
    coverage: fc.array(
      fc.tuple(fc.constantFrom('orders', 'sessions', 'refunds'), someDays).map(([entityId, days]) => ({
        ...{ entityId, ...days },
      })),
      { minLength: 1, maxLength: 4 },
    ),
    targets: fc.array(
      fc
        .tuple(fc.constantFrom(...kpiCatalog.keys()), someDays, fc.integer({ min: -10, max: 10_000 }))
        .map(([kpiId, { from, to }, value]) => ({
          ...{ kpiId, periodStart: from, periodEnd: to, value },
        })),
      { minLength: 1, maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
);

/** Everything in a value that has a value or a reason, however deep. */
function figuresIn(value: unknown): { value: unknown; reason: unknown }[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'value' in value && 'reason' in value ? [value] : [];
  return [...own, ...Object.values(value).flatMap(figuresIn)];
}

/** Every number in a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

/** Asks anything of any shop; how often there was an answer. */
function answered<Question>(
  questions: fc.Arbitrary<Question>,
  ask: (of: Dataset, question: Question) => object,
): number {
  let answers = 0;
  fc.assert(
    fc.property(shops, fc.constantFrom(...zoneIds), questions, settingsGiven, (shop, timeZone, question, settings) => {
      let result: object;
      try {
        result = ask(createDataset(tablesOf(shop), { timeZone, asOf: last, settings }), question);
      } catch (error) {
        expect(error).toBeInstanceOf(KpiError);
        return;
      }
      answers++;
      for (const { value, reason } of figuresIn(result)) expect(value === undefined).toBe(reason !== undefined);
      expect(numbersIn(result).filter((number) => !Number.isFinite(number) || Object.is(number, -0))).toEqual([]);
    }),
    { numRuns: 600 },
  );
  return answers;
}

// Whatever is asked is answered or refused with a KpiError; a figure has a value or a reason, and no number is NaN,
// infinite or a negative zero.
test('of a KPI', () => {
  expect(answered(kpiQuestions, (dataset, one) => evaluateKpi(dataset, one as KpiQuestion))).toBeGreaterThan(100);
});

test('of a scorecard', () => {
  const ask = (dataset: Dataset, one: object) => evaluateScorecard(dataset, one);
  expect(answered(scorecardQuestions, ask)).toBeGreaterThan(100);
});

test('of a funnel', () => {
  const ask = (dataset: Dataset, one: object) => evaluateFunnel(dataset, one);
  expect(answered(funnelQuestions, ask)).toBeGreaterThan(100);
});
