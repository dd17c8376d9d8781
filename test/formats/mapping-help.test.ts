import { describe, expect, test } from 'vitest';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import { evaluateKpi } from '../../src/core/evaluate/evaluate-kpi.js';
import { KpiError } from '../../src/core/error.js';
import { loadDataset } from '../../src/formats/load-dataset.js';
import type { DataInput, LoadOptions } from '../../src/formats/load-dataset.js';

const refusal = async (input: DataInput, options: LoadOptions = {}): Promise<KpiError> => {
  const failure: unknown = await loadDataset(input, options).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof KpiError) return failure;
  throw new Error('The data were read.');
};

/** An export whose columns are called nothing that we know; the amounts in `e` are taxes. */
const csv = [
  'a;b;c;d;e',
  'S-1;anna@shop.example;3.11.2026;10,50;1,05',
  'S-2;bo@shop.example;4.11.2026;99,00;9,90',
  'S-3;anna@shop.example;4.11.2026;8,25;0,83',
].join('\n');
const map = { orderId: 'a', placedAt: 'c', grossSales: 'd', customerId: 'b' };

describe('where fields are missing', () => {
  test('the columns that look like them by what they hold are named, with a map that reads them', async () => {
    const { code, message, details } = await refusal(csv, { table: 'orders' });
    expect(code).toBe('missing-field');
    expect(details).toMatchObject({ table: 'orders', field: 'orderId', suggestion: 'a', map });
    expect(message).toContain('"a" looks like orderId, "c" looks like placedAt, "d" looks like grossSales');
    expect(message).toContain(`map='${JSON.stringify(map)}'`);
  });

  test('so they are where nothing tells the table', async () => {
    const { code, message, details } = await refusal(csv);
    expect(code).toBe('unrecognised-data');
    expect(details['map']).toEqual(map);
    expect(message).toContain(`map='${JSON.stringify(map)}'`);
  });

  test('where nothing is called by name, an id that repeats tells lines from orders', async () => {
    const lines = 'a,b,c\nS-1,2026-11-01,10.50\nS-1,2026-11-01,9.00\nS-2,2026-11-02,8.25';
    expect((await refusal(lines)).details['map']).toEqual({ orderId: 'a', placedAt: 'b', lineTotal: 'c' });
    const orders = lines.replace('S-1', 'S-0');
    expect((await refusal(orders)).details['map']).toEqual({ orderId: 'a', placedAt: 'b', grossSales: 'c' });
  });

  test('the map may be pasted', async () => {
    const { details } = await refusal(csv, { table: 'orders' });
    const { report } = await loadDataset(csv, { table: 'orders', map: JSON.stringify(details['map']) });
    expect(report.tables).toMatchObject([{ rows: 3, refused: 0, first: '2026-11-03', last: '2026-11-04' }]);
    expect(report.notes.map(({ code }) => code)).not.toContain('likely-fields');
  });

  test('no word of what the rows hold stands in the message', async () => {
    for (const options of [{}, { table: 'orders' }]) {
      const { message, details } = await refusal(csv, options);
      expect(message + JSON.stringify(details)).not.toMatch(/anna|shop|10.50|S-1|3\.11/);
    }
  });

  test.each<[string, DataInput, LoadOptions, Record<string, unknown>]>([
    [
      'of JSON',
      [
        { order_number: 1001, created: '2026-11-03T10:00Z', total_price: '10.50' },
        { order_number: 1002, created: '2026-11-04T10:00Z', total_price: '9.00' },
      ],
      { table: 'orders' },
      { orderId: 'order_number', placedAt: 'created', grossSales: 'total_price' },
    ],
    [
      'of which one group will do',
      'orderId,placedAt,Qty,Item price\n1,2026-11-01,2,5.00\n',
      { table: 'orderLines' },
      { quantity: 'Qty', unitPrice: 'Item price' },
    ],
    [
      'of which one group is there',
      'Order number,placedAt,quantity,unitPrice,total\n1,2026-11-01,2,5.00,10\n',
      { table: 'orderLines' },
      { orderId: 'Order number' },
    ],
    [
      'that only the whole tells: the time of lines without orders',
      'orderId,Order Date,lineTotal\n1,2026-11-01,2.50\n',
      {},
      { placedAt: 'Order Date' },
    ],
    [
      'beside what has been mapped',
      'Nr,Total,Orderdate\nA,1.50,2026-11-01\n',
      { table: 'orders', map: { orderId: 'Nr', currency: { constant: 'DKK' } } },
      { orderId: 'Nr', currency: { constant: 'DKK' }, placedAt: 'Orderdate', grossSales: 'Total' },
    ],
    [
      'in a column with a quote',
      "orderId,placedAt,Customer's total\n1,2026-11-01,2\n2,2026-11-01,2.5\n3,2026-11-01,2",
      { table: 'orders' },
      { grossSales: "Customer's total" },
    ],
  ])('fields %s', async (_, input, options, expected) => {
    const { code, message, details } = await refusal(input, options);
    expect(code).toBe('missing-field');
    expect(details['map']).toEqual(expected);
    const [, pasted = ''] = /map='([^']*)'/.exec(message) ?? [];
    expect(JSON.parse(pasted)).toEqual(expected);
  });

  /** Five rows below a header. */
  const rows = (header: string, row: (nth: number) => string) => [header, ...[1, 2, 3, 4, 5].map(row)].join('\n');

  test.each<[string, string, Record<string, string>]>([
    [
      'orders by the day, not daily numbers',
      rows('Day,Order id,Total', (nth) => `2026-11-0${nth},A${nth},${nth}9.5`),
      { orderId: 'Order id', placedAt: 'Day', grossSales: 'Total' },
    ],
    [
      'daily numbers with a number of orders',
      rows('Day,Order count,Omsætning', (nth) => `2026-11-0${nth},${nth},${nth}9.5`),
      { date: 'Day', orders: 'Order count' },
    ],
    ...['Bestillinger', 'Beställningar', 'Zamówienia'].map((orders): [string, string, Record<string, string>] => [
      `daily numbers with ${orders}`,
      rows(`Dato;${orders};Omsætning`, (nth) => `2026-11-0${nth};${40 + nth};${nth}9,50`),
      { date: 'Dato', orders },
    ]),
    [
      'orders of a shop that calls them by name, and no carts',
      rows('Name,Created at,Subtotal,Currency', (nth) => `#100${nth},2026-11-0${nth} 10:00:00,${nth}9.5,DKK`),
      { orderId: 'Name', placedAt: 'Created at', grossSales: 'Subtotal', currency: 'Currency' },
    ],
    [
      'ad spend',
      rows('Day,Campaign,Spend', (nth) => `2026-11-0${nth},c,${nth}9.5`),
      { date: 'Day', cost: 'Spend', campaign: 'Campaign' },
    ],
    [
      'orders with a discount',
      rows('Order number,Order date,Total,Discount amount', (nth) => `100${nth},2026-11-0${nth},${nth}9.5,${nth}`),
      { orderId: 'Order number', placedAt: 'Order date', grossSales: 'Total', discounts: 'Discount amount' },
    ],
    [
      'Polish orders',
      rows(
        'Nr zamówienia;Data zamówienia;Wartość brutto;Wartość netto;Waluta',
        (nth) => `ZAM/${nth};2026-11-0${nth};${nth}9,50;${nth}6,50;PLN`,
      ),
      { orderId: 'Nr zamówienia', placedAt: 'Data zamówienia', grossSales: 'Wartość netto', currency: 'Waluta' },
    ],
    [
      'Chinese orders',
      rows('訂單編號,下單時間,建立日期,訂單金額', (nth) => `A${nth},2026-11-0${nth} 10:00,2026-11-09,${nth}99`),
      { orderId: '訂單編號', placedAt: '下單時間', grossSales: '訂單金額' },
    ],
  ])('of what nobody names the likeliest table is told: %s', async (_, input, expected) => {
    expect((await refusal(input)).details['map']).toEqual(expected);
  });

  test.each([
    ...['Ordre', 'Ordre-ID', 'Bestillingsnummer', 'Fakturanr', 'Bonnr.', 'Ordrenummer', 'Beställningsnr', 'Faktura nr'],
    ...[
      'Numer faktury',
      '訂單編號',
      'Order',
      'Kvittering',
      'Bon',
      'Bilag',
      'Paragon',
      'Kvitto',
      'Receipt',
      'Transaktions-ID',
    ],
  ])('rows with "%s" are orders, be there one a day or more, and be one amount unknown', async (id) => {
    const row = (day: (nth: number) => number, amount: (nth: number) => string) => (nth: number) =>
      `${1000 + nth};0${day(nth)}.11.2026;${amount(nth)}`;
    const sold = (nth: number) => `1.2${nth}0,50`;
    const oneADay = row((nth) => nth, sold);
    const [twoADay, unknown] = [sold, (nth: number) => (nth === 2 ? 'n/a' : sold(nth))].map((amount) =>
      row((nth) => Math.ceil(nth / 2), amount),
    );
    for (const each of [oneADay, twoADay!, unknown!]) {
      const { details } = await refusal(rows(`${id};Dato;Total`, each));
      expect(details['map']).toEqual({ orderId: id, placedAt: 'Dato', grossSales: 'Total' });
    }
  });

  test('rows of which several have the same day are daily numbers only by dimensions that are known', async () => {
    const day = (nth: number) => `2026-11-0${Math.ceil(nth / 2)}`;
    const of = (name: string) => rows(`Dato,${name},Net sales`, (nth) => `${day(nth)},${'ab'[nth % 2]!},${nth}9.5`);
    expect((await refusal(of('Kanal'))).details['map']).toEqual({
      date: 'Dato',
      channel: 'Kanal',
      netSales: 'Net sales',
    });
    expect((await refusal(of('Weather'))).details['map']).not.toHaveProperty('date');
    const timed = rows('Dato,Net sales', (nth) => `${day(nth)} 1${nth}:00,${nth}9.5`);
    expect((await refusal(timed)).details['map']).toBeUndefined();
  });

  test('orders whose only amounts include tax are led nowhere', async () => {
    const input = rows('Nr zamówienia;Data;Wartość brutto', (nth) => `ZAM/${nth};2026-11-0${nth};${nth}9,50`);
    expect((await refusal(input)).details['map']).toBeUndefined();
    const { details } = await refusal(input, { table: 'orders' });
    expect(details['map']).toEqual({ orderId: 'Nr zamówienia', placedAt: 'Data' });
  });

  test('a map that nothing recognises is completed, and reads its columns but once', async () => {
    const input = rows('nr,dato,beløb', (nth) => `100${nth},2026-11-0${nth},${nth}9.5`);
    const { details } = await refusal(input, { map: { orderId: 'nr' } });
    expect(details['map']).toEqual({ orderId: 'nr', placedAt: 'dato', grossSales: 'beløb' });
    const { report } = await loadDataset(input, { map: JSON.stringify(details['map']) });
    expect(report.tables).toMatchObject([{ table: 'orders', rows: 5, refused: 0 }]);
  });

  test('a misspelt field of ours is named, whatever the table', async () => {
    const { code, message, details } = await refusal('nr,dato,beløb\n1,2026-11-01,9.5\n', {
      map: { orderID: 'nr', placedAt: 'dato', grossSales: 'beløb' },
    });
    expect([code, details['value'], details['suggestion']]).toEqual(['bad-option', 'orderID', 'orderId']);
    expect(message).toBe('map: no table has a field "orderID". Did you mean "orderId"?');
  });

  test('of hostile columns the message stays short', async () => {
    const names = ['__proto__', 'constructor', 'x'.repeat(5000), ...Array.from({ length: 300 }, (_, nth) => `c${nth}`)];
    const row = `{${names.map((name) => `"${name}":"1.5"`).join()}}`;
    const { message, details } = await refusal(`[${[row, row, row].join()}]`, { table: 'orders' });
    expect(details['map']).toEqual({ grossSales: '__proto__' });
    expect(message.length).toBeLessThan(1000);
  });

  test('createDataset helps alike', () => {
    const orders = [{ order_id: 'A', placedAt: '2026-11-01', grossSales: 1 }];
    expect(() => createDataset({ orders })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ map: { orderId: 'order_id' } }) }),
    );
  });
});

