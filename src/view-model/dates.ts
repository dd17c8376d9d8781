import type { Grain } from '../core/time/calendar.js';
import type { ResultWindow } from '../core/time/window.js';
import type { Words } from './words.js';

/** Inclusive local ISO dates, or local times of the first and last minute: `2026-03-18T14:00`. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

const MS_PER_DAY = 86_400_000;

/** A local date stands for itself: it is written as its own noon in UTC, whatever the shop's zone. */
const noon = (iso: string): Date => new Date(`${iso.slice(0, 10)}T12:00:00Z`);

/** A local time stands for itself too; behind it there may be its offset. */
export const wall = (iso: string): Date => new Date(`${iso.slice(0, 16)}Z`);

const yearOf = (iso: string): string => iso.slice(0, 4);
const monthOf = (iso: string): number => Number(iso.slice(5, 7));

/** How many days, both ends counted. */
export const daysIn = ({ start, end }: DateRange): number =>
  Math.round((noon(end).getTime() - noon(start).getTime()) / MS_PER_DAY) + 1;

/** "2025", "Q3 2025", "November 2025", "Oct – Nov 2025", "20 Nov 2025" or "24 Oct – 20 Nov 2025". */
export function rangeText(range: DateRange, words: Words, { year = true } = {}): string {
  // Slow to write, and all widgets of a page write the same few.
  return words.once(`${range.start}/${range.end} ${year}`, () => writeRange(range, words, year));
}

function writeRange(range: DateRange, words: Words, year: boolean): string {
  const { start, end } = range;
  const months = wholeMonths(range);
  if (months === 12 && monthOf(start) === 1) return words.date({ year: 'numeric' }).format(noon(start));
  if (months === 3 && monthOf(start) % 3 === 1) {
    return words.say('quarter', { quarter: String(Math.ceil(monthOf(start) / 3)), year: yearOf(start) });
  }
  if (months === 1) return words.date({ month: 'long', year: 'numeric' }).format(noon(start));
  if (months > 1) return words.date({ month: 'short', year: 'numeric' }).formatRange(noon(start), noon(end));
  const format = words.date({ day: 'numeric', month: 'short', ...(year && { year: 'numeric' }) });
  return start === end ? format.format(noon(start)) : format.formatRange(noon(start), noon(end));
}

/** "20 Nov 2025" */
export const dayText = (iso: string, words: Words): string =>
  words.date({ day: 'numeric', month: 'short', year: 'numeric' }).format(noon(iso));

/** A window in words; one that is still running says so. */
export function windowText(window: ResultWindow, words: Words): string {
  const period = rangeText(window, words);
  if (window.complete) return period;
  return window.until === undefined ? words.say('period.running', { period }) : untilText(period, window.until, words);
}

/** Dates of which the last counts up to a time. @param until `HH:MM` */
export function untilText(period: string, until: string | undefined, words: Words): string {
  const time = words.date({ hour: 'numeric', minute: '2-digit' }).format(new Date(`1970-01-01T${until}:00Z`));
  return words.say('period.until', { period, time });
}

/** Another window beside the one that is shown: without the year where both lie in the same one. */
export function besideText(other: DateRange, shown: DateRange, words: Words): string {
  const years = new Set([other.start, other.end, shown.start, shown.end].map(yearOf));
  return rangeText(other, words, { year: years.size > 1 });
}

/** An hour in full; one that a clock change repeats with its offset. */
function hourText({ start, end }: DateRange, words: Words): string {
  const hour = words.date({ dateStyle: 'full', timeStyle: 'short' }).formatRange(wall(start), wall(end));
  const offset = start.slice(16);
  return offset ? words.aside(hour, `UTC${offset.replace('-', '−')}`) : hour;
}

/** A point of a series in full: "Thursday, 20 November 2025", "Week 47, 17 – 23 Nov 2025", "November 2025". */
export function pointLabel(point: DateRange, grain: Grain, words: Words): string {
  if (grain === 'hour') return hourText(point, words);
  if (grain === 'day') return words.date({ dateStyle: 'full' }).format(noon(point.start));
  const period = rangeText(point, words);
  if (isFiscalYear(point, grain)) return words.aside(fiscalYear(point, words), period);
  if (grain !== 'week' || !isoWeekHolds(point)) return period;
  return words.say('week', { week: String(isoWeek(point.start)), period });
}

/** A point on an axis: "20 Nov", "Nov", "Q4 2025", "2025"; "14:00", and the date where one begins; with the year where `years` go by on the axis. */
export function tickText(point: DateRange, grain: Grain, words: Words, years: boolean): string {
  const year = years ? ({ year: 'numeric' } as const) : {};
  switch (grain) {
    case 'hour':
      if (point.start.slice(11, 13) !== '00')
        return words.date({ hour: 'numeric', minute: '2-digit' }).format(wall(point.start));
      return words.date({ day: 'numeric', month: 'short' }).format(wall(point.start));
    case 'day':
    case 'week':
      return words.date({ day: 'numeric', month: 'short', ...year }).format(noon(point.start));
    case 'month':
      return words.date({ month: 'short', ...year }).format(noon(point.start));
    case 'quarter':
    case 'year':
      return isFiscalYear(point, grain) ? fiscalYear(point, words) : rangeText(point, words);
  }
}

/** Whether ticks of this grain need their year to be told apart. */
export function needsYear(range: DateRange, grain: Grain): boolean {
  return grain === 'month' ? yearOf(range.start) !== yearOf(range.end) : daysIn(range) > 366;
}

/** A whole year that begins on another day than 1 January. */
function isFiscalYear({ start, end }: DateRange, grain: Grain): boolean {
  const after = new Date(noon(end).getTime() + MS_PER_DAY).toISOString().slice(0, 10);
  const isWhole = after.slice(5) === start.slice(5) && Number(yearOf(after)) === Number(yearOf(start)) + 1;
  return grain === 'year' && isWhole && !start.endsWith('-01-01');
}

/** It is called by the year in which it ends. */
const fiscalYear = ({ end }: DateRange, words: Words): string => words.say('fiscal-year', { year: yearOf(end) });

/** How many whole calendar months; 0 where an edge cuts one. */
function wholeMonths({ start, end }: DateRange): number {
  const after = new Date(noon(end).getTime() + MS_PER_DAY);
  if (!start.endsWith('-01') || after.getUTCDate() !== 1) return 0;
  return (after.getUTCFullYear() - Number(yearOf(start))) * 12 + after.getUTCMonth() + 1 - monthOf(start);
}

/** ISO weeks begin on Monday; a bucket of weeks that begin otherwise has no ISO number. */
const isoWeekHolds = ({ start, end }: DateRange): boolean =>
  noon(start).getUTCDay() === 1 || noon(end).getUTCDay() === 0;

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(iso: string): number {
  const date = noon(iso);
  date.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / (7 * MS_PER_DAY)) + 1;
}
