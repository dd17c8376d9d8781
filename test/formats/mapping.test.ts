import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableInput } from '../../src/core/dataset/input.js';
import { recordsOf } from '../../src/core/dataset/records.js';
import type { Records } from '../../src/core/dataset/records.js';
import { readMapping, shapeRecords } from '../../src/formats/mapping.js';
import type { Mapping, Prepare } from '../../src/formats/mapping.js';

interface Given {
  /** Which table the rows are, where it is named. */
  readonly table?: string;
  readonly prepare?: Prepare;
}

/** Rows or columns, shaped. */
async function shaped(input: TableInput, mapping?: Mapping, { table, prepare }: Given = {}): Promise<Records> {
  const slices = [recordsOf(input)];
  const hasHeader = !Array.isArray(input);
  const result = await shapeRecords({ name: table, slices, hasHeader }, { prepare, mapping }).next();
  return result.value as Records;
}

async function cellsOf(rows: Record<string, unknown>[], mapping: Mapping, field: string): Promise<unknown[]> {
  const records = await shaped(rows, mapping);
  const cells = records.cells(field);
  return Array.from({ length: records.length }, (_, row) => cells?.[row]);
}

describe('map', () => {
  const row = {
    'Order ID': 'A1',
    totals: { net: 1999, parts: [{ sum: 7 }] },
    'a.b': 'dotted',
    fee: '12.50',
    note: 'n/a',
  };

  test.each<[string, Mapping[string], unknown]>([
    ['a field with a blank', 'Order ID', 'A1'],
    ['a path', 'totals.net', 1999],
    ['a path into a list', 'totals.parts.0.sum', 7],
    ['a field whose name has a dot', 'a.b', 'dotted'],
    ['a path that ends early', 'totals.net.deeper', undefined],
    ['a path into inherited members', 'totals.constructor.name', undefined],
    ['cents', { path: 'totals.net', scale: 0.01 }, 19.99],
    ['a factor', { path: 'totals.net', scale: 2 }, 3998],
    ['negated', { path: 'totals.net', negate: true }, -1999],
    ['a number as text, negated cents', { path: 'fee', scale: 0.01, negate: true }, -0.125],
    ['what is not a number is handed on', { path: 'note', scale: 0.01 }, 'n/a'],
    ['a constant', { constant: 'EUR' }, 'EUR'],
  ])('%s', async (_, source, value) => {
    expect(await cellsOf([row], { field: source }, 'field')).toEqual([value]);
  });

  test('fields that are not mapped keep their names; a mapped one hides its namesake', async () => {
    const rows = [{ id: 'A1', quantity: 2, orderId: 'internal' }];
    const records = await shaped(rows, { orderId: 'id' });
    expect([...records.fields].sort()).toEqual(['id', 'orderId', 'quantity']);
    expect(await cellsOf(rows, { orderId: 'id' }, 'orderId')).toEqual(['A1']);
    expect(await cellsOf(rows, { orderId: 'id' }, 'quantity')).toEqual([2]);
  });

  test('a field that no row has is absent, and does not fall back on its namesake', async () => {
    const records = await shaped([{ customerId: 'internal' }], { customerId: 'buyer' }, { table: 'orders' });
    expect(records.fields).toEqual([]);
    expect(records.cells('customerId')).toBeUndefined();
  });

  const slip = { grossSales: 'Slaes' };
  const order = { orderId: 1, placedAt: '2026-11-10', Sales: 5 };
  const columns = { orderId: [1], placedAt: ['2026-11-10'], Sales: [5] };

  test.each<[string, TableInput, Mapping, string | undefined]>([
    ['rows of a table that nothing tells', [order], slip, undefined],
    ['rows of a named table that requires the field', [order], slip, 'orders'],
    ['columns', columns, slip, undefined],
    ['columns of a table that does not require the field', columns, { channel: 'Slaes.name' }, 'orders'],
    ['a path with arithmetic', columns, { grossSales: { path: 'Slaes', scale: 0.01 } }, 'orders'],
  ])('a misspelt path is named: %s', async (_, input, mapping, table) => {
    const [[field, source]] = Object.entries(mapping) as [[string, Mapping[string]]];
    const value = typeof source === 'string' ? source : 'path' in source ? source.path : '';
    await expect(shaped(input, mapping, table ? { table } : {})).rejects.toMatchObject({
      code: 'missing-field',
      message: expect.stringContaining(
        `map: ${field} names "${value}", which is not in the data; found: orderId, placedAt, Sales.`,
      ),
      details: { option: 'map', field, value, fields: ['orderId', 'placedAt', 'Sales'] },
    });
  });

  test.each([
    ['of the path', { orderId: 'order_id' }, { 'Order ID': 1 }, 'Order ID'],
    ['of the field', slip, order, 'Sales'],
  ])('a misspelt path comes with the likely namesake %s', async (_, mapping: Mapping, given, suggestion) => {
    await expect(shaped([given], mapping)).rejects.toMatchObject({ details: { suggestion } });
  });

  test.each<[string, TableInput, Mapping, string | undefined]>([
    ['an optional field of a named table', [order], { channel: 'utm', grossSales: 'Sales' }, 'orders'],
    ['an optional field of a recognised table', [order], { channel: 'utm', grossSales: 'Sales' }, undefined],
    ['a constant', columns, { currency: { constant: 'DKK' }, grossSales: 'Sales' }, undefined],
    ['no rows', [], slip, undefined],
  ])('no slip: %s', async (_, input, mapping, table) => {
    await expect(shaped(input, mapping, table ? { table } : {})).resolves.toBeDefined();
  });

  test.each([
    ['orders', 'OrderID', 'orderId'],
    ['dailyMeasures', 'net_sales', 'netSales'],
    ['orders', 'grosSale', 'grossSales'],
    ['orders', 'shoeSize', undefined],
  ])('%s has no field %s', async (table, value, suggestion) => {
    await expect(shaped([order], { [value]: 'Sales' }, { table })).rejects.toMatchObject({
      code: 'bad-option',
      message: expect.stringContaining(`map: ${table} has no field "${value}".`),
      details: { option: 'map', value, suggestion },
    });
  });

  test.each([
    ['dailyMeasures', { date: 'placedAt', orders: 'orderId', medium: 'Sales' }],
    ['refunds', { refundId: 'orderId', orderId: 'orderId', refundedAt: 'placedAt', amount: 'Sales', brand: 'Sales' }],
  ])('fields, measures and dimensions of %s', async (table, mapping) => {
    const { fields } = await shaped(columns, mapping, { table });
    expect(fields).toEqual(expect.arrayContaining(Object.keys(mapping)));
  });

  test('a row that cannot be read stays one', async () => {
    const records = { ...recordsOf([order, order]), problem: (row: number) => (row === 1 ? 'torn' : undefined) };
    const slices = shapeRecords(
      { name: 'orders', slices: [records], hasHeader: false },
      {
        prepare: undefined,
        mapping: { grossSales: 'Sales' },
      },
    );
    const { value } = (await slices.next()) as { value: Records };
    expect([0, 1].map((row) => value.problem!(row))).toEqual([undefined, 'torn']);
  });

  test('law: cents become the nearest decimal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -1e9, max: 1e9 }), async (cents) => {
        const [value] = await cellsOf([{ cents }], { amount: { path: 'cents', scale: 0.01 } }, 'amount');
        expect(value).toBe(Number(`${cents}e-2`));
      }),
    );
  });

  test.each([
    ['{"orderId": 5}', 'map, orderId: expected a path in the row'],
    ['{"orderId": {"path": "x", "scael": 2}}', 'map, orderId: expected a path in the row'],
    ['{"orderId": {"path": "x", "constant": 2}}', 'map, orderId: expected a path in the row'],
    ['["orderId"]', 'map: expected an object from field'],
    ['orderId=x', 'map: The JSON is malformed at position 0'],
  ])('%s is refused', async (map, message) => {
    await expect(readMapping(map)).rejects.toThrow(message);
    await expect(readMapping(map)).rejects.toMatchObject({ code: 'bad-option', details: { option: 'map' } });
  });

  test('text and object are read alike', async () => {
    const map = { orderId: 'id', amount: { path: 'cents', scale: 0.01 }, currency: { constant: 'DKK' } };
    expect(await readMapping(map)).toEqual(map);
    expect(await readMapping(JSON.stringify(map))).toEqual(map);
  });
});

