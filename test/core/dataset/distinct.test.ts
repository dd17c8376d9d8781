import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctByCell } from '../../../src/core/dataset/distinct.js';
import { sumByCell } from '../../../src/core/dataset/sum.js';

test('each code counts once a cell; rows without a cell or a code count nowhere', () => {
  const codes = Int32Array.of(0, 1, 0, -1, 2, 1, 0);
  const cells = Int32Array.of(0, 0, 0, 0, -1, 1, 1);
  expect([...distinctByCell(codes, cells, 3, 3, 1)]).toEqual([2, 2, 0]);
  expect([...distinctByCell(codes, cells, 3, 3, 2)]).toEqual([1, 0, 0]);
});

test('it counts what sets count', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: -1, max: 3 })));
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 3 }), (pairs, atLeast) => {
      const expected = [0, 1, 2, 3].map((cell) => {
        const codes = pairs.filter(([code, of]) => of === cell && code >= 0).map(([code]) => code);
        return [...new Set(codes)].filter((code) => codes.filter((other) => other === code).length >= atLeast).length;
      });
      const counted = distinctByCell(
        Int32Array.from(pairs, ([code]) => code),
        Int32Array.from(pairs, ([, cell]) => cell),
        4,
        6,
        atLeast,
      );
      expect([...counted]).toEqual(expected);
    }),
  );
});

test('figures that are no decimals are summed with compensation', () => {
  const values = Float64Array.of(1e16, 1, -1e16, NaN, 1);
  const sums = sumByCell({ kind: 'number', values, scale: 1, exact: false }, Int32Array.of(0, 0, 0, 0, -1), 1);
  expect([...sums]).toEqual([1]);
});
