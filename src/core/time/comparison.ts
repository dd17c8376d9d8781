import type { Calendar } from './calendar.js';
import { shiftStart } from './calendar.js';
import type { Day } from './day.js';
import { addDays, MS_PER_DAY, partsOf, yearBefore } from './day.js';
import type { Period } from './period.js';
import { resolveInterval } from './period.js';
import type { AsOf, Window } from './window.js';
import { isRunning, lengthOf } from './window.js';
import type { Zone } from './zone.js';

/** The comparisons that have a name. */
export const comparisons = ['previous-period', 'previous-year', 'previous-year-weekday'] as const;

type NamedComparison = (typeof comparisons)[number];

/** The same weekdays of a year ago, also where a year has 53 weeks. */
const weeksOfAYear = 364;

/**
 * The window that a period is compared with (catalogue, section 6). A period still running meets the same elapsed
 * part: as many whole days, and the same local time of day.
 * @param name one of `comparisons`, or an ISO interval
 * @throws KpiError `bad-date`, `bad-period`
 */
export function comparisonWindow(name: string, period: Period, asOf: AsOf, calendar: Calendar, zone: Zone): Window {
  if (name.includes('/')) return resolveInterval(name, 'compare', asOf, calendar).window;
  const { window } = period;
  const { start, last } = wholeWindow(name as NamedComparison, period);
  if (!isRunning(window)) return { start, end: last, plannedEnd: last };
  const sameDate = name === 'previous-year' && followsDates(period);
  // The time of day of a 29 February is nowhere in a year that has none: its eve counts in full.
  const isLeapDay = sameDate && partsOf(window.end).date !== partsOf(yearBefore(window.end)).date;
  const elapsed = sameDate ? yearBefore(window.end) : addDays(start, lengthOf(window) - 1);
  // A shorter unit before, such as February before 31 March, is taken whole.
  if (elapsed > last) return { start, end: last, plannedEnd: last };
  return {
    start,
    end: elapsed,
    plannedEnd: elapsed,
    cutoff: isLeapDay ? undefined : cutoffLike(window, elapsed, zone),
  };
}

/** All the days that the whole of a period is compared with. */
function wholeWindow(name: NamedComparison, period: Period): { start: Day; last: Day } {
  const { window, unit } = period;
  const { start, plannedEnd } = window;
  if (name === 'previous-period') {
    const days = lengthOf({ start, end: plannedEnd });
    return {
      start: unit ? shiftStart(unit.grain, start, -unit.count) : addDays(start, -days),
      last: addDays(start, -1),
    };
  }
  if (name === 'previous-year-weekday' || unit?.grain === 'week')
    return { start: addDays(start, -weeksOfAYear), last: addDays(plannedEnd, -weeksOfAYear) };
  const first = yearBefore(start);
  // Whole months stay whole: the day after them is the first of a month, which every year has.
  if (unit) return { start: first, last: addDays(yearBefore(addDays(plannedEnd, 1)), -1) };
  const last = followsDates(period) ? yearBefore(plannedEnd) : addDays(first, plannedEnd - start);
  return { start: first, last };
}

/** Whether the year before is taken by its dates: weeks, and windows that begin within a month, keep their days. */
const followsDates = ({ window, unit }: Period): boolean =>
  unit ? unit.grain !== 'week' : partsOf(window.start).date === 1;

/** The instant on `day` at the local time of day at which the running window is cut. */
function cutoffLike(window: Window, day: Day, zone: Zone): number | undefined {
  if (window.cutoff === undefined) return undefined;
  const timeOfDay = zone.localAt(window.cutoff) - window.end * MS_PER_DAY;
  return zone.instantAt(day * MS_PER_DAY + timeOfDay);
}
