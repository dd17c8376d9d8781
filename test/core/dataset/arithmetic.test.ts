import { expect, test } from 'vitest';
import { computeColumn } from '../../../src/core/dataset/arithmetic.js';
import type { NumberColumn } from '../../../src/core/dataset/column.js';
import { parseFormula } from '../../../src/core/formula.js';

/** 2.5 and 10.25 beside 3 and 0.125, as whole numbers of hundredths and thousandths. */
const columns: Readonly<Record<string, NumberColumn>> = {
  price: { kind: 'number', values: Float64Array.of(250, 1025, NaN), scale: 100, exact: true },
  weight: { kind: 'number', values: Float64Array.of(3000, 125, 1), scale: 1000, exact: true },
};

test.each([
  ['price + weight', [5500, 10_375], 1000, true],
  ['price - weight', [-500, 10_125], 1000, true],
  ['price * weight', [750_000, 128_125], 100_000, true],
  ['price / weight', [2.5 / 3, 82], 1, false],
  ['2 * price', [500, 2050], 100, true],
  ['price * 0.5', [125, 512.5], 100, false],
])('%s', (expression, values, scale, exact) => {
  const column = computeColumn(parseFormula(expression), 3, (field) => columns[field]!);
  expect(column).toEqual({ kind: 'number', values: Float64Array.of(...values, NaN), scale, exact });
});
