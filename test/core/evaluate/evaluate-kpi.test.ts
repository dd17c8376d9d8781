import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import type { KpiErrorCode } from '../../../src/core/error.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';

/** A small shop: February and March 2026, worked by hand. */
const shop: TablesInput = {
  orders: [
    // id, placed, gross, discounts, customer, channel, session
    ['1', '2026-02-10T09:00', 100, 20, 'ann', 'email', 's1'],
    ['2', '2026-02-20T09:00', 50, 0, 'bob', 'direct', 's3'],
    ['3', '2026-03-01T00:00', 200, 50, 'ann', 'email', 's4'],
    ['4', '2026-03-08T23:59', 30, 0, '', 'direct', ''],
    ['5', '2026-03-15T12:00', 70, 10, 'ann', 'direct', 's6'],
    ['6', '2026-03-31T23:59', 40, 0, 'cat', 'email', 's7'],
  ].map(([orderId, placedAt, grossSales, discounts, customerId, channel, sessionId]) => ({
    ...{ orderId, placedAt, grossSales, discounts, customerId, channel, sessionId },
  })),
  refunds: [{ refundId: 'a', orderId: '1', refundedAt: '2026-03-10T12:00', amount: 30 }],
  sessions: ['02-01', '02-10', '02-20', '03-01', '03-02', '03-15', '03-31', '03-31'].map((date, index) => ({
    sessionId: `s${index}`,
    startedAt: `2026-${date}T08:00`,
    channel: index % 2 ? 'email' : 'direct',
  })),
};
const options = { timeZone: 'Europe/Copenhagen', currency: 'DKK', asOf: '2026-03-31' };
const dataset = createDataset(shop, options);
const march = '2026-03-01/2026-03-31';
const ask = (kpi: string, question: Partial<KpiQuestion> = {}, of = dataset) =>
  evaluateKpi(of, { kpi, period: march, ...question });

describe('each KPI of March against February', () => {
  test.each([
    ['net-sales', 250, 130, { orderRevenue: 280, refundedAmount: 30 }],
    ['order-count', 4, 2, { orders: 4 }],
    ['average-order-value', 70, 65, { orderRevenue: 280, orders: 4 }],
    ['conversion-rate', 0.8, 1 / 3, { sessionsWithPurchase: 4, sessions: 5 }],
    ['repeat-purchase-rate', 0.5, 0, { repeatCustomers: 1, activeCustomers: 2 }],
  ])('%s', (kpi, value, before, inputs) => {
    const february = kpi === 'conversion-rate' ? '2026-02-01/2026-02-28' : '2026-02-10/2026-02-28';
    const result = ask(kpi, { compare: february });
    expect(result.value).toBeCloseTo(value, 12);
    expect(result.inputs).toEqual(inputs);
    expect(result.status).toBe('ok');
    expect(result.comparisons[0]!.value).toBeCloseTo(before, 12);
    expect(result.comparisons[0]!.change!.absolute).toBeCloseTo(value - before, 12);
    expect(result.comparisons[0]!.direction).toBe('good');
  });

  test('total sales count the parts that are not in the data as nothing, and say so', () => {
    const result = ask('total-sales');
    expect(result).toMatchObject({ value: 250, status: 'partial' });
    expect(result.warnings).toEqual([
      { code: 'parts-unknown', measure: 'shippingCharged' },
      { code: 'parts-unknown', measure: 'taxes' },
    ]);
  });
});

test('a result carries its proof', () => {
  const result = ask('net-sales', { grain: 'week', target: '1000/month' });
  expect(result).toMatchObject({
    kpi: 'net-sales',
    unit: 'currency',
    better: 'up',
    currency: 'DKK',
    asOf: '2026-03-31',
    grain: 'week',
    formula: 'orderRevenue - refundedAmount',
    window: { start: '2026-03-01', end: '2026-03-31', timeZone: 'Europe/Copenhagen', complete: true, until: undefined },
    target: { value: 1000, ratio: 0.25, reached: false, pace: undefined },
    coverage: { rows: 7, refused: 0, first: '2026-02-10', last: '2026-03-31', missingDays: 0 },
  });
  expect(result.series).toEqual([
    { start: '2026-03-01', end: '2026-03-01', value: 150, reason: undefined, complete: false },
    { start: '2026-03-02', end: '2026-03-08', value: 30, reason: undefined, complete: true },
    { start: '2026-03-09', end: '2026-03-15', value: 30, reason: undefined, complete: true },
    { start: '2026-03-16', end: '2026-03-22', value: 0, reason: undefined, complete: true },
    { start: '2026-03-23', end: '2026-03-29', value: 0, reason: undefined, complete: true },
    { start: '2026-03-30', end: '2026-03-31', value: 40, reason: undefined, complete: false },
  ]);
  expect(result.comparisons[0]).toMatchObject({
    name: 'previous-period',
    window: { start: '2026-02-01', end: '2026-02-28', complete: true },
    value: 130,
    status: 'partial',
    // 31 known days say nothing of a sum over 19.
    change: undefined,
    evidence: 'untested',
    warnings: [{ code: 'unequal-length' }, { code: 'missing-days', count: 9 }],
  });
});

