import { describe, expect, test } from 'vitest';
import { datasetBuilder } from '../../../src/core/dataset/builder.js';
import { readCube } from '../../../src/core/dataset/read-cube.part.js';
import * as rowReader from '../../../src/core/dataset/rows.part.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import type { KpiResult } from '../../../src/core/evaluate/result.js';
import { addDays, isoOf, MS_PER_DAY } from '../../../src/core/time/day.js';
import { clockChanges } from '../time/clock-changes.js';

const timeZone = 'Europe/Copenhagen';
const order = (placedAt: string, more: object = {}) => ({ orderId: placedAt, placedAt, grossSales: 10, ...more });
const opening = order('2026-01-01T12:00');

function ask(tables: TablesInput, question: Partial<KpiQuestion>, asOf = '2026-12-31'): KpiResult {
  const dataset = createDataset(tables, { timeZone, currency: 'DKK', asOf });
  return evaluateKpi(dataset, { kpi: 'order-count', compare: 'none', ...question });
}
const on = (date: string) => ({ period: `${date}/${date}` });
/** The hours that have a value other than 0. */
const filled = ({ series }: Pick<KpiResult, 'series'>) =>
  series.flatMap(({ start, value }) => (value ? [[start.slice(11), value]] : []));
const points = (result: KpiResult) => [result.grain, result.series.length];

describe('where there are no hours', () => {
  const asked = (grain: 'hour' | 'auto', period: string, tables: TablesInput) => {
    const { grain: found, warnings } = ask(tables, { period, grain });
    return [found, warnings.some(({ code }) => code === 'hours-unknown')];
  };
  const dailyMeasures = [{ date: '2026-03-18', orders: 4 }];

  test('who asks for them is told that the points are days', () => {
    expect(asked('hour', '2026-03-18/2026-03-18', { dailyMeasures })).toEqual(['day', true]);
    expect(asked('auto', '2026-03-18/2026-03-18', { dailyMeasures })).toEqual(['day', false]);
    // 93 days are too many.
    expect(asked('hour', '2026-01-01/2026-04-03', { orders: [opening] })).toEqual(['day', true]);
    expect(asked('hour', '2026-01-01/2026-04-02', { orders: [opening] })).toEqual(['hour', false]);
  });

  test('as in a cube answer, whose hours are added up to days', () => {
    const builder = datasetBuilder({ timeZone, asOf: '2026-03-19T12:00' });
    const buckets = ['2026-03-18T09:00', '2026-03-18T10:00', '2026-03-19T09:00'].map((start) => ({ start, orders: 2 }));
    builder.appendCube(readCube({ kind: 'kpi-cube', version: 1, timeZone, buckets }));
    const dataset = builder.finish(rowReader);
    const by = (period: string) => evaluateKpi(dataset, { kpi: 'order-count', period, grain: 'hour', compare: 'none' });
    expect(by('2026-03-18/2026-03-19')).toMatchObject({ grain: 'day', value: 4, window: { end: '2026-03-18' } });
    expect(by('2026-03-18/2026-03-18').series.map(({ value }) => value)).toEqual([4]);
    expect(by('today').reason).toEqual({ code: 'day-grain' });
  });
});

describe('figures by the hour', () => {
  const orders = [
    opening,
    order('2026-03-18T00:00', { customerId: 'a', channel: 'email' }),
    order('2026-03-18T09:59:59', { customerId: 'a', channel: 'email', discounts: 4 }),
    order('2026-03-18T10:00', { customerId: 'b' }),
    order('2026-03-18T10:30', { customerId: 'b' }),
    order('2026-03-18T23:59', { customerId: 'c' }),
    order('2026-03-19T00:00', { customerId: 'c' }),
  ];

  test('of one day and of two without being asked, of more when asked', () => {
    expect(points(ask({ orders }, on('2026-03-18')))).toEqual(['hour', 24]);
    expect(points(ask({ orders }, { period: '2026-03-18/2026-03-19' }))).toEqual(['hour', 48]);
    expect(points(ask({ orders }, { period: '2026-03-18/2026-03-20' }))).toEqual(['day', 3]);
    expect(points(ask({ orders }, { period: '2026-03-18/2026-03-20', grain: 'hour' }))).toEqual(['hour', 72]);
    expect(points(ask({ orders }, { ...on('2026-03-18'), grain: 'day' }))).toEqual(['day', 1]);
  });

  test('counts, sums, ratios and distinct customers, each for its own hour', () => {
    const asked = (kpi: string) => ask({ orders }, { ...on('2026-03-18'), kpi });
    expect(filled(asked('order-count'))).toEqual([
      ['00:00', 1],
      ['09:00', 1],
      ['10:00', 2],
      ['23:00', 1],
    ]);
    expect(filled(asked('average-order-value'))).toEqual([
      ['00:00', 10],
      ['09:00', 6],
      ['10:00', 10],
      ['23:00', 10],
    ]);
    // b bought twice between 10 and 11 o'clock; a in two hours, once in each.
    expect(filled(asked('repeat-purchase-rate'))).toEqual([['10:00', 1]]);
    expect(asked('repeat-purchase-rate').series[1]).toMatchObject({
      value: undefined,
      reason: { code: 'zero-denominator' },
    });
  });

  test('each segment and each filter', () => {
    const { segments } = ask({ orders }, { ...on('2026-03-18'), by: 'channel' });
    expect(segments.map((segment) => [segment.key, filled(segment)])).toEqual([
      [
        '',
        [
          ['10:00', 2],
          ['23:00', 1],
        ],
      ],
      [
        'email',
        [
          ['00:00', 1],
          ['09:00', 1],
        ],
      ],
    ]);
    expect(filled(ask({ orders }, { ...on('2026-03-18'), where: 'channel=email' }))).toEqual([
      ['00:00', 1],
      ['09:00', 1],
    ]);
  });

  test('hours of a day that is not in the data are unknown, not 0', () => {
    const { series } = ask({ orders }, { period: '2025-12-31/2026-01-01' });
    expect(series[23]).toMatchObject({ value: undefined, reason: { code: 'outside-coverage' }, complete: false });
    expect(series[24]).toMatchObject({ value: 0, complete: true });
    expect(series[36]).toMatchObject({ start: '2026-01-01T12:00', end: '2026-01-01T12:59', value: 1 });
  });

  test('rows of whole days have none', () => {
    const dailyMeasures = [{ date: '2026-03-18', orders: 5 }];
    expect(points(ask({ dailyMeasures }, { ...on('2026-03-18'), grain: 'hour' }))).toEqual(['day', 1]);
    // What was spent is known by the day, so what a customer cost is too.
    const adSpend = [{ date: '2026-03-18', cost: 100 }];
    const cost = ask({ orders, adSpend }, { ...on('2026-03-18'), kpi: 'customer-acquisition-cost' });
    expect([points(cost), cost.value]).toEqual([['day', 1], 100 / 3]);
  });
});

