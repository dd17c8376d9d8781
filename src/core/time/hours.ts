import type { Buckets } from './buckets.js';
import type { Day } from './day.js';
import { addDays, isoOf, MS_PER_DAY } from './day.js';
import type { Window } from './window.js';
import type { Zone } from './zone.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Longer windows are days: nobody looks at more hours than these. */
export const mostDaysOfHours = 92;

/**
 * The hours of a window, by instant: an hour that a clock change skips is not there, one that it repeats is there
 * twice.
 */
export function hoursOf({ start, end, cutoff }: Window, zone: Zone): Buckets {
  const days: number[] = [];
  const from: number[] = [];
  let next = NaN;
  for (let day = start; day <= end; day = addDays(day, 1)) {
    const dayEnd = zone.instantAt(addDays(day, 1) * MS_PER_DAY);
    const until = day === end && cutoff !== undefined ? cutoff : dayEnd;
    for (let at = zone.instantAt(day * MS_PER_DAY); at < until; at = next) {
      next = Math.min(hourAfter(at, zone), dayEnd);
      days.push(day);
      from.push(at);
    }
  }
  const { length } = from;
  const complete = new Uint8Array(length).fill(1);
  // The running hour, if it has begun.
  if (cutoff !== undefined && next > cutoff && days.at(-1) === end) complete[length - 1] = 0;
  const of = Int32Array.from(days);
  const hours = { from: Float64Array.from([...from, next]), zone };
  return { length, starts: of, ends: of, complete, cutoff, hours };
}

/** Where the next hour of the clock on the wall begins, or where the clock is changed to one. */
function hourAfter(at: number, zone: Zone): number {
  const local = zone.localAt(at);
  return at + HOUR - (((local % HOUR) + HOUR) % HOUR);
}

/**
 * The first and the last minute of an hour, as ISO 8601 writes the wall: `2026-03-18T14:00` and `2026-03-18T14:59`;
 * of one that is there twice with its offset, `2026-10-25T02:00+02:00`.
 */
export function writtenHour(
  { starts, hours }: Buckets,
  index: number,
): { readonly start: string; readonly end: string } {
  const { from, zone } = hours!;
  const at = from[index]!;
  const local = zone.localAt(at);
  const hourAt = (other: number): number => Math.floor(zone.localAt(from[other]!) / HOUR);
  const isTwice = [index - 1, index + 1].some(
    (other) => starts[other] === starts[index] && hourAt(other) === hourAt(index),
  );
  const offset = isTwice ? writtenOffset(local - at) : '';
  const minute = (wall: number): string =>
    `${isoOf(Math.floor(wall / MS_PER_DAY) as Day)}T${new Date(wall).toISOString().slice(11, 16)}${offset}`;
  return { start: minute(local), end: minute(local + Math.min(HOUR, from[index + 1]! - at) - MINUTE) };
}

function writtenOffset(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / MINUTE);
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${milliseconds < 0 ? '-' : '+'}${digits.join(':')}`;
}
