import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { kpiCatalog } from '../../src/core/catalog/kpis.js';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { evaluateDefinition, evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import type { LoadOptions } from '../../src/formats/load-dataset.js';

const data = '../shared/data/';
const files = {
  oracles: '../shared/oracles/retail-kpis.json',
  events: `${data}ecom-events/ecom.csv.gz`,
  visits: `${data}online-shoppers-intention/online_shoppers_intention.csv.gz`,
  superstore: `${data}superstore/superstore.csv.gz`,
  products: `${data}northwind/products.csv`,
  orders: `${data}northwind/orders.csv`,
};
const isThere = Object.values(files).every((path) => existsSync(path));
if (!isThere) console.warn(`Skipped: some of ${Object.values(files).join(', ')} are absent.`);

interface Oracles {
  superstore: { profit: number; revenue: number; cycleDaysMean: number };
  northwind: { shipped: number; cycleDaysMean: number; stockOutRateActiveSkus: number };
  ecomEvents: { sessions: number; users: number; sessionsWith: Record<string, number>; conversionRate: number };
}
const expected = isThere ? (JSON.parse(readFileSync(files.oracles, 'utf8')) as Oracles) : undefined;
const textOf = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};
const load = (path: string, options: LoadOptions): Promise<Dataset> =>
  loadDataset(textOf(path), { timeZone: 'UTC', currency: 'USD', asOf: 'latest', ...options });
const ask = (dataset: Dataset, kpi: string, by?: string) => evaluateKpi(dataset, { kpi, period: 'all', by });
/** A measure by itself. */
const measured = (dataset: Dataset, formula: string): number | undefined =>
  evaluateDefinition(dataset, { ...kpiCatalog.get('website-traffic')!, formula }, { kpi: '', period: 'all' }).value;

describe.skipIf(!isThere)('an event log, 31,106 events', () => {
  const names: Readonly<Record<string, string>> = { product_view: 'view_item', shipping_details: 'begin_checkout' };
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = await load(files.events, {
      table: 'events',
      prepare: (row) => ({
        ...{ at: row['timestamp'], sessionId: row['session_id'], visitorId: row['user_id'] },
        ...{ name: names[String(row['event'])] ?? row['event'], channel: row['acquisition_channel'] },
      }),
    });
  });

  test('its sessions, visitors and stages', () => {
    const { sessions, users, sessionsWith, conversionRate } = expected!.ecomEvents;
    expect(ask(dataset, 'website-traffic').value).toBe(sessions);
    expect(measured(dataset, 'visitors')).toBe(users);
    expect(measured(dataset, 'sessionsWithProductView')).toBe(sessionsWith['product_view']);
    expect(measured(dataset, 'sessionsWithAddToCart')).toBe(sessionsWith['add_to_cart']);
    expect(measured(dataset, 'sessionsWithPurchase')).toBe(sessionsWith['purchase']);
    expect(ask(dataset, 'conversion-rate').value).toBeCloseTo(conversionRate, 14);
  });

  test('its channels sum to the whole', () => {
    const { value, segments } = ask(dataset, 'website-traffic', 'channel');
    expect(segments.length).toBeGreaterThan(3);
    expect(segments.reduce((sum, segment) => sum + segment.value!, 0)).toBe(value);
  });
});

describe.skipIf(!isThere)('12,330 sessions', () => {
  test('their conversion rate, by type of visitor', async () => {
    const [head = '', ...lines] = textOf(files.visits).trim().split(/\r?\n/);
    const columns = head.split(',');
    const cells = lines.map((line) => line.split(','));
    const type = columns.indexOf('VisitorType');
    const bought = (rows: readonly string[][]): number => rows.filter((row) => row.at(-1) === 'TRUE').length;
    let count = 0;
    const dataset = await load(files.visits, {
      table: 'sessions',
      prepare: ({ VisitorType, Revenue }) => ({
        ...{ sessionId: count++, startedAt: '2017-02-01', visitorType: VisitorType, purchased: Revenue },
      }),
    });
    const { inputs, segments } = ask(dataset, 'conversion-rate', 'visitorType');
    expect(inputs).toEqual({ sessionsWithPurchase: bought(cells), sessions: 12_330 });
    expect(segments.map(({ key }) => key).sort()).toEqual(['New_Visitor', 'Other', 'Returning_Visitor']);
    for (const { key, value } of segments) {
      const same = cells.filter((row) => row[type] === key);
      expect(value).toBe(bought(same) / same.length);
    }
  });
});

const day = 86_400;

describe.skipIf(!isThere)('Superstore', () => {
  test('what its lines earn', async () => {
    const dataset = await load(files.superstore, {
      table: 'orderLines',
      // The file gives the profit of each line, from which follows what it cost.
      prepare: (row) => ({
        ...{ orderId: row['Order ID'], placedAt: row['Order Date'], category: row['Category'] },
        ...{ lineTotal: row['Sales'], quantity: row['Quantity'] },
        unitCost: (Number(row['Sales']) - Number(row['Profit'])) / Number(row['Quantity']),
      }),
    });
    const { profit, revenue } = expected!.superstore;
    const { value, segments } = ask(dataset, 'gross-profit', 'category');
    expect(value).toBeCloseTo(profit, 6);
    expect(segments.reduce((sum, segment) => sum + segment.value!, 0)).toBeCloseTo(profit, 6);
    expect(ask(dataset, 'gross-margin').value).toBeCloseTo(profit / revenue, 12);
  });

  test('how long its parcels take', async () => {
    const dataset = await load(files.superstore, {
      table: 'shipments',
      map: { shipmentId: 'Order ID', orderId: 'Order ID', orderPlacedAt: 'Order Date', deliveredAt: 'Ship Date' },
    });
    expect(ask(dataset, 'order-cycle-time').value! / day).toBeCloseTo(expected!.superstore.cycleDaysMean, 12);
  });
});

describe.skipIf(!isThere)('Northwind', () => {
  test('how long its parcels take, of those that went', async () => {
    const dataset = await load(files.orders, {
      table: 'shipments',
      map: { shipmentId: 'OrderID', orderId: 'OrderID', orderPlacedAt: 'OrderDate', deliveredAt: 'ShippedDate' },
    });
    const { value, inputs } = ask(dataset, 'order-cycle-time');
    expect(inputs['deliveredOrders']).toBe(expected!.northwind.shipped);
    expect(value! / day).toBeCloseTo(expected!.northwind.cycleDaysMean, 12);
  });

  test('which of the products on sale are out of stock', async () => {
    const dataset = await load(files.products, {
      table: 'inventorySnapshots',
      prepare: (row) => ({
        ...{ date: '1998-05-06', sku: row['ProductID'], onHandUnits: row['UnitsInStock'] },
        listed: row['Discontinued'] === '0',
      }),
    });
    expect(ask(dataset, 'stockout-rate').value).toBeCloseTo(expected!.northwind.stockOutRateActiveSkus, 14);
  });
});
