import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../src/core/dataset/records.js';
import type { Records } from '../../src/core/dataset/records.js';
import { readMapping, shapeRecords } from '../../src/formats/mapping.js';
import type { Mapping, Prepare } from '../../src/formats/mapping.js';

async function shaped(rows: Record<string, unknown>[], mapping?: Mapping, prepare?: Prepare): Promise<Records> {
  const result = await shapeRecords([recordsOf(rows)], prepare, mapping).next();
  return result.value as Records;
}

async function cellsOf(rows: Record<string, unknown>[], mapping: Mapping, field: string): Promise<unknown[]> {
  const records = await shaped(rows, mapping);
  const cell = records.cells(field);
  return Array.from({ length: records.length }, (_, row) => cell?.(row));
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
    const records = await shaped([{ customerId: 'internal' }], { customerId: 'buyer' });
    expect(records.fields).toEqual([]);
    expect(records.cells('customerId')).toBeUndefined();
  });

  test('a misspelt path is an error with the likely field', async () => {
    await expect(shaped([{ 'Order ID': 1 }], { orderId: 'order_id' })).rejects.toMatchObject({
      code: 'missing-field',
      details: { field: 'orderId', path: 'order_id', suggestion: 'Order ID' },
    });
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
    const records = await shaped(rows, { orderId: 'id' }, prepare);
    const cell = records.cells('orderId')!;
    expect([0, 1, 2].map(cell)).toEqual([1, 3, 4]);
    expect(records.length).toBe(3);
  });

  test('gets copies: the input is not changed', async () => {
    await shaped(rows, undefined, (row) => Object.assign(row, { id: 'changed' }));
    expect(rows.map(({ id }) => id)).toEqual([1, 2, 3]);
  });
});
