import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const file = fileURLToPath(new URL('../../shared/data/online-retail/online-retail.csv.gz', import.meta.url));

/** What the loader is told of the columns. */
export const columns = {
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
};

/** Order lines as CSV text: a year of Online Retail where it is at hand, else as many invented ones. */
export function retailCsv() {
  if (existsSync(file)) return { name: 'Online Retail', text: gunzipSync(readFileSync(file)).toString('utf8') };
  console.log('Online Retail is not at hand: generated lines stand in for it.');
  return { name: 'generated lines', text: generatedCsv(541_909) };
}

function generatedCsv(count) {
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const rows = ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'];
  const start = Date.UTC(2010, 11, 1, 8);
  for (let line = 0; line < count; line++) {
    const order = Math.floor(line / 21);
    const time = new Date(start + (order / (count / 21)) * 373 * 86_400_000).toISOString();
    const back = order % 40 === 39;
    const customer = order % 4 === 3 ? '' : String(12_000 + Math.floor((order * 7919) % 4300));
    rows.push(
      [
        `${back ? 'C' : ''}${536_365 + order}`,
        `SKU${Math.floor(random() * 3900)}`,
        'WHITE HANGING HEART T-LIGHT HOLDER',
        (back ? -1 : 1) * (1 + Math.floor(random() * 12)),
        `${time.slice(0, 10)} ${time.slice(11, 19)}`,
        (Math.floor(random() * 1500) / 100).toFixed(2),
        customer,
        order % 10 === 0 ? 'France' : 'United Kingdom',
      ].join(','),
    );
  }
  return rows.join('\n');
}
