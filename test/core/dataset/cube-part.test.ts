import { describe, expect, test } from 'vitest';
import type { CubeAnswer } from '../../../src/core/dataset/cube-answer.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { answeredCube } from '../../../src/core/evaluate/answered-cube.js';
import { cubeQuestion } from '../../../src/core/evaluate/cube-question.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';

const whole: CubeAnswer = {
  ...{ kind: 'kpi-cube', version: 1, timeZone: 'UTC', currency: 'DKK', asOf: '2026-11-04' },
  buckets: [{ start: '2026-11-03', orders: 2, refundedAmount: null }],
};
const ask = async (answer: CubeAnswer, question: Partial<KpiQuestion> = {}) =>
  evaluateKpi(await loadDataset(answer), {
    ...{ kpi: 'order-count', period: '2026-11-01/2026-11-04', compare: 'none' },
    ...question,
  });

describe('a cube answer that is of a part of the rows', () => {
  const where = `channel=email,'a b' device!=mobile`;
  const part: CubeAnswer = { ...whole, where };

  test('is not filtered again by what it is narrowed to', async () => {
    expect(await ask(part, { where: { device: { not: 'mobile' }, channel: ['a b', 'email'] } })).toMatchObject({
      value: 2,
    });
  });

  test('tells nothing of the whole, nor of another part', async () => {
    for (const other of [undefined, 'channel=email', 'channel=email device!=mobile'])
      expect(await ask(part, { where: other })).toMatchObject({
        value: undefined,
        reason: { code: 'not-segmentable' },
      });
  });

  test('says so where nothing fits', async () => {
    const { value, warnings } = await ask({ ...part, buckets: [{ start: '2026-11-01', orders: 0 }] }, { where });
    expect([value, warnings]).toEqual([0, [{ code: 'no-match', condition: 'channel=email,a b' }]]);
  });

  test('of another kind than text is refused', async () => {
    await expect(ask({ ...whole, where: { device: 'mobile' } } as never)).rejects.toThrow(
      'cube answer, where: expected conditions such as "device=mobile"',
    );
  });
});

test('a cube answer beside its question says what is known, wherever it is read', async () => {
  const asked = {
    kpi: 'order-count',
    period: '2026-11-01/2026-11-04',
    compare: 'none',
    where: 'device=mobile',
  } as const;
  const shop = createDataset({}, { timeZone: 'UTC', asOf: '2026-11-04' });
  const question = cubeQuestion(shop, (dataset) => evaluateKpi(dataset, asked))!;
  const answer = { ...whole, where: 'device=mobile' };
  expect((await ask(answer, asked)).warnings).toEqual([{ code: 'missing-days', count: 2 }]);
  expect(await ask(answeredCube(answer, question), asked)).toMatchObject({ value: 2, status: 'ok', warnings: [] });
});