test('a sum is compared where both windows are known in full, a ratio over the days there are', () => {
  const known = ask('net-sales', { compare: '2026-02-10/2026-02-28' }).comparisons[0]!;
  expect(known).toMatchObject({ value: 130, change: { absolute: 120, relative: 120 / 130 } });
  const ratio = ask('average-order-value').comparisons[0]!;
  expect(ratio.warnings).toContainEqual({ code: 'missing-days', count: 9 });
  expect(ratio.change).toBeDefined();
});

describe('segments', () => {
  test('are split and compared one by one, the largest first', () => {
    const { segments, by } = ask('net-sales', { by: 'channel', compare: '2026-02-10/2026-02-28' });
    expect(by).toBe('channel');
    expect(segments.map(({ key, value, comparisons }) => [key, value, comparisons[0]!.value])).toEqual([
      ['email', 160, 80],
      ['direct', 90, 50],
    ]);
    expect(segments[0]!.series).toHaveLength(31);
    expect(segments[0]!.inputs).toEqual({ orderRevenue: 190, refundedAmount: 30 });
  });

  test('count each customer in every segment that holds one of their orders', () => {
    const { value, segments } = ask('repeat-purchase-rate', { by: 'channel' });
    expect(value).toBe(0.5);
    expect(segments.map(({ key, inputs }) => [key, inputs])).toEqual([
      ['direct', { repeatCustomers: 0, activeCustomers: 1 }],
      ['email', { repeatCustomers: 0, activeCustomers: 2 }],
    ]);
  });

  test('one that is gone is still compared', () => {
    const { segments } = ask('order-count', {
      by: 'channel',
      period: '2026-03-08/2026-03-08',
      compare: '2026-03-01/2026-03-01',
    });
    expect(segments.map(({ key, value, comparisons }) => [key, value, comparisons[0]!.value])).toEqual([
      ['direct', 1, 0],
      ['email', 0, 1],
    ]);
  });

  test('filters hold for every measure of the formula', () => {
    expect(ask('conversion-rate', { where: 'channel=email' }).inputs).toEqual({ sessionsWithPurchase: 2, sessions: 3 });
    expect(ask('net-sales', { where: { channel: { not: 'email' } } }).value).toBe(90);
    expect(ask('net-sales', { where: 'channel=email', by: 'channel' }).segments.map(({ key }) => key)).toEqual([
      'email',
    ]);
    expect(ask('order-count', { where: 'channel=fax' })).toMatchObject({
      value: 0,
      status: 'ok',
      warnings: [{ code: 'no-match', condition: 'channel=fax' }],
    });
  });
});

describe('comparisons', () => {
  test('several, each once; none', () => {
    expect(
      ask('net-sales', { compare: 'auto previous-period 2026-02-10/2026-02-20' }).comparisons.map(({ name }) => name),
    ).toEqual(['previous-period', '2026-02-10/2026-02-20']);
    expect(ask('net-sales', { compare: ['none'] }).comparisons).toEqual([]);
    expect(ask('net-sales', { period: 'all' }).comparisons).toEqual([]);
  });
});

