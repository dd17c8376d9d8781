import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareTail, shareTails } from '../../../src/core/evidence/chi-square.js';

describe('χ²', () => {
  // Tables of the distribution.
  test.each([
    [1, 3.841459, 0.05],
    [2, 5.991465, 0.05],
    [3, 7.814728, 0.05],
    [4, 9.487729, 0.05],
    [10, 18.307038, 0.05],
    [1, 10.827566, 0.001],
    [2, 13.815511, 0.001],
    [3, 16.266236, 0.001],
    [5, 20.515006, 0.001],
  ])('of %d degrees of freedom reaches %d once in %d', (degrees, chiSquare, chance) => {
    expect(chiSquareTail(chiSquare, degrees) / chance).toBeCloseTo(1, 5);
  });

  test('what cannot be told from nothing, and what cannot be chance', () => {
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(chiSquareTail(7, 0)).toBe(1);
    expect(chiSquareTail(Infinity, 2)).toBe(0);
  });
});

describe('counts against planned shares', () => {
  test('worked by hand', () => {
    // Expected 1,100 each: 100² ÷ 1,100, twice.
    expect(shareTails([1000, 1200], [1, 1])).toBeCloseTo(chiSquareTail(20_000 / 1100, 1), 15);
    expect(shareTails([1000, 1200], [5, 6])).toBe(1);
    // 480 of 960 are planned for the first, 240 for each of the others: 900 ÷ 480 + 225 ÷ 240 + 225 ÷ 240 = 3.75.
    expect(shareTails([510, 225, 225], [2, 1, 1])).toBeCloseTo(Math.exp(-3.75 / 2), 15);
  });

  test('a group that is not in the plan is no chance', () => {
    expect(shareTails([100, 100, 1], [1, 1, 0])).toBe(0);
    expect(shareTails([100, 100, 0], [1, 1, 0])).toBe(1);
  });

  test('do not depend on the order or the size of the weights', () => {
    const groups = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 500 }), weight: fc.integer({ min: 1, max: 9 }) }),
      {
        ...{ minLength: 2, maxLength: 5 },
      },
    );
    fc.assert(
      fc.property(groups, (each) => {
        const tails = (of: typeof each, times = 1) =>
          shareTails(
            of.map(({ count }) => count),
            of.map(({ weight }) => weight * times),
          );
        expect(tails(each)).toBeGreaterThanOrEqual(0);
        expect(tails(each)).toBeLessThanOrEqual(1 + 1e-12);
        expect(tails(each.toReversed(), 7)).toBeCloseTo(tails(each), 9);
      }),
    );
  });
});
