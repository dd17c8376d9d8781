import type { Day } from '../time/day.js';
import { dayFromIso, digitsOfDate, MS_PER_DAY } from '../time/day.js';
import { instantOn } from '../time/instant.js';
import { remember } from '../remember.js';
import type { Zone } from '../time/zone.js';
import type { TimeColumn } from './column.js';
import type { CellProblem, ColumnBuilder } from './column-builder.js';
import { isEmpty } from './column-builder.js';
import { Growing } from './growing.js';

const notADate: CellProblem = {
  code: 'not-a-date',
  words: 'expected an ISO 8601 date or date-time such as 2026-01-31 or 2026-01-31T14:05:00+01:00',
};
const noSuchDate: CellProblem = { code: 'no-such-date', words: 'this date does not exist' };

/**
 * Collects times. A time without an offset is local to the data's zone; a mere date is the whole local day.
 * @param datesOnly whether a time of day counts for nothing: the date stands as it is written
 * @param untilNight whether a mere date means the end of its day
 */
export function timeBuilder(zone: Zone, datesOnly = false, untilNight = false): ColumnBuilder<TimeColumn> {
  const instants = new Growing(Float64Array);
  const days = new Growing(Int32Array);
  let wholeDays = false;
  // Many rows are of the same few days.
  const daysByDate = new Map<number, Day | undefined>();
  const instantsByDay = new Map<Day, number>();

  /** The instant at which a mere date stands. */
  const instantAt = (day: Day): number =>
    untilNight ? zone.instantAt((day + 1) * MS_PER_DAY) - 1 : zone.instantAt(day * MS_PER_DAY);

  return {
    append(cells, count, onEmpty, ofAll) {
      const start = instants.length;
      const toInstants = instants.extend(count, ofAll);
      const toDays = days.extend(count, ofAll);
      // Most are of the same day as the row before.
      let date = -1;
      let dayOfDate: Day | undefined;
      for (let i = 0; i < count; i++) {
        const cell = cells[i];
        // The date as it is written, and the instant, NaN where there is none.
        let written: Day | undefined;
        let instant = NaN;
        let isMere = false;
        if (typeof cell === 'string') {
          const text = cell.trim();
          const digits = digitsOfDate(text);
          if (digits !== date) {
            date = digits;
            dayOfDate = digits < 0 ? undefined : remember(daysByDate, digits, () => dayFromIso(text.slice(0, 10)));
          }
          written = dayOfDate;
          isMere = text.length === 10;
          if (written !== undefined && !isMere) instant = instantOn(written, text, zone, 10);
        } else if (cell instanceof Date) {
          instant = cell.getTime();
          if (!Number.isNaN(instant)) written = zone.dayAt(instant);
        }
        if (written === undefined || (Number.isNaN(instant) && !isMere)) {
          toInstants[start + i] = NaN;
          if (isEmpty(cell)) onEmpty(i);
          else onEmpty(i, problemOf(cell));
        } else if (isMere || datesOnly) {
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

/** What is wrong with a cell that is no time. */
function problemOf(cell: unknown): CellProblem {
  const text = typeof cell === 'string' ? cell.trim() : '';
  const isDate = digitsOfDate(text) >= 0;
  return isDate && dayFromIso(text.slice(0, 10)) === undefined ? noSuchDate : notADate;
}