describe('a cube answer that tells which days it knows', () => {
  const coverage = [{ entityId: 'dailyMeasures', from: '2026-10-30', to: '2026-11-04' }];

  test('knows the days before its first row', async () => {
    expect((await ask(whole)).warnings).toEqual([{ code: 'missing-days', count: 2 }]);
    expect(await ask({ ...whole, coverage })).toMatchObject({ value: 2, status: 'ok' });
  });

  test('knows a measure of which it has no row', async () => {
    const own = [{ entityId: 'orders', from: '2026-10-30', to: '2026-11-04' }];
    expect(await ask({ ...whole, buckets: [], coverage: own })).toMatchObject({ value: 0, status: 'ok' });
    expect(await ask({ ...whole, buckets: [], coverage })).toMatchObject({ reason: { code: 'no-data' } });
  });

  test('knows nothing of a measure that neither it nor a row names', async () => {
    const days = { from: '2026-10-30', to: '2026-11-04' };
    const sold = [{ start: '2026-11-03', orderRevenue: 90 }];
    const noData = { value: undefined, reason: { code: 'no-data', measure: 'orders' } };
    for (const buckets of [[], sold]) expect(await ask({ ...whole, coverage, buckets })).toMatchObject(noData);
    // The id of a table and of a measure: what is told of the first does not say that the second is there.
    const tables = [...coverage, { entityId: 'orders', ...days }];
    expect(await ask({ ...whole, coverage: tables, buckets: sold })).toMatchObject(noData);
    expect(await ask({ ...whole, coverage: tables, measures: ['orderRevenue'], buckets: sold })).toMatchObject(noData);
    const listed = { ...whole, coverage, measures: ['orders'] };
    expect(await ask({ ...listed, buckets: [] })).toMatchObject({ value: 0 });
    for (const none of [0, null])
      expect(await ask({ ...listed, buckets: [{ ...sold[0]!, orders: none }] })).toMatchObject({ value: 0 });
  });

  test('without a row knows what it says that it has: nobody came, and there is no median of nothing', async () => {
    const none = { ...whole, coverage, buckets: [], by: ['channel'] };
    const figure = async (kpi: string, measures: string[], by?: string) => {
      const { value, status, reason, segments } = await ask({ ...none, measures }, { kpi, by });
      return [value, status, reason?.code, segments.map((segment) => segment.value)];
    };
    expect(await figure('unique-visitors', ['visitors'])).toEqual([0, 'ok', undefined, []]);
    expect(await figure('unique-visitors', ['orders'])).toEqual([undefined, 'missing', 'no-data', []]);
    expect(await figure('first-response-time', ['firstResponseP50'])).toEqual([
      ...[undefined, 'undefined', 'no-values'],
      [],
    ]);
    expect((await figure('unique-visitors', ['visitors'], 'channel'))[1]).not.toBe('refused');
    // Of a window that was not asked for nothing is known where the measure is given for others.
    const windows = [
      { start: '2026-11-01', end: '2026-11-04', visitors: 7, sessionsWithUser: null },
      { start: '2026-11-01', end: '2026-11-02', sessionsWithUser: 0 },
    ];
    const given = { ...none, windows, measures: ['visitors'] };
    const question = { kpi: 'unique-visitors', grain: 'month' } as const;
    const of = async (period: string) => (await ask(given, { ...question, period })).value;
    expect(await of('2026-11-01/2026-11-04')).toBe(7);
    expect(await of('2026-11-01/2026-11-02')).toBe(0);
    expect(await of('2026-11-01/2026-11-03')).toBe(undefined);
  });

  test('means 0 by a cell that is null, unless costs may have gone unbooked', async () => {
    expect(await ask({ ...whole, coverage }, { kpi: 'refund-rate' })).toMatchObject({ reason: { code: 'no-data' } });
    const sold = [{ start: '2026-11-03', orderRevenue: 90, refundedAmount: null, adCost: null }];
    expect(await ask({ ...whole, coverage, buckets: sold }, { kpi: 'refund-rate' })).toMatchObject({ value: 0 });
    const email = { ...whole, coverage, buckets: sold, where: 'channel=email' };
    expect(await ask(email, { kpi: 'marketing-efficiency-ratio', where: 'channel=email' })).toMatchObject({
      value: undefined,
    });
  });
});

test('nothing to take a median of is told from a median that is not given', async () => {
  const window = { start: '2026-11-01', end: '2026-11-04' };
  const given = (figure: number | null | undefined) =>
    ask(
      {
        ...whole,
        windows: [
          { ...window, firstResponseP50: figure },
          { ...window, start: '2026-11-02', firstResponseP50: 7 },
        ],
      },
      { kpi: 'first-response-time' },
    );
  expect(await given(60)).toMatchObject({ value: 60 });
  expect(await given(null)).toMatchObject({ status: 'undefined', reason: { code: 'no-values' } });
  expect(await given(undefined)).toMatchObject({ status: 'refused', reason: { code: 'not-additive' } });
});

