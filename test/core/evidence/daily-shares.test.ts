import { describe, expect, test } from 'vitest';
import { dailyShares } from '../../../src/core/evidence/daily-shares.js';
import { columnsOf, figureBy } from './figure-by.js';

const sharesOf = (formula: string, columns: Record<string, readonly number[]>): number[] => [
  ...dailyShares(columnsOf(columns), figureBy(formula)),
];

test('of a sum each day is its own value', () => {
  const shares = sharesOf('sales - refunds', { sales: [10, 20, 60], refunds: [1, 0, 5] });
  [9, 20, 55].forEach((value, index) => expect(shares[index]).toBeCloseTo(value, 10));
});

describe('of a ratio', () => {
  test('it is what the day adds to it', () => {
    // 3 ÷ 10, 1 ÷ 10 and 0 ÷ 80: 0.04 in all; without the first 1 ÷ 90, without the second 3 ÷ 90, without the third 0.2.
    const shares = sharesOf('orders / visits', { orders: [3, 1, 0], visits: [10, 10, 80] });
    expect(shares[0]).toBeCloseTo(3 * 0.04 - 2 / 90, 12);
    expect(shares[1]).toBeCloseTo(3 * 0.04 - 6 / 90, 12);
    expect(shares[2]).toBeCloseTo(3 * 0.04 - 2 * 0.2, 12);
  });

  test('days of equal size have their own rate', () => {
    const shares = sharesOf('orders / visits', { orders: [3, 1, 2], visits: [10, 10, 10] });
    [0.3, 0.1, 0.2].forEach((value, index) => expect(shares[index]).toBeCloseTo(value, 12));
  });

  test('a day with nothing to divide by, and one that does not count, are left out', () => {
    const visits = [10, 0, 10, NaN, 10];
    const shares = sharesOf('orders / visits', { orders: [3, 0, 1, NaN, 2], visits });
    [0.3, NaN, 0.1, NaN, 0.2].forEach((value, index) =>
      Number.isNaN(value) ? expect(shares[index]).toBeNaN() : expect(shares[index]).toBeCloseTo(value, 12),
    );
  });
});

test('a single day is its own value', () => {
  expect(sharesOf('100 * orders / visits', { orders: [3], visits: [10] })).toEqual([30]);
});
