import { expect, test } from 'vitest';
import { normalTails, z95 } from '../../../src/core/evidence/normal.js';
import { expectClose } from './close-to.js';

/**
 * 10^50 × the tails, in whole numbers: 1 − 2 ÷ √π × Σ (−1)^k x^(2k+1) ÷ (k! (2k+1)), where x² = z² ÷ 2.
 * Nothing is lost to rounding as long as 10^50 is far beyond the largest term.
 */
function bySeries(z: number): number {
  const one = 10n ** 60n;
  const times = (a: bigint, b: bigint): bigint => (a * b) / one;
  const root = (square: bigint): bigint => {
    let guess = square > one ? square : one;
    for (let i = 0; i < 400; i++) guess = (guess + (square * one) / guess) / 2n;
    return guess;
  };
  // π by Machin's formula: 16 arctan(1/5) − 4 arctan(1/239).
  const arctanOfInverse = (n: bigint): bigint => {
    let sum = 0n;
    for (let k = 0n, term = one / n; term !== 0n; k++, term /= n * n)
      sum += (k % 2n === 0n ? term : -term) / (2n * k + 1n);
    return sum;
  };
  const pi = 16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n);
  const square = (BigInt(Math.round(z * 1000)) ** 2n * one) / 2_000_000n;
  const x = root(square);
  let sum = 0n;
  let power = x;
  for (let k = 0n; power !== 0n; k++) {
    sum += (k % 2n === 0n ? power : -power) / (2n * k + 1n);
    power = times(power, square) / (k + 1n);
  }
  const tails = one - (2n * sum * one) / root(pi);
  return Number(tails / 10n ** 20n) / 1e40;
}

test.each([0.001, 0.3, 1, 1.645, 1.96, 2.5, 2.999, 3, 3.001, 4, 5.5, 7])('the tails beyond %d', (z) => {
  expectClose(normalTails(z), bySeries(z), 1e-12);
  expect(normalTails(-z)).toBe(normalTails(z));
});

// 2 * pnorm(-37) in R.
test('the ends', () => {
  expect(normalTails(0)).toBe(1);
  expectClose(normalTails(37), 1.145114244504917e-299, 1e-12);
  expect(normalTails(Infinity)).toBe(0);
});

test('5 % lie outside the 95 % interval', () => expectClose(normalTails(z95), 0.05, 1e-13));
