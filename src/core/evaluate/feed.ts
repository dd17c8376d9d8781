import { measures } from '../catalog/measures.js';
import type { Bounds, CubeOf, MeasureSource, Selection, WindowFigures } from '../dataset/measure-source.js';
import { dimensionsOf, keysOf } from '../dataset/measure-source.js';
import type { Day } from '../time/day.js';
import { isoOf } from '../time/day.js';
import type { AsOf, CoveredDays, Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';
import type { Reason } from './result.js';

/** What a formula is fed for one span: a number for each measure, or why there is none. */
export interface Fed {
  readonly inputs: Readonly<Record<string, number>>;
  readonly reason: Reason | undefined;
  /** How many days of the span the data know, and do not know. */
  readonly days: number;
  readonly missingDays: number;
}

/** The same for a window as a whole and for each of its buckets. */
export interface FedWindow {
  readonly whole: Fed;
  readonly buckets: readonly Fed[];
}

/** A window read by segment key; without a split the only key is the empty one. */
export interface FedSegments {
  readonly byKey: ReadonlyMap<string, FedWindow>;
  /** Why nothing could be read at all. */
  readonly refusal: Reason | undefined;
  /** Whether any row of the data, in whichever window, meets the conditions. */
  readonly matches: boolean;
}

export interface FeedRequest {
  readonly measures: readonly string[];
  readonly window: Span;
  readonly buckets: readonly Span[];
  readonly selection: Selection;
  readonly asOf: AsOf;
}

/** One measure over a window: day by day where it adds up, else for exactly the spans asked. */
type Reading =
  | {
      readonly adds: true;
      readonly byKey: ReadonlyMap<string, Float64Array>;
      readonly blank: Float64Array;
      readonly scale: number;
    }
  | {
      readonly adds: false;
      readonly whole: WindowFigures;
      readonly buckets: WindowFigures;
    };

/** Finds the first source that holds a measure. */
export const sourceOf = (sources: readonly MeasureSource[], measure: string): MeasureSource | undefined =>
  sources.find((source) => source.holds(measure));

/** The days that all the measures are known on; undefined where there are none. */
export function commonCoverage(
  sources: readonly MeasureSource[],
  names: readonly string[],
  asOf: AsOf,
): CoveredDays | undefined {
  let first = -Infinity;
  let last = Infinity;
  for (const name of names) {
    const covered = sourceOf(sources, name)?.coverage(name, asOf);
    if (!covered) return undefined;
    first = Math.max(first, covered.first);
    last = Math.min(last, covered.last);
  }
  return first <= last && Number.isFinite(first) ? { first: first as Day, last: last as Day } : undefined;
}

/** Reads the measures of a formula over a window. */
export function feed(sources: readonly MeasureSource[], request: FeedRequest): FedSegments {
  const covered = commonCoverage(sources, request.measures, request.asOf);
  if (!covered) return { byKey: new Map(), refusal: { code: 'outside-coverage' }, matches: true };
  const readings = new Map<string, Reading>();
  for (const measure of request.measures) {
    const source = sourceOf(sources, measure)!;
    const reading = read(source, measure, covered, request);
    if (!reading)
      return { byKey: new Map(), refusal: notSegmentable(source, measure, covered, request), matches: true };
    readings.set(measure, reading);
  }
  const keys = new Set<string>(request.selection.by === undefined ? [''] : []);
  for (const reading of readings.values()) for (const key of keysIn(reading)) keys.add(key);
  const { window, buckets } = request;
  const byKey = new Map<string, FedWindow>();
  for (const key of keys) {
    const known = knownDays(readings, key, window, covered);
    const fed = (span: Span, bucket: number | undefined): Fed =>
      feedSpan(readings, key, known, window, span, bucket, covered);
    byKey.set(key, { whole: fed(window, undefined), buckets: buckets.map((span, index) => fed(span, index)) });
  }
  const matches = [...readings.values()].some((reading) => keysIn(reading).length > 0);
  return { byKey, refusal: undefined, matches };
}

const keysIn = (reading: Reading): string[] => [...(reading.adds ? reading : reading.whole).byKey.keys()];

/** Names the dimension that the measure does not have; of several that it has, but not together, the first. */
function notSegmentable(source: MeasureSource, measure: string, covered: CoveredDays, request: FeedRequest): Reason {
  const dimensions = dimensionsOf(request.selection);
  const lacks = (by: string) => !read(source, measure, covered, { ...request, selection: { by, where: [] } });
  return { code: 'not-segmentable', measure, dimension: dimensions.find(lacks) ?? dimensions[0] ?? '' };
}

function read(source: MeasureSource, measure: string, covered: CoveredDays, request: FeedRequest): Reading | undefined {
  const { selection, asOf } = request;
  const daily = source.cube(measure, dimensionsOf(selection), asOf);
  if (daily) return readDays(daily, source.absentIsZero, covered, request);
  if (measures.get(measure)?.aggregation === 'sum') return undefined;
  const whole = source.windowed(measure, [request.window], selection, asOf);
  const buckets = source.windowed(measure, request.buckets, selection, asOf);
  return whole && buckets && { adds: false, whole, buckets };
}

function readDays(
  { cube, recipe }: CubeOf,
  absentIsZero: boolean,
  covered: CoveredDays,
  { window, selection }: FeedRequest,
): Reading {
  const { values, scale } = cube.cells(recipe);
  const length = lengthOf(window);
  const first = Math.max(0, covered.first - window.start);
  const end = Math.max(first, Math.min(length, covered.last - window.start + 1));
  const blank = new Float64Array(length).fill(NaN);
  blank.fill(absentIsZero ? 0 : NaN, first, end);
  const parts = window.cutoff === undefined ? undefined : cube.partOfDay(recipe, window.end, window.cutoff);
  const offset = window.start - cube.first;
  const [from, to] = [Math.max(first, -offset), Math.min(end, cube.days - offset)];
  const byKey = new Map<string, Float64Array>();
  keysOf(cube.dimensions, cube.segments, selection).forEach((key, segment) => {
    if (key === undefined) return;
    let figures = byKey.get(key);
    if (!figures) byKey.set(key, (figures = blank.slice()));
    for (let index = from; index < to; index++) {
      const figure = parts && index === length - 1 ? parts[segment]! : values[segment * cube.days + offset + index]!;
      if (!Number.isNaN(figure)) figures[index] = (figures[index] || 0) + figure;
    }
  });
  return { adds: true, byKey, blank, scale };
}

/** 1 for each day of the window on which every measure that adds up is known. */
function knownDays(
  readings: ReadonlyMap<string, Reading>,
  key: string,
  window: Span,
  covered: CoveredDays,
): Uint8Array {
  const known = new Uint8Array(lengthOf(window));
  known.fill(1, Math.max(0, covered.first - window.start), Math.max(0, covered.last - window.start + 1));
  for (const reading of readings.values()) {
    if (!reading.adds) continue;
    const figures = reading.byKey.get(key) ?? reading.blank;
    for (let index = 0; index < known.length; index++) if (Number.isNaN(figures[index])) known[index] = 0;
  }
  return known;
}

function feedSpan(
  readings: ReadonlyMap<string, Reading>,
  key: string,
  known: Uint8Array,
  window: Span,
  span: Span,
  bucket: number | undefined,
  covered: CoveredDays,
): Fed {
  const from = span.start - window.start;
  const to = span.end - window.start;
  let days = 0;
  for (let index = from; index <= to; index++) days += known[index]!;
  const missingDays = lengthOf(span) - days;
  const inputs: Record<string, number> = {};
  let reason: Reason | undefined;
  if (days === 0) reason = { code: 'outside-coverage', first: isoOf(covered.first), last: isoOf(covered.last) };
  for (const [measure, reading] of readings) {
    if (reason) break;
    const figure = reading.adds ? sumKnown(reading, key, known, from, to) : windowFigure(reading, key, bucket);
    if (typeof figure !== 'number') reason = notAdditive(measure, figure);
    else if (Number.isNaN(figure)) reason = { code: 'no-values', measure };
    else inputs[measure] = figure;
  }
  return { inputs, days, missingDays, reason };
}

function sumKnown(
  { byKey, blank, scale }: Extract<Reading, { adds: true }>,
  key: string,
  known: Uint8Array,
  from: number,
  to: number,
): number {
  const figures = byKey.get(key) ?? blank;
  let sum = 0;
  for (let index = from; index <= to; index++) if (known[index]) sum += figures[index]!;
  return sum / scale;
}

function windowFigure(
  { whole, buckets }: Extract<Reading, { adds: false }>,
  key: string,
  bucket: number | undefined,
): number | Bounds {
  const { byKey, blank } = bucket === undefined ? whole : buckets;
  return (byKey.get(key) ?? blank)[bucket ?? 0]!;
}

function notAdditive(measure: string, { low, high }: Bounds): Reason {
  return low === undefined || high === undefined
    ? { code: 'not-additive', measure }
    : { code: 'not-additive', measure, low, high };
}