describe('a cube answer', () => {
  test('may tell of a day in several rows, each with measures of its own', async () => {
    const buckets = [
      { start: '2026-11-03', orders: 2, refundedAmount: null },
      { start: '2026-11-04', orders: 1 },
      { start: '2026-11-03', refundedAmount: 5 },
      { start: '2026-11-03', orderRevenue: 40 },
    ];
    const dataset = await loadDataset({ ...whole, buckets });
    expect(dataset.report.tables).toMatchObject([{ rows: 2, refused: 0, replaced: 0 }]);
    const question = { period: '2026-11-03/2026-11-04', compare: 'none' };
    expect(evaluateKpi(dataset, { ...question, kpi: 'order-count' }).value).toBe(3);
    expect(evaluateKpi(dataset, { ...question, kpi: 'net-sales' }).value).toBe(35);
  });

  test('that lists what none of its rows has a column for is refused: null or 0 would have been one', async () => {
    const measures = ['orderRevenue', 'orders', 'firstResponseP50'];
    const renamed = [
      { start: '2026-11-03', order_revenue: 100, orderCount: 2 },
      { start: '2026-11-04', order_revenue: 40, orderCount: 1 },
    ];
    const refused = loadDataset({ ...whole, measures, buckets: renamed });
    await expect(refused).rejects.toMatchObject({
      code: 'malformed-data',
      message:
        'cube answer, buckets: expected columns for all measures that it lists, found none for orderRevenue, orders, ' +
        'but start, order_revenue, orderCount. Is "order_revenue" meant to be orderRevenue? Give null or 0 where there ' +
        'was none of a measure, and list none that the server does not have.',
      details: {
        ...{ field: 'buckets', found: 'start, order_revenue, orderCount', expected: ['orderRevenue', 'orders'] },
      },
    });
    // A column in one of the rows is enough, and what does not add up stands in no bucket.
    const apart = [
      { start: '2026-11-03', orders: 2 },
      { start: '2026-11-03', orderRevenue: 40 },
    ];
    expect(await ask({ ...whole, measures, buckets: apart })).toMatchObject({ value: 2 });
  });

  describe('with a whole beside its parts', () => {
    const by = ['channel', 'device'];
    const start = '2026-11-03';
    const load = (...buckets: CubeAnswer['buckets']) => loadDataset({ ...whole, by, buckets });

    test('is refused where the whole is less than they: a database writes null for what names no value', async () => {
      const refused = load(
        { start: '2026-11-02', channel: null, orders: 9 },
        { start: '2026-11-02', channel: 'email', orders: 9 },
        { start, channel: 'email', orders: 3 },
        { start, channel: null, orders: 2 },
      );
      await expect(refused).rejects.toMatchObject({
        code: 'malformed-data',
        message:
          'cube answer, buckets of "2026-11-03", orders: expected at least 3, the sum of the rows that name a channel, ' +
          "found 2 where channel is null. Null is all of its values together: give '' (an empty text) for what names " +
          'no channel, and no row for the whole.',
        details: {
          ...{ field: 'channel', found: '{ start: "2026-11-03", channel: null, orders: 2 } < 3' },
          ...{ expected: "channel: ''", measure: 'orders' },
        },
      });
    });

    test('is refused where the whole is more than each of them and less than their sum, also within a part', async () => {
      const sum = [
        { start, channel: 'email', orders: '3' },
        { start, channel: 'direct', orders: 4 },
      ];
      await expect(load(...sum, { start, orders: '5' })).rejects.toThrow('expected at least 7');
      const within = [
        { start, channel: 'email', device: 'mobile', orders: 6 },
        { start, channel: 'email', device: null, orders: 1 },
      ];
      await expect(load(...within)).rejects.toThrow('found 1 where device is null');
    });

    test('is taken where they fit, are nearly the whole, or may be negative or count under several', async () => {
      const pair = (parts: object, all: object) => load({ start, channel: 'email', ...parts }, { start, ...all });
      for (const [parts, all] of [
        [{ orders: 3 }, { orders: 3 }],
        [{ orders: 3 }, { orders: 5 }],
        // Estimated counts.
        [{ sessions: 1020 }, { sessions: 1000 }],
        // Another measure, which is not split.
        [{ orders: 3 }, { sessions: 1 }],
        [{ netSales: 5 }, { netSales: -1 }],
      ] as const)
        expect((await pair(parts, all)).report.tables).toMatchObject([{ rows: 2, refused: 0 }]);
      const returns = { start, channel: 'direct', netSales: -20 };
      await load(returns, { start, channel: 'email', netSales: 50 }, { start, netSales: 30 });
      // An order is counted under each of its products.
      const product = (sku: string | null, orders: number) => ({ start, sku, orders });
      await loadDataset({ ...whole, by: ['sku'], buckets: [product('A', 3), product('B', 3), product(null, 4)] });
    });
  });

  test('that gives a measure twice for a day and segment is refused', async () => {
    const buckets = [
      { start: '2026-11-03', channel: 'email', orders: 2 },
      { start: '2026-11-03', channel: '', orders: 3 },
      { start: '2026-11-03', channel: 'email', orders: 4 },
    ];
    await expect(loadDataset({ ...whole, by: ['channel'], buckets })).rejects.toMatchObject({
      code: 'malformed-data',
      details: { field: 'buckets', measure: 'orders', start: '2026-11-03', found: '2 and 4' },
    });
  });

  const window = { start: '2026-11-01', end: '2026-11-04' };
  test.each<[object, string]>([
    [
      { buckets: [...whole.buckets, { start: '2026-11-04', orders: 'n/a' }] },
      'buckets of "2026-11-04", orders: expected a number such as 1234.50, found "n/a".',
    ],
    [
      { buckets: [{ start: '2026-11-03', orders: '12,5' }] },
      'buckets of "2026-11-03", orders: expected a number such as 1234.50, found "12,5".',
    ],
    [
      { buckets: [{ start: '2026-11-03', orders: true }] },
      'buckets of "2026-11-03", orders: expected a number such as 1234.50, found true.',
    ],
    [{ buckets: [{ start: 'Tuesday', orders: 5 }] }, 'buckets of "Tuesday", start: expected an ISO 8601 date'],
    [
      { buckets: [...whole.buckets, { date: '2026-11-03', visits: 5 }] },
      'buckets of undefined, start: expected a value, found none.',
    ],
    [
      { windows: [{ ...window, firstResponseP50: 'n/a' }] },
      'windows of "2026-11-01", firstResponseP50: expected a number such as 1234.50, found "n/a".',
    ],
    [{ windows: [{ ...window, visitors: {} }] }, 'windows of "2026-11-01", visitors: expected a number'],
    [
      { windows: [{ ...window, visitors: Infinity }] },
      'windows of "2026-11-01", visitors: expected a number such as 1234.50, found Infinity.',
    ],
    [
      { windows: [{ start: '2026-11-01', visitors: 3 }] },
      'windows of "2026-11-01", end: expected an ISO date such as 2026-01-31, found undefined.',
    ],
    [
      { windows: [{ ...window, start: '1.11.2026' }] },
      'windows of "1.11.2026", start: expected an ISO date such as 2026-01-31, found "1.11.2026".',
    ],
    [
      { coverage: [{ entityId: 'order', from: '2026-11-01', to: '2026-11-04' }] },
      'coverage of "order", entityId: expected the id of a table or measure; did you mean orders?, found "order".',
    ],
    [
      { coverage: [{ entityId: 'orders', from: '2026-11-04', to: '2026-11-01' }] },
      'coverage of "orders", to: expected no day before 2026-11-04, the first, found "2026-11-01".',
    ],
  ])('that cannot be read is refused, and not read in part: %j', async (given, message) => {
    const refused = loadDataset({ ...whole, ...given });
    await expect(refused).rejects.toThrow(`cube answer, ${message}`);
    await expect(refused).rejects.toMatchObject({ code: 'malformed-data' });
  });

  test('may write numbers as texts, as databases do that have more digits', async () => {
    const buckets = [{ start: '2026-11-03', orders: '2', orderRevenue: '1234.500' }];
    const windows = [{ ...window, visitors: '7' }];
    const dataset = await loadDataset({ ...whole, buckets, windows });
    const value = (kpi: string, period: string) => evaluateKpi(dataset, { kpi, period, compare: 'none' }).value;
    expect(value('average-order-value', '2026-11-03/2026-11-04')).toBe(617.25);
    expect(
      evaluateKpi(dataset, { kpi: 'unique-visitors', period: '2026-11-01/2026-11-04', grain: 'month' }).value,
    ).toBe(7);
  });

  test('that gives a measure twice for a window and segment is refused; others may stand in rows of their own', async () => {
    const windows = [
      { ...window, visitors: 7 },
      { ...window, channel: 'email', visitors: 3 },
      { ...window, channel: null, firstResponseP50: null },
    ];
    const dataset = await loadDataset({ ...whole, windows });
    const question = { kpi: 'unique-visitors', period: '2026-11-01/2026-11-04', grain: 'month' } as const;
    expect(evaluateKpi(dataset, question).value).toBe(7);
    await expect(loadDataset({ ...whole, windows: [...windows, { ...window, visitors: 8 }] })).rejects.toThrow(
      'cube answer, windows: expected one row for "2026-11-01" and a segment, found two that give visitors: 7 and 8.',
    );
  });

  test.each(['buckets', 'windows', 'coverage'])('whose %s are no rows is refused', async (member) => {
    for (const stray of [null, 3, 'x', [1]])
      await expect(loadDataset({ ...whole, [member]: [stray] })).rejects.toMatchObject({
        code: 'malformed-data',
        details: { field: member, expected: 'a list of rows' },
      });
  });

  test('knows of the measures of a table what it tells of the table', async () => {
    const coverage = [{ entityId: 'orders', from: '2026-11-01', to: '2026-11-04' }];
    const dataset = await loadDataset({
      ...whole,
      buckets: [{ start: '2026-11-03', orders: 2, orderRevenue: 40 }],
      coverage,
    });
    const { value, coverage: known } = evaluateKpi(dataset, {
      ...{ kpi: 'average-order-value', period: '2026-11-01/2026-11-04', compare: 'none' },
    });
    expect([value, known.first, known.missingDays]).toEqual([20, '2026-11-01', 0]);
  });
});
