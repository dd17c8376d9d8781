import { expect, test } from 'vitest';
import { suggestField } from '../../../src/core/dataset/suggest.js';

test.each([
  ['orderId', ['order_id', 'total'], 'order_id'],
  ['orderId', ['InvoiceNo', 'id'], 'InvoiceNo'],
  ['placedAt', ['Ship Date', 'Order Date'], 'Order Date'],
  ['lineTotal', ['Sales', 'Profit'], 'Sales'],
  ['customerId', ['Name', 'Customer ID'], 'Customer ID'],
  ['date', ['Dato', 'Omsætning'], 'Dato'],
  ['grossSales', ['x', 'y'], undefined],
  ['orderId', [], undefined],
])('%s in %j is likely %s', (missing, fields, suggestion) => {
  expect(suggestField(missing, fields)).toBe(suggestion);
});
