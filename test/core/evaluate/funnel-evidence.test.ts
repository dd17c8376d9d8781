import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { FunnelQuestion } from '../../../src/core/evaluate/question.js';
import { twoProportion } from '../../../src/core/evidence/two-proportion.js';
import { addDays, isoOf } from '../../../src/core/time/day.js';
import { day } from '../time/written.js';

const options = { timeZone: 'UTC', currency: 'DKK' };
const dateOf = (index: number): string => isoOf(addDays(day('2026-03-02'), index));

/** How many of a day's visits saw a product, began a cart, a checkout, and bought. */
type Reached = readonly [visits: number, viewed: number, added: number, checkout: number, bought: number];
const fields = ['productViewed', 'addedToCart', 'checkoutStarted', 'purchased'] as const;

/** Each visit of each day as a row. */
const rowsOf = (days: readonly Reached[], device = 'mobile'): TablesInput => ({
  sessions: days.flatMap(([visits, ...reached], index) =>
    Array.from({ length: visits }, (_, nth) => ({
      ...{ sessionId: `${device}-${index}-${nth}`, visitorId: `${device}-${index}-${nth}`, device },
      startedAt: `${dateOf(index)}T08:00:00Z`,
      ...Object.fromEntries(fields.map((field, stage) => [field, nth < reached[stage]!])),
    })),
  ),
});

const measures = ['sessions', ...['ProductView', 'AddToCart', 'Checkout', 'Purchase'].map((of) => `sessionsWith${of}`)];
const columnsOf = (days: readonly Reached[]): TablesInput => ({
  dailyMeasures: days.map((reached, index) => ({
    date: dateOf(index),
    ...Object.fromEntries(measures.map((measure, stage) => [measure, reached[stage]])),
  })),
});

const ask = (tables: TablesInput, days: number, question: Partial<FunnelQuestion> = {}) =>
  evaluateFunnel(createDataset(tables, options), {
    ...{ period: `last-${days}-days`, asOf: dateOf(2 * days - 1), compare: 'previous-period' },
    ...question,
  });
const weeks = (...weekly: readonly Reached[]): Reached[] => weekly.flatMap((of) => Array.from({ length: 7 }, () => of));
const step = (result: ReturnType<typeof ask>, stage: number) => result.stages[stage]!.comparisons[0]!;

describe('a week in which fewer checkouts are completed', () => {
  const days = weeks([100, 60, 30, 20, 14], [100, 60, 30, 20, 7]);
  const result = ask(rowsOf(days), 7);

  test('each step is a test of two proportions', () => {
    const { pValue, low, high } = twoProportion({ successes: 49, trials: 140 }, { successes: 98, trials: 140 });
    expect(step(result, 4)).toMatchObject({
      ...{ evidence: 'significant', direction: 'bad', warnings: [] },
      significance: { test: 'two-proportion', pValue, low, high, dispersion: 1 },
    });
    expect(step(result, 1)).toMatchObject({ change: 0, evidence: 'noise', significance: { pValue: 1 } });
    expect(step(result, 0)).toMatchObject({ evidence: 'untested', significance: undefined, warnings: [] });
  });

  test('the worst leak is the step that fell, though another has a lower rate', () => {
    expect(result.worst).toMatchObject({ stage: 4, lost: 91, fell: true });
    const before = ask(rowsOf(weeks(days[0]!, days[0]!)), 7);
    expect(before.worst).toMatchObject({ stage: 2, lost: 210, fell: false });
  });

  test('the same from daily columns', () => {
    const given = ask(columnsOf(days), 7);
    expect(given.mode).toBe('open');
    expect(given.stages.map(({ comparisons }) => comparisons)).toEqual(
      result.stages.map(({ comparisons }) => comparisons),
    );
  });

  test('segment by segment', () => {
    const [fine, broken] = [rowsOf(weeks(days[0]!, days[0]!), 'desktop'), rowsOf(days)];
    const sessions = [fine, broken].flatMap((tables) => tables['sessions'] as readonly object[]);
    const { segments } = ask({ sessions } as TablesInput, 7, { by: 'device' });
    expect(segments.map(({ key, worst }) => [key, worst?.stage, worst?.fell])).toEqual([
      ['desktop', 2, false],
      ['mobile', 4, true],
    ]);
  });
});

