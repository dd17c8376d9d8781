import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { DatasetOptions } from '../../../src/core/dataset/input.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { FunnelQuestion } from '../../../src/core/evaluate/question.js';

const options: DatasetOptions = { timeZone: 'Europe/Copenhagen', currency: 'DKK', asOf: '2026-03-31' };
const march = '2026-03-01/2026-03-31';

/**
 * A session by the steps it took: v(iew), c(art), k (checkout), b(ought).
 * Of March: 10 sessions; 8 saw a product, one of the 2 others bought all the same.
 */
const session = (sessionId: number, date: string, steps: string, device: string) => ({
  sessionId: `s${sessionId}`,
  startedAt: `2026-${date}T10:00`,
  device,
  productViewed: steps.includes('v'),
  addedToCart: steps.includes('c'),
  checkoutStarted: steps.includes('k'),
  purchased: steps.includes('b'),
});
const sessions = [
  ...[
    ['03-01', '', 'mobile'],
    ['03-02', 'kb', 'desktop'],
    ['03-03', 'v', 'mobile'],
    ['03-04', 'v', 'mobile'],
    ['03-05', 'v', 'desktop'],
    ['03-06', 'vc', 'mobile'],
    ['03-07', 'vc', 'mobile'],
    ['03-08', 'vck', 'desktop'],
    ['03-09', 'vckb', 'desktop'],
    ['03-10', 'vcb', 'mobile'],
  ],
  ...[
    ['02-01', 'v', 'mobile'],
    ['02-02', 'vckb', 'mobile'],
    ['02-03', 'vck', 'desktop'],
    ['02-04', '', 'tablet'],
  ],
].map(([date = '', steps = '', device = ''], index) => session(index, date, steps, device));
const orders = [
  { orderId: '0', placedAt: '2026-02-01T08:00', grossSales: 50, device: 'tablet' },
  { orderId: 'a', placedAt: '2026-03-09T10:30', grossSales: 300, device: 'desktop' },
  { orderId: 'b', placedAt: '2026-03-10T10:30', grossSales: 100, device: 'mobile' },
];
const dataset = createDataset({ sessions, orders }, options);
const ask = (question: FunnelQuestion = {}, of = dataset) => evaluateFunnel(of, { period: march, ...question });
const values = (figures: Pick<ReturnType<typeof ask>, 'stages'>) => figures.stages.map(({ value }) => value);

