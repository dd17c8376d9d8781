import { describe, expect, test } from 'vitest';
import { entities } from '../../../src/core/catalog/entities.js';
import { likelyColumns } from '../../../src/core/dataset/likely-columns.js';
import { contentOf } from '../../../src/core/dataset/column-content.js';

/** The column that is likely a field of a table. */
const likely = (table: string, field: string, columns: Record<string, readonly unknown[]>, areNeeded = true) =>
  likelyColumns(
    [field],
    Object.entries(columns).map(([name, cells]) => ({ name, cells })),
    { entity: entities[table]!, areNeeded },
  )[0]?.column;

describe('what a column holds', () => {
  test.each([
    [['1.50', '2'], { kind: 'number', hasDecimals: true, size: 3.5, isUnique: true, count: 2 }],
    [[3, null, '', 3], { kind: 'number', hasDecimals: false, size: 6, isUnique: false, count: 2 }],
    [['2026-11-01T10:00Z', new Date(0)], { kind: 'time' }],
    [['31.12.2026 14.05', '1.1.2027'], { kind: 'time' }],
    [['12/31/2026'], { kind: 'time' }],
    [[true, 'no'], { kind: 'bool' }],
    [['a@b.example', 'c@d.example'], { kind: 'email' }],
    [['DKK', 'EUR'], { kind: 'currency' }],
    [['DKK', 'x'], { kind: 'text' }],
    [['1', 'x'], { kind: 'text' }],
    [['1.50', 'n/a', '2'], { kind: 'number', hasDecimals: true, size: 3.5, count: 3 }],
    [['2026-11-01', '2026-11-02', 'Total'], { kind: 'time' }],
    [['1.50', { amount: 2 }, '2'], { kind: 'other' }],
    [[{}, 'x'], { kind: 'other' }],
    [[null, ''], { kind: 'none', count: 0 }],
  ])('%j', (cells, content) => {
    expect(contentOf(cells)).toMatchObject(content);
  });
});

describe('by name', () => {
  test.each<readonly [string, string, readonly string[], string | undefined]>([
    ['orders', 'orderId', ['order_id', 'total'], 'order_id'],
    ['orders', 'orderId', ['InvoiceNo', 'id'], 'InvoiceNo'],
    ['orders', 'orderId', ['Ordrenr.', 'Dato'], 'Ordrenr.'],
    ...[
      'Kvittering',
      'Bon',
      'Bilag',
      'Paragon',
      'Nr zamówienia',
      'Nr zamowienia',
      'Zamo\u0301wienie',
      'Kvitto',
      '訂單編號',
    ]
      .concat('訂單號碼', 'Order No.', 'Receipt', 'Bestilling', 'Transaktion')
      .map((name) => ['orders', 'orderId', ['Sum', 'Dato', name], name] as const),
    ['orders', 'placedAt', ['Ship Date', 'Order Date'], 'Order Date'],
    ['orderLines', 'lineTotal', ['Sales', 'Profit'], 'Sales'],
    ['orders', 'customerId', ['Name', 'Customer ID'], 'Customer ID'],
    ['dailyMeasures', 'date', ['Dato', 'Omsætning'], 'Dato'],
    ['orders', 'grossSales', ['x', 'y'], undefined],
    ['orders', 'orderId', ['Bonus', 'Nrg'], undefined],
    ['orders', 'orderId', [], undefined],
  ])('%s, %s in %j', (table, field, names, column) => {
    expect(likely(table, field, Object.fromEntries(names.map((name) => [name, []])))).toBe(column);
  });
});

describe('of amounts', () => {
  test.each([
    ['Beløb inkl. moms', 'Beløb ekskl. moms'],
    ['total_incl_tax', 'total_excl_tax'],
    ['total_paid_tax_incl', 'total_paid_tax_excl'],
    ['Total', 'Total excl. VAT'],
    ['Beløp m/mva', 'Beløp u/mva'],
    ['Belopp inkl. moms', 'Belopp exkl. moms'],
    ['Wartość brutto', 'Wartość netto'],
    ['金額（含稅）', '金額（未稅）'],
  ])('sales are not "%s", the larger, but "%s"', (withTax, without) => {
    const columns = { [withTax]: [12.5, 25, 50], [without]: [10, 20, 40.5] };
    expect(likely('orders', 'grossSales', columns)).toBe(without);
  });

  test.each(['Beløb inkl. moms', 'totalWithTax', 'Total incl. sales tax', 'Kwota brutto', '訂單金額(含稅)'])(
    'sales are not "%s", alone or beside the tax',
    (name) => {
      expect(likely('orders', 'grossSales', { [name]: [12.5, 25, 50] })).toBeUndefined();
      expect(likely('orders', 'grossSales', { [name]: [12.5, 25, 50], Moms: [2.5, 5, 9.5] })).toBeUndefined();
    },
  );
});

describe('by content', () => {
  const columns = {
    a: ['S-1', 'S-2', 'S-3', 'S-4'],
    b: ['k7', 'k8', 'k7', 'k7'],
    c: ['03.11.2026', '04.11.2026', '04.11.2026', '05.11.2026'],
    d: ['10.50', '99.00', '8.25', '20.00'],
    e: ['1.05', '9.90', '0.83', '2.00'],
    f: [1, 2, 1, 1],
  };

  test.each([
    ['orders', 'orderId', 'a'],
    ['orders', 'placedAt', 'c'],
    ['orders', 'grossSales', 'd'],
    ['orders', 'customerId', 'b'],
    ['orderLines', 'orderId', 'b'],
  ])('%s, %s', (table, field, column) => {
    expect(likely(table, field, columns)).toBe(column);
  });

  test('what cannot be the field is not it, whatever it is called', () => {
    expect(likely('orders', 'grossSales', { 'gross sales': ['none', 'few', 'many'], x: [1.5, 2, 3] })).toBe('x');
    expect(likely('orders', 'placedAt', { 'placed at': ['Berlin', 'Oslo', 'Rome'] })).toBeUndefined();
  });

  test('objects and lists are nothing', () => {
    const amounts = { amount: [{ subtotal: 1.5 }, { subtotal: 2.5 }, { subtotal: 3.5 }], sales: [[1], [2], [3]] };
    for (const field of ['grossSales', 'orderId', 'customerId', 'country'])
      expect(likely('orders', field, amounts)).toBeUndefined();
  });

  test('two rows tell too little', () => {
    expect(likely('orders', 'grossSales', { x: [1.5, 2.5] })).toBeUndefined();
  });

  test('where nobody needs the field, a plain name tells, or an address of a person', () => {
    const people = { contact: ['a@b.example', 'c@d.example', 'a@b.example'], when: ['2026-11-01', '2026-11-02', ''] };
    expect(likely('orders', 'customerId', people, false)).toBe('contact');
    expect(
      likely('orders', 'cancelledAt', { ...people, when: ['2026-11-01', '2026-11-02', '2026-11-03'] }, false),
    ).toBe(undefined);
    expect(likely('orders', 'customerId', { customer_id: [1, 2, 3] }, false)).toBe('customer_id');
    expect(likely('orders', 'sessionId', { id: [1, 2, 3] }, false)).toBeUndefined();
  });

  test('a column stands for one field', () => {
    const found = likelyColumns(['placedAt', 'cancelledAt'], [{ name: 'date', cells: ['2026-11-01'] }], {
      entity: entities['orders']!,
      areNeeded: true,
    });
    expect(found.map(({ field, column }) => [field, column])).toEqual([['placedAt', 'date']]);
  });
});
