import type { Day } from './day.js';
import { MS_PER_DAY } from './day.js';
import type { Zone } from './zone.js';

const zero = 48;
const colon = 58;

/**
 * The instant that an ISO 8601 time of day means on a date, in epoch milliseconds. Without an offset it is local to
 * the zone. Undefined where the text is none.
 * @param text what stands behind the date, such as `T14:05:00+01:00`
 * @param from where in the text that begins
 */
export function instantOn(day: Day, text: string, zone: Zone, from = 0): number | undefined {
  // By hand, not by a regular expression: tables of a million rows have a million of these.
  const mark = text[from];
  if ((mark !== 'T' && mark !== ' ' && mark !== 't') || text.charCodeAt(from + 3) !== colon) return undefined;
  const hours = twoDigits(text, from + 1);
  const minutes = twoDigits(text, from + 4);
  let at = from + 6;
  let seconds = 0;
  let milliseconds = 0;
  if (text.charCodeAt(at) === colon) {
    seconds = twoDigits(text, at + 1);
    at += 3;
    if (text[at] === '.' || text[at] === ',') {
      const first = ++at;
      for (let unit = 100; isDigit(text.charCodeAt(at)); unit /= 10) milliseconds += digitAt(text, at++) * unit;
      if (at === first || at > first + 9) return undefined;
    }
  }
  // A leap second is the next minute's first. 24:00 is the end of the day, and nothing is later.
  if (minutes > 59 || seconds > 60 || hours > (minutes + seconds + milliseconds > 0 ? 23 : 24)) return undefined;
  const local = day * MS_PER_DAY + hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + Math.floor(milliseconds);
  const rest = text.slice(at).trimStart();
  if (rest === '') return zone.instantAt(local);
  const offset = offsetOf(rest);
  return offset === undefined ? undefined : local - offset;
}

const isDigit = (code: number): boolean => code >= zero && code < zero + 10;

const digitAt = (text: string, at: number): number => text.charCodeAt(at) - zero;

/** What two digits at a place come to; 100 where something else stands there. */
const twoDigits = (text: string, at: number): number =>
  isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))
    ? 10 * digitAt(text, at) + digitAt(text, at + 1)
    : 100;

const offsets = new Map([
  ['Z', 0],
  ['z', 0],
]);

/** Milliseconds of `Z`, `+01:00`, `+0100` or `+01`, which is nowhere 24 hours; undefined for anything else. */
function offsetOf(text: string): number | undefined {
  const known = offsets.get(text);
  const match = known === undefined ? /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/.exec(text) : null;
  if (!match) return known;
  const [, sign, hours = '', minutes = '0'] = match;
  const offset = (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes));
  offsets.set(text, offset);
  return offset;
}
