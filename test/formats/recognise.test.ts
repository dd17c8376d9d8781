import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../src/core/dataset/records.js';
import { tableOf } from '../../src/formats/recognise.js';
import { unrecognised } from '../../src/formats/unrecognised.js';

describe('recognising a table by its fields', () => {
  test.each([
    [['orderId', 'placedAt', 'grossSales', 'customerId'], 'orders'],
    [['orderId', 'placedAt', 'quantity', 'unitPrice'], 'orderLines'],
    [['orderId', 'lineTotal'], 'orderLines'],
    [['orderId', 'placedAt', 'grossSales', 'lineTotal'], 'orderLines'],
    [['refundId', 'orderId', 'refundedAt', 'amount'], 'refunds'],
    [['refundId', 'orderId', 'amount', 'quantity', 'unitPrice'], 'refunds'],
    [['sessionId', 'startedAt', 'device'], 'sessions'],
    [['date', 'orders', 'channel'], 'dailyMeasures'],
    [['date', 'grossSales'], 'dailyMeasures'],
    [['shipmentId', 'orderId', 'deliveredAt'], 'shipments'],
    [['cartId', 'createdAt', 'orderId'], 'carts'],
    [['responseId', 'submittedAt', 'kind', 'score', 'ticketId'], 'surveys'],
    [['ticketId', 'createdAt', 'orderId'], 'tickets'],
    [['at', 'name', 'sessionId'], 'events'],
    [['at', 'name', 'visitorId', 'device'], 'events'],
    [['at', 'lcpMs', 'path'], 'pageLoads'],
    [['date', 'sku', 'location', 'onHandUnits'], 'inventorySnapshots'],
    [['at', 'sku', 'type', 'units'], 'stockEvents'],
    [['postId', 'publishedAt', 'network', 'clicks'], 'socialPosts'],
    [['customerId', 'firstOrderAt'], 'customers'],
    [['date', 'cost', 'campaign'], 'adSpend'],
    [['date', 'cost', 'attributedRevenue', 'attributedOrders'], 'adSpend'],
    [['date', 'attributedRevenue', 'adCost'], 'dailyMeasures'],
    [['date', 'cost', 'orders'], 'dailyMeasures'],
  ])('%j are %s', (fields, table) => {
    expect(tableOf(fields)).toBe(table);
  });

  test.each<[string, string[], Record<string, string> | undefined]>([
    ['a quantity alone is no line', ['orderId', 'quantity'], undefined],
    ['a date alone is no measure', ['date', 'temperature'], undefined],
    [
      'a shop export',
      ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice'],
      {
        orderId: 'InvoiceNo',
        quantity: 'Quantity',
        unitPrice: 'UnitPrice',
        placedAt: 'InvoiceDate',
        sku: 'StockCode',
      },
    ],
    [
      'a dashboard sample',
      ['Order ID', 'Order Date', 'Sales', 'Region'],
      { orderId: 'Order ID', placedAt: 'Order Date', grossSales: 'Sales' },
    ],
    [
      'the fields of orders, written otherwise',
      ['OrderID', 'PlacedAt', 'GrossSales'],
      { orderId: 'OrderID', placedAt: 'PlacedAt', grossSales: 'GrossSales' },
    ],
    ['a daily table, written otherwise', ['Date', 'Net sales'], { date: 'Date', netSales: 'Net sales' }],
  ])('%s: unrecognised, with the likely map', (_, fields, map) => {
    expect(tableOf(fields)).toBeUndefined();
    const { code, details, message } = unrecognised(recordsOf(Object.fromEntries(fields.map((field) => [field, []]))));
    expect(code).toBe('unrecognised-data');
    expect(details).toMatchObject({ fields, map });
    expect(message).toContain(fields.join(', '));
    if (map) expect(message).toContain(`map='${JSON.stringify(map)}'`);
  });
});
