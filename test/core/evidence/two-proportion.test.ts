import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shareError, twoProportion } from '../../../src/core/evidence/two-proportion.js';
import { expectClose } from './close-to.js';

interface Oracle {
  two: { x1: number; n1: number; x2: number; n2: number; pTwoSided: number; newcombe95: [number, number] }[];
}
const path = '../shared/oracles/proportions.json';
const oracle = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Oracle) : undefined;
if (!oracle) console.warn(`Skipped: ${path} is absent.`);
const share = (successes: number, trials: number) => ({ successes, trials });

describe.skipIf(!oracle)('as base R computes it', () => {
  test.each(oracle?.two ?? [])('$x1 of $n1 against $x2 of $n2', ({ x1, n1, x2, n2, pTwoSided, newcombe95 }) => {
    const { pValue, low, high } = twoProportion(share(x1, n1), share(x2, n2));
    expectClose(low, newcombe95[0]);
    expectClose(high, newcombe95[1]);
    const isLarge = Math.min(n1, n2) * Math.min(x1 + x2, n1 + n2 - x1 - x2) >= 5 * (n1 + n2);
    if (isLarge) expectClose(pValue, pTwoSided);
    else expect(pValue).not.toBeCloseTo(pTwoSided, 3);
  });
});

describe('by hand', () => {
  test('pooled z', () => {
    // 60 of 400 against 36 of 400: pooled 96 ÷ 800 = 0.12, error √(0.12 × 0.88 × 2 ÷ 400) = 0.0229783,
    // z = 0.06 ÷ 0.0229783 = 2.611165, of which 2 × pnorm(−2.611165) = 0.0090235.
    expect(twoProportion(share(60, 400), share(36, 400)).pValue).toBeCloseTo(0.0090235, 6);
  });

  test('Fisher, where fewer than 5 successes are expected on a side', () => {
    // 1 of 10 against 5 of 6, six successes in all: C(10,k) C(6,6−k) ÷ C(16,6) = 8008. Of k = 0 … 6 these are
    // 1, 60, 675, 2400, 3150, 1512, 210; not above 60 are 1 and 60.
    expectClose(twoProportion(share(1, 10), share(5, 6)).pValue, 61 / 8008);
  });

  test('4.99… expected is exact, 5 is not', () => {
    const z = (0 - 10 / 100) / Math.sqrt(0.05 * 0.95 * (2 / 100));
    expect(z).toBeCloseTo(-3.2444, 4);
    expect(twoProportion(share(0, 100), share(10, 100)).pValue).toBeCloseTo(0.00117687, 7);
    // C(100,9) × 2 ÷ C(200,9) for none or all nine of them in one window.
    let expected = 2;
    for (let i = 0; i < 9; i++) expected *= (100 - i) / (200 - i);
    expectClose(twoProportion(share(0, 100), share(9, 100)).pValue, expected);
  });

  test('counts that are no whole numbers have no exact test', () => {
    expect(twoProportion(share(0.5, 10), share(4.5, 10)).pValue).toBeGreaterThan(0);
  });
});

describe('dispersion', () => {
  test('counts and trials weigh that much less', () => {
    const widened = twoProportion(share(600, 20000), share(500, 20000), 2.5);
    const fewer = twoProportion(share(240, 8000), share(200, 8000));
    expectClose(widened.pValue, fewer.pValue);
    expectClose(widened.low, fewer.low);
    expectClose(widened.high, fewer.high);
  });

  test('no test is exact', () => {
    const z = -0.09 / Math.sqrt(1.5 * 0.045 * 0.955 * 0.02);
    expect(z).toBeCloseTo(-2.5065, 4);
    expect(twoProportion(share(0, 100), share(9, 100), 1.5).pValue).toBeCloseTo(0.012193, 5);
  });
});

test('nothing happened, or everything did', () => {
  expect(twoProportion(share(0, 500), share(0, 400)).pValue).toBe(1);
  expect(twoProportion(share(500, 500), share(400, 400), 3).pValue).toBe(1);
  expect(twoProportion(share(0, 500), share(0, 400))).toMatchObject({ low: expect.closeTo(-0.0095, 4) as number });
});

test('the error of independent trials', () => {
  // √(0.15 × 0.85 ÷ 400 + 0.09 × 0.91 ÷ 400) = √0.0005235
  expectClose(shareError(share(60, 400), share(36, 400)), Math.sqrt(0.0005235));
});
