import type { Grain } from '../evaluate/question.js';
import type { Calendar } from './calendar.js';
import { shiftStart, startOf } from './calendar.js';
import type { Span, Window } from './window.js';
import { lengthOf } from './window.js';
import { addDays } from './day.js';

/** One point of a series: the part of a unit that lies in the window. */
export interface BucketSpan extends Span {
  /** False where the window's edge or the current moment cuts the unit. */
  readonly complete: boolean;
}

/** Days up to 92, weeks up to 400, else months. */
export function autoGrain(window: Window): Grain {
  const days = lengthOf({ start: window.start, end: window.plannedEnd });
  if (days <= 92) return 'day';
  return days <= 400 ? 'week' : 'month';
}

/** Cuts a window into units of a grain, first to last. */
export function bucketsOf(window: Window, grain: Grain, calendar: Calendar): BucketSpan[] {
  const buckets: BucketSpan[] = [];
  for (let unit = startOf(grain, window.start, calendar); unit <= window.end;) {
    const next = shiftStart(grain, unit, 1);
    const start = unit < window.start ? window.start : unit;
    const last = next > window.end;
    const end = last ? window.end : addDays(next, -1);
    const cutoff = last ? window.cutoff : undefined;
    buckets.push({ start, end, cutoff, complete: start === unit && addDays(end, 1) === next && cutoff === undefined });
    unit = next;
  }
  return buckets;
}
