import { MS_PER_DAY } from '../time/day.js';
import { hoursOf } from '../time/hours.js';
import type { Window } from '../time/window.js';
import { dayShare } from './day-share.js';
import type { Pace } from './pace.js';
import { daysOfHours, daysOfPace, paceOf } from './pace.js';
import type { Context, ReadResult } from './reader.js';
import { readKpi } from './reader.js';

/** The pace of a flow in a running window, read from the days and hours before. @param value what has come so far */
export function readPace(context: Context, value: number, window: Window): Pace {
  const { zone } = context.dataset;
  const read = (grain: 'day' | 'hour', days: Window): ReadResult =>
    readKpi({ ...context, selection: { ...context.selection, by: undefined }, grain }, days, []);

  function shareOfDay(): number | undefined {
    if (window.cutoff === undefined) return undefined;
    const days = daysOfHours(window);
    const { parts, course } = read('hour', days);
    // Rows may be known by their day alone.
    if (parts.grain !== 'hour') return undefined;
    return dayShare(course.values, hoursOf(days, zone), zone.localAt(window.cutoff) - window.end * MS_PER_DAY);
  }

  return paceOf(value, window, read('day', daysOfPace(window)).course.values, zone, shareOfDay());
}
