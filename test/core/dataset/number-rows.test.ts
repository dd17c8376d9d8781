import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../../../src/core/dataset/column.js';
import { numberColumn } from '../../../src/core/dataset/column.js';
import { numberRows } from '../../../src/core/dataset/number-rows.js';

const figures = (...values: number[]): Column => numberColumn(Float64Array.from(values));
const texts = (codes: number[], values: readonly string[]): Column => ({
  kind: 'text',
  codes: Int32Array.from(codes),
  values,
});

test('without a column all rows are alike', () => {
  expect([...numberRows([], 3).of]).toEqual([0, 0, 0]);
});

test('an empty cell is like another empty one', () => {
  const { of, count } = numberRows([figures(NaN, 5, NaN, 5), texts([-1, 0, -1, 1], ['a', 'b'])], 4);
  expect([...of]).toEqual([0, 1, 0, 2]);
  expect(count).toBe(3);
});

test('rows have the same number where all of their cells are the same, and new ones the next', () => {
  const cells = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -1, max: 4 }));
  // Texts that hardly any row has make a table of pairs too long.
  const few = ['a', 'b', 'c', 'd', 'e'];
  const many = Array.from({ length: 100_000 }, (_, code) => `text ${code}`);
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 40 }), fc.constantFrom(few, many), (rows, values) => {
      const codes = rows.map(([, code]) => code);
      const columns = [texts(codes, values), figures(...rows.map(([figure]) => figure)), texts(codes, values)];
      const found = numberRows(columns, rows.length);
      const keys = rows.map((row) => row.join());
      const distinct = [...new Set(keys)];
      expect([...found.of]).toEqual(keys.map((key) => distinct.indexOf(key)));
      expect(found.count).toBe(distinct.length);
    }),
  );
});
