import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { DatasetOptions, TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateFunnel } from '../../../src/core/evaluate/evaluate-funnel.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import { interval, shops, tablesOf, windows } from '../shop.js';

// Hundreds of shops, on machines that do other things beside.
vi.setConfig({ testTimeout: 30_000 });

const march = '2026-03-01/2026-03-31';
const rate = (date: string, base: string, rate: number, quote = 'DKK') => ({ date, base, quote, rate });
/** A euro costs 7.46 kroner from 2 March on and 7.50 from the 9th; a Swedish krona 0.65. */
const rates = [rate('2026-03-02', 'EUR', 7.46), rate('2026-03-09', 'EUR', 7.5), rate('2026-03-02', 'SEK', 0.65)];
const options: DatasetOptions = { timeZone: 'UTC', currency: 'DKK', asOf: '2026-03-31', settings: { rates } };
const ask = (tables: TablesInput, question: KpiQuestion, more: DatasetOptions = {}) =>
  evaluateKpi(createDataset(tables, { ...options, ...more }), { period: march, compare: 'none', ...question });

const order = (orderId: string, day: string, currency: string | undefined, grossSales: number, more: object = {}) => ({
  ...{ orderId, placedAt: `2026-03-${day}T12:00Z`, currency, grossSales, channel: 'email', ...more },
});

