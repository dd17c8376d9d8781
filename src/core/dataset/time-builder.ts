import type { Day } from '../time/day.js';
import { dayFromIso, MS_PER_DAY } from '../time/day.js';
import { instantOn } from '../time/instant.js';
import { remember } from '../remember.js';
import type { Zone } from '../time/zone.js';
import type { TimeColumn } from './column.js';
import type { ColumnBuilder } from './column-builder.js';
import { isEmpty } from './column-builder.js';
import { Growing } from './growing.js';

const isoDate = /^\d{4}-\d\d-\d\d/;
const expected = 'expected an ISO 8601 date or date-time such as 2026-01-31 or 2026-01-31T14:05:00+01:00';

/**
 * Collects times. A time without an offset is local to the data's zone; a mere date is the whole local day.
 * @param datesOnly whether a time of day counts for nothing: the date stands as it is written
 * @param untilNight whether a mere date means the end of its day
 */
export function timeBuilder(zone: Zone, datesOnly = false, untilNight = false): ColumnBuilder<TimeColumn> {
  const instants = new Growing(Float64Array);
  const days = new Growing(Int32Array);
  let wholeDays = false;
  // Many rows are of the same few days, and most are of the same one as the row before.
  const daysByDate = new Map<string, Day | undefined>();
  const instantsByDay = new Map<Day, number>();
  let date = '';
  let day: Day | undefined;

  function dayOn(text: string): Day | undefined {
    const own = text.slice(0, 10);
    if (own !== date) {
      date = own;
      day = remember(daysByDate, own, () => dayFromIso(own));
    }
    return day;
  }

  /** The instant at which a mere date stands. */
  const instantAt = (day: Day): number =>
    untilNight ? zone.instantAt((day + 1) * MS_PER_DAY) - 1 : zone.instantAt(day * MS_PER_DAY);

  return {
    append(cells, count, onEmpty) {
      const start = instants.length;
      const toInstants = instants.extend(count);
      const toDays = days.extend(count);
      for (let i = 0; i < count; i++) {
        const cell = cells[i];
        const isDate = cell instanceof Date && !Number.isNaN(cell.getTime());
        const text = typeof cell === 'string' ? cell.trim() : '';
        const isMere = text.length === 10;
        // The date as it is written, and the instant.
        const written = isDate ? zone.dayAt(cell.getTime()) : dayOn(text);
        const isTimed = written !== undefined && !isDate && !isMere;
        const instant = isDate ? cell.getTime() : isTimed ? instantOn(written, text, zone, 10) : undefined;
        if (written === undefined || (instant === undefined && !isMere)) {
          toInstants[start + i] = NaN;
          if (isEmpty(cell)) onEmpty(i);
          else onEmpty(i, written === undefined && isoDate.test(text) ? 'this date does not exist' : expected);
        } else if (instant === undefined || datesOnly) {
          wholeDays = true;
          toInstants[start + i] = remember(instantsByDay, written, () => instantAt(written));
          toDays[start + i] = written;
        } else {
          toInstants[start + i] = instant;
          toDays[start + i] = zone.dayAt(instant);
        }
      }
    },
    finish: () => ({ kind: 'time', instants: instants.finish(), days: days.finish(), wholeDays }),
  };
}
