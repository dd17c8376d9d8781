import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumberColumn } from '../../../src/core/dataset/column.js';
import { numberBuilder } from '../../../src/core/dataset/number-builder.js';
import { readCells } from './read-cells.js';

const read = (cells: ArrayLike<unknown>): NumberColumn => readCells(numberBuilder(false), cells).column;

/** The cells as whole numbers, and what one of them is worth. */
const units = (cells: readonly unknown[]): [number[], number, boolean] => {
  const { values, scale, exact } = read(cells);
  return [[...values], scale, exact];
};

describe('decimals are whole numbers of their smallest unit', () => {
  test.each([
    ['whole numbers', [1, 20, -3], [1, 20, -3], 1],
    ['cents', [1.5, 20, -3.25], [150, 2000, -325], 100],
    ['texts', ['1.50', ' 20 ', '-3.25'], [150, 2000, -325], 100],
    ['exponents', ['1e3', 25e-3], [1_000_000, 25], 1000],
    ['what another program’s sums leave behind', [261.96000000000004, 0.1 + 0.2], [26_196, 30], 100],
    ['the finest unit', [0.000001, 1], [1, 1_000_000], 1_000_000],
    ['amounts of billions, in cents', [90_000_000_000.01, 0.1], [9_000_000_000_001, 10], 100],
  ])('%s', (_, cells, values, scale) => {
    expect(units(cells)).toEqual([values, scale, true]);
  });

  test('a finer number later on rescales those before it', () => {
    expect(units([2, 0.5, 0.25])).toEqual([[200, 50, 25], 100, true]);
  });

  test('empty cells are unknown, not 0', () => {
    expect(units([null, '', undefined, 1])).toEqual([[NaN, NaN, NaN, 1], 1, true]);
  });

  test('typed arrays are read as lists are', () => {
    expect(read(Float64Array.of(1.5, NaN, 20))).toEqual(read([1.5, undefined, 20]));
    expect(units([...Int32Array.of(3, -4)])).toEqual([[3, -4], 1, true]);
  });

  test('cells that come later are read in the unit of those before, and the other way round', () => {
    const builder = numberBuilder(false);
    for (const cells of [[2], [0.5, 3], [], [0.125]]) builder.append(cells, cells.length, () => undefined);
    builder.append([7], 2, () => undefined);
    expect(builder.finish()).toEqual(read([2, 0.5, 3, 0.125, 7, undefined]));
  });

  test('what is no short decimal is kept as it is, and what came before too', () => {
    expect(units([1.25, 1 / 3, 2.5])).toEqual([[1.25, 1 / 3, 2.5], 1, false]);
    expect(units([0.0000001])).toEqual([[0.0000001], 1, false]);
  });

  test('sums of decimals are the decimal sum, whatever their number', () => {
    const cents = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const { values, scale } = read(amounts.map((amount) => amount / 100));
        const sum = values.reduce((total, value) => total + value, 0) / scale;
        expect(sum).toBe(amounts.reduce((total, amount) => total + amount, 0) / 100 + 0);
      }),
    );
  });
});

test('texts are the numbers that they are written as', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 18 });
  const number = fc
    .tuple(fc.constantFrom('', '-', '+'), digits, fc.constantFrom('', '.'), digits)
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 4 }), (cells) => {
      const { column, problems } = readCells(numberBuilder(false), cells);
      // A sign or a point without a digit is no number.
      const figures = cells.map((cell) => (/\d/.test(cell) ? Number(cell) : undefined));
      expect(column).toEqual(read(figures));
      const wrong = cells.flatMap((cell, index) =>
        cell !== '' && figures[index] === undefined ? [String(index)] : [],
      );
      expect(Object.keys(problems)).toEqual(wrong);
    }),
  );
});

describe('what is no number', () => {
  test.each(['twelve', '1,50', '1.234,50', NaN, Infinity, true, {}, [], '-', '12 kr', 1e300, '-1e31'])(
    '%j is refused',
    (cell) => {
      const { column, problems } = readCells(numberBuilder(false), [cell]);
      expect(problems).toEqual({ 0: 'expected a number such as 1234.50' });
      expect(column.values).toEqual(Float64Array.of(NaN));
    },
  );

  test('an amount whose sign the measure knows is positive', () => {
    const { column, problems } = readCells(numberBuilder(true), [-5, 0, -0, 'x', '-1e31', '']);
    expect(problems).toEqual({
      0: 'expected a positive amount',
      3: 'expected a number such as 1234.50',
      4: 'expected a positive amount',
    });
    expect([...column.values]).toEqual([NaN, 0, -0, NaN, NaN, NaN]);
  });
});