describe('amounts with rates', () => {
  const orders = [
    order('1', '02', 'EUR', 100, { discounts: 10, cogs: 40 }),
    order('2', '10', 'EUR', 20, { cogs: 8 }),
    order('3', '04', 'SEK', 200, { cogs: 100 }),
    order('4', '05', undefined, 50, { cogs: 25 }),
  ];

  test('are converted at the rate of the order’s day', () => {
    // 90 EUR × 7.46 + 20 EUR × 7.50 + 200 SEK × 0.65 + 50 DKK.
    const sales = 671.4 + 150 + 130 + 50;
    expect(ask({ orders }, { kpi: 'average-order-value' })).toMatchObject({
      value: sales / 4,
      currency: 'DKK',
      inputs: { orderRevenue: sales, orders: 4 },
    });
  });

  test('refunds at the rate of the refund’s day, in the currency of their order', () => {
    const refunds = [
      { refundId: 'a', orderId: '1', refundedAt: '2026-03-12T12:00Z', amount: 30 },
      { refundId: 'b', orderId: '3', refundedAt: '2026-03-06T12:00Z', amount: 10, currency: 'EUR' },
    ];
    // 30 EUR × 7.50, and 10 EUR × 7.46: what a refund names comes first.
    expect(ask({ orders, refunds }, { kpi: 'net-sales' }).inputs).toEqual({
      orderRevenue: 1001.4,
      refundedAmount: 225 + 74.6,
    });
  });

  test('margins and ratios of money are formed in one currency', () => {
    // Cost: 40 × 7.46 + 8 × 7.50 + 100 × 0.65 + 25 = 448.4.
    expect(ask({ orders }, { kpi: 'gross-profit' }).value).toBe(1001.4 - 448.4);
    const adSpend = [
      { date: '2026-03-02', cost: 10, attributedRevenue: 100, currency: 'EUR' },
      { date: '2026-03-09', cost: 25.4, attributedRevenue: 254 },
    ];
    expect(ask({ adSpend }, { kpi: 'roas' })).toMatchObject({
      value: 10,
      inputs: { adCost: 100, attributedRevenue: 1000 },
    });
  });

  test('in the reporting currency stay as they are, to the last digit', () => {
    const plain = [order('1', '02', 'DKK', 0.1), order('2', '02', undefined, 0.2)];
    expect(ask({ orders: plain }, { kpi: 'net-sales' }).value).toBe(0.3);
  });

  test('order lines too, split by product, and the orders formed of them', () => {
    const line = (orderId: string, day: string, currency: string, lineTotal: number, sku: string) => ({
      ...{ orderId, placedAt: `2026-03-${day}T12:00Z`, currency, lineTotal, sku, quantity: 1 },
    });
    const orderLines = [
      line('1', '02', 'EUR', 10, 'x'),
      line('1', '02', 'EUR', 20, 'y'),
      line('2', '03', 'SEK', 100, 'x'),
      line('2', '10', 'EUR', -4, 'x'),
    ];
    const result = ask({ orderLines }, { kpi: 'gross-merchandise-value', by: 'sku' });
    // x: 10 × 7.46 + 100 × 0.65; y: 20 × 7.46.
    expect(result.segments.map(({ key, value }) => [key, value])).toEqual([
      ['y', 149.2],
      ['x', 139.6],
    ]);
    expect(result.value).toBe(288.8);
    // The line that went back: 4 × 7.50.
    expect(ask({ orderLines }, { kpi: 'net-sales' }).inputs).toEqual({ orderRevenue: 288.8, refundedAmount: 30 });
  });

  test('lines beside their orders are in the currency of the order', () => {
    const orderLines = [
      { orderId: '1', sku: 'x', quantity: 2, unitPrice: 50, discount: 10, unitCost: 20 },
      { orderId: '4', sku: 'y', quantity: 1, unitPrice: 50 },
    ];
    const { segments } = ask({ orders, orderLines }, { kpi: 'gross-merchandise-value', by: 'sku' });
    expect(segments.map(({ key, value }) => [key, value])).toEqual([
      ['x', 746],
      ['y', 50],
    ]);
  });

  test('daily numbers at their date, squares by the rate twice', () => {
    const dailyMeasures = [
      { date: '2026-03-02', currency: 'EUR', orders: 1, orderRevenue: 10, orderRevenueSquares: 100 },
      { date: '2026-03-02', currency: 'DKK', orders: 1, orderRevenue: 20, orderRevenueSquares: 400 },
    ];
    const dataset = createDataset({ dailyMeasures }, options);
    const sums = (measure: string) => {
      const { cube, recipe } = dataset.sources[0]!.cube(measure, [], { day: 0 as never, instant: undefined })!;
      const { values, scale } = cube.cells(recipe);
      return values[0]! / scale;
    };
    expect(sums('orderRevenue')).toBe(74.6 + 20);
    expect(sums('orderRevenueSquares')).toBeCloseTo(100 * 7.46 ** 2 + 400, 8);
    expect(sums('orders')).toBe(2);
  });

  test('the reporting currency is the one that is named, else the only one that the rates are into', () => {
    expect(ask({ orders }, { kpi: 'net-sales' }, { currency: undefined })).toMatchObject({
      value: 1001.4,
      currency: 'DKK',
    });
    const one = [order('1', '02', 'DKK', 74.6)];
    expect(ask({ orders: one }, { kpi: 'net-sales' }, { currency: 'EUR' })).toMatchObject({
      value: 10,
      currency: 'EUR',
    });
    const several = [...rates, rate('2026-03-02', 'EUR', 11.3, 'SEK')];
    const { reason } = ask({ orders }, { kpi: 'net-sales' }, { currency: undefined, settings: { rates: several } });
    expect(reason).toEqual({ code: 'mixed-currencies', currencies: ['EUR', 'SEK'] });
  });

  test('what the data declare fills their rows where a page asks for another currency', async () => {
    const input = { currency: 'EUR', timeZone: 'UTC', asOf: '2026-03-31', orders: [order('1', '02', undefined, 10)] };
    const dataset = await loadDataset(input, { currency: 'DKK', settings: { rates } });
    expect(evaluateKpi(dataset, { kpi: 'net-sales', period: march })).toMatchObject({ value: 74.6, currency: 'DKK' });
    await expect(loadDataset(input, { currency: 'DKK' })).rejects.toThrow(/there are no rates/);
  });

  test('a cube answer, each day at its date', async () => {
    const answer = {
      ...{ kind: 'kpi-cube', version: 1, timeZone: 'UTC', currency: 'EUR', asOf: '2026-03-31' },
      buckets: ['02', '09'].map((date) => ({ start: `2026-03-${date}`, orders: 1, orderRevenue: 10 })),
    } as const;
    const dataset = await loadDataset(answer, { currency: 'DKK', settings: { rates } });
    expect(evaluateKpi(dataset, { kpi: 'average-order-value', period: march })).toMatchObject({
      ...{ value: (74.6 + 75) / 2, currency: 'DKK' },
    });
  });

  test('what a leak in a funnel is worth, too', () => {
    const session = (sessionId: string, purchased: boolean) => ({
      sessionId,
      startedAt: '2026-03-03T12:00Z',
      addedToCart: true,
      purchased,
    });
    const sessions = [session('a', true), session('b', false)];
    const dataset = createDataset({ orders, sessions }, options);
    const { stages, currency } = evaluateFunnel(dataset, {
      stages: 'sessionsWithAddToCart sessionsWithPurchase',
      period: march,
      compare: 'none',
    });
    // One lost, who would have bought for the mean of 1001.4 ÷ 4.
    expect([stages[1]?.money, currency]).toEqual([250.35, 'DKK']);
  });
});