describe('a running day', () => {
  test('ends with the running hour, against the same hours of the day before', () => {
    const orders = [opening, ...['17T09:10', '17T10:10', '17T10:40', '18T10:05'].map((at) => order(`2026-03-${at}`))];
    const result = ask({ orders }, { period: 'today', compare: 'previous-period' }, '2026-03-18T10:20');
    expect(points(result)).toEqual(['hour', 11]);
    expect(result.series.at(-1)).toEqual({
      ...{ start: '2026-03-18T10:00', end: '2026-03-18T10:59', value: 1, reason: undefined, complete: false },
    });
    const [before] = result.comparisons;
    expect([before!.value, filled(before!)]).toEqual([
      2,
      [
        ['09:00', 1],
        ['10:00', 1],
      ],
    ]);
  });

  test('at midnight it has no hour yet', () => {
    const result = ask({ orders: [opening] }, { period: 'today' }, '2026-03-18T00:00');
    expect([result.value, points(result)]).toEqual([0, ['hour', 0]]);
  });
});

describe('days on which a clock is changed', () => {
  test('an order of each hour of the wall is counted once, in its own hour', () => {
    // 29 March: 01:30 and 03:30 are an hour apart. 25 October: 02:30 summer time and 02:30 winter time are too.
    const orders = [
      opening,
      ...['03-29T00:30Z', '03-29T01:30Z', '10-25T00:30Z', '10-25T01:30Z'].map((at) => order(`2026-${at}`)),
    ];
    expect(filled(ask({ orders }, on('2026-03-29')))).toEqual([
      ['01:00', 1],
      ['03:00', 1],
    ]);
    expect(filled(ask({ orders }, on('2026-10-25')))).toEqual([
      ['02:00+02:00', 1],
      ['02:00+01:00', 1],
    ]);
  });

  test(
    'every zone that changed its clock in ten years keeps the count of orders, by day and by hour',
    { timeout: 30_000 },
    () => {
      const halfHour = 1_800_000;
      for (const { zone, changed } of clockChanges) {
        const [start, end] = [addDays(changed, -1), addDays(changed, 1)];
        const from = zone.instantAt(start * MS_PER_DAY);
        const until = zone.instantAt(addDays(end, 1) * MS_PER_DAY);
        const orders = Array.from({ length: (until - from) / halfHour }, (_, nth) =>
          order(new Date(from + nth * halfHour).toISOString()),
        );
        const dataset = createDataset({ orders }, { timeZone: zone.id, asOf: isoOf(addDays(end, 5)) });
        for (const grain of ['day', 'hour'] as const) {
          const period = `${isoOf(start)}/${isoOf(end)}`;
          const { value, series } = evaluateKpi(dataset, { kpi: 'order-count', period, grain, compare: 'none' });
          const counts = series.map((bucket) => bucket.value!);
          expect([zone.id, value, counts.reduce((sum, count) => sum + count, 0)]).toEqual([
            ...[zone.id, orders.length, orders.length],
          ]);
          // One order every half hour: two in each hour, or one in a half.
          if (grain === 'hour') expect(counts.filter((count) => count !== 2 && count !== 1)).toEqual([]);
        }
      }
    },
  );
});

test('a part of a day beside a whole one is of another length, which is said', () => {
  const orders = ['2026-03-01T20:00', '2026-03-30T09:00', '2026-03-31T09:00'].map((placedAt) => ({
    ...{ orderId: placedAt, placedAt, grossSales: 10 },
  }));
  const { comparisons } = evaluateKpi(createDataset({ orders }, { timeZone: 'UTC' }), {
    ...{ kpi: 'order-count', period: 'today', asOf: '2026-03-31T14:30:00Z' },
    compare: 'previous-period 2026-03-01/2026-03-01',
  });
  // The day before up to the same time; the other day as it was given.
  expect(comparisons.map(({ window, value }) => [window?.until, value])).toEqual([
    ['14:30', 1],
    [undefined, 1],
  ]);
  const isUnequal = comparisons.map(({ warnings }) => warnings.some(({ code }) => code === 'unequal-length'));
  expect(isUnequal).toEqual([false, true]);
});