describe('a closed funnel of sessions', () => {
  test('counts who reached every earlier stage, and gives the others beside', () => {
    const result = ask();
    expect(result).toMatchObject({
      status: 'ok',
      reason: undefined,
      mode: 'closed',
      unit: 'session',
      currency: 'DKK',
      asOf: '2026-03-31',
      window: { start: '2026-03-01', end: '2026-03-31', complete: true },
      pending: undefined,
      secondsToConvert: undefined,
      by: undefined,
      segments: [],
      coverage: { rows: 14, refused: 0, first: '2026-02-01', last: '2026-03-31', missingDays: 0 },
      warnings: [],
    });
    expect(result.stages.map(({ measure, value, skipped }) => [measure, value, skipped])).toEqual([
      ['sessions', 10, 0],
      ['sessionsWithProductView', 8, 0],
      ['sessionsWithAddToCart', 5, 0],
      ['sessionsWithCheckout', 2, 1],
      ['sessionsWithPurchase', 1, 2],
    ]);
    expect(result.stages.map(({ ofPrevious }) => ofPrevious)).toEqual([undefined, 0.8, 0.625, 0.4, 0.5]);
    expect(result.stages.map(({ ofFirst }) => ofFirst)).toEqual([1, 0.8, 0.5, 0.2, 0.1]);
    expect(result.stages.map(({ lost }) => lost)).toEqual([undefined, 2, 3, 3, 1]);
  });

  test('knows what a loss is worth: lost × (last ÷ this stage) × 200 an order', () => {
    const { stages, worst } = ask();
    expect(stages.map(({ money }) => money)).toEqual([
      undefined,
      2 * (1 / 8) * 200,
      3 * (1 / 5) * 200,
      3 * (1 / 2) * 200,
      200,
    ]);
    // The lowest share after the first step: 2 of 5.
    expect(worst).toEqual({ stage: 3, lost: 3, money: 300, fell: false });
  });

  test('its last stage with those who skipped is the conversion rate', () => {
    const { stages } = ask();
    const last = stages.at(-1)!;
    expect((last.value! + last.skipped) / stages[0]!.value!).toBe(
      evaluateKpi(dataset, { kpi: 'conversion-rate', period: march }).value,
    );
  });

  test('is compared stage by stage', () => {
    const { comparisons, stages } = ask({ compare: 'previous-period 2026-02-02/2026-02-03' });
    expect(comparisons).toEqual([
      {
        name: 'previous-period',
        window: expect.objectContaining({ start: '2026-02-01', end: '2026-02-28' }),
        warnings: [{ code: 'unequal-length' }],
      },
      {
        name: '2026-02-02/2026-02-03',
        window: expect.objectContaining({ start: '2026-02-02', end: '2026-02-03' }),
        warnings: [{ code: 'unequal-length' }],
      },
    ]);
    const [view] = stages[1]!.comparisons;
    expect(view).toEqual({
      name: 'previous-period',
      value: 3,
      ofPrevious: 0.75,
      ofFirst: 0.75,
      change: expect.closeTo(0.05, 12),
      direction: 'good',
      // Three of four against eight of ten: two-sided the exact test finds nothing, and there are too few to tell.
      evidence: 'untested',
      significance: expect.objectContaining({ test: 'two-proportion', pValue: expect.closeTo(1, 9), dispersion: 1 }),
      warnings: [{ code: 'too-few-data' }],
      // Of the first stage, which is the one before: the same.
      overall: expect.objectContaining({ change: expect.closeTo(0.05, 12), direction: 'good', evidence: 'untested' }),
    });
    expect(stages[2]!.comparisons.map(({ value, direction }) => [value, direction])).toEqual([
      [2, 'bad'],
      [2, 'bad'],
    ]);
    expect(stages[0]!.comparisons[0]).toMatchObject({
      value: 4,
      ofPrevious: undefined,
      change: undefined,
      direction: 'neutral',
    });
  });

  test('is split by any dimension of a session, the largest first, also one that is gone', () => {
    const { segments, by } = ask({ by: 'device' });
    expect(by).toBe('device');
    expect(segments.map((segment) => [segment.key, ...values(segment)])).toEqual([
      ['mobile', 6, 5, 3, 0, 0],
      ['desktop', 4, 3, 2, 2, 1],
      ['tablet', 0, 0, 0, 0, 0],
    ]);
    expect(segments[0]!.stages.at(-1)!.skipped).toBe(1);
    // The desktop's own order value.
    expect(segments[1]!.stages[1]!.money).toBe(1 * (1 / 3) * 300);
    expect(segments[2]!.stages.map(({ ofFirst }) => ofFirst)).toEqual(Array(5).fill(undefined));
    expect(segments[2]!.stages[0]!.comparisons[0]!.value).toBe(1);
  });

  test('takes a filter', () => {
    expect(values(ask({ where: 'device=desktop' }))).toEqual([4, 3, 2, 2, 1]);
    expect(values(ask({ where: { device: { not: 'desktop' } } }))).toEqual([6, 5, 3, 0, 0]);
    expect(ask({ where: 'device=fridge' })).toMatchObject({
      warnings: [{ code: 'no-match', condition: 'device=fridge' }],
      worst: undefined,
    });
  });

  test('of nothing has no rates', () => {
    const { stages, status } = ask({ period: '2026-03-20/2026-03-21' });
    expect(status).toBe('ok');
    expect(stages.map(({ value, ofPrevious, ofFirst, lost }) => [value, ofPrevious, ofFirst, lost])).toEqual([
      [0, undefined, undefined, undefined],
      ...Array(4).fill([0, undefined, undefined, 0]),
    ]);
  });

  test('ends where the current day stands', () => {
    const now = ask({ period: 'this-month', asOf: '2026-03-09T09:00Z', compare: 'none' });
    expect(now.stages[0]!.value).toBe(8);
    expect(now.window).toMatchObject({ end: '2026-03-09', until: '10:00', complete: false });
    expect(ask({ period: 'this-month', asOf: '2026-03-09T09:01Z', compare: 'none' }).stages[0]!.value).toBe(9);
  });
});

describe('an open funnel', () => {
  test('counts every stage on its own', () => {
    const result = ask({ mode: 'open' });
    expect(result.mode).toBe('open');
    expect(result.stages.map(({ value, skipped }) => [value, skipped])).toEqual([
      [10, 0],
      [8, 0],
      [5, 0],
      [3, 0],
      [3, 0],
    ]);
  });

  test('may have a stage larger than the one before it', () => {
    const result = ask({ mode: 'open', stages: 'sessionsWithCheckout sessionsWithAddToCart sessionsWithPurchase' });
    expect(result.stages.map(({ value, ofPrevious, lost }) => [value, ofPrevious, lost])).toEqual([
      [3, undefined, undefined],
      [5, 5 / 3, undefined],
      [3, 0.6, 2],
    ]);
    expect(result.warnings).toEqual([{ code: 'stage-larger', measure: 'sessionsWithAddToCart' }]);
  });
});

