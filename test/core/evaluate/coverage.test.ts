import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { DatasetOptions, TablesInput } from '../../../src/core/dataset/input.js';
import { askedDays } from '../../../src/core/evaluate/asked-days.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import type { KpiResult } from '../../../src/core/evaluate/result.js';

const march = (date: number): string => `2026-03-${String(date).padStart(2, '0')}`;
const from1to = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const orders = (dates: readonly number[]) =>
  dates.map((date, index) => ({ orderId: String(index), placedAt: `${march(date)}T12:00:00Z`, grossSales: 10 }));

function ask(
  tables: TablesInput,
  question: Partial<KpiQuestion> & Pick<KpiQuestion, 'kpi'>,
  options: Partial<DatasetOptions> = {},
): KpiResult {
  const dataset = createDataset(tables, { timeZone: 'UTC', currency: 'DKK', asOf: march(20), ...options });
  return evaluateKpi(dataset, { period: `${march(1)}/${march(20)}`, compare: 'none', ...question });
}

/** The days that are known, and what is missing in the period asked. */
const reach = ({ coverage, value }: KpiResult) => [coverage.first, coverage.last, coverage.missingDays, value];

describe('how far a table of events reaches: absence is zero', () => {
  const kpi = 'order-count';

  test('from its first row to the current day, silent days being 0', () => {
    // Orders on the 3rd and the 9th: the 1st and 2nd are unknown, the 10th to the 20th are 0.
    const result = ask({ orders: orders([3, 9]) }, { kpi });
    expect(reach(result)).toEqual([march(3), march(20), 2, 2]);
    expect(result).toMatchObject({ status: 'partial', warnings: [{ code: 'missing-days', count: 2 }] });
    expect(result.series[11]).toMatchObject({ start: march(12), value: 0, complete: true });
  });

  test.each([
    ['14 days in a row, then a silent day: a feed that broke', from1to(19), march(20), march(19), 1],
    ['13 days in a row tell of no feed', from1to(19).slice(6), march(20), march(20), 6],
    ['14 days, of which one is without a row', from1to(19).filter((date) => date !== 10), march(20), march(20), 0],
    ['the running day may be silent yet', from1to(19), `${march(20)}T10:00Z`, march(20), 0],
    ['but not the one before it', from1to(18), `${march(20)}T10:00Z`, march(18), 2],
    ['a feed with a row of today is alive', from1to(20), `${march(20)}T13:00Z`, march(20), 0],
  ])('%s', (_, dates, asOf, last, missing) => {
    const { coverage, series } = ask({ orders: orders(dates) }, { kpi }, { asOf });
    expect([coverage.last, coverage.missingDays]).toEqual([last, missing]);
    const broke = series.filter(({ start }) => start > last);
    expect(broke.map(({ value, reason }) => [value, reason?.code])).toEqual(
      broke.map(() => [undefined, 'outside-coverage']),
    );
  });

  // Ten orders, four days apart, from 1 January to 6 February: the longest silence that may be the shop's own is of 28 days.
  const sparse = Array.from({ length: 10 }, (_, index) => index * 4);
  const january = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
  const ordersOn = (days: readonly number[]) =>
    days.map((day) => ({ orderId: String(day), placedAt: january(day), grossSales: 10 }));
  const lastOf = (days: readonly number[], asOf: number) =>
    ask({ orders: ordersOn(days) }, { kpi, period: 'last-7-days' }, { asOf: january(asOf) });

  test.each([
    ['after 28 days nothing is said', sparse, 36 + 28, 0],
    ['after 29 the export is an old one', sparse, 36 + 29, undefined],
    ['on nine days nothing tells what pause is usual', sparse.slice(1), 36 + 200, 0],
    ['a pause of 20 days before makes one of 60 usual', [-20, ...sparse], 36 + 60, 0],
    ['and no more', [-20, ...sparse], 36 + 61, undefined],
  ])('a silence much longer than any before: %s', (_, days, asOf, value) => {
    expect(lastOf(days, asOf).value).toBe(value);
  });

  test('what is missing then names the newest day, and is set against nothing', () => {
    const orders = ordersOn(sparse);
    const old = ask({ orders }, { kpi, period: 'last-28-days', compare: 'previous-period' }, { asOf: '2026-06-01' });
    expect(old).toMatchObject({
      ...{ status: 'missing', reason: { code: 'outside-coverage', first: january(0), last: january(36) } },
      comparisons: [{ value: undefined }],
    });
    // Three orders of January and February within the 91 days to the end of March.
    const partly = ask({ orders }, { kpi, period: `${january(28)}/${january(89)}` }, { asOf: '2026-06-01' });
    expect(partly).toMatchObject({ value: 3, status: 'partial', coverage: { missingDays: 53 } });
  });

  test('a running period that lacks days gone by says not where it leads', () => {
    // From 1 March to 10 March one order a day, then none is known: 10 of 20 days.
    const question = { kpi, period: 'this-month', target: 31 };
    const known = ask({ orders: orders(from1to(20)) }, question);
    expect(known.target).toMatchObject({ pace: 31, reached: false });
    const coverage = [{ entityId: 'orders', from: march(1), to: march(10) }];
    const lacking = ask({ orders: orders(from1to(10)), coverage }, question);
    expect(lacking).toMatchObject({ value: 10, target: { ratio: 10 / 31, pace: undefined } });
  });

  test('parcels are known as far as their own rows go, where the export of orders stopped before', () => {
    const shipments = [
      { shipmentId: '1', orderId: '36', shippedAt: '2026-05-04', deliveredAt: '2026-05-05', promisedAt: '2026-05-05' },
    ];
    const may = { period: '2026-05-01/2026-05-05' };
    const tables = { orders: ordersOn(sparse), shipments };
    expect(ask(tables, { kpi: 'on-time-delivery-rate', ...may }, { asOf: '2026-06-01' }).value).toBe(1);
    expect(ask(tables, { kpi: 'net-sales', ...may }, { asOf: '2026-06-01' }).reason?.code).toBe('outside-coverage');
  });

  test('a year that was mistyped does not make zeros of those before the shop', () => {
    const orders = [...ordersOn(sparse), { orderId: 'old', placedAt: '1926-01-05', grossSales: 10 }];
    const last = ask({ orders }, { kpi, period: 'last-28-days', compare: 'previous-year' }, { asOf: january(36) });
    // 9 January to 6 February: the orders of the 9th and every fourth day.
    expect(last).toMatchObject({ value: 7, status: 'ok', comparisons: [{ value: undefined }] });
    expect(last.comparisons[0]!.reason?.code).toBe('outside-coverage');
    // It counts where it stands, and the days between are not known.
    const all = ask({ orders }, { kpi, period: 'all' }, { asOf: january(36) });
    expect(all).toMatchObject({ value: 11, status: 'partial', coverage: { first: '1926-01-05' } });
    expect(ask({ orders }, { kpi, period: '1926-01-05/1926-01-05' }, { asOf: january(36) }).value).toBe(1);
  });

  test('refunds, lines and parcels as orders: a shop without a refund today has none', () => {
    const refunds = [{ refundId: '1', orderId: '0', refundedAt: march(5), amount: 4 }];
    expect(reach(ask({ orders: orders([2, 9]), refunds }, { kpi: 'net-sales' }))).toEqual([march(2), march(20), 1, 16]);
    const orderLines = [{ lineId: 'a', orderId: '1', quantity: 3, unitPrice: 3 }];
    const units = ask({ orders: orders([2, 9]), orderLines }, { kpi: 'units-per-order' });
    expect(reach(units)).toEqual([march(2), march(20), 1, 1.5]);
  });
});

