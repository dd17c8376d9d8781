import { describe, expect, test } from 'vitest';
import { datasetBuilder } from '../../../src/core/dataset/builder.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { CubeRow } from '../../../src/core/dataset/cube-answer.js';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { readCube } from '../../../src/core/dataset/read-cube.part.js';
import * as rowReader from '../../../src/core/dataset/rows.part.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const daily = (...rows: Record<string, unknown>[]): Dataset => createDataset({ dailyMeasures: rows });
const ask = (dataset: Dataset, kpi: string, period: string, question: Partial<KpiQuestion> = {}) =>
  evaluateKpi(dataset, { kpi, period, asOf: 'latest', compare: 'none', ...question });

function cube(buckets: CubeRow[], windows: CubeRow[], asOf = '2026-03-05'): Dataset {
  const builder = datasetBuilder({ timeZone: 'UTC', currency: 'EUR', asOf });
  builder.appendCube(readCube({ kind: 'kpi-cube', version: 1, timeZone: 'UTC', buckets, windows }));
  return builder.finish(rowReader);
}

describe('daily numbers', () => {
  const rows = [
    { date: '2026-03-01', orders: 2, orderRevenue: 20.1, sessions: 100 },
    { date: '2026-03-02', orders: 3, orderRevenue: 30.2, sessions: 50 },
    { date: '2026-03-03', orders: 0, orderRevenue: 0, sessions: 50 },
  ];

  test('add up', () => {
    expect(ask(daily(...rows), 'order-count', 'last-3-days').value).toBe(5);
    expect(ask(daily(...rows), 'average-order-value', 'last-3-days').value).toBe(50.3 / 5);
    expect(ask(daily(...rows), 'conversion-rate', 'last-3-days')).toMatchObject({ value: 0.025, status: 'ok' });
  });

  test('a day without a row is unknown, not zero: the figure is that of the known days', () => {
    const result = ask(daily(rows[0]!, rows[2]!), 'order-count', 'last-3-days');
    expect(result).toMatchObject({ value: 2, status: 'partial', coverage: { missingDays: 1 } });
    expect(result.warnings).toContainEqual({ code: 'missing-days', count: 1 });
    expect(result.series.map(({ value, reason, complete }) => [value, reason?.code, complete])).toEqual([
      [2, undefined, true],
      [undefined, 'outside-coverage', false],
      [0, undefined, true],
    ]);
  });

  test('a ratio takes the days on which both its parts are known', () => {
    const holey = [rows[0]!, { date: '2026-03-02', orders: 3 }, rows[2]!];
    expect(ask(daily(...holey), 'conversion-rate', 'last-3-days')).toMatchObject({
      inputs: { orders: 2, sessions: 150 },
      status: 'partial',
    });
  });

  test('a total row of a day goes before its parts', () => {
    const split = (date: string, channel: string, orders: number) => ({ date, channel, orders });
    const dataset = daily(
      split('2026-03-01', '', 10),
      split('2026-03-01', 'email', 4),
      split('2026-03-01', 'direct', 5),
    );
    expect(ask(dataset, 'order-count', 'today').value).toBe(10);
    expect(
      ask(dataset, 'order-count', 'today', { by: 'channel' }).segments.map(({ key, value }) => [key, value]),
    ).toEqual([
      ['direct', 5],
      ['email', 4],
    ]);
    expect(ask(dataset, 'order-count', 'today', { where: 'channel=email' }).value).toBe(4);
    expect(ask(dataset, 'order-count', 'today', { where: 'channel!=email' }).value).toBe(5);
  });

  test('parts alone add up to the day', () => {
    const dataset = daily(
      { date: '2026-03-01', channel: 'email', device: 'mobile', orders: 1 },
      { date: '2026-03-01', channel: 'email', device: 'desktop', orders: 2 },
      { date: '2026-03-01', channel: 'direct', device: 'mobile', orders: 4 },
    );
    expect(ask(dataset, 'order-count', 'today').value).toBe(7);
    expect(
      ask(dataset, 'order-count', 'today', { by: 'device' }).segments.map(({ key, value }) => [key, value]),
    ).toEqual([
      ['mobile', 5],
      ['desktop', 2],
    ]);
    expect(ask(dataset, 'order-count', 'today', { by: 'country' }).reason).toEqual({
      code: 'not-segmentable',
      measure: 'orders',
      dimension: 'country',
    });
  });

  test('distinct counts hold for their own row alone; their bounds are none of a rate', () => {
    const dataset = daily(
      { date: '2026-03-01', activeCustomers: 8, repeatCustomers: 2 },
      { date: '2026-03-02', activeCustomers: 5, repeatCustomers: 1 },
    );
    expect(ask(dataset, 'repeat-purchase-rate', 'yesterday').value).toBe(0.25);
    const result = ask(dataset, 'repeat-purchase-rate', 'last-2-days');
    expect(result).toMatchObject({ status: 'refused', value: undefined });
    expect(result.reason).toEqual({ code: 'not-additive', measure: 'repeatCustomers' });
    expect(result.series.map(({ value }) => value)).toEqual([0.25, 0.2]);
  });

  test('net sales alone are net sales', () => {
    const result = ask(daily({ date: '2026-03-01', netSales: 12.5 }), 'net-sales', 'today');
    expect(result).toMatchObject({ value: 12.5, status: 'ok', formula: 'netSales', warnings: [] });
  });

  test('a running day cannot be cut: the period ends with the last complete one', () => {
    const running = { asOf: '2026-03-03T10:00Z' };
    const week = ask(daily(...rows), 'order-count', '2026-03-01/2026-03-07', {
      ...running,
      compare: 'previous-period',
    });
    expect(week).toMatchObject({ value: 5, window: { start: '2026-03-01', end: '2026-03-02', complete: false } });
    expect(week.comparisons[0]!.window).toMatchObject({ start: '2026-02-22', end: '2026-02-23' });
    expect(ask(daily(...rows), 'order-count', 'today', running)).toMatchObject({
      status: 'refused',
      value: undefined,
      reason: { code: 'day-grain' },
    });
  });

  test('the pace goes by the days that are known', () => {
    const target = { asOf: '2026-03-03T10:00Z', target: 20 };
    expect(ask(daily(...rows), 'order-count', '2026-03-01/2026-03-08', target).target).toMatchObject({
      value: 20,
      ratio: 0.25,
      reached: false,
      pace: 20,
    });
  });

  test('a sum that lacks days is not held against a target for all of them', () => {
    // 2 orders in 100 sessions on one day of three; 5 on both of two.
    const on = (period: string, kpi = 'order-count', target = 4) =>
      ask(daily(...rows), kpi, period, { asOf: '2026-03-09', target });
    expect(on('2026-02-27/2026-03-01')).toMatchObject({
      value: 2,
      target: { value: 4, ratio: undefined, reached: undefined, pace: undefined },
      warnings: [{ code: 'missing-days', count: 2 }],
    });
    expect(on('2026-03-01/2026-03-02').target).toMatchObject({ ratio: 1.25, reached: true });
    // A rate of the days that are known is one.
    expect(on('2026-02-27/2026-03-01', 'conversion-rate', 0.016).target).toMatchObject({ ratio: 1.25, reached: true });
  });
});

