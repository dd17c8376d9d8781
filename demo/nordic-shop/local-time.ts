import { tzOffset } from '@date-fns/tz';

export const timeZone = 'Europe/Copenhagen';
const minute = 60_000;
const hour = 60 * minute;

// Offsets change on the hour.
const offsets = new Map<number, number>();

function offsetAt(instant: number): number {
  const key = Math.floor(instant / hour);
  let offset = offsets.get(key);
  if (offset === undefined) offsets.set(key, (offset = tzOffset(timeZone, new Date(instant))));
  return offset;
}

/** An instant as the shop's clock shows it, to the minute: `2026-10-31T14:05+01:00`. */
export function localTime(instant: number): string {
  const offset = offsetAt(instant);
  const wall = new Date(instant + offset * minute).toISOString().slice(0, 16);
  return `${wall}+${String(offset / 60).padStart(2, '0')}:00`;
}

/** The shop's date at an instant. */
export const localDate = (instant: number): string => localTime(instant).slice(0, 10);

/** The first instant of a date in the shop, which is never in the hour that the clocks change. */
export function midnight(date: string): number {
  const utc = Date.parse(date);
  return utc - offsetAt(utc - hour) * minute;
}