describe('prepare', () => {
  const rows = [
    { id: 1, kind: 'order' },
    { id: 2, kind: 'test' },
    { id: 3, kind: 'pair' },
  ];

  test('keeps, drops and splits rows, before the mapping', async () => {
    const prepare: Prepare = (row) =>
      row.kind === 'test' ? undefined : row.kind === 'pair' ? [row, { ...row, id: 4 }] : row;
    const records = await shaped(rows, { orderId: 'id' }, { table: 'orders', prepare });
    expect(records.cells('orderId')).toEqual([1, 3, 4]);
    expect(records.length).toBe(3);
  });

  test('gets copies: the input is not changed', async () => {
    await shaped(rows, undefined, { prepare: (row) => Object.assign(row, { id: 'changed' }) });
    expect(rows.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test('does not get a row that cannot be read, which keeps its problem', async () => {
    const records = { ...recordsOf(rows), problem: (row: number) => (row === 1 ? 'torn' : undefined) };
    const seen: unknown[] = [];
    const prepare: Prepare = (row) => {
      seen.push(row.id);
      return [row, row];
    };
    const slices = shapeRecords(
      { name: undefined, slices: [records], hasHeader: true },
      { prepare, mapping: undefined },
    );
    const { value } = (await slices.next()) as { value: Records };
    expect(seen).toEqual([1, 3]);
    const problems = Array.from({ length: value.length }, (_, row) => value.problem!(row));
    expect(problems).toEqual([undefined, undefined, 'torn', undefined, undefined]);
  });

  test.each<[string, unknown, string]>([
    ['an error', new TypeError('no total'), 'no total'],
    ['anything', 'no luck', 'no luck'],
  ])('that throws %s: the row, counted through all slices, and the reason', async (_, cause, reason) => {
    const prepare: Prepare = (row) => {
      if (row.kind === 'pair') throw cause as Error;
      return row;
    };
    const slices = shapeRecords(
      { name: undefined, slices: [recordsOf(rows.slice(0, 2)), recordsOf(rows.slice(2))], hasHeader: false },
      { prepare, mapping: undefined },
    );
    await slices.next();
    await expect(slices.next()).rejects.toMatchObject({
      name: 'KpiError',
      code: 'bad-option',
      message: `prepare failed on row 3: ${reason}`,
      details: { option: 'prepare', row: 3, cause },
    });
  });
});
