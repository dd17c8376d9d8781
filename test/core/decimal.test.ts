import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDecimals } from '../../src/core/decimal.js';

test.each([
  [5.2, -5, 0.2],
  [0.1, 0.2, 0.3],
  [51.5, -21, 30.5],
  [1.005, 2.01, 3.015],
  [0.000001, 1, 1.000001],
  [1 / 3, 1, 4 / 3],
  [-0.1, 0.1, 0],
])('%d + %d = %d', (left, right, sum) => {
  expect(addDecimals(left, right)).toBe(sum);
});

test('cents add up to the decimal of their sum', () => {
  const cents = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
  fc.assert(
    fc.property(cents, cents, (left, right) => {
      expect(addDecimals(left / 100, right / 100) + 0).toBe((left + right) / 100 + 0);
    }),
  );
});