describe('where columns are not read that plainly are fields', () => {
  const orders = [
    { orderId: 'A', placedAt: '2026-11-01', grossSales: 1, customer_id: 'k1', 'Shipping-Charged': 5, weight: 2, id: 7 },
  ];
  const note = {
    code: 'likely-fields',
    details: {
      table: 'orders',
      columns: 'customer_id (customerId), Shipping-Charged (shippingCharged)',
      map: '{"customerId":"customer_id","shippingCharged":"Shipping-Charged"}',
    },
  };

  test('the report says so, and nothing is guessed', async () => {
    const dataset = await loadDataset({ orders });
    expect(dataset.report.notes).toMatchObject([note]);
    expect(createDataset({ orders }).report.notes).toMatchObject([note]);
    expect(evaluateKpi(dataset, { kpi: 'new-customers', period: 'all', asOf: 'latest' }).reason?.code).toBe('no-data');
  });

  test('measures of daily numbers are fields, too', async () => {
    const { report } = await loadDataset('date,orders,Net sales,Weather\n2026-11-01,2,30.50,fair\n');
    expect(report.notes).toMatchObject([{ code: 'likely-fields', details: { columns: 'Net sales (netSales)' } }]);
  });

  test.each(['refundedAmount', 'refunded', 'Refunderet', 'Refusion', 'Zwrot', 'Återbetalt'])(
    'refunds in a column of orders are named: "%s"',
    async (name) => {
      const input = `orderId,placedAt,grossSales,${name}\nA,2026-11-01,9.5,2.5\n`;
      const { notes } = (await loadDataset(input)).report;
      expect(notes).toMatchObject([{ code: 'likely-fields', details: { columns: `${name} (refunds.amount)` } }]);
      expect(notes[0]!.message).not.toContain('map=');
    },
  );

  test('but not where refunds are there', async () => {
    const withTotal = [{ orderId: 'A', placedAt: '2026-11-01', grossSales: 9, refunded: 2 }];
    const refunds = [{ refundId: 'R', orderId: 'A', refundedAt: '2026-11-02', amount: 2 }];
    expect((await loadDataset({ orders: withTotal, refunds })).report.notes).toEqual([]);
  });

  test('daily refunds may be mapped', async () => {
    const { report } = await loadDataset('date,netSales,refunds\n2026-11-01,30.50,2\n');
    expect(report.notes).toMatchObject([{ details: { map: '{"refundedAmount":"refunds"}' } }]);
  });

  test('and says nothing where the mapping reads them', async () => {
    const { report } = await loadDataset(orders, {
      table: 'orders',
      map: { customerId: 'customer_id', shippingCharged: 'Shipping-Charged' },
    });
    expect(report.notes).toEqual([]);
  });
});
