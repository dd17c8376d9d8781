import { describe, expect, it } from 'vitest';
import { createDataset, evaluateKpi, evaluateScorecard, loadDataset } from '../../src/headless.js';
import type { OwnKpi } from '../../src/headless.js';

const order = (orderId: number, grossSales: number, more: object = {}) => ({
  ...{ orderId, placedAt: `2026-03-0${orderId}T10:00:00Z`, customerId: `c${orderId % 2}`, grossSales, discounts: 10 },
  ...{ shippingCharged: 5, giftWrap: false, customerGroup: 'consumer', ...more },
});
/** Four orders of 100, 200, 300 and 400; the second a gift, the last from a company. */
const tables = {
  orders: [order(1, 100), order(2, 200, { giftWrap: true }), order(3, 300), order(4, 400, { customerGroup: 'b2b' })],
  sessions: Array.from({ length: 50 }, (_, id) => ({ sessionId: id, startedAt: '2026-03-01', purchased: id < 4 })),
};
const settings = {
  dimensions: { giftWrap: { entity: 'orders', type: 'bool' }, customerGroup: { entity: 'orders' } },
  measures: {
    giftOrders: { entity: 'orders', aggregation: 'count', filter: 'counted and giftWrap' },
    b2bRevenue: {
      ...{ entity: 'orders', aggregation: 'sum', expression: 'grossSales - discounts', unit: 'currency' },
      filter: 'counted and customerGroup = b2b',
    },
    bigOrders: { entity: 'orders', aggregation: 'count', filter: 'counted and grossSales ≥ 300' },
  },
  parameters: { staff: 4, packaging: 2.5 },
};
/** The examples of the README, each with what comes of it. */
const examples: readonly (readonly [OwnKpi, number])[] = [
  // One of four orders.
  [{ id: 'gift-share', unit: 'percent', formula: 'giftOrders / orders' }, 0.25],
  // 390 of 90 + 190 + 290 + 390 = 960.
  [{ id: 'b2b-share', unit: 'percent', formula: 'b2bRevenue / orderRevenue' }, 390 / 960],
  // 300 and 400.
  [{ id: 'big-orders', unit: 'count', formula: 'bigOrders' }, 2],
  // 4 × 10 of 1,000.
  [{ id: 'discount-rate', unit: 'percent', formula: 'discounts / grossSales' }, 0.04],
  // 4 × 5 in four orders.
  [{ id: 'shipping-per-order', unit: 'currency', formula: 'shippingCharged / orders' }, 5],
  // 960 in the four days.
  [{ id: 'sales-a-day', unit: 'currency', formula: 'orderRevenue / days()' }, 240],
  // 960 by four people.
  [{ id: 'sales-per-head', unit: 'currency', formula: 'orderRevenue / param(staff)' }, 240],
  // 960 − 4 × 2.5.
  [{ id: 'after-packaging', unit: 'currency', formula: 'orderRevenue - param(packaging) * orders' }, 950],
  // 960 ÷ 4 times 4 ÷ 50.
  [{ id: 'worth-of-a-visit', unit: 'currency', formula: 'kpi(average-order-value) * kpi(conversion-rate)' }, 19.2],
  // 960 from two customers.
  [{ id: 'sales-per-customer', unit: 'currency', formula: 'orderRevenue / activeCustomers' }, 480],
];
const kpiDefinitions = examples.map(([kpi]) => kpi);
const options = { currency: 'DKK', timeZone: 'UTC', settings, kpiDefinitions };
const asked = { period: '2026-03-01/2026-03-04', asOf: '2026-03-04', compare: 'none' };