describe('days that vary', () => {
  // Every third day hardly anybody completes the checkout, before as after; a little fewer after.
  const days = Array.from({ length: 28 }, (_, index): Reached => {
    const bought = index % 3 === 0 ? 6 : 30;
    return [200, 120, 60, 40, index < 14 ? bought : bought - 4];
  });

  test('widen the test, as that of the KPI', () => {
    const dataset = createDataset(rowsOf(days), options);
    const [period, asOf] = ['last-14-days', dateOf(27)];
    const kpi = evaluateKpi(dataset, { kpi: 'checkout-completion-rate', period, asOf, compare: 'previous-period' });
    const found = step(ask(rowsOf(days), 14), 4);
    expect(found.significance!.dispersion).toBeGreaterThan(2);
    expect(found.significance).toEqual(kpi.comparisons[0]!.significance);
    expect(found.evidence).toBe('noise');
  });

  test('give the whole funnel the verdict of the conversion rate', () => {
    // 244 of 2,800 visits after 300: were they independent 2.5 standard errors, by days that vary so much noise.
    const dataset = createDataset(rowsOf(days), options);
    const [period, asOf] = ['last-14-days', dateOf(27)];
    const kpi = evaluateKpi(dataset, { kpi: 'conversion-rate', period, asOf, compare: 'previous-period' });
    const { overall } = step(ask(rowsOf(days), 14), 4);
    const { change, direction, evidence, significance } = kpi.comparisons[0]!;
    expect(overall).toEqual({ change: change!.absolute, direction, evidence, significance, warnings: [] });
    expect(overall).toMatchObject({ direction: 'bad', evidence: 'noise' });
    expect(overall.significance!.dispersion).toBeGreaterThan(2);
    // A change of every day is none of chance.
    const fell = days.map(([...reached], index): Reached => (index < 14 ? [...reached] : [200, 120, 60, 40, 2]));
    expect(step(ask(rowsOf(fell), 14), 4).overall).toMatchObject({ direction: 'bad', evidence: 'significant' });
    expect(step(ask(rowsOf(fell), 14), 0).overall).toMatchObject({ change: undefined, evidence: 'untested' });
  });

  test.each([
    ['rows', rowsOf(days), {}],
    ['visitors', rowsOf(days), { window: '1d' }],
    ['columns', columnsOf(days), {}],
  ])('whether they are counted by %s', (_, tables, counted) => {
    // Two days later every visitor's time is over.
    const question = { period: '2026-03-16/2026-03-29', asOf: dateOf(29) };
    const plain = step(ask(rowsOf(days), 14, question), 4).significance!;
    const found = step(ask(tables, 14, { ...question, ...counted }), 4).significance!;
    expect(found.dispersion).toBeCloseTo(plain.dispersion, 9);
  });
});

test('more that reached a stage than the one before are tested by days', () => {
  const shops = weeks([100, 60, 30, 20, 22], [100, 60, 30, 20, 24]);
  expect(step(ask(columnsOf(shops), 7), 4).significance).toMatchObject({ test: 'days', pValue: 0 });
});

test('windows of other weekdays are not judged', () => {
  const found = ask(rowsOf(weeks([100, 60, 30, 20, 14], [100, 60, 30, 20, 7], [100, 60, 30, 20, 7])), 9);
  expect(step(found, 4)).toMatchObject({ evidence: 'untested', warnings: [{ code: 'weekday-mismatch' }] });
  expect(found.worst?.fell).toBe(false);
});
