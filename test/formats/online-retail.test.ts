import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadDataset } from '../../src/formats/load-dataset.js';

const path = '../shared/data/online-retail/online-retail.csv.gz';
const absent = !existsSync(path);
if (absent) console.warn(`Skipped: ${path} is absent, so that half a million real lines are not read.`);

test.skipIf(absent)('every line of Online Retail is read', { timeout: 60_000 }, async () => {
  const text = gunzipSync(readFileSync(path)).toString();
  const { report } = await loadDataset(text, {
    currency: 'GBP',
    timeZone: 'Europe/London',
    map: {
      orderId: 'InvoiceNo',
      placedAt: 'InvoiceDate',
      quantity: 'Quantity',
      unitPrice: 'UnitPrice',
      customerId: 'CustomerID',
      country: 'Country',
    },
  });
  expect(report.tables).toEqual([
    {
      table: 'orderLines',
      rows: 541_909,
      refused: 0,
      replaced: 0,
      issues: [],
      causes: [],
      first: '2010-12-01',
      last: '2011-12-09',
    },
  ]);
});