describe('an amount without a rate', () => {
  const orders = [
    order('1', '02', 'EUR', 100, { channel: 'email' }),
    order('2', '18', 'EUR', 20, { channel: 'direct' }),
    order('3', '20', 'EUR', 20, { channel: 'direct' }),
    order('4', '21', 'USD', 20, { channel: 'direct' }),
    order('5', '22', 'GBP', 20, { channel: 'email', isTest: true }),
  ];
  const lacking = { code: 'missing-rate', currencies: ['EUR', 'USD'], first: '2026-03-18', last: '2026-03-21' };

  test('is never taken at 1: the figure is refused, and says what could not be converted', () => {
    // The rate of 9 March is too old from the 17th on.
    expect(ask({ orders }, { kpi: 'net-sales' })).toMatchObject({
      status: 'refused',
      value: undefined,
      reason: lacking,
    });
    expect(ask({ orders }, { kpi: 'average-order-value' }).reason).toEqual(lacking);
  });

  test('matters to the figures only that it is part of', () => {
    expect(ask({ orders }, { kpi: 'order-count' }).value).toBe(4);
    expect(ask({ orders }, { kpi: 'net-sales', period: '2026-03-01/2026-03-17' })).toMatchObject({
      value: 746,
      status: 'partial',
    });
    // The test order in pounds counts nowhere.
    expect(ask({ orders }, { kpi: 'net-sales', where: 'channel=email' }).value).toBe(746);
    expect(ask({ orders }, { kpi: 'net-sales', where: 'channel=direct' }).reason).toEqual(lacking);
  });

  test('in the window of comparison leaves the shown figure as it is', () => {
    const late = [...orders, order('6', '30', 'DKK', 40)];
    const result = ask(
      { orders: late },
      { kpi: 'net-sales', period: '2026-03-28/2026-03-31', compare: '2026-03-18/2026-03-21' },
    );
    expect(result.value).toBe(40);
    expect(result.comparisons[0]).toMatchObject({ value: undefined, reason: lacking, change: undefined, series: [] });
  });

  test('refuses a part of a split with the whole', () => {
    expect(ask({ orders }, { kpi: 'net-sales', by: 'channel' })).toMatchObject({ reason: lacking, segments: [] });
  });
});