describe('no value, and why', () => {
  const order = { orderId: '1', placedAt: '2026-03-02', grossSales: 10 };
  const lone = createDataset({ orders: [order] }, options);

  test.each([
    ['missing', { code: 'no-data', measure: 'sessions' }, ask('conversion-rate', {}, lone)],
    ['missing', { code: 'no-data', measure: 'repeatCustomers' }, ask('repeat-purchase-rate', {}, lone)],
    ['missing', { code: 'no-rows' }, ask('net-sales', { asOf: 'latest' }, createDataset({}))],
    [
      'missing',
      { code: 'outside-coverage', first: '2026-02-10', last: '2026-03-31' },
      ask('net-sales', { period: '2025-01-01/2025-01-31' }),
    ],
    ['missing', { code: 'no-rows' }, ask('order-count', {}, createDataset({ orders: [] }, options))],
    ['undefined', { code: 'zero-denominator' }, ask('average-order-value', { period: '2026-03-20/2026-03-21' })],
    [
      'refused',
      { code: 'not-segmentable', measure: 'orders', dimension: 'device' },
      ask('order-count', { by: 'device' }),
    ],
    [
      'refused',
      { code: 'not-segmentable', measure: 'sessionsWithPurchase', dimension: 'sku' },
      ask('conversion-rate', { by: 'sku' }),
    ],
    ['refused', { code: 'day-grain' }, ask('order-count', { period: 'today', asOf: '2026-03-02T10:00' }, lone)],
  ])('%s: %o', (status, reason, result) => {
    expect(result).toMatchObject({ status, value: undefined, reason });
    expect(result.reason).toEqual(reason);
    expect(result.comparisons.every(({ change }) => change === undefined)).toBe(true);
  });

  test('a filter by what the data do not hold is refused', () => {
    expect(ask('order-count', { where: 'device=mobile' })).toMatchObject({
      status: 'refused',
      reason: { code: 'not-segmentable', measure: 'orders', dimension: 'device' },
    });
  });
});

describe('currencies', () => {
  const order = (orderId: string, placedAt: string, currency?: string) => ({
    orderId,
    placedAt,
    grossSales: 10,
    currency,
  });
  const mixed = [order('1', '2026-02-05', 'DKK'), order('2', '2026-03-02', 'EUR'), order('3', '2026-03-03', 'DKK')];
  const of = (orders: object[], currency?: string) =>
    createDataset({ orders: orders as never }, { ...options, currency });

  test('amounts in several are not added up', () => {
    expect(ask('net-sales', {}, of(mixed))).toMatchObject({
      status: 'refused',
      value: undefined,
      reason: { code: 'mixed-currencies', currencies: ['EUR', 'DKK'] },
    });
  });

  test('what is no money can be counted all the same', () => {
    expect(ask('order-count', {}, of(mixed))).toMatchObject({ value: 2, status: 'ok', currency: undefined });
  });

  test('only the rows of a window matter to it', () => {
    const early = ask('net-sales', { period: '2026-02-05/2026-02-06', compare: 'none' }, of(mixed));
    expect(early).toMatchObject({ value: 10, currency: 'DKK' });
    // Kroner after euros: neither is the other's base.
    const late = ask('net-sales', { period: '2026-03-03/2026-03-03' }, of(mixed));
    expect(late).toMatchObject({ value: 10, currency: 'DKK' });
    expect(late.comparisons[0]).toMatchObject({
      ...{ value: undefined, change: undefined },
      reason: { code: 'mixed-currencies', currencies: ['DKK', 'EUR'] },
    });
  });

  test('a row in another than the reporting currency is refused with the rest', () => {
    expect(ask('net-sales', {}, of([order('1', '2026-03-02', 'EUR')], 'DKK')).reason).toEqual({
      code: 'mixed-currencies',
      currencies: ['DKK', 'EUR'],
    });
  });

  test('rows that name none are in the reporting currency; without any, none is named', () => {
    expect(ask('net-sales', {}, of([order('1', '2026-03-02')], 'DKK'))).toMatchObject({ value: 10, currency: 'DKK' });
    expect(ask('net-sales', {}, of([order('1', '2026-03-02')]))).toMatchObject({ value: 10, currency: undefined });
    const slipped = { ...order('2', '2026-03-02', '12.50'), grossSales: 'SEK' };
    expect(of([order('1', '2026-03-02', 'SEK'), slipped]).report.currency).toBe('SEK');
  });
});

describe('the zone', () => {
  const orders = [{ orderId: '1', placedAt: '2026-02-28T23:30Z', grossSales: 10 }];

  test('places the rows', () => {
    const count = (timeZone: string) =>
      ask('order-count', { compare: 'none' }, createDataset({ orders }, { ...options, timeZone })).value;
    expect(count('Europe/Copenhagen')).toBe(1);
    expect(count('UTC')).toBe(0);
  });

  test('is the viewer’s where nobody names one, with a warning', () => {
    const viewed = createDataset({ orders }, { asOf: '2026-03-31', assumedTimeZone: 'Asia/Kathmandu' });
    const result = ask('order-count', {}, viewed);
    expect(result.window?.timeZone).toBe('Asia/Kathmandu');
    expect(result.warnings).toContainEqual({ code: 'zone-assumed', timeZone: 'Asia/Kathmandu' });
  });

  test('does not matter to rows of whole days', () => {
    const daily = createDataset({ dailyMeasures: [{ date: '2026-03-01', orders: 1 }] }, { asOf: '2026-03-31' });
    expect(ask('order-count', {}, daily).warnings).toEqual([{ code: 'missing-days', count: 30 }]);
  });
});

