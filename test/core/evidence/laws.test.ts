import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyShares } from '../../../src/core/evidence/daily-shares.js';
import type { DailyValues } from '../../../src/core/evidence/days.js';
import { dailyChange, daysTest } from '../../../src/core/evidence/days.js';
import { poisson } from '../../../src/core/evidence/poisson.js';
import type { Tested } from '../../../src/core/evidence/tested.js';
import { twoProportion } from '../../../src/core/evidence/two-proportion.js';
import { welch } from '../../../src/core/evidence/welch.js';
import { addDays } from '../../../src/core/time/day.js';
import { day } from '../time/written.js';
import { columnsOf, figureBy } from './figure-by.js';

const shares = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([trials, rate]) => ({ successes: Math.round(trials * rate), trials }));
const samples = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 40 })
  .map((cents) => cents.map((each) => each / 100));
const sampleOf = (values: readonly number[], scale = 1) => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value * scale, 0),
  squares: values.reduce((sum, value) => sum + (value * scale) ** 2, 0),
});
const events = fc.record({ count: fc.integer({ min: 0, max: 900 }), exposure: fc.integer({ min: 1, max: 400 }) });
const dispersions = fc.double({ min: 1, max: 20, noNaN: true });
const dailies = fc
  .record({
    offset: fc.integer({ min: 0, max: 400 }),
    values: fc.array(
      fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: -100, max: 1_000_000 }).map((cents) => cents / 100) },
        fc.constant(NaN),
      ),
      { minLength: 14, maxLength: 60 },
    ),
  })
  .map(({ offset, values }) => ({ first: addDays(day('2026-01-01'), offset), values: Float64Array.from(values) }));

const close = (found: number, expected: number, size: number): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-7 * Math.max(size, Math.abs(expected)));

/** The other way round p is the same, and the interval stands on the other side of 0. */
function expectMirrored(one: Tested, other: Tested): void {
  const size = Math.max(Math.abs(one.low), Math.abs(one.high));
  close(other.pValue, one.pValue, 1e-9);
  close(other.low, -one.high, size);
  close(other.high, -one.low, size);
}

/** A p-value is a probability, and the interval holds the change. */
function expectSound({ pValue, low, high }: Tested, change: number): void {
  expect(pValue).toBeGreaterThanOrEqual(0);
  expect(pValue).toBeLessThanOrEqual(1 + 1e-9);
  const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
  expect(low).toBeLessThanOrEqual(change + slack);
  expect(high).toBeGreaterThanOrEqual(change - slack);
}

describe('swapping the windows mirrors the interval', () => {
  test('of a share', () => {
    fc.assert(
      fc.property(shares, shares, dispersions, (one, other, dispersion) => {
        const tested = twoProportion(one, other, dispersion);
        expectSound(tested, one.successes / one.trials - other.successes / other.trials);
        expectMirrored(tested, twoProportion(other, one, dispersion));
        expectMirrored(twoProportion(one, other), twoProportion(other, one));
      }),
    );
  });

  test('of a mean', () => {
    fc.assert(
      fc.property(samples, samples, dispersions, (one, other, dispersion) => {
        const [here, there] = [sampleOf(one), sampleOf(other)];
        const tested = welch(here, there, dispersion);
        expectSound(tested, here.sum / here.n - there.sum / there.n);
        expectMirrored(tested, welch(there, here, dispersion));
      }),
    );
  });

  test('of a number of events', () => {
    const some = fc.tuple(events, events).filter(([one, other]) => one.count + other.count > 0);
    fc.assert(
      fc.property(some, dispersions, ([one, other], dispersion) => {
        const tested = poisson(one, other, dispersion);
        expectSound(tested, one.count / one.exposure - other.count / other.exposure);
        expectMirrored(tested, poisson(other, one, dispersion));
        expectMirrored(poisson(one, other), poisson(other, one));
      }),
    );
  });

  test('by days', () => {
    fc.assert(
      fc.property(dailies, dailies, (one, other) => {
        const [forth, back] = [dailyChange(one, other), dailyChange(other, one)];
        expect(back === undefined).toBe(forth === undefined);
        if (forth && back) {
          expectSound(daysTest(forth), forth.change);
          expectMirrored(daysTest(forth), daysTest(back));
        }
      }),
    );
  });
});

describe('no p-value knows', () => {
  test('in which currency an amount is counted', () => {
    fc.assert(
      fc.property(samples, samples, (one, other) => {
        const tested = welch(sampleOf(one), sampleOf(other));
        const tenfold = welch(sampleOf(one, 10), sampleOf(other, 10));
        close(tenfold.pValue, tested.pValue, 1e-6);
        close(tenfold.high, 10 * tested.high, 10 * (tested.high - tested.low));
      }),
    );
    fc.assert(
      fc.property(dailies, dailies, (one, other) => {
        const scaled = (window: DailyValues) => ({ ...window, values: window.values.map((value) => value * 10) });
        const [plain, tenfold] = [dailyChange(one, other), dailyChange(scaled(one), scaled(other))];
        if (plain && tenfold) close(daysTest(tenfold).pValue, daysTest(plain).pValue, 1e-6);
      }),
    );
  });

  test('in which weeks its days lie', () => {
    fc.assert(
      fc.property(dailies, dailies, fc.integer({ min: 1, max: 200 }), (one, other, weeks) => {
        const later = (window: DailyValues) => ({ ...window, first: addDays(window.first, 7 * weeks) });
        expect(dailyChange(later(one), later(other))).toEqual(dailyChange(one, other));
      }),
    );
  });
});

test('the days of a ratio add up to the ratio where none of them outweighs the others', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(counts, (orders) => {
      const columns = columnsOf({ orders, visits: orders.map(() => 50) });
      const each = dailyShares(columns, figureBy('orders / visits'));
      const mean = each.reduce((sum, value) => sum + value, 0) / orders.length;
      close(mean, orders.reduce((sum, value) => sum + value, 0) / orders.length / 50, 1e-3);
    }),
  );
});