describe('amounts of several currencies without rates', () => {
  const none: DatasetOptions = { settings: {} };

  test('ratios of money need one currency too', () => {
    const known = { cogs: 60, customerId: 'ann' };
    const orders = [order('1', '02', 'DKK', 100, known), order('2', '02', 'EUR', 100, known)];
    const adSpend = ['DKK', 'EUR'].map((currency) => ({
      date: '2026-03-02',
      cost: 10,
      attributedRevenue: 50,
      currency,
    }));
    const reasons = ['gross-margin', 'roas', 'customer-acquisition-cost'].map(
      (kpi) => ask({ orders, adSpend }, { kpi }, none).reason,
    );
    expect(reasons).toEqual(Array(3).fill({ code: 'mixed-currencies', currencies: ['DKK', 'EUR'] }));
  });

  test('lines of one order are not added up either', () => {
    const line = (currency: string, lineTotal: number) => ({
      orderId: '1',
      placedAt: '2026-03-02T12:00Z',
      currency,
      lineTotal,
    });
    const orderLines = [line('DKK', 10), line('EUR', 10)];
    expect(ask({ orderLines }, { kpi: 'net-sales' }, none).reason).toEqual({
      code: 'mixed-currencies',
      currencies: ['DKK', 'EUR'],
    });
    expect(ask({ orderLines }, { kpi: 'net-sales' }).value).toBe(84.6);
    expect(ask({ orderLines }, { kpi: 'order-count' }, none).value).toBe(1);
  });

  test('a refund that names none is in the currency of its order', () => {
    const orders = [order('1', '02', 'EUR', 100)];
    const refunds = [{ refundId: 'a', orderId: '1', refundedAt: '2026-03-12', amount: 30 }];
    const result = ask({ orders, refunds }, { kpi: 'net-sales' }, { ...none, currency: undefined });
    expect(result).toMatchObject({ value: 70, currency: 'EUR' });
    const other = ask({ orders, refunds }, { kpi: 'net-sales' }, none);
    expect(other.reason).toEqual({ code: 'mixed-currencies', currencies: ['DKK', 'EUR'] });
  });

  test('a part that is in one of them is a figure of it', () => {
    const orders = [order('1', '02', 'EUR', 100), order('2', '02', 'SEK', 100, { channel: 'direct' })];
    const asked = (channel: string) =>
      ask({ orders }, { kpi: 'net-sales', where: `channel=${channel}` }, { ...none, currency: undefined });
    expect([asked('email'), asked('direct')]).toMatchObject([
      { value: 100, currency: 'EUR' },
      { value: 100, currency: 'SEK' },
    ]);
  });

  test('days of the same date in two currencies are two rows', () => {
    const dailyMeasures = ['DKK', 'EUR'].map((currency) => ({ date: '2026-03-02', currency, netSales: 10 }));
    expect(ask({ dailyMeasures }, { kpi: 'net-sales' }, none).reason?.code).toBe('mixed-currencies');
    expect(ask({ dailyMeasures }, { kpi: 'net-sales' }).value).toBe(84.6);
  });
});

test('converted amounts add up to the same in any order, and to the cent', () => {
  const amounts = fc.record({
    day: fc.integer({ min: 2, max: 9 }).map((date) => String(date).padStart(2, '0')),
    currency: fc.constantFrom('DKK', 'EUR', 'SEK'),
    cents: fc.integer({ min: 0, max: 10_000_000 }),
  });
  const shuffled = fc.array(amounts, { minLength: 1, maxLength: 60 }).chain((rows) => {
    const numbered = rows.map((row, index) => ({ ...row, id: `${index}` }));
    return fc.tuple(fc.constant(numbered), fc.shuffledSubarray(numbered, { minLength: numbered.length }));
  });
  /** The rate in hundredths. */
  const worth = ({ currency, day }: { currency: string; day: string }): bigint =>
    currency === 'DKK' ? 100n : currency === 'SEK' ? 65n : day < '09' ? 746n : 750n;
  fc.assert(
    fc.property(shuffled, ([rows, others]) => {
      const total = (of: typeof rows) =>
        ask(
          { orders: of.map(({ id, day, currency, cents }) => order(id, day, currency, cents / 100)) },
          { kpi: 'gross-merchandise-value' },
        ).value;
      const hundredthsOfCents = rows.reduce((sum, row) => sum + BigInt(row.cents) * worth(row), 0n);
      expect(total(rows)).toBe(Number(hundredthsOfCents) / 10_000);
      expect(total(others)).toBe(total(rows));
    }),
  );
});

