import type { Day } from './day.js';
import { MS_PER_DAY } from './day.js';
import type { Zone } from './zone.js';

/** Hours, minutes, seconds with a fraction, and the offset, which is nowhere 24 hours. */
const timeOfDay = /^[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/i;

/**
 * The instant that an ISO 8601 time of day means on a date, in epoch milliseconds. Without an offset it is local to
 * the zone. Undefined where the text is none.
 * @param text what stands behind the date, such as `T14:05:00+01:00`
 */
export function instantOn(day: Day, text: string, zone: Zone): number | undefined {
  const match = timeOfDay.exec(text);
  if (!match) return undefined;
  const [, hours = '', minutes = '', seconds = '0', fraction = '0', offset] = match;
  if (Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  // 24:00 is the end of the day, and nothing is later.
  if (Number(hours) > (Number(minutes) + Number(seconds) + Number(fraction) > 0 ? 23 : 24)) return undefined;
  const local =
    day * MS_PER_DAY +
    Number(hours) * 3_600_000 +
    Number(minutes) * 60_000 +
    Number(seconds) * 1000 +
    Math.floor(Number(`0.${fraction}`) * 1000);
  return offset ? local - offsetOf(offset) : zone.instantAt(local);
}

/** Milliseconds of `Z`, `+01:00`, `+0100` or `+01`. */
function offsetOf(text: string): number {
  if (text === 'Z' || text === 'z') return 0;
  const digits = text.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3) || 0);
  return (digits.startsWith('-') ? -minutes : minutes) * 60_000;
}
