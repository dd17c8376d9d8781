import { student95 } from '../evidence/student.js';
import { addDays, weekdayOf } from '../time/day.js';
import type { Day } from '../time/day.js';
import type { Window } from '../time/window.js';
import { elapsedOn, lengthOf } from '../time/window.js';
import type { Zone } from '../time/zone.js';

/** What a running period reaches as a whole if the rest goes like the part so far. */
export interface Pace {
  readonly value: number;
  /** The 95 % interval; undefined where the days before tell too little. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /**
   * What the rest is taken by: the shop's own weekdays, and the hours of its days where the day is running; or the share
   * of the period's days that has passed.
   */
  readonly basis: 'weekdays' | 'hours' | 'elapsed';
}

/** How far back the weekdays are looked at: eight of each. */
export const daysBefore = 56;

/** Of each weekday so many must be known. */
const leastOfEach = 2;

/**
 * The pace of a flow. What is to come is what those weekdays brought before, times how much more than that the part so
 * far brought: S + (S ÷ E) R, with S the value so far, E and R what the days so far and to come would have brought at
 * their weekdays' means. Days vary around those means by σ, as before or, where the level has risen, in proportion; so
 * the error of the pace is that of the days to come, of those so far, and of the means:
 * σ² (days to come + (R ÷ E)² days so far + Σ over weekdays (to come − (R ÷ E) so far)² ÷ days before).
 * @param value of the days so far, all of which are known
 * @param daily each day's value, from `daysBefore` days before the window up to its end; NaN where it is not known
 * @param shareOfDay how much of a day's value the days before had brought by the time at which the window stands;
 * undefined where no hours are known, and the clock must do
 */
export function paceOf(value: number, window: Window, daily: Float64Array, zone: Zone, shareOfDay?: number): Pace {
  const { start, end, plannedEnd } = window;
  const profile = profileOf(daily.subarray(0, daysBefore), addDays(start, -daysBefore));
  const byHours = profile && shareOfDay;
  const passed = byHours ?? elapsedOn(window, zone);
  // So far and to come, of each weekday.
  const counts = Array.from({ length: 7 }, (): [number, number] => [0, 0]);
  for (let day = start; day <= plannedEnd; day = addDays(day, 1)) {
    const share = day < end ? 1 : day === end ? passed : 0;
    const count = counts[weekdayOf(day)]!;
    count[0] += share;
    count[1] += 1 - share;
  }
  const total = (of: 0 | 1, each: (weekday: number) => number): number =>
    counts.reduce((sum, count, weekday) => sum + count[of] * each(weekday), 0);
  const [soFar, toCome] = [total(0, () => 1), total(1, () => 1)];
  const expected = profile && total(0, (weekday) => profile.means[weekday]!);
  if (!profile || !expected || expected <= 0) {
    const pace = soFar > 0 ? value + (value / soFar) * toCome : value;
    return { value: pace, low: undefined, high: undefined, basis: 'elapsed' };
  }
  const { means, known, variance, freedom, least } = profile;
  const rest = total(1, (weekday) => means[weekday]!);
  const ratio = rest / expected;
  const level = Math.max(1, value / expected);
  const ofMeans = counts.reduce((sum, [so, to], weekday) => sum + (to - ratio * so) ** 2 / known[weekday]!, 0);
  const error = level * Math.sqrt(variance * (toCome + ratio ** 2 * soFar + ofMeans));
  const reach = student95(freedom) * error;
  const pace = value + value * ratio;
  // What never fell on any day does not fall in the days to come.
  return {
    value: pace,
    low: Math.max(pace - reach, least < 0 ? -Infinity : value),
    high: pace + reach,
    basis: byHours === undefined ? 'weekdays' : 'hours',
  };
}

interface Profile {
  /** By weekday, from Sunday. */
  readonly means: readonly number[];
  readonly known: readonly number[];
  /** Of days around their weekday's mean. */
  readonly variance: number;
  readonly freedom: number;
  /** The smallest value of a day. */
  readonly least: number;
}

/** What the weekdays bring; undefined where one of them is hardly known. */
function profileOf(values: Float64Array, first: Day): Profile | undefined {
  const byWeekday = Array.from({ length: 7 }, (): number[] => []);
  values.forEach((value, index) => {
    if (!Number.isNaN(value)) byWeekday[weekdayOf(addDays(first, index))]!.push(value);
  });
  if (byWeekday.some((of) => of.length < leastOfEach)) return undefined;
  const means = byWeekday.map((of) => of.reduce((sum, value) => sum + value, 0) / of.length);
  const known = byWeekday.map((of) => of.length);
  const freedom = known.reduce((sum, count) => sum + count, 0) - 7;
  const squares = byWeekday.flatMap((of, weekday) => of.map((value) => (value - means[weekday]!) ** 2));
  return {
    ...{ means, known, freedom },
    variance: squares.reduce((sum, square) => sum + square, 0) / freedom,
    least: Math.min(...byWeekday.flat()),
  };
}

/** The days that a pace looks at: those before a window, and the window as far as it has come. */
export const daysOfPace = (window: Window): Window => ({ ...window, start: addDays(window.start, -daysBefore) });

/** The days whose hours tell how far a running day has come. */
export const daysOfHours = ({ end }: Window): Window => {
  const last = addDays(end, -1);
  return { start: addDays(end, -daysBefore), end: last, plannedEnd: last };
};

/** How many local days a target is for. */
export const plannedDays = ({ start, plannedEnd }: Window): number => lengthOf({ start, end: plannedEnd });
