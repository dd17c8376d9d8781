import { KpiError, unexpected } from '../error.js';
import type { Calendar, DayGrain } from './calendar.js';
import { shiftStart, startOf } from './calendar.js';
import type { Day } from './day.js';
import { addDays, requireDay } from './day.js';
import type { AsOf, Window } from './window.js';

/** A period with the unit that it is made of: whole units are compared with whole units. */
export interface Period {
  readonly window: Window;
  /** Set where the window is whole units, or the running part of one; undefined for a mere number of days. */
  readonly unit: { readonly grain: DayGrain; readonly count: number } | undefined;
  /** False for `all`, which has nothing before it. */
  readonly comparable: boolean;
}

const expected =
  'today, yesterday, last-N-days, last-N-weeks, last-N-months, this-week, this-month, this-quarter, this-year, ' +
  'last-week, last-month, last-quarter, last-year, all, 2026-01-01/2026-03-31';

const namedUnit = /^(this|last)-(week|month|quarter|year)$/;
const lastN = /^last-(\d{1,4})-(days|weeks|months)$/;

/**
 * The days that a period's name means (catalogue, section 6).
 * @param first the first day that the data reach: where `all` begins
 * @throws KpiError `bad-period`, `bad-date`
 */
export function resolvePeriod(name: string, asOf: AsOf, calendar: Calendar, first: Day): Period {
  const lastComplete = asOf.instant === undefined ? asOf.day : addDays(asOf.day, -1);
  const days = (start: Day, end: Day): Period => ({ window: cut(start, end, asOf), unit: undefined, comparable: true });
  const units = (grain: DayGrain, start: Day, count: number): Period => ({
    window: cut(start, addDays(shiftStart(grain, start, count), -1), asOf),
    unit: { grain, count },
    comparable: true,
  });

  if (name === 'today') return days(asOf.day, asOf.day);
  if (name === 'yesterday') return days(addDays(asOf.day, -1), addDays(asOf.day, -1));
  if (name === 'all') return { ...days(first, asOf.day < first ? first : asOf.day), comparable: false };

  const named = namedUnit.exec(name);
  if (named) {
    const grain = named[2] as DayGrain;
    const current = startOf(grain, asOf.day, calendar);
    return units(grain, named[1] === 'this' ? current : shiftStart(grain, current, -1), 1);
  }

  const counted = lastN.exec(name);
  const count = Number(counted?.[1]);
  if (counted && count > 0) {
    if (counted[2] === 'days') return days(addDays(lastComplete, 1 - count), lastComplete);
    const grain = counted[2] === 'weeks' ? 'week' : 'month';
    return units(grain, shiftStart(grain, startOf(grain, asOf.day, calendar), -count), count);
  }

  if (name.includes('/')) return resolveInterval(name, 'period', asOf, calendar);
  throw unexpected('bad-period', `period: "${name}" is not a period`, 'period', name, expected);
}

/** An ISO interval of inclusive dates; whole months, quarters and years count as such. */
export function resolveInterval(text: string, option: string, asOf: AsOf, calendar: Calendar): Period {
  const [from = '', to = '', ...rest] = text.split('/');
  const start = requireDay(from, option);
  const end = requireDay(to, option);
  if (rest.length > 0 || end < start) {
    const example = '2026-01-01/2026-03-31';
    const message = `${option}: "${text}" is not an interval. Expected two dates, the earlier one first, such as ${example}.`;
    throw new KpiError('bad-period', message, { option, value: text, expected: example });
  }
  return { window: cut(start, end, asOf), unit: wholeUnits(start, end, calendar), comparable: true };
}

/** The largest unit that the days are whole ones of. */
function wholeUnits(start: Day, end: Day, calendar: Calendar): Period['unit'] {
  const after = addDays(end, 1);
  for (const grain of ['year', 'quarter', 'month'] as const) {
    if (startOf(grain, start, calendar) !== start || startOf(grain, after, calendar) !== after) continue;
    let count = 1;
    while (shiftStart(grain, start, count) < after) count++;
    return { grain, count };
  }
  return undefined;
}

/** Ends a window where the current day ends, or stands. */
function cut(start: Day, end: Day, asOf: AsOf): Window {
  if (start > asOf.day) return { start, end, plannedEnd: end, isAhead: true };
  if (end < asOf.day) return { start, end, plannedEnd: end };
  return { start, end: asOf.day, plannedEnd: end, cutoff: asOf.instant };
}
