import type { Calendar } from './calendar.js';
import { shiftStart } from './calendar.js';
import type { Day } from './day.js';
import { addDays, MS_PER_DAY } from './day.js';
import type { Period } from './period.js';
import { resolveInterval } from './period.js';
import type { AsOf, Window } from './window.js';
import { isRunning, lengthOf } from './window.js';
import type { Zone } from './zone.js';

/**
 * The window that a period is compared with (catalogue, section 6). A period still running meets the same elapsed
 * part: as many whole days, and the same local time of day.
 * @param name `previous-period`, or an ISO interval
 * @throws KpiError `bad-date`, `bad-period`
 */
export function comparisonWindow(name: string, period: Period, asOf: AsOf, calendar: Calendar, zone: Zone): Window {
  if (name.includes('/')) return resolveInterval(name, 'compare', asOf, calendar).window;
  const { window, unit } = period;
  const start = unit
    ? shiftStart(unit.grain, window.start, -unit.count)
    : addDays(window.start, -lengthOf({ start: window.start, end: window.plannedEnd }));
  const before = addDays(window.start, -1);
  if (!isRunning(window)) return { start, end: before, plannedEnd: before };
  const elapsed = addDays(start, lengthOf(window) - 1);
  // A shorter unit before, such as February before 31 March, is taken whole.
  if (elapsed > before) return { start, end: before, plannedEnd: before };
  return { start, end: elapsed, plannedEnd: elapsed, cutoff: cutoffLike(window, elapsed, zone) };
}

/** The instant on `day` at the local time of day at which the running window is cut. */
function cutoffLike(window: Window, day: Day, zone: Zone): number | undefined {
  if (window.cutoff === undefined) return undefined;
  const timeOfDay = zone.localAt(window.cutoff) - window.end * MS_PER_DAY;
  return zone.instantAt(day * MS_PER_DAY + timeOfDay);
}
