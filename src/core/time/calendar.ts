import type { Day } from './day.js';
import { addDays, dayOf, partsOf, weekdayOf } from './day.js';

/** How long one point of a series is. */
export type Grain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A unit of whole days. */
export type DayGrain = Exclude<Grain, 'hour'>;

/** How a shop counts its weeks and years. */
export interface Calendar {
  /** 0 is Sunday. */
  readonly weekStart: number;
  /** Month from 1, and day, on which a fiscal year begins. */
  readonly fiscalMonth: number;
  readonly fiscalDate: number;
}

export const weekdays: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** The first day of the unit that holds `day`. */
export function startOf(grain: DayGrain, day: Day, calendar: Calendar): Day {
  if (grain === 'day') return day;
  if (grain === 'week') return addDays(day, -((weekdayOf(day) - calendar.weekStart + 7) % 7));
  const { year, month, date } = partsOf(day);
  if (grain === 'month') return dayOf(year, month, 1);
  // Months since the fiscal year's first month began; a day before the fiscal date still belongs to the month before.
  const passed = month - calendar.fiscalMonth - (date < calendar.fiscalDate ? 1 : 0);
  const months = grain === 'year' ? 12 : 3;
  return dayOf(year, calendar.fiscalMonth + Math.floor(passed / months) * months, calendar.fiscalDate);
}

/** The first day of the unit that lies `count` units after the one that begins on `start`. */
export function shiftStart(grain: DayGrain, start: Day, count: number): Day {
  if (grain === 'day') return addDays(start, count);
  if (grain === 'week') return addDays(start, 7 * count);
  const { year, month, date } = partsOf(start);
  return dayOf(year, month + count * { month: 1, quarter: 3, year: 12 }[grain], date);
}
