import { describe, expect, test } from 'vitest';
import { eventsError, poisson } from '../../../src/core/evidence/poisson.js';
import { expectClose } from './close-to.js';

const events = (count: number, exposure: number) => ({ count, exposure });

describe('by hand', () => {
  test('3 complaints against 9, in 28 days each', () => {
    const { pValue, low, high } = poisson(events(9, 28), events(3, 28));
    // 2 × (1 + 12 + 66 + 220) ÷ 2^12.
    expectClose(pValue, 598 / 4096);
    // 9 has the limits 4.7351 … 17.1063 and 3 has 1.0203 … 8.8211: 6 − √(4.2649² + 5.8211²) … 6 + √(8.1063² + 1.9797²).
    expect(low * 28).toBeCloseTo(-1.2163, 3);
    expect(high * 28).toBeCloseTo(14.3446, 3);
  });

  test('twice as many events in twice as many days are the same', () => {
    // C(12,k) 2^k: the likeliest is k = 8, the observed one. All counts are at most as likely.
    expect(poisson(events(8, 56), events(4, 28)).pValue).toBe(1);
  });

  test('1,000 events are counted, 1,001 are not', () => {
    // z = (550 − 500) ÷ √250 = 3.162278, of which 2 × pnorm(−3.162278) = 0.0015654; the exact test is more careful.
    expect(poisson(events(550, 7), events(450, 7)).pValue).toBeCloseTo(0.0017305, 6);
    // z = (550.5 − 500.5) ÷ √250.25
    const z = 50 / Math.sqrt(250.25);
    expect(z).toBeCloseTo(3.160698, 6);
    expect(poisson(events(550.5, 7), events(450.5, 7)).pValue).toBeCloseTo(0.001574, 6);
    expect(poisson(events(551, 7), events(450, 7)).pValue).toBeCloseTo(0.0014114, 7);
  });
});

test('dispersion weighs every count and exposure that much less', () => {
  const widened = poisson(events(6000, 28), events(5600, 28), 4);
  const fewer = poisson(events(1500, 7), events(1400, 7));
  expectClose(widened.pValue, fewer.pValue);
  expectClose(widened.low, fewer.low);
  expectClose(widened.high, fewer.high);
});

test('the error of independent events', () => {
  expectClose(eventsError(events(9, 28), events(3, 28)), Math.sqrt(12) / 28);
});