describe('columns of numbers', () => {
  const dailyMeasures = [
    {
      date: '2026-03-01',
      sessions: 100,
      sessionsWithAddToCart: 20,
      sessionsWithPurchase: 5,
      adImpressions: 1000,
      adClicks: 1200,
    },
    {
      date: '2026-03-02',
      sessions: 50,
      sessionsWithAddToCart: 10,
      sessionsWithPurchase: 4,
      adImpressions: 2000,
      adClicks: 10,
    },
    {
      date: '2026-03-03',
      sessions: 70,
      sessionsWithAddToCart: undefined,
      sessionsWithPurchase: 9,
      adImpressions: 1,
      adClicks: 1,
    },
  ];
  const daily = createDataset({ dailyMeasures }, { asOf: '2026-03-03', currency: 'DKK' });
  const period = '2026-03-01/2026-03-03';

  test('are always open, and a stage that is not among them is left out', () => {
    const result = ask({ period, mode: 'closed' }, daily);
    expect(result).toMatchObject({ mode: 'open', unit: undefined, status: 'partial' });
    expect(result.stages.map(({ measure }) => measure)).toEqual([
      'sessions',
      'sessionsWithAddToCart',
      'sessionsWithPurchase',
    ]);
    // The days on which all of them are known.
    expect(values(result)).toEqual([150, 30, 9]);
    expect(result.warnings).toEqual([{ code: 'missing-days', count: 1 }]);
  });

  test('stages of other tables', () => {
    const result = ask({ period, funnel: 'advertising', compare: 'none' }, daily);
    expect(values(result)).toEqual([3001, 1211]);
    expect(result.warnings).toEqual([{ code: 'stage-absent', measure: 'attributedOrders' }]);
    expect(ask({ period: '2026-03-01/2026-03-01', funnel: 'advertising' }, daily).warnings).toContainEqual({
      code: 'stage-larger',
      measure: 'adClicks',
    });
  });

  test('hold no visitors and no sessions', () => {
    expect(ask({ period, window: '7d' }, daily)).toMatchObject({
      status: 'missing',
      reason: { code: 'no-data', measure: 'visitors' },
      stages: [],
    });
    expect(ask({ period, by: 'device' }, daily).reason).toMatchObject({ code: 'not-segmentable', dimension: 'device' });
  });
});

test('orders stand in for sessions that bought; who of them is who is not known', () => {
  const seen = sessions.map(({ purchased: _, ...rest }) => rest);
  const result = ask({}, createDataset({ sessions: seen, orders }, options));
  expect(result.mode).toBe('open');
  expect(values(result)).toEqual([10, 8, 5, 3, 2]);
  expect(result.warnings).toEqual([{ code: 'orders-as-conversions', measure: 'sessionsWithPurchase' }]);
});

describe('what the data cannot answer', () => {
  test('fewer than two stages', () => {
    expect(ask({}, createDataset({ orders }, options))).toMatchObject({
      status: 'missing',
      reason: { code: 'no-data', measure: 'sessions' },
      stages: [],
      window: { start: '2026-03-01' },
    });
    expect(ask({}, createDataset({}, { asOf: 'latest' })).reason).toEqual({ code: 'no-rows' });
  });

  test('a period without data, and one with some', () => {
    expect(ask({ period: '2025-01-01/2025-01-31' })).toMatchObject({
      status: 'missing',
      reason: { code: 'outside-coverage', first: '2026-02-01', last: '2026-03-31' },
      stages: [],
    });
    expect(ask({ period: '2026-01-31/2026-02-01', compare: 'none' })).toMatchObject({
      status: 'partial',
      warnings: [{ code: 'missing-days', count: 1 }],
    });
    expect(ask({ period: '2026-02-01/2026-02-28' }).stages[0]!.comparisons[0]!.value).toBeUndefined();
  });

  test('a segment that sessions do not have', () => {
    expect(ask({ by: 'sku' })).toMatchObject({
      status: 'refused',
      reason: { code: 'not-segmentable', measure: 'sessions', dimension: 'sku' },
    });
    expect(ask({ where: 'country=DK' }).reason).toMatchObject({ code: 'not-segmentable', dimension: 'country' });
  });

  test('a running day of rows that are whole days', () => {
    const whole = createDataset(
      { sessions: sessions.map((row) => ({ ...row, startedAt: row.startedAt.slice(0, 10) })) },
      options,
    );
    expect(ask({ period: 'today', asOf: '2026-03-10T12:00' }, whole)).toMatchObject({
      status: 'refused',
      reason: { code: 'day-grain' },
    });
    expect(ask({ period: 'this-month', asOf: '2026-03-10T12:00' }, whole).stages[0]!.value).toBe(9);
  });
});

describe('a bad question', () => {
  test.each<[FunnelQuestion, object]>([
    [{ stages: ['sessions'] }, { option: 'stages' }],
    [{ stages: 'sessions sessions' }, { option: 'stages' }],
    [{ stages: [] }, { option: 'stages' }],
    [
      { stages: ['sessions', 'sesionsWithPurchase'] },
      { value: 'sesionsWithPurchase', suggestion: 'sessionsWithPurchase' },
    ],
    [{ stages: ['sessions', 'orderRevenue'] }, { value: 'orderRevenue' }],
    [{ stages: 7 as never }, { option: 'stages' }],
    [{ funnel: 'purchas' }, { option: 'funnel', suggestion: 'purchase' }],
    [{ mode: 'half' as never }, { option: 'mode', expected: ['closed', 'open'] }],
    [{ window: '7' }, { option: 'window' }],
    [{ window: '0d' }, { option: 'window' }],
    [{ by: 'colour' }, { option: 'by' }],
    [{ kpi: 'net-sales' } as never, { option: 'question', value: 'kpi' }],
  ])('%j', (question, details) => {
    expect(() => ask(question)).toThrow(
      expect.objectContaining({ code: 'bad-option', details: expect.objectContaining(details) }),
    );
  });
});
