import type { Bounds, WindowFigures } from '../dataset/measure-source.js';
import type { Buckets } from '../time/buckets.js';
import type { Day } from '../time/day.js';
import { isoOf } from '../time/day.js';
import type { CoveredDays, Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';
import type { Reading } from './reading.js';
import type { Reason } from './result.js';

/** What a formula is fed for one span: a number for each measure, or why there is none. */
export interface Fed {
  readonly inputs: Readonly<Record<string, number>>;
  readonly reason: Reason | undefined;
  /** How many days of the span the data know, and do not know. */
  readonly days: number;
  readonly missingDays: number;
}

/** The same for every bucket of a window, as columns. */
export interface FedColumns {
  readonly inputs: Readonly<Record<string, Float64Array>>;
  readonly days: Float64Array;
  /** 1 where each measure has a number. */
  readonly known: Uint8Array;
}

/** A window as a whole, and its buckets: one, with its reason, or all of them. */
export interface FedWindow {
  readonly whole: Fed;
  readonly at: (bucket: number) => Fed;
  readonly columns: () => FedColumns;
}

/** Adds up what has been read over a window, for one segment. */
export function fedWindow(
  readings: ReadonlyMap<string, Reading>,
  key: string,
  window: Span,
  buckets: Buckets | undefined,
  covered: CoveredDays,
): FedWindow {
  const known = knownDays(readings, key, window, covered);
  const figures = new Map([...readings].map(([measure, reading]) => [measure, figuresOf(reading, key, known)]));

  function over({ start, end }: Span, bucket: number | undefined): Fed {
    const [from, to] = [start - window.start, end - window.start];
    const days = countDays(known, from, to);
    const inputs: Record<string, number> = {};
    let reason: Reason | undefined;
    if (days === 0) reason = { code: 'outside-coverage', first: isoOf(covered.first), last: isoOf(covered.last) };
    for (const [measure, figureOver] of figures) {
      if (days === 0) break;
      const figure = figureOver(from, to, bucket);
      if (typeof figure !== 'number') reason ??= notAdditive(measure, figure);
      else if (Number.isNaN(figure)) reason ??= { code: 'no-values', measure };
      else inputs[measure] = figure;
    }
    return { inputs, days, missingDays: to - from + 1 - days, reason };
  }

  return {
    whole: over(window, undefined),
    at: (bucket) => over({ start: buckets!.starts[bucket] as Day, end: buckets!.ends[bucket] as Day }, bucket),
    columns() {
      const { length, starts, ends } = buckets!;
      const days = new Float64Array(length);
      const hasAll = new Uint8Array(length);
      for (let index = 0; index < length; index++) {
        days[index] = countDays(known, starts[index]! - window.start, ends[index]! - window.start);
        if (days[index]! > 0) hasAll[index] = 1;
      }
      const inputs: Record<string, Float64Array> = {};
      for (const [measure, figureOver] of figures) {
        const column = (inputs[measure] = new Float64Array(length));
        for (let index = 0; index < length; index++) {
          const figure = figureOver(starts[index]! - window.start, ends[index]! - window.start, index);
          column[index] = typeof figure === 'number' ? figure : NaN;
          if (Number.isNaN(column[index])) hasAll[index] = 0;
        }
      }
      return { inputs, days, known: hasAll };
    },
  };
}

/** 1 for each day of the window on which every measure that adds up is known. */
function knownDays(
  readings: ReadonlyMap<string, Reading>,
  key: string,
  window: Span,
  covered: CoveredDays,
): Uint8Array {
  const known = new Uint8Array(lengthOf(window));
  const mark = ({ first, last }: CoveredDays, as: 0 | 1): unknown =>
    known.fill(as, Math.max(0, first - window.start), Math.max(0, last - window.start + 1));
  mark(covered, 1);
  for (const gap of covered.gaps ?? []) mark(gap, 0);
  for (const reading of readings.values()) {
    if (!reading.adds) continue;
    const figures = reading.byKey.get(key) ?? reading.blank;
    for (let index = 0; index < known.length; index++) if (Number.isNaN(figures[index])) known[index] = 0;
  }
  return known;
}

function countDays(known: Uint8Array, from: number, to: number): number {
  let days = 0;
  for (let index = from; index <= to; index++) days += known[index]!;
  return days;
}

/**
 * A measure between two positions of its window, both included: the sum of the days that are known; or, where it does
 * not add up, what stands for that bucket, or for the window as a whole.
 */
type FigureOver = (from: number, to: number, bucket: number | undefined) => number | Bounds;

function figuresOf(reading: Reading, key: string, known: Uint8Array): FigureOver {
  const { buckets } = reading;
  const given = ({ byKey, blank }: WindowFigures, bucket = 0): number | Bounds => (byKey.get(key) ?? blank)[bucket]!;
  if (!reading.adds)
    return (_, __, bucket) => (bucket === undefined ? given(reading.whole) : given(reading.buckets(), bucket));
  const { byKey, blank, scale, unseenIsUnknown } = reading;
  if (unseenIsUnknown && !byKey.has(key)) return () => NaN;
  const figures = byKey.get(key) ?? blank;
  return (from, to, bucket) => {
    if (bucket !== undefined && buckets) return given(buckets(), bucket);
    let sum = 0;
    for (let index = from; index <= to; index++) if (known[index]) sum += figures[index]!;
    return sum / scale;
  };
}

function notAdditive(measure: string, { low, high }: Bounds): Reason {
  return low === undefined || high === undefined
    ? { code: 'not-additive', measure }
    : { code: 'not-additive', measure, low, high };
}