describe('how far other tables reach', () => {
  test('ad spend, inside: from its first row to its last; CAC where both it and the orders are known', () => {
    const adSpend = [
      { date: march(4), cost: 60 },
      { date: march(8), cost: 40 },
    ];
    const buyers = orders([2, 5, 9]).map((order, index) => ({ ...order, customerId: `c${index}` }));
    // 100 over the 4th to the 8th, in which one of three new customers came: not 100 ÷ 3.
    const result = ask({ orders: buyers, adSpend }, { kpi: 'customer-acquisition-cost' });
    expect(reach(result)).toEqual([march(4), march(8), 15, 100]);
    expect(result.inputs).toEqual({ marketingCost: 100, newCustomers: 1 });
    expect(result.series.slice(3, 6).map(({ value, reason }) => value ?? reason?.code)).toEqual([
      'zero-denominator',
      0,
      'zero-denominator',
    ]);
  });

  test('snapshots, carry: the last one holds for seven days, and is named', () => {
    const inventorySnapshots = [3, 9].map((date) => ({ date: march(date), sku: 'a', onHandUnits: date * 10 }));
    const at = (date: number) =>
      ask({ inventorySnapshots }, { kpi: 'inventory-level', period: `${march(date)}/${march(date)}` });
    expect(at(9)).toMatchObject({ value: 90, status: 'ok', warnings: [] });
    expect(at(16)).toMatchObject({
      value: 90,
      status: 'ok',
      warnings: [{ code: 'carried', measure: 'inventoryUnits', last: march(9) }],
    });
    expect(at(8)).toMatchObject({ value: 30, warnings: [{ code: 'carried', last: march(3) }] });
    expect(at(17)).toMatchObject({
      value: undefined,
      reason: { code: 'outside-coverage', first: march(3), last: march(16) },
      warnings: [{ code: 'missing-days', count: 1 }],
    });
  });
});

