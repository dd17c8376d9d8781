import { describe, expect, test } from 'vitest';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { DatasetOptions, TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import type { KpiResult } from '../../../src/core/evaluate/result.js';

const ask = (
  tables: TablesInput,
  kpi: string,
  question: Partial<KpiQuestion> = {},
  options: DatasetOptions = {},
): KpiResult =>
  evaluateKpi(createDataset(tables, { timeZone: 'UTC', currency: 'DKK', ...options }), {
    kpi,
    period: '2026-03-01/2026-03-31',
    asOf: '2026-03-31',
    compare: 'none',
    ...question,
  });
const byKey = ({ segments }: KpiResult) => Object.fromEntries(segments.map(({ key, value }) => [key, value]));
/** On which terms a value stands; that the month is not covered in full is beside the point. */
const codes = ({ warnings }: KpiResult) => warnings.map(({ code }) => code).filter((code) => code !== 'missing-days');

/** March 2026: five orders that count, one that does not, by three customers and a guest. */
const orders = [
  // The first order of Ann lies in February.
  {
    orderId: '1',
    placedAt: '2026-02-10T10:00Z',
    grossSales: 50,
    cogs: 20,
    units: 1,
    customerId: 'ann',
    channel: 'email',
  },
  {
    orderId: '2',
    placedAt: '2026-03-02T10:00Z',
    grossSales: 200,
    discounts: 20,
    cogs: 80,
    units: 3,
    customerId: 'ann',
  },
  { orderId: '3', placedAt: '2026-03-05T10:00Z', grossSales: 100, cogs: 40, units: 1, customerId: 'bob' },
  { orderId: '4', placedAt: '2026-03-09T10:00Z', grossSales: 120, cogs: 70, units: 2, customerId: 'bob' },
  { orderId: '5', placedAt: '2026-03-12T10:00Z', grossSales: 60, cogs: 30, units: 2, customerId: 'cat' },
  { orderId: '6', placedAt: '2026-03-20T10:00Z', grossSales: 40, cogs: 10, units: 2, customerId: '' },
  { orderId: '7', placedAt: '2026-03-21T10:00Z', grossSales: 999, cogs: 1, units: 9, customerId: 'dan', isTest: true },
];
const refunds = [
  { refundId: 'a', orderId: '2', refundedAt: '2026-03-15T10:00Z', amount: 60, units: 1, restockedCost: 25 },
  { refundId: 'b', orderId: '3', refundedAt: '2026-03-16T10:00Z', amount: 10, units: 0, kind: 'refund-only' },
  { refundId: 'c', orderId: '4', refundedAt: '2026-03-17T10:00Z', amount: 60, units: 1, kind: 'exchange' },
  { refundId: 'd', orderId: '7', refundedAt: '2026-03-22T10:00Z', amount: 999, units: 9, restockedCost: 1 },
];

describe('sales', () => {
  test('units per order', () => {
    // 3 + 1 + 2 + 2 + 2 units in 5 orders; what the test needs: 9 + 1 + 4 + 4 + 4.
    expect(ask({ orders }, 'units-per-order')).toMatchObject({ value: 10 / 5, inputs: { unitsSold: 10, orders: 5 } });
  });

  test('units come from the lines where the orders do not say', () => {
    const bare = orders.map(({ units: _, ...order }) => order);
    const orderLines = [
      { orderId: '2', sku: 'x', quantity: 2, unitPrice: 60 },
      { orderId: '2', sku: 'y', quantity: 1, unitPrice: 80 },
      { orderId: '3', sku: 'x', quantity: 1, unitPrice: 100 },
    ];
    // Of the orders without lines nobody knows the units.
    expect(ask({ orders: bare, orderLines }, 'units-per-order').inputs).toEqual({ unitsSold: 4, orders: 5 });
    const some = bare.map((order) => (order.orderId === '3' ? { ...order, units: 7 } : order));
    expect(ask({ orders: some, orderLines }, 'units-per-order').inputs).toEqual({ unitsSold: 10, orders: 5 });
  });

  test('revenue per visitor', () => {
    const sessions = Array.from({ length: 8 }, (_, index) => ({ sessionId: index, startedAt: '2026-03-02T09:00Z' }));
    // 180 + 100 + 120 + 60 + 40 = 500 over 8 sessions.
    expect(ask({ orders, sessions }, 'revenue-per-visitor')).toMatchObject({ value: 62.5, currency: 'DKK' });
  });
});

describe('profit', () => {
  test('of orders whose cost is known, with the goods that came back', () => {
    // Sales 500, refunds 60 + 10 + 60 = 130, cost 80 + 40 + 70 + 30 + 10 = 230, of which 25 came back.
    const profit = ask({ orders, refunds }, 'gross-profit');
    expect(profit).toMatchObject({ value: 500 - 130 - (230 - 25), status: 'ok' });
    expect(profit.inputs).toEqual({ costedRevenue: 500, costedRefunds: 130, cogs: 230, restockedCost: 25 });
    expect(ask({ orders, refunds }, 'gross-margin').value).toBeCloseTo(1 - 205 / 370, 12);
  });

  test('an order of unknown cost is left out on both sides, with its refunds', () => {
    const some = orders.map((order) => (order.orderId === '2' ? { ...order, cogs: '' } : order));
    // Without order 2 and its refund: sales 320, refunds 70, cost 150, nothing came back: 1 − 150 ÷ 250.
    expect(ask({ orders: some, refunds }, 'gross-margin')).toMatchObject({
      value: 1 - 150 / 250,
      inputs: { costedRevenue: 320, costedRefunds: 70, cogs: 150, restockedCost: 0 },
    });
  });

  test('a refund of an order that is not in the data counts as known', () => {
    const stray = [{ refundId: 'z', orderId: '99', refundedAt: '2026-03-20', amount: 5, restockedCost: 2 }];
    expect(ask({ orders, refunds: stray }, 'gross-profit').inputs).toMatchObject({
      costedRefunds: 5,
      restockedCost: 2,
    });
  });

  test('without a cost of goods there is none', () => {
    const bare = orders.map(({ cogs: _, ...order }) => order);
    expect(ask({ orders: bare, refunds }, 'gross-margin')).toMatchObject({
      status: 'missing',
      reason: { code: 'no-data', measure: 'cogs' },
    });
  });

  test('out of lines: an order’s cost is known where that of each line is', () => {
    const line = (orderId: string, category: string, quantity: number, unitPrice: number, unitCost?: number) => ({
      ...{ orderId, placedAt: '2026-03-02T10:00Z', category, quantity, unitPrice, unitCost },
    });
    const orderLines = [
      line('1', 'cups', 2, 30, 10),
      line('1', 'pots', 1, 100, 45.5),
      line('2', 'cups', 1, 30, 10),
      line('2', 'pots', 1, 100),
      line('3', 'cups', -1, 30, 10),
    ];
    // Order 1: sales 160, cost 65.5. Order 2 is unknown. The negative line is a refund of an unknown order: 30.
    const margin = ask({ orderLines }, 'gross-margin', { by: 'category' });
    expect(margin.inputs).toEqual({ costedRevenue: 160, costedRefunds: 30, cogs: 65.5 });
    // By category: cups 60 − 30 with cost 20, pots 100 with cost 45.5: the parts add up to the whole.
    expect(byKey(margin)['cups']).toBeCloseTo(1 - 20 / 30, 12);
    expect(byKey(margin)['pots']).toBeCloseTo(1 - 45.5 / 100, 12);
  });

  test('out of daily numbers the costs are taken to cover all sales', () => {
    const dailyMeasures = [
      { date: '2026-03-01', orderRevenue: 500, refundedAmount: 130, cogs: 230, restockedCost: 25 },
    ];
    const profit = ask({ dailyMeasures }, 'gross-profit', { period: '2026-03-01/2026-03-01', asOf: '2026-03-01' });
    expect(profit.value).toBe(500 - 130 - (230 - 25));
    expect(codes(profit)).toContain('costs-assumed-complete');
  });
});

describe('customers', () => {
  test('a customer is new in the month of the first order that counts, and else returns', () => {
    // New: Bob and Cat. Ann returns; the guest and the test order are nobody.
    expect(ask({ orders }, 'new-customers').value).toBe(2);
    expect(ask({ orders }, 'returning-customer-rate')).toMatchObject({
      value: 1 / 3,
      inputs: { returningCustomers: 1, activeCustomers: 3 },
    });
    expect(byKey(ask({ orders }, 'order-count', { by: 'customerType' }))).toEqual({ new: 2, returning: 2, '': 1 });
  });

  test('what the shop says goes before what its orders show', () => {
    const told = orders.map((order) => (order.orderId === '3' ? { ...order, isFirstOrder: false } : order));
    expect(ask({ orders: told }, 'new-customers').value).toBe(1);
    const bare = orders.map(({ customerId: _, ...order }) => ({ ...order, isFirstOrder: order.orderId === '5' }));
    expect(ask({ orders: bare }, 'new-customers').value).toBe(1);
    // Bob bought before the data begin; Cat on the day of the first order in the data, so that is hers.
    const customers = [
      { customerId: 'bob', firstOrderAt: '2025-11-30' },
      { customerId: 'cat', firstOrderAt: '2026-03-12T08:00Z' },
    ];
    expect(ask({ orders, customers }, 'new-customers').value).toBe(1);
    expect(ask({ orders, customers }, 'returning-customer-rate').inputs['returningCustomers']).toBe(2);
  });

  test('of orders at the same moment the smaller number is the first', () => {
    const at = '2026-03-02T10:00Z';
    const twins = [
      { orderId: 'b', placedAt: at, grossSales: 1, customerId: 'x', channel: 'email' },
      { orderId: 'a', placedAt: at, grossSales: 1, customerId: 'x', channel: 'direct' },
    ];
    expect(byKey(ask({ orders: twins }, 'new-customers', { by: 'channel' }))).toEqual({ direct: 1 });
  });

  test('what a new one costs', () => {
    const adSpend = [
      { date: '2026-03-01', cost: 80, channel: 'paid-search', attributedRevenue: 400 },
      { date: '2026-03-31', cost: 20, kind: '', attributedRevenue: 100 },
      { date: '2026-03-10', cost: 50, kind: 'other' },
    ];
    // All cost, 150, over Bob and Cat; against revenue the media alone count: 500 ÷ 100.
    expect(ask({ orders, adSpend }, 'customer-acquisition-cost').value).toBe(75);
    expect(ask({ orders, adSpend }, 'roas')).toMatchObject({
      value: 5,
      inputs: { attributedRevenue: 500, adCost: 100 },
    });
    const daily = [{ date: '2026-03-01', adCost: 100, newCustomers: 4 }];
    const cost = ask({ dailyMeasures: daily }, 'customer-acquisition-cost', { period: '2026-03-01/2026-03-01' });
    expect(cost.value).toBe(25);
    expect(codes(cost)).toContain('media-only');
  });

  test('ad spend is known between its first and its last row', () => {
    const adSpend = ['2026-03-05', '2026-03-20'].map((date) => ({ date, cost: 10, attributedRevenue: 30 }));
    expect(ask({ adSpend }, 'roas')).toMatchObject({
      value: 3,
      status: 'partial',
      coverage: { first: '2026-03-05', last: '2026-03-20', missingDays: 15 },
    });
    expect(ask({ adSpend }, 'roas', { period: '2026-03-21/2026-03-31' }).reason?.code).toBe('outside-coverage');
  });
});

describe('sessions', () => {
  const session = (sessionId: number, more: object = {}) => ({
    ...{ sessionId, startedAt: '2026-03-03T10:00Z', pageviews: 1, goals: [] },
    ...{ addedToCart: false, checkoutStarted: false, purchased: false },
    ...more,
  });
  const sessions = [
    session(1, { device: 'mobile' }),
    session(2, { addedToCart: true, pageviews: 2 }),
    session(3, { addedToCart: true, checkoutStarted: true, purchased: true, pageviews: 9 }),
    session(4, { checkoutStarted: true, purchased: true }),
    session(5, { checkoutStarted: true, addedToCart: true, pageviews: 3 }),
    session(6, { goals: ['newsletter'] }),
    session(7, { pageviews: '', addedToCart: '' }),
    session(8, { addedToCart: 'no', device: 'mobile' }),
  ];

  test('traffic', () => {
    expect(ask({ sessions }, 'website-traffic', { by: 'device' })).toMatchObject({ value: 8 });
  });

  test('who saw one page and did nothing bounced', () => {
    // 1 and 8. Number 4 bought, 6 signed up, and what 7 saw is unknown.
    expect(ask({ sessions }, 'bounce-rate')).toMatchObject({ value: 2 / 8 });
    expect(byKey(ask({ sessions }, 'bounce-rate', { by: 'device' }))).toEqual({ mobile: 1, '': 0 });
  });

  test('without what it needs, a bounce is a session without engagement', () => {
    const engaged = sessions.map(({ goals: _, ...row }) => ({ ...row, engaged: row.sessionId > 2 }));
    const rate = ask({ sessions: engaged }, 'bounce-rate');
    expect([rate.value, codes(rate)]).toEqual([2 / 8, ['ga4-bounce']]);
    const bare = sessions.map(({ goals: _, ...row }) => row);
    expect(ask({ sessions: bare }, 'bounce-rate').reason).toEqual({ code: 'no-data', measure: 'bouncedSessions' });
  });

  test('checkout completion', () => {
    // 3 and 4 of 3, 4 and 5.
    expect(ask({ sessions }, 'checkout-completion-rate').value).toBe(2 / 3);
    const daily = [{ date: '2026-03-01', sessionsWithPurchase: 5, sessionsWithCheckout: 4 }];
    const rate = ask({ dailyMeasures: daily }, 'checkout-completion-rate', { period: '2026-03-01/2026-03-01' });
    expect([rate.value, codes(rate)]).toEqual([1, ['overlap-assumed']]);
  });

  test('sessions stand for carts where there are none', () => {
    // Carts in 2, 3 and 5, of which 3 bought.
    const rate = ask({ sessions }, 'cart-abandonment-rate');
    expect(rate.value).toBe(2 / 3);
    // Of one session nobody knows whether it had a cart.
    expect(codes(rate)).toEqual(['session-basis', 'unknown-values']);
  });

  test('a platform is the web where nobody says otherwise', () => {
    expect(byKey(ask({ sessions }, 'website-traffic', { by: 'platform' }))).toEqual({ web: 8 });
    const some = sessions.map((row) => (row.sessionId === 1 ? { ...row, platform: 'ios' } : row));
    expect(byKey(ask({ sessions: some }, 'website-traffic', { by: 'platform' }))).toEqual({ web: 7, ios: 1 });
  });
});

describe('carts', () => {
  const cart = (cartId: string, more: object) => ({ cartId, createdAt: '2026-03-10T10:00Z', ...more });
  const carts = [
    cart('left', {}),
    cart('bought', { convertedAt: '2026-03-10T11:00Z' }),
    // Touched again a day later, and bought 24 hours after that to the minute.
    cart('slow', { lastActivityAt: '2026-03-11T10:00Z', convertedAt: '2026-03-12T10:00Z' }),
    cart('recovered', { convertedAt: '2026-03-11T10:01Z' }),
    cart('ordered', { orderId: '5' }),
    cart('ordered-elsewhere', { orderId: '99' }),
    cart('young', { createdAt: '2026-03-31T00:30Z' }),
    cart('young-bought', { createdAt: '2026-03-31T09:00Z', convertedAt: '2026-03-31T09:10Z' }),
  ];

  test('are abandoned when no order came in time; young ones are in neither number', () => {
    // Left, recovered and ordered (order 5 came on the 12th) of six.
    expect(ask({ carts, orders }, 'cart-abandonment-rate')).toMatchObject({
      value: 3 / 6,
      inputs: { abandonedCarts: 3, maturedCarts: 6 },
    });
  });

  test('mature as the day goes on', () => {
    const matured = (asOf: string) => ask({ carts }, 'cart-abandonment-rate', { asOf }).inputs['maturedCarts'];
    const dataset = createDataset({ carts }, { timeZone: 'UTC' });
    const again = (asOf: string) =>
      evaluateKpi(dataset, { kpi: 'cart-abandonment-rate', period: '2026-03-01/2026-03-31', asOf }).inputs[
        'maturedCarts'
      ];
    for (const [asOf, expected] of [
      ['2026-03-11T09:59Z', 0],
      ['2026-03-11T10:00Z', 5],
      ['2026-03-12T10:00Z', 6],
      ['2026-04-01T00:30Z', 7],
      ['2026-04-01', 8],
      ['2026-03-11T10:00Z', 5],
    ] as const) {
      expect([matured(asOf), again(asOf)]).toEqual([expected, expected]);
    }
  });

  test('have as long as the shop gives them', () => {
    const result = ask({ carts, orders }, 'cart-abandonment-rate', {}, { settings: { cartWindowHours: 72 } });
    // Recovered and ordered came within three days.
    expect(result.inputs).toEqual({ abandonedCarts: 1, maturedCarts: 6 });
  });

  test('without a word on orders nobody knows which were left', () => {
    const bare = carts.map(({ cartId, createdAt }) => ({ cartId, createdAt }));
    expect(ask({ carts: bare }, 'cart-abandonment-rate').reason).toEqual({
      code: 'no-data',
      measure: 'abandonedCarts',
    });
  });
});

describe('stock and delivery', () => {
  test('return rate', () => {
    // One sent back, one exchanged; a mere refund and the test order do not count: 2 of 10 units.
    expect(ask({ orders, refunds }, 'return-rate')).toMatchObject({
      value: 2 / 10,
      inputs: { unitsReturned: 2, unitsSold: 10 },
    });
    expect(byKey(ask({ refunds, orders }, 'net-sales', { by: 'kind' }))).toEqual({});
  });

  test('order cycle time, by the last parcel of each order', () => {
    const parcel = (shipmentId: string, orderId: string, more: object) => ({ shipmentId, orderId, ...more });
    const shipments = [
      // Order 2, placed on the 2nd at 10: the second parcel completes it, on the 5th at 10: three days.
      parcel('a', '2', { shippedAt: '2026-03-02T20:00Z', deliveredAt: '2026-03-04T10:00Z' }),
      parcel('b', '2', { shippedAt: '2026-03-03T20:00Z', deliveredAt: '2026-03-05T10:00Z' }),
      // Order 3: the second parcel is still on its way.
      parcel('c', '3', { shippedAt: '2026-03-05T20:00Z', deliveredAt: '2026-03-06T10:00Z' }),
      parcel('d', '3', { shippedAt: '2026-03-06T20:00Z' }),
      // Order 4, placed on the 9th at 10: the shop says that the first one completed it, a day and a half later.
      parcel('e', '4', { shippedAt: '2026-03-09T20:00Z', deliveredAt: '2026-03-10T22:00Z', isFinal: true }),
      parcel('f', '4', { shippedAt: '2026-03-20T20:00Z', deliveredAt: '2026-03-21T10:00Z' }),
      // The test order does not count; an order that is not in the data says itself when it was placed.
      parcel('g', '7', { shippedAt: '2026-03-21T20:00Z', deliveredAt: '2026-03-22T10:00Z' }),
      parcel('h', '99', { orderPlacedAt: '2026-03-01T00:00Z', deliveredAt: '2026-03-01T12:00Z' }),
    ];
    const day = 86_400;
    const time = ask({ orders, shipments }, 'order-cycle-time');
    expect(time.inputs).toEqual({ cycleSeconds: 3 * day + 1.5 * day + 0.5 * day, deliveredOrders: 3 });
    expect(time.value).toBe((5 * day) / 3);
    const reversed = ask({ orders: [...orders].reverse(), shipments: [...shipments].reverse() }, 'order-cycle-time');
    expect(reversed.inputs).toEqual(time.inputs);
  });

  const stock = (date: string, sku: string, onHandUnits: number, more: object = {}) => ({
    ...{ date, sku, onHandUnits },
    ...more,
  });
  const inventorySnapshots = [
    stock('2026-03-01', 'x', 5, { location: 'a' }),
    stock('2026-03-01', 'x', 0, { location: 'b' }),
    stock('2026-03-01', 'y', 0, { location: 'a' }),
    stock('2026-03-02', 'x', -1, { location: 'a' }),
    stock('2026-03-02', 'x', 1, { location: 'b' }),
    stock('2026-03-02', 'y', 4, { location: 'a' }),
    stock('2026-03-02', 'z', 0, { location: 'a', listed: false }),
  ];

  test('stock-outs are counted by item and day, over all locations', () => {
    const rate = ask({ inventorySnapshots }, 'stockout-rate', { period: '2026-03-01/2026-03-02' });
    // On the 1st x has 5 and y nothing, on the 2nd x has −1 + 1 and y 4; z is not on sale.
    expect(rate.inputs).toEqual({ skuDaysOutOfStock: 2, skuDaysTracked: 4 });
    const by = (dimension: string) =>
      byKey(ask({ inventorySnapshots }, 'stockout-rate', { period: '2026-03-01/2026-03-02', by: dimension }));
    expect(by('sku')).toEqual({ x: 1 / 2, y: 1 / 2 });
    // Location a: y, then x, of four; b: x on the 1st, of two.
    expect(by('location')).toEqual({ a: 2 / 4, b: 1 / 2 });
  });

  test('the stock is what the last snapshot says, for a week', () => {
    const level = (period: string, more: Partial<KpiQuestion> = {}) =>
      ask({ inventorySnapshots }, 'inventory-level', { period, ...more });
    expect(level('2026-03-01/2026-03-01').value).toBe(5);
    expect(level('2026-03-01/2026-03-02').value).toBe(4);
    expect(level('2026-03-03/2026-03-09').value).toBe(4);
    expect(level('2026-03-10/2026-03-20').reason?.code).toBe('outside-coverage');
    expect(byKey(level('2026-03-01/2026-03-02', { by: 'location' }))).toEqual({ a: 3, b: 1 });
    // Between two that are further apart nobody knows (S0): the one of 2 March holds up to 9 March.
    const later = [...inventorySnapshots, { ...inventorySnapshots[0]!, date: '2026-03-20', onHandUnits: 6 }];
    const between = (day: string) =>
      ask({ inventorySnapshots: later }, 'inventory-level', { period: `${day}/${day}`, asOf: '2026-03-20' });
    expect(between('2026-03-09').value).toBe(4);
    expect(between('2026-03-10')).toMatchObject({ status: 'missing', reason: { code: 'outside-coverage' } });
    expect(between('2026-03-20').value).toBe(6);
    const { series } = level('2026-03-01/2026-03-04', { grain: 'day' });
    expect(series.map(({ value }) => value)).toEqual([5, 4, 4, 4]);
  });

  test('out of daily numbers too', () => {
    const dailyMeasures = [
      { date: '2026-03-01', location: 'a', inventoryUnits: 9 },
      { date: '2026-03-02', location: 'a', inventoryUnits: 7 },
      { date: '2026-03-02', location: 'b', inventoryUnits: 2 },
    ];
    expect(ask({ dailyMeasures }, 'inventory-level', { period: '2026-03-01/2026-03-02' }).value).toBe(9);
  });
});

describe('service and speed', () => {
  test('net promoter score', () => {
    const scores = [10, 9, 9, 8, 7, 6, 0, 10];
    const surveys = [
      ...scores.map((score, index) => ({ responseId: index, submittedAt: '2026-03-03T10:00Z', kind: 'nps', score })),
      { responseId: 'c', submittedAt: '2026-03-03T10:00Z', kind: 'csat', score: 5 },
    ];
    // Four promoters less two detractors of eight: 25.
    expect(ask({ surveys }, 'net-promoter-score')).toMatchObject({ value: 25, unit: 'score' });
  });

  const ticket = (ticketId: number, minutes: number | undefined, channel = 'email') => ({
    ticketId,
    createdAt: '2026-03-03T10:00:00Z',
    firstResponseAt: minutes === undefined ? '' : new Date(Date.parse('2026-03-03T10:00Z') + minutes * 60_000),
    channel,
  });

  test('first response time is the median of what was answered', () => {
    const tickets = [ticket(1, 10), ticket(2, 50), ticket(3, 20, 'chat'), ticket(4, 600), ticket(5, undefined)];
    // 10, 20, 50, 600 minutes: halfway between 20 and 50.
    expect(ask({ tickets }, 'first-response-time')).toMatchObject({ value: 35 * 60, unit: 'duration' });
    expect(byKey(ask({ tickets }, 'first-response-time', { by: 'channel' }))).toEqual({
      email: 50 * 60,
      chat: 20 * 60,
    });
    expect(ask({ tickets: [ticket(1, undefined)] }, 'first-response-time').reason).toMatchObject({ code: 'no-values' });
  });

  test('out of daily numbers the mean stands for the median', () => {
    const dailyMeasures = [{ date: '2026-03-01', firstResponseSeconds: 3600, answeredTickets: 4 }];
    const time = ask({ dailyMeasures }, 'first-response-time', { period: '2026-03-01/2026-03-01' });
    expect([time.value, codes(time)]).toEqual([900, ['mean-not-median']]);
  });

  test('page load time is the 75th percentile of each window', () => {
    const load = (lcpMs: number, date: string) => ({
      at: `${date}T10:00Z`,
      lcpMs,
      loadMs: 2 * lcpMs,
      device: 'mobile',
    });
    const pageLoads = [
      ...[1000, 2000, 3000, 4000].map((ms) => load(ms, '2026-03-01')),
      load(9000, '2026-03-02'),
      { at: '2026-03-02T11:00Z' },
    ];
    const time = ask({ pageLoads }, 'page-load-time', { period: '2026-03-01/2026-03-03', grain: 'day' });
    // Of five the fourth: 4 s. By day 3 + 0.25 × 1 = 3.25 s, 9 s, and none.
    expect(time.value).toBe(4);
    expect(time.series.map(({ value, reason }) => value ?? reason?.code)).toEqual([3.25, 9, 'no-values']);
    const bare = pageLoads.map(({ at, ...rest }) => ({ at, ...('loadMs' in rest ? { loadMs: rest.loadMs } : {}) }));
    const full = ask({ pageLoads: bare }, 'page-load-time', { period: '2026-03-01/2026-03-03' });
    expect([full.value, codes(full)]).toEqual([8, ['load-event']]);
  });

  test('given percentiles cannot be added up: the figure lies between the smallest and the largest', () => {
    const dailyMeasures = [
      { date: '2026-03-01', lcpMsP75: 2000 },
      { date: '2026-03-02', lcpMsP75: 3000 },
    ];
    const over = (period: string) => ask({ dailyMeasures }, 'page-load-time', { period });
    expect(over('2026-03-02/2026-03-02').value).toBe(3);
    expect(over('2026-03-01/2026-03-02').reason).toEqual({
      ...{ code: 'not-additive', measure: 'lcpMsP75' },
      ...{ low: 2, high: 3 },
    });
  });
});

test('every KPI of the catalogue can be read out of the shop’s tables, or what they lack is named', () => {
  for (const id of kpiCatalog.keys()) {
    const { value, reason } = ask({ orders, refunds }, id);
    if (value === undefined) expect(['no-data', 'not-segmentable', 'short-history'], id).toContain(reason?.code);
    else expect(reason, id).toBeUndefined();
  }
});
