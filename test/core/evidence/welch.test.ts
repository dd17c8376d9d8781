import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../src/core/evidence/welch.js';
import { meanError, welch } from '../../../src/core/evidence/welch.js';
import { expectClose } from './close-to.js';

interface Oracle {
  cases: { name: string; x: number[]; y: number[]; p: number; ci95: [number, number] }[];
}
const path = '../shared/oracles/welch.json';
const oracle = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Oracle) : undefined;
if (!oracle) console.warn(`Skipped: ${path} is absent.`);

const sampleOf = (values: readonly number[]): Sample => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value * value, 0),
});

test.skipIf(!oracle).each(oracle?.cases ?? [])('as t.test computes it: $name', ({ x, y, p, ci95 }) => {
  const { pValue, low, high } = welch(sampleOf(x), sampleOf(y));
  expectClose(pValue, p);
  expectClose(low, ci95[0]);
  expectClose(high, ci95[1]);
});

describe('by hand', () => {
  // 1 2 3 4 5 against 3 5 7: means 3 and 5, variances 2.5 and 4, of the means 0.5 and 4/3, error √(11/6) = 1.354006;
  // degrees of freedom (11/6)² ÷ (0.25 ÷ 4 + (16/9) ÷ 2) = 3.532847, t = −1.477098.
  const [here, there] = [sampleOf([1, 2, 3, 4, 5]), sampleOf([3, 5, 7])];

  test('from sums and squares', () => {
    expectClose(meanError(here, there), Math.sqrt(11 / 6));
    const { pValue, low, high } = welch(here, there);
    expect(pValue).toBeCloseTo(0.222748, 6);
    expect((low + high) / 2).toBeCloseTo(-2, 12);
    expect(low).toBeCloseTo(-5.963726, 6);
  });

  test('dispersion stretches the error', () => {
    const [plain, widened] = [welch(here, there), welch(here, there, 4)];
    expectClose(widened.high - widened.low, 2 * (plain.high - plain.low));
    expect(widened.pValue).toBeGreaterThan(plain.pValue);
  });
});

test('where nothing varies, the same is no change and another is one', () => {
  const at = (price: number, n: number): Sample => ({ n, sum: n * price, squares: n * price * price });
  expect(welch(at(99.95, 700), at(99.95, 900)).pValue).toBe(1);
  expect(welch(at(109.95, 700), at(99.95, 900))).toEqual({
    pValue: 0,
    low: expect.closeTo(10, 9) as number,
    high: expect.closeTo(10, 9) as number,
  });
});
