import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';

/** Twenty orders, one on each of the first twenty days of November 2026, and some more. */
const orders = (...dates: readonly string[]) =>
  [...Array.from({ length: 20 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`), ...dates].map(
    (placedAt, index) => ({ orderId: `${index}`, placedAt, grossSales: 10 }),
  );
const dataset = (tables: object) => createDataset({ ...tables }, { timeZone: 'UTC', currency: 'DKK', asOf: 'latest' });
const farIn = (...dates: readonly string[]) => dataset({ orders: orders(...dates) }).report.tables[0]!.far;

describe('a year that was mistyped', () => {
  const one = dataset({ orders: orders('2062-11-05') });
  const ask = (period: string) => evaluateKpi(one, { kpi: 'order-count', period, compare: 'none' });

  test('does not make the data newer, and is told of', () => {
    expect(ask('last-7-days')).toMatchObject({
      ...{ value: 7, status: 'ok', asOf: '2026-11-20', window: { start: '2026-11-14', end: '2026-11-20' } },
      warnings: [{ code: 'rows-far', count: 1, last: '2062-11-05' }],
    });
    expect(ask('all')).toMatchObject({ value: 20, coverage: { first: '2026-11-01', last: '2026-11-20' } });
  });

  test('leaves the report as it is, which says where the others end', () => {
    expect(one.report.tables).toMatchObject([{ rows: 21, last: '2062-11-05', far: { rows: 1, after: '2026-11-20' } }]);
  });

  test('of one table is no matter of another', () => {
    const both = dataset({
      orders: orders('2062-11-05'),
      sessions: [{ sessionId: 's', startedAt: '2026-11-25', purchased: false }],
    });
    const traffic = evaluateKpi(both, { kpi: 'website-traffic', period: 'today', compare: 'none' });
    expect(traffic).toMatchObject({ value: 1, asOf: '2026-11-25', warnings: [] });
  });
});

describe('rows lie far after all others', () => {
  test('where more than 366 days without a row are between', () => {
    // 366 days after 20 November 2026 is 21 November 2027.
    expect(farIn('2027-11-21')).toBeUndefined();
    expect(farIn('2027-11-22')).toEqual({ rows: 1, after: '2026-11-20' });
  });

  test('where they are one, or one in a hundred', () => {
    expect(farIn('2062-11-05', '2062-11-06')).toBeUndefined();
    const many = Array.from({ length: 178 }, () => '2026-11-03');
    expect(farIn(...many, '2062-11-05', '2062-11-06')).toEqual({ rows: 2, after: '2026-11-20' });
    // 3 of 201.
    expect(farIn(...many, '2062-11-05', '2062-11-06', '2061-11-06')).toBeUndefined();
  });

  test('where there are more than ten rows in all', () => {
    const few = dataset({ orders: orders().slice(0, 9).concat(orders('2062-11-05').slice(-1)) });
    expect(few.report.tables[0]).not.toHaveProperty('far');
  });

  test('and not before them: an old first order is no end of the data', () => {
    expect(farIn('1998-01-01')).toBeUndefined();
  });
});

describe('rows that are dated in the future', () => {
  const at = (now: string | undefined, ...dates: readonly string[]) =>
    createDataset({ orders: orders(...dates) }, { timeZone: 'Asia/Tokyo', asOf: 'latest', now });
  const aheadIn = (now: string | undefined, ...dates: readonly string[]) => at(now, ...dates).report.tables[0]!.ahead;
  const now = '2026-11-20T12:00:00Z';

  test('as by a year that was mistyped by one: they are not the current day, and are told of', () => {
    const one = at(now, '2027-03-05');
    expect(one.report.tables).toMatchObject([{ last: '2027-03-05', ahead: { rows: 1, after: '2026-11-20' } }]);
    const question = { kpi: 'order-count', period: 'last-7-days', compare: 'none' };
    expect(evaluateKpi(one, question)).toMatchObject({
      ...{ value: 7, status: 'ok', asOf: '2026-11-20', window: { start: '2026-11-14', end: '2026-11-20' } },
      warnings: [{ code: 'rows-ahead', count: 1, last: '2027-03-05' }],
    });
    // Whatever the current day is said to be.
    expect(evaluateKpi(one, { ...question, asOf: '2026-11-20' }).warnings).toMatchObject([{ code: 'rows-ahead' }]);
  });

  test('a day later than the day after, in the zone of the data', () => {
    expect(aheadIn(now, '2026-11-21')).toBeUndefined();
    expect(aheadIn(now, '2026-11-22')).toEqual({ rows: 1, after: '2026-11-20' });
    expect(aheadIn(now, '2026-11-21', '2026-11-22', '2026-12-24')).toEqual({ rows: 2, after: '2026-11-21' });
    // In Tokyo it is the 21st already.
    expect(aheadIn('2026-11-20T15:00:00Z', '2026-11-22')).toBeUndefined();
  });

  test('where the clock is told, and most rows are not such', () => {
    expect(aheadIn(undefined, '2027-03-05')).toBeUndefined();
    // Of the twenty days of November ten are no later than the 10th.
    expect(aheadIn('2026-11-09T12:00:00Z')).toEqual({ rows: 10, after: '2026-11-10' });
    expect(aheadIn('2026-11-08T12:00:00Z')).toBeUndefined();
  });

  test('stands in place of what lies far after all others', () => {
    expect(at(now, '2062-11-05').report.tables[0]).not.toHaveProperty('far');
    expect(aheadIn(now, '2062-11-05')).toEqual({ rows: 1, after: '2026-11-20' });
  });

  test('is no matter of targets, and none of a cube, which was asked for its days', async () => {
    const targets = [{ kpiId: 'order-count', periodStart: '2027-01-01', periodEnd: '2027-12-31', value: 9 }];
    const { report } = createDataset({ orders: orders(), targets }, { timeZone: 'UTC', now });
    expect(report.tables.map(({ ahead }) => ahead)).toEqual([undefined, undefined]);
    const cube = await loadDataset(
      {
        ...{ kind: 'kpi-cube', version: 1, timeZone: 'UTC', asOf: '2026-11-20', by: [], windows: [] },
        buckets: ['2026-11-18', '2026-11-19', '2026-12-20'].map((start) => ({ start, orders: 3 })),
      },
      { now },
    );
    expect(cube.report.tables[0]).not.toHaveProperty('ahead');
  });

  test.each(['soon', ''])('now: %j is refused', (given) => {
    expect(() => at(given)).toThrow(
      expect.objectContaining({
        code: 'bad-option',
        details: expect.objectContaining({ option: 'now', value: given }),
      }),
    );
  });
});

test('a window that is yet to come is not complete', () => {
  const { window } = evaluateKpi(dataset({ orders: orders() }), {
    ...{ kpi: 'order-count', period: '2027-01-01/2027-01-31', compare: 'none' },
  });
  expect(window).toMatchObject({ start: '2027-01-01', end: '2027-01-31', complete: false });
});

test('a cube answers for the days that it was asked for, however far apart', async () => {
  const months = Array.from({ length: 12 }, (_, month) => `2022-${String(month + 1).padStart(2, '0')}-01`);
  const { report } = await loadDataset({
    ...{ kind: 'kpi-cube', version: 1, timeZone: 'UTC', asOf: '2026-11-20', by: [], windows: [] },
    buckets: [...months, '2026-10-01'].map((start) => ({ start, orders: 3 })),
  });
  expect(report.tables[0]).toMatchObject({ rows: 13, last: '2026-10-01' });
  expect(report.tables[0]).not.toHaveProperty('far');
});
