import type { Day } from './day.js';
import { addDays, isoOf, MS_PER_DAY } from './day.js';
import type { Zone } from './zone.js';

/** Inclusive local days; what one figure is computed over. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
  /** Of an hour: the instant at which it begins; it ends where the next one does. */
  readonly from?: number | undefined;
  /** The instant at which the last day is cut off, exclusive; undefined where it counts in full. */
  readonly cutoff?: number | undefined;
  /** Where it is cut off: how much of the last day counts, between 0 and 1. */
  readonly passed?: number | undefined;
}

/** A span as a period or a comparison gives it. */
export interface Window extends Span {
  /** The end as asked, which lies later than `end` while the window is still running. */
  readonly plannedEnd: Day;
  /** Whether it lies after the current day. */
  readonly isAhead?: boolean;
}

/** A window with the comparison that it is of. */
export interface NamedWindow {
  readonly name: string;
  readonly window: Window;
}

/** From which day to which the data speak. */
export interface CoveredDays {
  readonly first: Day;
  readonly last: Day;
  /** Days between them on which they do not. */
  readonly gaps?: readonly Pick<CoveredDays, 'first' | 'last'>[] | undefined;
}

/** How many days of a span the data know. */
export function knownDaysOf({ first, last, gaps = [] }: CoveredDays, { start, end }: Span): number {
  const common = (from: Day, to: Day): number => Math.max(0, Math.min(end, to) - Math.max(start, from) + 1);
  return gaps.reduce((days, gap) => days - common(gap.first, gap.last), common(first, last));
}

/** Intervals that touch or overlap are one. */
export function joined(intervals: readonly CoveredDays[]): CoveredDays[] {
  const apart: CoveredDays[] = [];
  for (const { first, last } of intervals.toSorted((a, b) => a.first - b.first)) {
    const before = apart.at(-1);
    if (!before || first > before.last + 1) apart.push({ first, last });
    else if (last > before.last) apart[apart.length - 1] = { first: before.first, last };
  }
  return apart;
}

/** The current day, and the instant at which it stands while it is still running. */
export interface AsOf {
  readonly day: Day;
  readonly instant: number | undefined;
}

/** The day before a span, which leaves its opening stock. */
export const dayBefore = ({ start }: Span): Span => ({ start: addDays(start, -1), end: addDays(start, -1) });

export const lengthOf = (span: Span): number => span.end - span.start + 1;

/** How much of a span's last day counts: a running day as far as its 23, 24 or 25 hours have passed. */
export function elapsedOn({ end, cutoff }: Span, zone: Zone): number {
  if (cutoff === undefined) return 1;
  const dayStart = zone.instantAt(end * MS_PER_DAY);
  return (cutoff - dayStart) / (zone.instantAt((end + 1) * MS_PER_DAY) - dayStart);
}

export const isRunning = (window: Window): boolean => window.plannedEnd > window.end || window.cutoff !== undefined;

/** Inclusive local dates, ISO. */
export interface ResultWindow {
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  /** False while the window is still running, or yet to come. */
  readonly complete: boolean;
  /** Where a running window stops inside its last day: local time of day, `HH:MM`. */
  readonly until: string | undefined;
}

/** The window as a result carries it. */
export function describeWindow(window: Window, zone: Zone): ResultWindow {
  const { cutoff } = window;
  return {
    start: isoOf(window.start),
    end: isoOf(window.end),
    timeZone: zone.id,
    complete: !isRunning(window) && !window.isAhead,
    until:
      cutoff === undefined
        ? undefined
        : new Date(Math.min(zone.localAt(cutoff), (window.end + 1) * MS_PER_DAY - 1)).toISOString().slice(11, 16),
  };
}
