import { describe, expect, test } from 'vitest';
import { dayShare } from '../../../src/core/evaluate/day-share.js';
import { hoursOf } from '../../../src/core/time/hours.js';
import { zoneOf } from '../../../src/core/time/zone.js';
import { day } from '../time/written.js';

const zone = zoneOf('Europe/Copenhagen');
const HOUR = 3_600_000;

/** @param value of an hour, by its place among all and by the hour on the wall */
function shareOf(start: string, end: string, time: number, value: (index: number, hour: number) => number) {
  const hours = hoursOf({ start: day(start), end: day(end), plannedEnd: day(end) }, zone);
  const wall = (index: number): number => new Date(zone.localAt(hours.hours!.from[index]!)).getUTCHours();
  const values = Float64Array.from({ length: hours.length }, (_, index) => value(index, wall(index)));
  return dayShare(values, hours, time * HOUR);
}

describe('how much of a day has come', () => {
  test('is what the days before had brought by then, the running hour in proportion', () => {
    // 1 at nine o'clock and 3 at eight in the evening: a quarter by noon, and 1 + 3 × 20 ÷ 60 of 4 at 20:20.
    const value = (_: number, hour: number): number => ({ 9: 1, 20: 3 })[hour] ?? 0;
    const at = (time: number) => shareOf('2026-06-01', '2026-06-03', time, value);
    expect([0, 9, 9.5, 12, 24].map(at)).toEqual([0, 0, 0.125, 0.25, 1]);
    expect(at(20 + 1 / 3)).toBeCloseTo(0.5, 12);
  });

  test('weighs a day by what it brought', () => {
    // 10 at noon on the first day, 30 at six on the second.
    expect(shareOf('2026-06-01', '2026-06-02', 15, (index) => ({ 12: 10, 42: 30 })[index] ?? 0)).toBe(0.25);
  });

  test('goes by the clock on the wall where it is changed', () => {
    const noon = (_: number, hour: number): number => (hour < 12 ? 1 : 0.5);
    // Of 23 hours 11 come before noon, of 25 hours 13: the hour that is there twice counts twice.
    expect(shareOf('2026-03-29', '2026-03-29', 12, noon)).toBe(11 / 17);
    expect(shareOf('2026-10-25', '2026-10-25', 12, noon)).toBe(13 / 19);
  });

  test('leaves out hours that are not known', () => {
    expect(shareOf('2026-06-01', '2026-06-02', 12, (index) => (index < 24 ? NaN : 1))).toBe(0.5);
  });

  test('cannot be told where nothing came, or more was taken back by then than came', () => {
    expect(shareOf('2026-06-01', '2026-06-01', 12, () => 0)).toBeUndefined();
    expect(shareOf('2026-06-01', '2026-06-01', 12, () => NaN)).toBeUndefined();
    expect(shareOf('2026-06-01', '2026-06-01', 12, (index) => (index === 0 ? -5 : 1))).toBe(6 / 18);
    expect(shareOf('2026-06-01', '2026-06-01', 12, (index) => (index === 0 ? -20 : 5))).toBe(35 / 95);
    expect(shareOf('2026-06-01', '2026-06-01', 1, (index) => (index === 0 ? -1 : 1))).toBeUndefined();
    expect(shareOf('2026-06-01', '2026-06-01', 20, (index) => (index > 20 ? -1 : 1))).toBeUndefined();
  });
});
