import type { Grain } from './calendar.js';
import { remember } from '../remember.js';
import type { Calendar, DayGrain } from './calendar.js';
import { shiftStart, startOf } from './calendar.js';
import type { Day } from './day.js';
import { isoOf } from './day.js';
import { mostDaysOfHours, writtenHour } from './hours.js';
import type { Span, Window } from './window.js';
import { lengthOf } from './window.js';
import type { Zone } from './zone.js';

/** The points of a series, as columns: the part of each unit that lies in the window, first to last. */
export interface Buckets {
  readonly length: number;
  /** First and last day of each. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1; 0 where the window's edge or the current moment cuts the unit. */
  readonly complete: Uint8Array;
  /** The instant at which the last one is cut off, exclusive; undefined where it counts in full. */
  readonly cutoff: number | undefined;
  /** Where they are hours: the instants at which each begins, and the end of the last one. */
  readonly hours?: { readonly from: Float64Array; readonly zone: Zone } | undefined;
}

/**
 * The grain of a series: hours up to two days, days up to 92, weeks up to 400, else months.
 * @param hasHours whether rows are known by their instant; where they are not, hours are days
 */
export function grainFor(asked: Grain | 'auto', window: Window, hasHours: boolean): Grain {
  const days = lengthOf({ start: window.start, end: window.plannedEnd });
  if (asked === 'hour' || (asked === 'auto' && days <= 2)) return hasHours && days <= mostDaysOfHours ? 'hour' : 'day';
  if (asked !== 'auto') return asked;
  if (days <= 92) return 'day';
  return days <= 400 ? 'week' : 'month';
}

/** Cuts a window into units of whole days, first to last. */
export function bucketsOf(window: Window, grain: DayGrain, calendar: Calendar): Buckets {
  // Days are many, and need no calendar.
  if (grain === 'day') return daysOf(window);
  const { start, end, cutoff } = window;
  const units = new Int32Array(Math.max(0, lengthOf(window)) + 1);
  let length = 0;
  let unit: number = startOf(grain, start, calendar);
  for (; unit <= end; unit = shiftStart(grain, unit as Day, 1)) units[length++] = unit;
  units[length] = unit;
  const starts = units.slice(0, length);
  const ends = units.slice(1, length + 1);
  for (let index = 0; index < length; index++) ends[index]!--;
  const last = length - 1;
  const complete = new Uint8Array(length).fill(1);
  if (last >= 0) {
    // Only the window's edges cut a unit.
    if (starts[0]! < start) [starts[0], complete[0]] = [start, 0];
    if (ends[last]! > end || cutoff !== undefined) [ends[last], complete[last]] = [end, 0];
  }
  return { length, starts, ends, complete, cutoff };
}

const daysBySpan = new WeakMap<Span, Buckets>();

/** The days of a span; worked out once, for all that share it. */
export const daysOf = (span: Span): Buckets => remember(daysBySpan, span, () => countDays(span));

function countDays({ start, end, cutoff }: Span): Buckets {
  const length = Math.max(0, end - start + 1);
  const days = new Int32Array(length);
  for (let index = 0; index < length; index++) days[index] = start + index;
  const complete = new Uint8Array(length).fill(1);
  if (cutoff !== undefined) complete[length - 1] = 0;
  return { length, starts: days, ends: days, complete, cutoff };
}

/** Whether each is a day, from the first of its window to the last. */
export const areDays = ({ starts, ends, hours }: Buckets): boolean => starts === ends && !hours;

/** The same one by one. */
export const spansOf = ({ starts, ends, cutoff, hours }: Buckets): Span[] =>
  Array.from(starts, (start, index) => ({
    start: start as Day,
    end: ends[index] as Day,
    from: hours?.from[index],
    cutoff: index === starts.length - 1 ? cutoff : undefined,
  }));

/** The ISO dates of the first and the last day of one, or the local times of its first and last minute. */
export const writtenBucket = (buckets: Buckets, index: number): { readonly start: string; readonly end: string } =>
  buckets.hours
    ? writtenHour(buckets, index)
    : { start: isoOf(buckets.starts[index] as Day), end: isoOf(buckets.ends[index] as Day) };