describe('a cube answer', () => {
  const bucket = (start: string, channel: string | null, orders: number) => ({ start, channel, orders });
  const window = (
    start: string,
    end: string,
    channel: string | null,
    activeCustomers: number,
    repeatCustomers: number,
  ) => ({
    ...{ start, end, channel },
    ...{ activeCustomers, repeatCustomers },
  });
  // Its own as-of day holds, which lies after the last bucket.
  const ask = (of: Dataset, kpi: string, period: string, question: Partial<KpiQuestion> = {}) =>
    evaluateKpi(of, { kpi, period, compare: 'none', ...question });
  const dataset = cube(
    [bucket('2026-03-01', 'email', 3), bucket('2026-03-01', '', 1), bucket('2026-03-04', 'email', 4)],
    [
      window('2026-03-01', '2026-03-05', null, 6, 2),
      window('2026-03-01', '2026-03-05', 'email', 5, 2),
      window('2026-03-01', '2026-03-05', '', 1, 0),
    ],
  );
  const period = '2026-03-01/2026-03-05';
  const segmentsOf = (kpi: string) =>
    ask(dataset, kpi, period, { by: 'channel' }).segments.map(({ key, value }) => [key, value]);

  test('a day without a row is zero, up to the current day', () => {
    const { value, status, series } = ask(dataset, 'order-count', period);
    expect([value, status]).toEqual([8, 'ok']);
    expect(series.map((point) => point.value)).toEqual([4, 0, 0, 4, 0]);
  });

  test('an empty text is the segment of those that name none', () => {
    expect(segmentsOf('order-count')).toEqual([
      ['email', 7],
      ['', 1],
    ]);
    expect(ask(dataset, 'order-count', period, { where: "channel=''" }).value).toBe(1);
  });

  test('distinct counts are given for exactly the windows asked', () => {
    expect(ask(dataset, 'repeat-purchase-rate', period)).toMatchObject({ value: 1 / 3, status: 'ok' });
    expect(segmentsOf('repeat-purchase-rate')).toEqual([
      ['email', 0.4],
      ['', 0],
    ]);
  });

  test('for any other window they are refused, not taken for zero', () => {
    const result = ask(dataset, 'repeat-purchase-rate', '2026-03-01/2026-03-04', { compare: period });
    expect(result).toMatchObject({ value: undefined, status: 'refused' });
    expect(result.reason).toEqual({ code: 'not-additive', measure: 'repeatCustomers' });
    expect(result.comparisons[0]).toMatchObject({ value: 1 / 3, change: undefined });
    expect(result.series.map(({ reason }) => reason?.code)).toEqual(Array(4).fill('not-additive'));
  });

  test('windows reach as far as the buckets beside them', () => {
    const late = cube([bucket('2026-03-02', null, 3)], [window('2026-03-01', '2026-03-05', null, 3, 1)]);
    expect(ask(late, 'repeat-purchase-rate', period)).toMatchObject({
      value: 1 / 3,
      status: 'partial',
      coverage: { missingDays: 1 },
    });
    const alone = cube([], [window('2026-03-01', '2026-03-05', null, 3, 1)]);
    expect(ask(alone, 'repeat-purchase-rate', period)).toMatchObject({ value: 1 / 3, status: 'ok' });
  });

  test('segments that are put together are refused', () => {
    const result = ask(dataset, 'repeat-purchase-rate', period, { where: "channel=email,''" });
    expect(result.reason).toEqual({ code: 'not-additive', measure: 'repeatCustomers' });
  });

  test('a segment without a row in a window that is given has nobody in it', () => {
    const two = cube(
      [bucket('2026-03-01', 'email', 3), bucket('2026-03-02', 'direct', 3)],
      [window('2026-03-01', '2026-03-01', 'email', 3, 1), window('2026-03-02', '2026-03-02', 'direct', 3, 0)],
    );
    const { segments } = ask(two, 'repeat-purchase-rate', '2026-03-02/2026-03-02', {
      by: 'channel',
      compare: 'previous-period',
    });
    expect(segments.map(({ key, value, comparisons }) => [key, value, comparisons[0]!.reason?.code])).toEqual([
      ['direct', 0, 'zero-denominator'],
      ['email', undefined, undefined],
    ]);
  });
});

