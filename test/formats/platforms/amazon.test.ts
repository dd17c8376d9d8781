import { describe, expect, it } from 'vitest';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as amazon from '../../../src/formats/platforms/amazon.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal, sumOf } from './reading.js';

const order = {
  AmazonOrderId: '902-1',
  PurchaseDate: '2026-11-01T12:00:00Z',
  LastUpdateDate: '2026-11-02T12:00:00Z',
  OrderStatus: 'Unshipped',
  OrderTotal: { CurrencyCode: 'USD', Amount: '11.01' },
  NumberOfItemsShipped: 1,
  NumberOfItemsUnshipped: 2,
  ShippingAddress: { Name: 'Jane', CountryCode: 'US' },
};
const ordersOf = (...Orders: object[]) => readWith(amazon, { payload: { Orders } }).tables['orders'];

describe('orders of Amazon', () => {
  it('are what was paid, by guests', () => {
    expect(ordersOf(order)).toEqual([
      {
        orderId: '902-1',
        placedAt: '2026-11-01T12:00:00Z',
        currency: 'USD',
        grossSales: 11.01,
        units: 3,
        country: 'US',
      },
    ]);
  });

  it('without a total yet and replacements are none; cancelled ones say when', () => {
    const pending = { ...order, OrderStatus: 'Pending', OrderTotal: undefined };
    expect(ordersOf(pending, { ...order, IsReplacementOrder: 'true' })).toEqual([]);
    expect(ordersOf({ ...pending, OrderStatus: 'Canceled' })).toMatchObject([
      { grossSales: 0, cancelledAt: '2026-11-02T12:00:00Z' },
    ]);
  });

  it('of a page are refused', () => {
    const page = { payload: { Orders: [order], NextToken: 'x' } };
    expect(refusal(() => readWith(amazon, page))).toContain('incomplete-data');
  });
});

describe('reports of Amazon', () => {
  const day = {
    date: '2026-11-01',
    salesByDate: {
      orderedProductSales: { amount: 238.44, currencyCode: 'USD' },
      unitsOrdered: 23,
      totalOrderItems: 20,
      unitsRefunded: 1,
    },
    trafficByDate: { sessions: 1000, browserSessions: 906 },
  };
  const report = (dateGranularity: string) => ({
    reportSpecification: { reportOptions: { dateGranularity } },
    salesAndTrafficByDate: [day],
  });

  it('sales and traffic are daily numbers; order lines are no orders', () => {
    expect(readWith(amazon, report('DAY')).tables['dailyMeasures']).toEqual([
      { date: '2026-11-01', currency: 'USD', grossSales: 238.44, unitsSold: 23, unitsReturned: 1, sessions: 1000 },
    ]);
    expect(refusal(() => readWith(amazon, report('WEEK')))).toContain('days, not weeks');
  });

  const metric = {
    interval: '2026-11-01T00:00-07:00--2026-11-02T00:00-08:00',
    unitCount: 3,
    orderItemCount: 2,
    orderCount: 2,
    totalSales: { amount: '25.00', currencyCode: 'USD' },
  };

  it('order metrics are a day each, also the day on which clocks are changed', () => {
    expect(readWith(amazon, { payload: [metric] }).tables['dailyMeasures']).toEqual([
      { date: '2026-11-01', currency: 'USD', grossSales: 25, orders: 2, unitsSold: 3 },
    ]);
    for (const interval of ['2026-11-01T00:00Z--2026-11-08T00:00Z', '2026-11-01T00:00Z--2026-11-01T01:00Z', 'x'])
      expect(refusal(() => readWith(amazon, { payload: [{ ...metric, interval }] }))).toContain('one day');
  });

  it(
    'law: anything is tables or a KpiError',
    () => expectNoOtherError(amazon, report('DAY'), { payload: [metric] }, { payload: { Orders: [order, order] } }),
    60_000,
  );
});

describe.skipIf(!hasAnswers)('collected answers of Amazon (../shared/data/api)', () => {
  it('four days: 1,083.14 of sales, 97 pieces of which one came back, 4,453 visits', async () => {
    const answer = answerIn('amazon-sp-api/report-sales-and-traffic-1.json');
    const days = readWith(amazon, answer).tables['dailyMeasures'];
    expect(days).toHaveLength(4);
    expect(sumOf(days, 'grossSales')).toBeCloseTo(1083.14, 10);
    expect(['unitsSold', 'unitsReturned', 'sessions'].map((field) => sumOf(days, field))).toEqual([97, 1, 4453]);
    const dataset = await loadDataset(JSON.stringify(answer), { asOf: 'latest', timeZone: 'UTC' });
    expect(evaluateKpi(dataset, { kpi: 'return-rate', period: 'all' }).value).toBeCloseTo(0.010309278350515464, 12);
  });

  it('weeks and months are refused', () => {
    for (const number of [2, 3])
      expect(
        refusal(() => readWith(amazon, answerIn(`amazon-sp-api/report-sales-and-traffic-${number}.json`))),
      ).toContain('dateGranularity');
  });

  it('order metrics of two days: 25.00', () => {
    const { payload } = answerIn('amazon-sp-api/sales-getOrderMetrics-examples.json') as {
      payload: { dayGranularity: { metrics: object[] } };
    };
    const days = readWith(amazon, { payload: payload.dayGranularity.metrics }).tables['dailyMeasures'];
    expect(days?.map(({ date, grossSales, orders }) => [date, grossSales, orders])).toEqual([
      ['2018-05-01', 22.95, 1],
      ['2018-05-02', 2.05, 1],
    ]);
  });
});