test('whatever rates there are, a figure is a number in one currency or has a reason', () => {
  const currencies = fc.constantFrom('DKK', 'EUR', 'SEK', undefined);
  const sparse = fc.array(
    fc.record({
      date: fc.integer({ min: 10, max: 31 }).map((date) => `2026-03-${date}`),
      ...{ base: fc.constantFrom('EUR', 'SEK'), quote: fc.constantFrom('DKK', 'EUR') },
      rate: fc.double({ min: 0, max: 1e9, noNaN: true }),
    }),
    { maxLength: 12 },
  );
  const named = <Row extends object>(rows: readonly Row[], codes: readonly (string | undefined)[]) =>
    rows.map((row, index) => ({ ...row, currency: codes[index % codes.length] }));
  const found = new Set<string | undefined>();
  fc.assert(
    fc.property(
      shops,
      sparse,
      fc.array(currencies, { minLength: 1, maxLength: 3 }),
      currencies,
      windows,
      fc.constantFrom(undefined, 'channel'),
      (shop, settingRates, codes, currency, window, by) => {
        const tables = tablesOf({ ...shop, orders: named(shop.orders, codes), refunds: named(shop.refunds, codes) });
        const settings = { rates: settingRates };
        const dataset = createDataset(tables, { timeZone: 'UTC', asOf: '2026-04-19', currency, settings });
        const result = evaluateKpi(dataset, { kpi: 'net-sales', period: interval(window), by });
        found.add(result.reason?.code);
        for (const { value, reason } of [result, ...result.comparisons, ...result.segments, ...result.series]) {
          expect(value === undefined).toBe(reason !== undefined);
          expect(Number.isFinite(value ?? 0)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
  expect([...found]).toEqual(expect.arrayContaining([undefined, 'missing-rate', 'mixed-currencies']));
});

test('a shop in a currency of ten kroner is the same shop with ten times the money, and nothing else', () => {
  const settings = {
    rates: ['16', '23', '30']
      .map((date) => rate(`2026-03-${date}`, 'EUR', 10))
      .concat(['06', '13'].map((date) => rate(`2026-04-${date}`, 'EUR', 10))),
  };
  const kpis = fc.constantFrom(
    'gross-merchandise-value',
    'net-sales',
    'total-sales',
    'average-order-value',
    'revenue-per-visitor',
    'order-count',
    'new-customers',
    'conversion-rate',
    'repeat-purchase-rate',
  );
  fc.assert(
    fc.property(shops, kpis, windows, fc.constantFrom(undefined, 'channel'), (shop, kpi, window, by) => {
      const question = { kpi, period: interval(window), by };
      const zoned = { timeZone: 'Europe/Copenhagen', asOf: '2026-04-19' };
      const kroner = evaluateKpi(createDataset(tablesOf(shop), { ...zoned, currency: 'DKK' }), question);
      const euros = {
        ...shop,
        orders: shop.orders.map((row) => ({ ...row, currency: 'EUR' })),
        refunds: shop.refunds.map((row) => ({ ...row, currency: 'EUR' })),
      };
      const converted = evaluateKpi(createDataset(tablesOf(euros), { ...zoned, currency: 'DKK', settings }), question);
      if (kroner.unit !== 'currency') {
        expect({ ...converted, currency: undefined }).toEqual({ ...kroner, currency: undefined });
        return;
      }
      const figures = ({ value, segments, series }: typeof kroner) => [
        value,
        ...segments.map((segment) => segment.value),
        ...series.map((point) => point.value),
      ];
      const tenfold = figures(kroner).map((value) =>
        value === undefined ? undefined : Number((value * 10).toPrecision(12)),
      );
      expect(
        figures(converted).map((value) => (value === undefined ? undefined : Number(value.toPrecision(12)))),
      ).toEqual(tenfold);
      expect(converted.currency).toBe('DKK');
    }),
  );
});
