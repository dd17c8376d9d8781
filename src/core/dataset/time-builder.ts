import type { Day } from '../time/day.js';
import { dayFromIso, MS_PER_DAY } from '../time/day.js';
import { instantOn } from '../time/instant.js';
import type { Zone } from '../time/zone.js';
import type { TimeColumn } from './column.js';
import { Growing } from './growing.js';

const expected = 'expected an ISO 8601 date or date-time such as 2026-01-31 or 2026-01-31T14:05:00+01:00';

/** Collects times. A time without an offset is local to the data's zone; a mere date is the whole local day. */
export class TimeBuilder {
  readonly #instants = new Growing((length) => new Float64Array(length));
  readonly #days = new Growing((length) => new Int32Array(length));
  readonly #zone: Zone;
  readonly #datesOnly: boolean;
  #wholeDays = false;
  // Rows come in runs of the same day.
  #lastDate = '';
  #lastDay: Day | undefined;

  /** @param datesOnly whether a time of day counts for nothing: the date stands as it is written */
  constructor(zone: Zone, datesOnly = false) {
    this.#zone = zone;
    this.#datesOnly = datesOnly;
  }

  /** Takes a cell, or says what was expected; a refused cell stays empty. */
  append(cell: unknown): string | undefined {
    if (cell == null || cell === '') return this.#push(NaN, 0 as Day);
    if (cell instanceof Date && !Number.isNaN(cell.getTime())) {
      const day = this.#zone.dayAt(cell.getTime());
      return this.#datesOnly ? this.#pushDay(day) : this.#pushInstant(cell.getTime());
    }
    const text = typeof cell === 'string' ? cell.trim() : '';
    const day = this.#dayOf(text.slice(0, 10));
    if (day === undefined) return this.#push(NaN, 0 as Day, dateProblem(text));
    if (text.length === 10) return this.#pushDay(day);
    const instant = instantOn(day, text.slice(10), this.#zone);
    if (instant === undefined) return this.#push(NaN, 0 as Day, expected);
    return this.#datesOnly ? this.#pushDay(day) : this.#pushInstant(instant);
  }

  finish(): TimeColumn {
    return { kind: 'time', instants: this.#instants.finish(), days: this.#days.finish(), wholeDays: this.#wholeDays };
  }

  #dayOf(date: string): Day | undefined {
    if (date !== this.#lastDate) {
      this.#lastDate = date;
      this.#lastDay = dayFromIso(date);
    }
    return this.#lastDay;
  }

  #pushDay(day: Day): undefined {
    this.#wholeDays = true;
    this.#push(this.#zone.instantAt(day * MS_PER_DAY), day);
  }

  #pushInstant(instant: number): undefined {
    this.#push(instant, this.#zone.dayAt(instant));
  }

  #push(instant: number, day: Day, problem?: string): string | undefined {
    this.#instants.push(instant);
    this.#days.push(day);
    return problem;
  }
}

function dateProblem(text: string): string {
  return /^\d{4}-\d\d-\d\d/.test(text) ? 'this date does not exist' : expected;
}