test('rows that give another measure are no totals of a measure', () => {
  const date = '2026-03-01';
  const dataset = createDataset(
    {
      dailyMeasures: [
        { date, channel: 'email', device: 'mobile', sessions: 3, visitors: 2 },
        { date, channel: 'direct', device: 'mobile', sessions: 7, visitors: 5 },
        { date, goal: 'newsletter', sessionsWithGoal: 4 },
        { date, goal: 'account', sessionsWithGoal: 1 },
      ],
    },
    { timeZone: 'UTC' },
  );
  // Seven and three; a visit may have reached both goals, but no total says so.
  expect(ask(dataset, 'website-traffic', 'today')).toMatchObject({ value: 10, status: 'ok' });
  expect(ask(dataset, 'website-traffic', 'today', { by: 'channel' }).segments).toHaveLength(2);
  expect(ask(dataset, 'unique-visitors', 'today').reason).toMatchObject({ low: 5, high: 7 });
  expect(ask(dataset, 'goal-conversion-rate', 'today', { where: 'goal=account' }).value).toBe(1 / 10);
});

test('rows go before daily columns of the same measure', () => {
  const dataset = createDataset(
    {
      orders: [{ orderId: '1', placedAt: '2026-03-01T10:00Z', grossSales: 5 }],
      dailyMeasures: [{ date: '2026-03-01', orders: 7, sessions: 10 }],
    },
    { timeZone: 'UTC' },
  );
  const count = ask(dataset, 'order-count', 'today');
  expect(count).toMatchObject({ value: 1, status: 'ok', warnings: [{ code: 'double-source', measure: 'orders' }] });
  expect(ask(dataset, 'conversion-rate', 'today').inputs).toEqual({ orders: 1, sessions: 10 });
});
