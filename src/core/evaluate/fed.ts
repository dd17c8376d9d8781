import type { Bounds, WindowFigures } from '../dataset/measure-source.js';
import type { Buckets } from '../time/buckets.js';
import { isoOf } from '../time/day.js';
import type { CoveredDays, Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';
import type { Adding, Reading } from './reading.js';
import type { Reason } from './result.js';

/** What a formula is fed for one span: a number for each measure, or why there is none. */
export interface Fed {
  readonly inputs: Readonly<Record<string, number>>;
  readonly reason: Reason | undefined;
  /** How many days of the span the data know, of which a running one counts as far as it has passed, and do not know. */
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
  const given = ({ byKey, blank }: WindowFigures) => byKey.get(key) ?? blank;
  const sums = (figures: ArrayLike<number>, spans: Spans, scale = 1) =>
    sumKnown(figures, known, spans, window.start, scale);
  const isUnknown = ({ unseenIsUnknown, byKey }: Adding) => unseenIsUnknown && !byKey.has(key);
  const sumsOf = (reading: Adding, spans: Spans): Float64Array =>
    isUnknown(reading)
      ? new Float64Array(spans.starts.length).fill(NaN)
      : sums(reading.byKey.get(key) ?? reading.blank, spans, reading.scale);
  /** Whether points are sums of days. */
  const addsDays = (reading: Reading): reading is Adding =>
    reading.adds && (reading.buckets === undefined || isUnknown(reading));

  function over(start: number, end: number, figureOf: (reading: Reading, span: Spans) => number | Bounds): Fed {
    const span = { starts: [start], ends: [end] };
    const days = sums(known, span)[0]!;
    const inputs: Record<string, number> = {};
    let reason: Reason | undefined;
    if (days === 0) reason = { code: 'outside-coverage', first: isoOf(covered.first), last: isoOf(covered.last) };
    for (const [measure, reading] of readings) {
      if (days === 0) break;
      const figure = figureOf(reading, span);
      if (typeof figure !== 'number') reason ??= notAdditive(measure, figure);
      else if (Number.isNaN(figure)) reason ??= { code: 'no-values', measure };
      else inputs[measure] = figure;
    }
    return { inputs, days, missingDays: end - start + 1 - days, reason };
  }

  const whole = over(window.start, window.end, (reading, span) =>
    reading.adds ? sumsOf(reading, span)[0]! : given(reading.whole)[0]!,
  );
  const cut = 1 - (window.passed ?? 1);
  return {
    whole: { ...whole, days: whole.days - cut * (known.at(-1) ?? 0) },
    at: (index) =>
      over(buckets!.starts[index]!, buckets!.ends[index]!, (reading, span) =>
        addsDays(reading) ? sumsOf(reading, span)[0]! : given(reading.buckets())[index]!,
      ),
    columns() {
      let counted: Float64Array | undefined;
      const days = () => (counted ??= sums(known, buckets!));
      const hasAll = new Uint8Array(buckets!.length).fill(1);
      if (whole.missingDays > 0) days().forEach((count, index) => count === 0 && (hasAll[index] = 0));
      const numbersIn = (figures: readonly (number | Bounds)[]): Float64Array =>
        Float64Array.from(figures, (figure) => (typeof figure === 'number' ? figure : NaN));
      const inputs: Record<string, Float64Array> = {};
      for (const [measure, reading] of readings) {
        const figures = addsDays(reading) ? sumsOf(reading, buckets!) : numbersIn(given(reading.buckets()));
        if (figures.includes(NaN)) figures.forEach((figure, index) => Number.isNaN(figure) && (hasAll[index] = 0));
        inputs[measure] = figures;
      }
      return {
        inputs,
        get days() {
          return days();
        },
        known: hasAll,
      };
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
    if (!figures.includes(NaN)) continue;
    for (let index = 0; index < known.length; index++) if (Number.isNaN(figures[index])) known[index] = 0;
  }
  return known;
}

/** First and last day of each. */
interface Spans {
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

/** Sums over the known days of spans. @param figures by day, from the day `first` on */
function sumKnown(
  figures: ArrayLike<number>,
  known: Uint8Array,
  { starts, ends }: Spans,
  first: number,
  scale: number,
): Float64Array {
  const sums = new Float64Array(starts.length);
  for (let nth = 0; nth < sums.length; nth++) {
    const end = ends[nth]! - first;
    let sum = 0;
    for (let day = starts[nth]! - first; day <= end; day++) if (known[day] === 1) sum += figures[day]!;
    sums[nth] = sum / scale;
  }
  return sums;
}

function notAdditive(measure: string, { low, high }: Bounds): Reason {
  return low === undefined || high === undefined
    ? { code: 'not-additive', measure }
    : { code: 'not-additive', measure, low, high };
}
