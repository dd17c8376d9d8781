import { describe, expect, test } from 'vitest';
import { exactTails } from '../../../src/core/evidence/exact-tails.js';
import { expectClose } from './close-to.js';

const choose = (n: number, k: number): bigint => {
  let result = 1n;
  for (let i = 0; i < k; i++) result = (result * BigInt(n - i)) / BigInt(i + 1);
  return result;
};

/** The sum of the whole-number likelihoods that are not above the observed one, over all of them. */
function byCounting(observed: number, likelihood: readonly bigint[]): number {
  const extreme = likelihood.filter((each) => each <= likelihood[observed]!);
  const sum = (all: readonly bigint[]): bigint => all.reduce((total, each) => total + each, 0n);
  return Number((sum(extreme) * 10n ** 30n) / sum(likelihood)) / 1e30;
}

describe('binomial: how many of n events fall into the one of two windows', () => {
  test.each([
    [3, 12, 1, 1],
    [0, 5, 1, 1],
    [9, 12, 28, 31],
    [40, 60, 2, 3],
    [610, 1000, 7, 7],
    [999, 1000, 365, 7],
  ])('%d of %d, exposures %d and %d', (observed, n, here, there) => {
    const likelihood = Array.from(
      { length: n + 1 },
      (_, k) => choose(n, k) * BigInt(here) ** BigInt(k) * BigInt(there) ** BigInt(n - k),
    );
    const found = exactTails(observed, 0, n, (k) => ((n - k) / (k + 1)) * (here / there));
    expectClose(found, byCounting(observed, likelihood));
  });

  // 2 × (1 + 12 + 66 + 220) ÷ 4096, by hand.
  test('3 of 12', () =>
    expectClose(
      exactTails(3, 0, 12, (k) => (12 - k) / (k + 1)),
      598 / 4096,
    ));
});

describe('hypergeometric', () => {
  // Fisher's lady who tastes tea: (1 + 16 + 16 + 1) ÷ 70, by hand; fisher.test gives 0.4857.
  test('3 of 4 cups', () =>
    expectClose(
      exactTails(3, 0, 4, (k) => ((4 - k) / (k + 1)) ** 2),
      34 / 70,
    ));
});

test('one count alone is possible', () => expect(exactTails(0, 0, 0, () => 1)).toBe(1));
