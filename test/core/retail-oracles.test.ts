import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../src/formats/load-dataset.js';

const oracles = '../shared/oracles/retail-kpis.json';
const superstoreCsv = '../shared/data/superstore/superstore.csv.gz';
const dayCsv = '../shared/data/online-retail/2010-12-01.csv';
const isThere = [oracles, superstoreCsv, dayCsv].every((path) => existsSync(path));
if (!isThere) console.warn(`Skipped: ${oracles} or its data are absent.`);

interface Oracles {
  onlineRetailDay: {
    orders: number;
    units: number;
    revenue: number;
    aov: number;
    knownCustomers: number;
    cancelledValue: number;
  };
  superstore: {
    orders: number;
    customers: number;
    revenue: number;
    aov: number;
    yearly: { year: string; revenue: number; orders: number }[];
  };
}
const expected = isThere ? (JSON.parse(readFileSync(oracles, 'utf8')) as Oracles) : undefined;

describe.skipIf(!isThere)('Superstore, 9,994 lines', () => {
  const { superstore } = expected ?? {};
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = await loadDataset(gunzipSync(readFileSync(superstoreCsv)).toString('utf8'), {
      ...{ table: 'orderLines', currency: 'USD', timeZone: 'America/New_York' },
      map: {
        orderId: 'Order ID',
        placedAt: 'Order Date',
        customerId: 'Customer ID',
        lineTotal: 'Sales',
        category: 'Category',
      },
    });
  });
  const ask = (kpi: string, period: string) => evaluateKpi(dataset, { kpi, period, asOf: 'latest', grain: 'year' });

  test('as a whole', () => {
    expect(ask('order-count', 'all').value).toBe(superstore!.orders);
    expect(ask('average-order-value', 'all').inputs['orderRevenue']).toBe(superstore!.revenue);
    expect(ask('average-order-value', 'all').value).toBeCloseTo(superstore!.aov, 10);
    expect(ask('repeat-purchase-rate', 'all').inputs['activeCustomers']).toBe(superstore!.customers);
  });

  test('year by year', () => {
    const orders = ask('order-count', '2014-01-01/2017-12-31').series;
    const sales = ask('net-sales', '2014-01-01/2017-12-31').series;
    expect(orders.map(({ start, value }) => [start.slice(0, 4), value])).toEqual(
      superstore!.yearly.map(({ year, orders: count }) => [year, count]),
    );
    expect(sales.map(({ value }) => value)).toEqual(superstore!.yearly.map(({ revenue }) => revenue));
  });

  test('the categories sum to the whole, to the last digit', () => {
    const { value, segments } = evaluateKpi(dataset, {
      kpi: 'net-sales',
      period: 'all',
      asOf: 'latest',
      by: 'category',
    });
    expect(segments).toHaveLength(3);
    expect(segments.reduce((sum, segment) => sum + Math.round(segment.value! * 10_000), 0) / 10_000).toBe(value);
  });
});

test.skipIf(!isThere)('the first day of Online Retail', async () => {
  const { onlineRetailDay } = expected!;
  const dataset = await loadDataset(readFileSync(dayCsv, 'utf8'), {
    ...{ table: 'orderLines', currency: 'GBP', timeZone: 'Europe/London' },
    map: {
      ...{ orderId: 'InvoiceNo', placedAt: 'InvoiceDate', quantity: 'Quantity', unitPrice: 'UnitPrice' },
      ...{ customerId: 'CustomerID' },
    },
    prepare: (row) =>
      Number(row['UnitPrice']) > 0 && (Number(row['Quantity']) > 0 || String(row['InvoiceNo']).startsWith('C'))
        ? row
        : undefined,
  });
  const ask = (kpi: string) => evaluateKpi(dataset, { kpi, period: 'today', asOf: 'latest' });
  expect(ask('order-count').value).toBe(onlineRetailDay.orders);
  expect(ask('units-per-order').inputs['unitsSold']).toBe(onlineRetailDay.units);
  expect(ask('net-sales').inputs).toEqual({
    orderRevenue: onlineRetailDay.revenue,
    refundedAmount: onlineRetailDay.cancelledValue,
  });
  expect(ask('average-order-value').value).toBeCloseTo(onlineRetailDay.aov, 10);
  expect(ask('repeat-purchase-rate').inputs['activeCustomers']).toBe(onlineRetailDay.knownCustomers);
});
