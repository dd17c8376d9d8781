import { describe, expect, test } from 'vitest';
import type { DailyValues } from '../../../src/core/evidence/days.js';
import { dailyChange, daysTest } from '../../../src/core/evidence/days.js';
import { day } from '../time/written.js';
import { expectClose } from './close-to.js';

const window = (first: string, ...values: number[]): DailyValues => ({
  first: day(first),
  values: Float64Array.from(values),
});

// Monday to Sunday, twice; the example of the catalogue, section 3.5.
const before = [5210, 4880, 5340, 5105, 6120, 3390, 2980, 5015, 5190, 4760, 5420, 5900, 3610, 3120];
const after = [5600, 5150, 5480, 5390, 6540, 3720, 3050, 5450, 5260, 5330, 5500, 6010, 3980, 3400];

describe('two weeks against two weeks', () => {
  const change = dailyChange(window('2026-03-16', ...after), window('2026-03-02', ...before))!;

  test('the change a day and its error', () => {
    // (69,860 − 66,040) ÷ 14
    expectClose(change.change, 3820 / 14);
    expect(change.error).toBeCloseTo(69.372, 3);
    expect(change.freedom).toBe(20);
  });

  test('p and interval', () => {
    const { pValue, low, high } = daysTest(change);
    expect(pValue).toBeCloseTo(0.000822, 6);
    expect([low, high]).toEqual([expect.closeTo(128.15, 2), expect.closeTo(417.57, 2)]);
  });

  test('of a sum, over the days of its window', () => {
    const { pValue, low, high } = daysTest(change, 14);
    expect(pValue).toBe(daysTest(change).pValue);
    expect([low, high]).toEqual([expect.closeTo(128.15 * 14, 0), expect.closeTo(417.57 * 14, 0)]);
  });
});

describe('one week against one week', () => {
  const change = dailyChange(window('2026-03-16', ...after.slice(0, 7)), window('2026-03-02', ...before.slice(0, 7)))!;

  test('it is the paired t test but for the factor of neighbouring days', () => {
    // The differences 390 270 140 285 420 330 70 have the mean 272.14286 and the squares' sum about it 96,942.857; each
    // difference d leaves (d − mean) ÷ 2 in the one window and its opposite in the other.
    const residuals = [390, 270, 140, 285, 420, 330, 70].map((each) => (each - 1905 / 7) / 2);
    const squares = residuals.reduce((sum, each) => sum + each * each, 0);
    const products = residuals.slice(1).reduce((sum, each, index) => sum + each * residuals[index]!, 0);
    const follows = Math.max(0, products / squares + 3 / 7);
    const factor = Math.sqrt((1 + follows) / (1 - follows));
    // √(96,942.857 ÷ 6 ÷ 7)
    expectClose(change.error / factor, Math.sqrt((squares * 4) / 6 / 7));
    expect(change.change).toBeCloseTo(272.14286, 5);
    expect(change.freedom).toBe(6);
    expect(daysTest({ ...change, error: change.error / factor }).pValue).toBeCloseTo(0.001324, 6);
  });
});

describe('windows that hold other weekdays', () => {
  // Monday to Sunday at 10, but Saturday and Sunday at 4. The current window has a second Saturday and Sunday.
  const week = [10, 10, 10, 10, 10, 4, 4];

  test('only the like is compared with the like', () => {
    const change = dailyChange(
      window('2026-03-14', 5, 5, ...week.map((each) => each + 1)),
      window('2026-03-02', ...week),
    )!;
    // A day more on every weekday, although the mean of nine days, 8.7, is only 0.4 above that of seven.
    expectClose(change.change, 1);
    expect(change.error).toBeCloseTo(0, 9);
    expect(daysTest(change).pValue).toBe(0);
  });

  test('none in common: nothing can be compared', () => {
    const weekend = (...values: number[]): number[] =>
      values.flatMap((value) => [NaN, NaN, NaN, NaN, NaN, value, value]);
    const workdays = (...values: number[]): number[] =>
      values.flatMap((each) => [each, each, each, each, each, NaN, NaN]);
    expect(
      dailyChange(window('2026-03-02', ...weekend(1, 2, 3, 4)), window('2026-02-02', ...workdays(1, 2))),
    ).toBeUndefined();
  });
});

describe('days without a value', () => {
  test('six days are too few', () => {
    const gap = [...after.slice(0, 6), NaN];
    expect(dailyChange(window('2026-03-16', ...gap), window('2026-03-02', ...before))).toBeUndefined();
    expect(dailyChange(window('2026-03-16', ...after), window('2026-03-02', ...gap))).toBeUndefined();
  });

  test('days on both sides of a gap are no neighbours', () => {
    // Every day differs from its like by ±1, so that no weekday explains it; 1 after −1 tells against r, a gap does not.
    const weeks = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];
    const level = Array.from({ length: 14 }, () => 0);
    const alternating = dailyChange(window('2026-03-16', ...weeks), window('2026-03-02', ...level))!;
    const spaced = weeks.flatMap((value) => [value, NaN]);
    const apart = dailyChange(
      window('2026-03-16', ...spaced),
      window('2026-02-16', ...level.flatMap((each) => [each, NaN])),
    )!;
    // r = 0 against r = 3 ÷ 14.
    expectClose(apart.error ** 2 / alternating.error ** 2, (1 + 3 / 14) / (1 - 3 / 14), 1e-9);
  });
});

test('where every day is the same, another level is beyond chance and the same is none', () => {
  const level = (value: number): number[] => Array.from({ length: 14 }, () => value);
  const test = (here: number, there: number) =>
    daysTest(dailyChange(window('2026-03-16', ...level(here)), window('2026-03-02', ...level(there)))!).pValue;
  expect(test(0.3, 0.3)).toBe(1);
  expect(test(0.4, 0.3)).toBe(0);
  expect(test(0, 0)).toBe(1);
});
