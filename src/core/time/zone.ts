import { tzOffset } from '@date-fns/tz/tzOffset';
import { unexpected } from '../error.js';
import { remember } from '../remember.js';
import type { Day } from './day.js';
import { MS_PER_DAY } from './day.js';

/** A time zone that places rows by comparing numbers: Intl is asked for the borders of its offsets alone. */
export interface Zone {
  /** IANA name. */
  readonly id: string;
  /** The local day that holds an instant, given in epoch milliseconds. */
  dayAt(instant: number): Day;
  /** An instant as local milliseconds: what a clock on the wall shows, counted from its own 1970-01-01. */
  localAt(instant: number): number;
  /** The instant at which the wall shows `local`. A skipped time moves on to the next there is; of one shown twice, the first. */
  instantAt(local: number): number;
}

const WEEK = 7 * MS_PER_DAY;
const zones = new Map<string, Zone>();

/** @throws KpiError `bad-time-zone` */
export function zoneOf(id: string): Zone {
  return remember(zones, id, () => {
    // The first question to Intl loads its language data, which UTC needs nothing of.
    if (id === 'UTC' || (id && !Number.isNaN(tzOffset(id, new Date(0))))) return createZone(id);
    const expected = 'an IANA name such as Europe/Copenhagen';
    throw unexpected(
      'bad-time-zone',
      `timeZone: "${id}" is not a time zone`,
      'timeZone',
      id,
      expected,
      'Europe/Copenhagen',
    );
  });
}

function createZone(id: string): Zone {
  // A week ends where the next one begins.
  const known = new Map<number, number>();
  const askIntl = (instant: number): number =>
    remember(known, instant, () => (id === 'UTC' ? 0 : tzOffset(id, new Date(instant)) * 60_000));
  /** Offsets and the instant from which each holds, by the week since 1970 that they were found in. */
  const weeks = new Map<number, readonly [border: number, before: number, after: number]>();
  // Rows come in runs of the same week, so the last one is nearly always the one.
  let week = NaN;
  let border = 0;
  let before = 0;
  let after = 0;

  function offsetAt(instant: number): number {
    const asked = Math.floor(instant / WEEK);
    if (asked !== week) {
      week = asked;
      [border, before, after] = remember(weeks, week, () => changeWithin(week * WEEK, (week + 1) * WEEK, askIntl));
    }
    return instant < border ? before : after;
  }

  const localAt = (instant: number): number => instant + offsetAt(instant);
  return {
    id,
    localAt,
    dayAt: (instant) => Math.floor(localAt(instant) / MS_PER_DAY) as Day,
    instantAt(local) {
      // The two offsets that may hold around the time; they differ only next to a clock change.
      const earlier = offsetAt(local - MS_PER_DAY);
      const later = offsetAt(local + MS_PER_DAY);
      const first = local - Math.max(earlier, later);
      if (localAt(first) === local) return first;
      const second = local - Math.min(earlier, later);
      if (localAt(second) === local) return second;
      return changeWithin(first, second + 1000, offsetAt)[0];
    },
  };
}

/** Where the offset changes from one instant to another, to the second; no zone changes twice within a week. */
function changeWithin(from: number, to: number, offsetAt: (instant: number) => number): [number, number, number] {
  const before = offsetAt(from);
  const after = offsetAt(to);
  if (before === after) return [from, before, after];
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return [high, before, after];
}