describe('KPIs of a shop’s own', () => {
  const dataset = createDataset(tables, options);

  it.each(examples)('$id', ({ id, unit }, value) => {
    const result = evaluateKpi(dataset, { kpi: id, ...asked });
    expect(result.value).toBeCloseTo(value, 10);
    expect(result).toMatchObject({ unit, kpi: id });
  });

  it('are split and filtered by the shop’s own columns', () => {
    const { segments } = evaluateKpi(dataset, { kpi: 'average-order-value', by: 'customerGroup', ...asked });
    // (90 + 190 + 290) ÷ 3, and 390.
    expect(segments.map(({ key, value }) => [key, value])).toEqual([
      ['b2b', 390],
      ['consumer', 190],
    ]);
    expect(evaluateKpi(dataset, { kpi: 'order-count', where: 'giftWrap=true', ...asked }).value).toBe(1);
  });

  it('stand in a scorecard among the others, in a group of their own', () => {
    const kpis = ['net-sales', 'gift-share'].map((kpi) => ({ kpi }));
    const { entries } = evaluateScorecard(dataset, { kpis, ...asked });
    expect(entries.map(({ group, result }) => [group, result.value])).toEqual([
      ['sales', 960],
      ['own', 0.25],
    ]);
  });

  it('are the same from text that is read in slices', async () => {
    const loaded = await loadDataset(JSON.stringify(tables), options);
    for (const [{ id }, value] of examples)
      expect(evaluateKpi(loaded, { kpi: id, ...asked }).value).toBeCloseTo(value, 10);
  });

  it('are worked out of daily numbers, too', async () => {
    const daily = [1, 2].map((day) => ({ date: `2026-03-0${day}`, orders: 4, giftOrders: day }));
    const loaded = await loadDataset({ dailyMeasures: daily }, options);
    const period = { ...asked, period: '2026-03-01/2026-03-02' };
    // 1 + 2 of 4 + 4.
    expect(evaluateKpi(loaded, { kpi: 'gift-share', ...period }).value).toBe(3 / 8);
  });

  it('leave out the lines of cancelled orders where they say so', () => {
    const line = (orderId: number, lineTotal: number) => ({ orderId, lineId: orderId, lineTotal, gift: 'y' });
    const lines = createDataset(
      {
        orders: [order(1, 10), order(2, 30), order(3, 99, { cancelledAt: '2026-03-04' })],
        orderLines: [line(1, 10), line(2, 30), line(3, 99)],
      },
      {
        ...{ currency: 'DKK', timeZone: 'UTC' },
        settings: {
          dimensions: { gift: { entity: 'orderLines' } },
          measures: {
            gifts: {
              entity: 'orderLines',
              aggregation: 'sum',
              expression: 'lineTotal',
              unit: 'currency',
              filter: 'counted and gift = y',
            },
          },
        },
        kpiDefinitions: [{ id: 'gifts', unit: 'currency', formula: 'gifts' }],
      },
    );
    expect(evaluateKpi(lines, { kpi: 'gifts', ...asked }).value).toBe(40);
  });

  it('are not tested by days that tell nothing of them', () => {
    const { comparisons } = evaluateKpi(dataset, { kpi: 'sales-per-customer', ...asked, compare: 'previous-period' });
    expect(comparisons[0]?.evidence).toBe('untested');
    expect(comparisons[0]?.significance).toBeUndefined();
  });

  it('read columns that the page maps to the shop’s own', async () => {
    const rows = tables.orders.map(({ giftWrap, ...own }) => ({ ...own, gift: giftWrap }));
    const loaded = await loadDataset(rows, { ...options, table: 'orders', map: { giftWrap: 'gift' } });
    expect(evaluateKpi(loaded, { kpi: 'gift-share', ...asked }).value).toBe(0.25);
  });

  describe('of orders', () => {
    const line = (orderId: number, lineTotal: number, more: object) => ({
      ...{ orderId, placedAt: `2026-03-0${orderId}T10:00:00Z`, lineTotal, sku: `s${orderId}`, ...more },
    });
    const [gift, b2b] = [
      { giftWrap: true, customerGroup: 'consumer' },
      { giftWrap: false, customerGroup: 'b2b' },
    ];
    // The second order's second line says nothing of the order.
    const orderLines = [line(1, 100, gift), line(2, 200, b2b), line(2, 50, {}), line(2, -20, b2b)];
    const ofOrders = { ...settings, measures: { giftOrders: settings.measures.giftOrders } };
    const segmentsOf = (data: object, kpi: string, by: string) =>
      evaluateKpi(createDataset({ ...data }, { ...options, settings: ofOrders, kpiDefinitions: [] }), {
        ...{ kpi, by, ...asked },
      }).segments.map(({ key, value }) => [key, value]);

    it('come with the lines that orders are formed of', () => {
      const perGroup = [
        ['b2b', 250 - 20],
        ['consumer', 100],
      ];
      expect(segmentsOf({ orderLines }, 'net-sales', 'customerGroup')).toEqual(perGroup);
      expect(segmentsOf({ orderLines }, 'net-sales', 'giftWrap')).toEqual([
        ['false', 230],
        ['true', 100],
      ]);
    });

    it('split what names an order', () => {
      const refunds = [{ refundId: 1, orderId: 4, refundedAt: '2026-03-04T12:00:00Z', amount: 90 }];
      const lines = tables.orders.map(({ orderId, grossSales }) => ({ orderId, lineTotal: grossSales, sku: 's' }));
      expect(segmentsOf({ ...tables, refunds, orderLines: lines }, 'net-sales', 'customerGroup')).toEqual([
        ['consumer', 90 + 190 + 290],
        ['b2b', 390 - 90],
      ]);
    });
  });

  it('are none of another shop’s', () => {
    const other = createDataset(tables, { currency: 'DKK', timeZone: 'UTC' });
    expect(() => evaluateKpi(other, { kpi: 'gift-share', ...asked })).toThrow('there is no "gift-share"');
    expect(() => evaluateKpi(other, { kpi: 'order-count', by: 'customerGroup', ...asked })).toThrow('customerGroup');
  });

  it.each([
    [{ id: 'x', unit: 'euro', formula: 'orders' }, 'kpiDefinitions, x, unit: expected one of currency'],
    [{ id: 'x', unit: 'count', formla: 'orders' }, 'kpiDefinitions, x'],
    [
      { id: 'x', unit: 'count', formula: 'orders', colour: 'red' },
      'kpiDefinitions, x, colour: expected no such member',
    ],
  ])('%o is refused as JSON', async (kpi, message) => {
    const definitions = [kpi] as unknown as OwnKpi[];
    await expect(loadDataset(tables, { ...options, kpiDefinitions: definitions })).rejects.toThrow(message);
  });

  it('are refused where they are no list', () => {
    const kpis = { id: 'x' } as unknown as OwnKpi[];
    expect(() => createDataset(tables, { kpiDefinitions: kpis })).toThrow('kpiDefinitions: found {"id":"x"}');
  });
});