describe('what a shop declares', () => {
  const kpi = 'order-count';
  const days = (entityId: string, from: number, to: number) => ({ entityId, from: march(from), to: march(to) });

  test('goes before what the rows tell: from and to, as declared', () => {
    // Declared from the 2nd to the 10th: the order of the 12th lies outside of what is known.
    const tables = { orders: orders([4, 6, 12]), coverage: [days('orders', 2, 10)] };
    expect(reach(ask(tables, { kpi }))).toEqual([march(2), march(10), 11, 2]);
    expect(ask(tables, { kpi, period: `${march(2)}/${march(3)}` })).toMatchObject({ value: 0, status: 'ok' });
    expect(ask(tables, { kpi, period: `${march(11)}/${march(12)}` })).toMatchObject({
      status: 'missing',
      reason: { code: 'outside-coverage', first: march(2), last: march(10) },
    });
  });

  test('in the settings as well as in a table, by rows or by columns', () => {
    const byColumns = { entityId: ['orders'], from: [march(2)], to: [march(10)] };
    for (const coverage of [[days('orders', 2, 10)], byColumns])
      expect(reach(ask({ orders: orders([4, 6, 12]) }, { kpi }, { settings: { coverage } }))).toEqual([
        ...[march(2), march(10)],
        ...[11, 2],
      ]);
  });

  test('in several intervals: the days between are unknown, those that touch are one', () => {
    const coverage = [days('orders', 8, 9), days('orders', 1, 3), days('orders', 10, 12), days('orders', 11, 14)];
    const result = ask({ orders: orders([2, 5, 10, 11]), coverage }, { kpi });
    // The 1st to 3rd and the 8th to 14th: ten of 20 days, and three of four orders.
    expect(reach(result)).toEqual([march(1), march(14), 10, 3]);
    expect(result.series.map(({ value }) => value ?? '-').join('')).toBe('010----0011000------');
  });

  test('ends no later than the current day', () => {
    const coverage = [days('orders', 1, 31)];
    expect(ask({ orders: orders([4]), coverage }, { kpi }).coverage).toMatchObject({ last: march(20), missingDays: 0 });
    expect(ask({ orders: orders([4]), coverage: [days('orders', 25, 31)] }, { kpi }).reason?.code).toBe(
      'outside-coverage',
    );
  });

  test('of a daily column, or of all of them: there a missing row or an empty cell is 0', () => {
    const dailyMeasures = [
      { date: march(2), orders: 5, sessions: 100 },
      { date: march(4), orders: undefined, sessions: 50 },
    ];
    const period = `${march(1)}/${march(4)}`;
    const known = (coverage: object[]) =>
      ask({ dailyMeasures, coverage } as unknown as TablesInput, { kpi, period }).series.map(({ value }) => value);
    expect(known([])).toEqual([undefined, 5, undefined, undefined]);
    expect(known([days('orders', 2, 3)])).toEqual([undefined, 5, 0, undefined]);
    expect(known([days('dailyMeasures', 1, 4)])).toEqual([0, 5, 0, 0]);
    // A rate is over the days on which both its columns are known: the 2nd and the 4th; of the 3rd no sessions are.
    expect(ask({ dailyMeasures, coverage: [days('orders', 2, 4)] }, { kpi: 'conversion-rate', period }).inputs).toEqual(
      { orders: 5, sessions: 150 },
    );
  });

  test('of the lines holds for the orders that are formed of them', () => {
    const orderLines = [{ orderId: '1', placedAt: march(4), quantity: 1, unitPrice: 5 }];
    const result = ask({ orderLines, coverage: [days('orderLines', 1, 6)] }, { kpi });
    expect(reach(result)).toEqual([march(1), march(6), 14, 1]);
  });

  test('counts in a funnel', () => {
    const sessions = [{ sessionId: '1', startedAt: march(4), addedToCart: true, purchased: true }];
    const coverage = [days('sessions', 1, 3), days('sessions', 6, 7)];
    const dataset = createDataset({ sessions, coverage }, { timeZone: 'UTC', asOf: march(10) });
    const { coverage: found } = evaluateFunnel(dataset, { period: `${march(1)}/${march(10)}`, compare: 'none' });
    expect(found).toMatchObject({ first: march(1), last: march(7), missingDays: 5 });
  });

  test('is no day with data: neither the newest nor the first', () => {
    const coverage = [days('orders', 1, 31)];
    const targets = [{ kpiId: kpi, periodStart: '2020-01-01', periodEnd: '2030-12-31', value: 1 }];
    const customers = [{ customerId: 'a', firstOrderAt: '2015-06-01' }];
    const dataset = createDataset({ orders: orders([4, 9]), coverage, targets, customers }, { timeZone: 'UTC' });
    expect(askedDays(dataset, { asOf: 'latest' })).toMatchObject({ first: march(4), last: march(9) });
  });

  test.each([
    [{ settings: { coverage: 'orders' } }, 'settings.coverage'],
    [{ settings: { coverage: [{ entityId: 'orders', from: '2026-02-30', to: march(3) }] } }, 'settings.coverage'],
    [{ settings: { gapPolicy: 'skip' } }, 'settings.gapPolicy'],
  ])('%j is refused', (options, option) => {
    expect(() => ask({ orders: orders([1]) }, { kpi }, options)).toThrow(
      expect.objectContaining({ code: 'bad-option', details: expect.objectContaining({ option }) }),
    );
  });
});

