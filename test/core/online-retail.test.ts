import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KpiDefinition } from '../../src/core/catalog/definition.js';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { evaluateDefinition, evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../src/formats/load-dataset.js';

const data = '../shared/data/online-retail/online-retail.csv.gz';
const oracle = '../shared/oracles/online-retail-monthly.json';
const isThere = existsSync(data) && existsSync(oracle);
if (!isThere) console.warn(`Skipped: ${data} or ${oracle} is absent.`);

interface Oracle {
  months: {
    month: string;
    orders: number;
    units: number;
    grossSales: number;
    averageOrderValue: number;
    knownCustomers: number;
    cancelledValue: number;
    netSales: number;
  }[];
  halfYear: { activeCustomers: number; repeatCustomers: number; repeatPurchaseRate: number };
}

/** A measure by itself, asked as a KPI. */
const measure = (formula: string): KpiDefinition => ({
  id: formula,
  group: 'test',
  unit: 'count',
  direction: 'neutral',
  formula,
  acrossPeriods: 'SUM',
  defaultComparison: 'previous-period',
});

/** What is read of each line, and its amounts added up as whole thousandths, which cannot go wrong. */
const lines: Record<'orderId' | 'placedAt' | 'country', string[]> & Record<'quantity' | 'unitPrice', number[]> = {
  ...{ orderId: [], placedAt: [], country: [] },
  ...{ quantity: [], unitPrice: [] },
};
let thousandths = 0n;

function isLine(row: Readonly<Record<string, unknown>>): boolean {
  const [quantity, unitPrice] = [Number(row['Quantity']), Number(row['UnitPrice'])];
  // The oracle's plain rule: write-offs and lines without a price are neither sale nor cancellation.
  if (!(unitPrice > 0 && (quantity > 0 || String(row['InvoiceNo']).startsWith('C')))) return false;
  lines.orderId.push(String(row['InvoiceNo']));
  lines.placedAt.push(String(row['InvoiceDate']));
  lines.country.push(String(row['Country']));
  lines.quantity.push(quantity);
  lines.unitPrice.push(unitPrice);
  thousandths += BigInt(quantity) * BigInt(Math.round(unitPrice * 1000));
  return true;
}

describe.skipIf(!isThere)('Online Retail, 541,909 lines from CSV text', () => {
  let dataset: Dataset;

  beforeAll(async () => {
    dataset = await loadDataset(gunzipSync(readFileSync(data)).toString('utf8'), {
      table: 'orderLines',
      currency: 'GBP',
      timeZone: 'Europe/London',
      map: {
        orderId: 'InvoiceNo',
        placedAt: 'InvoiceDate',
        sku: 'StockCode',
        quantity: 'Quantity',
        unitPrice: 'UnitPrice',
        customerId: 'CustomerID',
        country: 'Country',
      },
      prepare: (row) => (isLine(row) ? row : undefined),
    });
  }, 60_000);

  const { months, halfYear } = (isThere ? JSON.parse(readFileSync(oracle, 'utf8')) : { months: [] }) as Oracle;

  test.each(months)('$month equals the oracle to the last digit', (expected) => {
    const [year, month] = expected.month.split('-').map(Number);
    const end = new Date(Date.UTC(year!, month, 0)).toISOString().slice(0, 10);
    const period = `${expected.month}-01/${end}`;
    const ask = (kpi: string) => evaluateKpi(dataset, { kpi, period, asOf: 'latest', grain: 'month' });
    const askMeasure = (id: string) =>
      evaluateDefinition(dataset, measure(id), { kpi: id, period, asOf: 'latest' }).value;

    expect(ask('net-sales').value).toBe(expected.netSales);
    expect(ask('net-sales').inputs).toEqual({
      orderRevenue: expected.grossSales,
      refundedAmount: expected.cancelledValue,
    });
    expect(ask('order-count').value).toBe(expected.orders);
    expect(ask('average-order-value').value).toBe(expected.averageOrderValue);
    expect(ask('net-sales').series).toHaveLength(1);
    expect(ask('net-sales').series[0]?.value).toBe(expected.netSales);
    expect(askMeasure('unitsSold')).toBe(expected.units);
    expect(askMeasure('activeCustomers')).toBe(expected.knownCustomers);
  });

  test('the half year counts every customer once', () => {
    const result = evaluateKpi(dataset, {
      kpi: 'repeat-purchase-rate',
      period: '2010-12-01/2011-05-31',
      asOf: 'latest',
    });
    expect(result.inputs).toEqual({
      activeCustomers: halfYear.activeCustomers,
      repeatCustomers: halfYear.repeatCustomers,
    });
    expect(result.value).toBe(halfYear.repeatPurchaseRate);
  });

  test('the countries sum to the whole', () => {
    const result = evaluateKpi(dataset, {
      kpi: 'net-sales',
      period: '2011-03-01/2011-03-31',
      asOf: 'latest',
      by: 'country',
    });
    const cents = result.segments.reduce((sum, segment) => sum + Math.round((segment.value ?? 0) * 1000), 0);
    expect(cents / 1000).toBe(result.value);
  });

  test('sums are right to the cent, and the same in any order of the lines, also when they are converted', () => {
    const { length } = lines.orderId;
    // Every 7,919th line, round and round: neighbours come apart.
    const turned = <T>(cells: readonly T[]): T[] => cells.map((_, index) => cells[(index * 7919) % length]!);
    const orders = {
      as: lines,
      turned: Object.fromEntries(
        Object.entries(lines).map(([field, cells]) => [field, turned<string | number>(cells)]),
      ),
    };
    expect(length % 7919).not.toBe(0);
    const rates = Array.from({ length: 60 }, (_, week) => ({
      date: new Date(Date.UTC(2010, 11, 1 + 7 * week)).toISOString().slice(0, 10),
      ...{ base: 'GBP', quote: 'DKK', rate: 8.5 + ((week * 37) % 100) / 10_000 },
    }));
    const total = (orderLines: object, settings: object) => {
      const currency = new Array<string>(length).fill('GBP');
      const read = createDataset(
        { orderLines: { ...orderLines, currency } },
        { timeZone: 'Europe/London', settings: { ...settings } },
      );
      return evaluateKpi(read, { kpi: 'net-sales', period: 'all', asOf: 'latest', by: 'country' });
    };
    const straight = total(orders.as, {});
    expect(straight.value).toBe(Number(thousandths) / 1000);
    expect(total(orders.turned, {}).value).toBe(straight.value);
    const converted = total(orders.as, { rates });
    expect(converted.currency).toBe('DKK');
    const other = total(orders.turned, { rates });
    expect(other.value).toBe(converted.value);
    expect(new Map(other.segments.map(({ key, value }) => [key, value]))).toEqual(
      new Map(converted.segments.map(({ key, value }) => [key, value])),
    );
  }, 60_000);
});
