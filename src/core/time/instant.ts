import { isDigit, twoDigits } from '../digits.js';
import type { Day } from './day.js';
import { MS_PER_DAY } from './day.js';
import type { Zone } from './zone.js';

const blank = 32;
const comma = 44;
const point = 46;
const colon = 58;
const bigT = 84;
const smallT = 116;

/**
 * The instant that an ISO 8601 time of day means on a date, in epoch milliseconds. Without an offset it is local to
 * the zone. NaN where the text is none.
 * @param text what stands behind the date, such as `T14:05:00+01:00`
 * @param from where in the text that begins
 */
export function instantOn(day: Day, text: string, zone: Zone, from = 0): number {
  const seconds = secondsAt(text, from);
  const hasSeconds = text.charCodeAt(from + 6) === colon;
  const at = from + (hasSeconds ? 9 : 6);
  const end = hasSeconds ? endOfFraction(text, at) : at;
  if (seconds < 0 || end < 0) return NaN;
  const fraction = end > at ? Number(`0.${text.slice(at + 1, end)}`) : 0;
  // Nothing is later than 24:00.
  if (fraction > 0 && text.startsWith('24', from + 1)) return NaN;
  const local = day * MS_PER_DAY + seconds * 1000 + Math.floor(fraction * 1000);
  const rest = end < text.length ? text.slice(end).trimStart() : '';
  return rest === '' ? zone.instantAt(local) : local - offsetOf(rest);
}

/** The seconds of a time such as `T14:05` or ` 14:05:09`; -1 where it is none. By hand: there may be millions of them. */
function secondsAt(text: string, from: number): number {
  const mark = text.charCodeAt(from);
  if ((mark !== bigT && mark !== blank && mark !== smallT) || text.charCodeAt(from + 3) !== colon) return -1;
  const hours = twoDigits(text, from + 1);
  const minutes = twoDigits(text, from + 4);
  const seconds = text.charCodeAt(from + 6) === colon ? twoDigits(text, from + 7) : 0;
  // 24:00 is the end of the day; a leap second is the next minute's first.
  const isTime = hours + minutes + seconds >= 0 && minutes < 60 && seconds <= 60;
  return isTime && hours <= (minutes + seconds > 0 ? 23 : 24) ? hours * 3600 + minutes * 60 + seconds : -1;
}

/** Where a fraction of one to nine digits ends, or what stands in its place begins; -1 for other fractions. */
function endOfFraction(text: string, at: number): number {
  const mark = text.charCodeAt(at);
  if (mark !== point && mark !== comma) return at;
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  return end > at + 1 && end <= at + 10 ? end : -1;
}

const offsets = new Map([
  ['Z', 0],
  ['z', 0],
]);

/** Milliseconds of `Z`, `+01:00`, `+0100` or `+01`, which is nowhere 24 hours; NaN for anything else. */
function offsetOf(text: string): number {
  const known = offsets.get(text);
  if (known !== undefined) return known;
  const match = /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/.exec(text);
  if (!match) return NaN;
  const [, sign, hours = '', minutes = '0'] = match;
  const offset = (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes));
  offsets.set(text, offset);
  return offset;
}
