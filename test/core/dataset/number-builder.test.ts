import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumberColumn } from '../../../src/core/dataset/column.js';
import { numberBuilder } from '../../../src/core/dataset/number-builder.js';

function read(cells: readonly unknown[], positive = false): NumberColumn {
  const builder = numberBuilder(positive);
  for (const cell of cells) builder.append(cell);
  return builder.finish();
}

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

describe('what is no number', () => {
  test.each(['twelve', '1,50', '1.234,50', NaN, Infinity, true, {}, [], '-', '12 kr', 1e300, '-1e31'])(
    '%j is refused',
    (cell) => {
      const builder = numberBuilder(false);
      expect(builder.append(cell)).toBe('expected a number such as 1234.50');
      expect(builder.finish().values).toEqual(Float64Array.of(NaN));
    },
  );

  test('an amount whose sign the measure knows is positive', () => {
    const builder = numberBuilder(true);
    expect(builder.append(-5)).toBe('expected a positive amount');
    expect(builder.append(0)).toBeUndefined();
    expect(builder.append('x')).toBe('expected a number such as 1234.50');
  });
});
