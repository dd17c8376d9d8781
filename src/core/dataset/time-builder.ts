import type { Day } from '../time/day.js';
import { dayFromIso, MS_PER_DAY } from '../time/day.js';
import { instantOn } from '../time/instant.js';
import { remember } from '../remember.js';
import type { Zone } from '../time/zone.js';
import type { TimeColumn } from './column.js';
import type { ColumnBuilder } from './column-builder.js';
import { isEmpty } from './column-builder.js';
import { growing } from './growing.js';

const expected = 'expected an ISO 8601 date or date-time such as 2026-01-31 or 2026-01-31T14:05:00+01:00';

/**
 * Collects times. A time without an offset is local to the data's zone; a mere date is the whole local day.
 * @param datesOnly whether a time of day counts for nothing: the date stands as it is written
 * @param untilNight whether a mere date means the end of its day
 */
export function timeBuilder(zone: Zone, datesOnly = false, untilNight = false): ColumnBuilder<TimeColumn> {
  const instants = growing(Float64Array);
  const days = growing(Int32Array);
  let wholeDays = false;
  // Many rows are of the same few days.
  const daysByDate = new Map<string, Day | undefined>();
  const instantsByDay = new Map<Day, number>();

  function dayOn(date: string): Day | undefined {
    return remember(daysByDate, date, () => dayFromIso(date));
  }

  /** The instant at which a mere date stands. */
  function instantAt(day: Day): number {
    return untilNight ? zone.instantAt((day + 1) * MS_PER_DAY) - 1 : zone.instantAt(day * MS_PER_DAY);
  }

  function push(instant: number, day: number): undefined {
    instants.push(instant);
    days.push(day);
  }

  /** @param day the date as it is written */
  function take(day: Day, instant: number | undefined): undefined {
    if (instant !== undefined && !datesOnly) return push(instant, zone.dayAt(instant));
    wholeDays = true;
    return push(
      remember(instantsByDay, day, () => instantAt(day)),
      day,
    );
  }

  /** An empty cell, for which there may be a problem. */
  function none(problem?: string): string | undefined {
    push(NaN, 0);
    return problem;
  }

  return {
    append(cell) {
      if (isEmpty(cell)) return none();
      if (cell instanceof Date && !Number.isNaN(cell.getTime()))
        return take(zone.dayAt(cell.getTime()), cell.getTime());
      const text = typeof cell === 'string' ? cell.trim() : '';
      const day = dayOn(text.slice(0, 10));
      if (day === undefined) return none(/^\d{4}-\d\d-\d\d/.test(text) ? 'this date does not exist' : expected);
      if (text.length === 10) return take(day, undefined);
      const instant = instantOn(day, text.slice(10), zone);
      return instant === undefined ? none(expected) : take(day, instant);
    },
    finish: () => ({ kind: 'time', instants: instants.finish(), days: days.finish(), wholeDays }),
  };
}