describe('what a missing day of daily numbers means', () => {
  const dailyMeasures = [
    { date: march(2), orders: 5, orderRevenue: 50 },
    { date: march(4), orders: 3, orderRevenue: undefined },
  ];
  const asked = { kpi: 'average-order-value', period: `${march(1)}/${march(5)}` };

  test('is unknown, unless the shop says so', () => {
    // The 2nd alone is known of both: 50 ÷ 5.
    expect(ask({ dailyMeasures }, asked)).toMatchObject({ value: 10, coverage: { missingDays: 4 } });
  });

  test('is 0 where the shop says so: from the first row to the current day, rows and cells alike', () => {
    // 50 + 0 over 5 + 3 orders; the 1st lies before the data.
    const zero = { settings: { gapPolicy: 'zero' } };
    expect(ask({ dailyMeasures }, asked, zero)).toMatchObject({ value: 6.25, coverage: { missingDays: 1 } });
    const { series } = ask({ dailyMeasures }, { ...asked, kpi: 'order-count' }, zero);
    expect(series.map(({ value }) => value)).toEqual([undefined, 5, 0, 3, 0]);
  });

  test('a daily feed that broke is not read as zero either', () => {
    const feed = from1to(18).map((date) => ({ date: march(date), orders: 1 }));
    const result = ask({ dailyMeasures: feed }, { kpi: 'order-count' }, { settings: { gapPolicy: 'zero' } });
    expect(reach(result)).toEqual([march(1), march(18), 2, 18]);
  });
});
