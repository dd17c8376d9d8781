import { unexpected } from '../error.js';
import { remember } from '../remember.js';
import { twoDigits } from '../digits.js';

declare const dayBrand: unique symbol;

/** A local calendar day: days since 1970-01-01. It knows no zone and no clock change. */
export type Day = number & { readonly [dayBrand]: true };

const hyphen = 45;
export const MS_PER_DAY = 86_400_000;

/** The day of a year, a month from 1 and a day of the month; values beyond a month's end run on into the next. */
export const dayOf = (year: number, month: number, date: number): Day =>
  (Date.UTC(year, month - 1, date) / MS_PER_DAY) as Day;

export const addDays = (day: Day, count: number): Day => (day + count) as Day;

export function partsOf(day: Day): { year: number; month: number; date: number } {
  const utc = new Date(day * MS_PER_DAY);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
}

/** The same date one year earlier; 28 February for the 29th. */
export function yearBefore(day: Day): Day {
  const { year, month, date } = partsOf(day);
  return dayOf(year - 1, month, month === 2 && date === 29 ? 28 : date);
}

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

/** Every point of every line has its date, and all lines of a page stand on the same few days. */
const written = new Map<Day, string>();

/** ISO 8601, such as `2026-01-31`. */
export function isoOf(day: Day): string {
  return remember(written, day, () => new Date(day * MS_PER_DAY).toISOString().slice(0, 10));
}

/** The day of an ISO date; undefined where the text is none, or the date does not exist. */
export function dayFromIso(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoOf(day) === text ? day : undefined;
}

/** The digits of the ISO date that a text begins with, such as 20260131; below 0 where there is none. */
export const digitsOfDate = (text: string): number =>
  text.charCodeAt(4) === hyphen && text.charCodeAt(7) === hyphen
    ? twoDigits(text, 0) * 1_000_000 + twoDigits(text, 2) * 10_000 + twoDigits(text, 5) * 100 + twoDigits(text, 8)
    : -1;

/** The day of an ISO date that somebody asked for by `option`. @throws KpiError `bad-date` */
export function requireDay(text: string, option: string): Day {
  const day = dayFromIso(text);
  if (day !== undefined) return day;
  const expected = 'an ISO date that exists, such as 2026-01-31';
  throw unexpected('bad-date', `${option}: "${text}" is not a date`, option, text, expected, '2026-01-31');
}
