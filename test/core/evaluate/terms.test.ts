import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

const options = { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-31' };
const march = '2026-03-01/2026-03-31';
const ask = (tables: TablesInput, question: KpiQuestion) =>
  evaluateKpi(createDataset(tables, options), { period: march, compare: 'none', ...question });

describe('a figure over the part whose cost is known', () => {
  const order = (orderId: string, grossSales: number, cogs: number | undefined, date = '03-02', channel = 'email') => ({
    ...{ orderId, grossSales, cogs, channel },
    placedAt: `2026-${date}`,
  });
  const first = order('0', 100, 50, '02-01');

  test('is partial, says of how much it is, and leaves the rest out on both sides', () => {
    // 960 of 1000 known: (960 − 576) ÷ 960.
    const orders = [first, order('1', 960, 576), order('2', 40, undefined)];
    expect(ask({ orders }, { kpi: 'gross-margin' })).toMatchObject({
      status: 'partial',
      value: 0.4,
      inputs: { cogs: 576, costedRevenue: 960 },
      warnings: expect.arrayContaining([{ code: 'cost-partial', share: 0.96 }]),
    });
    expect(ask({ orders }, { kpi: 'gross-profit' })).toMatchObject({ value: 384, status: 'partial' });
    // What the share is taken from is no input of the formula.
    expect(ask({ orders }, { kpi: 'gross-profit' }).inputs).not.toHaveProperty('orderRevenue');
  });

  test('is refused where too little is known, which is less of a rate than of a sum', () => {
    const orders = [first, order('1', 940, 564), order('2', 60, undefined)];
    expect(ask({ orders }, { kpi: 'gross-profit' })).toMatchObject({
      status: 'refused',
      value: undefined,
      reason: { code: 'cost-unknown', share: 0.94 },
    });
    expect(ask({ orders }, { kpi: 'gross-margin' }).value).toBe(0.4);
    const mostly = [first, order('1', 49, 10), order('2', 51, undefined)];
    expect(ask({ orders: mostly }, { kpi: 'gross-margin' }).reason).toEqual({ code: 'cost-unknown', share: 0.49 });
  });

  test('is whole where all of it is known, whatever was not before', () => {
    const orders = [first, order('1', 100, 60), order('2', 100, undefined, '02-02')];
    const result = ask({ orders }, { kpi: 'gross-margin', compare: 'previous-period' });
    expect(result.warnings.map(({ code }) => code)).not.toContain('cost-partial');
    expect(result.comparisons[0]).toMatchObject({
      value: 0.5,
      status: 'partial',
      warnings: [{ code: 'unequal-length' }, { code: 'cost-partial', share: 0.5 }, { code: 'too-few-data' }],
    });
  });

  test('each segment and each point of a line by itself', () => {
    const orders = [
      first,
      order('1', 300, 100),
      order('2', 10, undefined, '03-03'),
      order('3', 5, undefined, '03-04', 'direct'),
    ];
    const { segments, series } = ask({ orders }, { kpi: 'gross-profit', by: 'channel' });
    expect(segments.map(({ key, value, reason }) => [key, value, reason?.code])).toEqual([
      ['email', 200, undefined],
      ['direct', undefined, 'cost-unknown'],
    ]);
    expect(series.slice(1, 4).map(({ value, reason }) => [value, reason?.code])).toEqual([
      [200, undefined],
      [undefined, 'cost-unknown'],
      [undefined, 'cost-unknown'],
    ]);
  });

  test('a column of costs is taken to be whole', () => {
    const dailyMeasures = [{ date: '2026-03-02', orderRevenue: 100, cogs: 60 }];
    expect(ask({ dailyMeasures }, { kpi: 'gross-margin' }).warnings).toContainEqual({
      code: 'costs-assumed-complete',
      measure: 'costedRevenue',
    });
  });
});

describe('figures that mean different things', () => {
  // The shop's counter changed: single pages until February, engagement since March.
  const day = (date: string, rest: object) => ({ date: `2026-${date}`, sessions: 100, ...rest });
  const dailyMeasures = [
    ...['02-27', '02-28'].map((date) => day(date, { bouncedSessions: 40 })),
    ...['03-01', '03-02'].map((date) => day(date, { engagedSessions: 70 })),
  ];
  const period = '2026-03-01/2026-03-02';

  test('are both shown, and never set against each other', () => {
    const result = ask({ dailyMeasures }, { kpi: 'bounce-rate', period, compare: '2026-02-27/2026-02-28' });
    expect(result).toMatchObject({ value: expect.closeTo(0.3, 12), warnings: [{ code: 'ga4-bounce' }] });
    expect(result.formula).toBe('(sessions - engagedSessions) / sessions');
    expect(result.comparisons[0]).toMatchObject({
      value: 0.4,
      change: undefined,
      direction: 'neutral',
      warnings: [{ code: 'definitions-differ' }],
    });
  });

  test('the other way round', () => {
    const result = ask({ dailyMeasures }, { kpi: 'bounce-rate', period: '2026-02-27/2026-02-28', compare: period });
    expect(result).toMatchObject({ value: 0.4, warnings: [] });
    expect(result.comparisons[0]).toMatchObject({
      value: expect.closeTo(0.3, 12),
      change: undefined,
      warnings: [{ code: 'ga4-bounce' }, { code: 'definitions-differ' }],
    });
  });

  test('what is unknown in one window is not counted as nothing there', () => {
    const rows = [
      { date: '2026-02-28', orderRevenue: 50, refundedAmount: undefined },
      { date: '2026-03-01', orderRevenue: 50, refundedAmount: 10 },
    ];
    const result = ask(
      { dailyMeasures: rows },
      { kpi: 'net-sales', period: '2026-03-01/2026-03-01', compare: '2026-02-28/2026-02-28' },
    );
    expect(result.value).toBe(40);
    expect(result.comparisons[0]).toMatchObject({ value: undefined, reason: { code: 'outside-coverage' } });
  });
});

describe('more than 500 segments', () => {
  const orders = Array.from({ length: 612 }, (_, index) => ({
    orderId: String(index),
    placedAt: '2026-03-02',
    grossSales: index + 1,
    campaign: `c${index}`,
    customerId: `${index % 7}`,
  }));

  test('the largest are shown, how many are not is said, and the total is that of all', () => {
    const { segments, value, warnings } = ask({ orders }, { kpi: 'net-sales', by: 'campaign' });
    expect(segments).toHaveLength(500);
    expect([segments[0]!.value, segments.at(-1)!.value]).toEqual([612, 113]);
    expect(value).toBe((612 * 613) / 2);
    expect(warnings).toContainEqual({ code: 'many-segments', count: 112 });
    expect(ask({ orders: orders.slice(0, 500) }, { kpi: 'net-sales', by: 'campaign' }).warnings).not.toContainEqual(
      expect.objectContaining({ code: 'many-segments' }),
    );
  });

  test('of a rate those that weigh most: the best rates are of next to nothing', () => {
    const sessions = orders.flatMap(({ campaign }, index) =>
      Array.from({ length: index < 100 ? 1 : 2 }, (_, visit) => ({
        ...{ sessionId: `${index} ${visit}`, startedAt: '2026-03-02', campaign, purchased: index < 100 },
      })),
    );
    const { segments, warnings } = ask({ sessions }, { kpi: 'conversion-rate', by: 'campaign' });
    expect(warnings).toContainEqual({ code: 'many-segments', count: 112 });
    expect(segments.map(({ inputs }) => inputs['sessions'])).toEqual(Array(500).fill(2));
  });

  test('of a funnel', () => {
    const sessions = orders.map(({ campaign, orderId }, index) => ({
      ...{ sessionId: orderId, startedAt: '2026-03-02', campaign, addedToCart: index % 2 === 0, purchased: false },
    }));
    const result = evaluateFunnel(createDataset({ sessions }, options), { period: march, by: 'campaign' });
    expect(result.segments).toHaveLength(500);
    expect(result.stages[0]!.value).toBe(612);
    expect(result.warnings).toContainEqual({ code: 'many-segments', count: 112 });
  });
});

describe('a target in another unit is refused', () => {
  const orders = [{ orderId: '1', placedAt: '2026-03-02', grossSales: 10 }];
  const sessions = [{ sessionId: '1', startedAt: '2026-03-02', purchased: true }];
  test.each<[KpiQuestion, RegExp, string[] | undefined]>([
    [
      { kpi: 'net-sales', target: '3.5%' },
      /"3\.5%" does not fit net-sales\. Expected a number in currency, or per time/,
      ['40000', '40000/month'],
    ],
    [
      { kpi: 'average-order-value', target: '40000/month' },
      /does not fit average-order-value\. Expected a number in currency\./,
      ['40000'],
    ],
    [
      { kpi: 'conversion-rate', target: '40000/month' },
      /Expected a number in percent \(0\.035 or 3\.5%\)\./,
      ['3.5%', '0.035'],
    ],
    [{ kpi: 'order-count', target: 'many' }, /"many" does not fit order-count/, ['40000', '40000/month']],
    [{ kpi: 'order-count', target: NaN }, /"NaN" does not fit/, ['40000', '40000/month']],
  ])('%j', (question, message, expected) => {
    expect(() => ask({ orders, sessions }, question)).toThrow(
      expect.objectContaining({
        code: 'bad-option',
        message: expect.stringMatching(message) as string,
        // Examples alone, which people of any language read.
        details: { option: 'target', value: String(question.target), expected },
      }),
    );
  });
});
