import type { AsOf, Window } from '../../../src/core/time/window.js';
import type { Day } from '../../../src/core/time/day.js';
import { dayFromIso, isoOf } from '../../../src/core/time/day.js';
import type { Zone } from '../../../src/core/time/zone.js';

/** The day of an ISO date that a test writes down. */
export function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === undefined) throw new Error(`${iso} is not a date`);
  return found;
}

/** Local milliseconds of a wall clock written as `2026-03-29T02:30`. */
export const wall = (text: string): number => Date.parse(`${text}Z`);

/** `2026-03-18` is that day, complete; `2026-03-18T10:00` that moment on the wall of the zone. */
export function asOf(text: string, zone: Zone): AsOf {
  const instant = text.length > 10 ? zone.instantAt(wall(text)) : undefined;
  return { day: day(text.slice(0, 10)), instant };
}

/** A window as `start/end`, with ` of plannedEnd` where it is running and ` at HH:MM` where its last day is cut. */
export function written(window: Window, zone: Zone): string {
  const planned = window.plannedEnd === window.end ? '' : ` of ${isoOf(window.plannedEnd)}`;
  const cut =
    window.cutoff === undefined ? '' : ` at ${new Date(zone.localAt(window.cutoff)).toISOString().slice(11, 16)}`;
  return `${isoOf(window.start)}/${isoOf(window.end)}${planned}${cut}`;
}