describe('as of', () => {
  test('the question goes before the data set', () => {
    expect(ask('order-count', { period: 'this-month', asOf: '2026-03-08T12:00' })).toMatchObject({
      value: 1,
      asOf: '2026-03-08T12:00',
      window: { end: '2026-03-08', complete: false, until: '12:00' },
    });
  });

  test('latest is the day of the newest record, complete', () => {
    const { asOf, window } = ask('order-count', { period: 'last-7-days', asOf: 'latest' });
    expect([asOf, window?.start, window?.end]).toEqual(['2026-03-31', '2026-03-25', '2026-03-31']);
  });
});

describe('a bad question', () => {
  test.each<[KpiErrorCode, Partial<KpiQuestion>, object]>([
    ['unknown-kpi', { kpi: 'netsales' }, { option: 'kpi', value: 'netsales', suggestion: 'net-sales' }],
    ['bad-option', { kpi: ' ' }, { option: 'kpi', value: ' ', expected: 'net-sales' }],
    ['bad-option', { kpi: 'net-sales order-count' }, { option: 'kpi', value: 'net-sales order-count' }],
    ['unknown-kpi', { kpi: 'revenue' }, { value: 'revenue', suggestion: 'net-sales' }],
    ['unknown-kpi', { kpi: 'AOV' }, { value: 'AOV', suggestion: 'average-order-value' }],
    ['unknown-kpi', { kpi: 'constructor' }, { value: 'constructor' }],
    ['bad-period', { period: 'last-28' }, { option: 'period', value: 'last-28' }],
    ['bad-date', { period: '2026-02-30/2026-03-01' }, { option: 'period', value: '2026-02-30' }],
    ['bad-option', { compare: 'previous-decade' }, { option: 'compare', value: 'previous-decade' }],
    ['bad-period', { compare: '2026-02-03/2026-02-01' }, { option: 'compare' }],
    ['bad-option', { grain: 'fortnight' as never }, { option: 'grain', value: 'fortnight' }],
    ['bad-option', { by: 'colour' }, { option: 'by', value: 'colour' }],
    ['bad-option', { by: '' }, { option: 'by', value: '' }],
    ['bad-option', { where: 'colour=red' }, { option: 'where', value: 'colour' }],
    ['bad-option', { where: 'channel=' }, { option: 'where', value: 'channel=' }],
    ['bad-option', { target: 'much' }, { option: 'target', value: 'much' }],
    ['bad-option', { target: '5%' }, { option: 'target', value: '5%' }],
    ['bad-date', { asOf: 'tomorrow' }, { option: 'asOf', value: 'tomorrow' }],
    ['bad-date', { asOf: '2026-02-30T10:00Z' }, { option: 'asOf' }],
    ['bad-date', { asOf: '2026-02-03T99:00' }, { option: 'asOf' }],
    ['bad-option', { weekStart: 'Monday' as never }, { option: 'weekStart', value: 'Monday' }],
    ['bad-option', { fiscalYearStart: '13-01' }, { option: 'fiscalYearStart', value: '13-01' }],
    ['bad-option', { fiscalYearStart: '02-29' }, { option: 'fiscalYearStart' }],
    ['bad-option', { fiscalYearStart: '08-31' }, { option: 'fiscalYearStart' }],
  ])('%s: %j', (code, question, details) => {
    expect(() => ask('net-sales', question)).toThrow(
      expect.objectContaining({ name: 'KpiError', code, details: expect.objectContaining(details) }),
    );
  });

  test('the core has no clock', () => {
    const clockless = createDataset(shop, { timeZone: 'UTC' });
    expect(() => ask('net-sales', {}, clockless)).toThrow(expect.objectContaining({ code: 'as-of-required' }));
  });

  test('a data set in a zone that does not exist', () => {
    expect(() => createDataset(shop, { timeZone: 'Mars/Olympus' })).toThrow(
      expect.objectContaining({ code: 'bad-time-zone' }),
    );
  });
});
