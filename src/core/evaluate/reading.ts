import { measures } from '../catalog/measures.js';
import type { CubeOf, MeasureSource, Selection, WindowFigures } from '../dataset/measure-source.js';
import { dimensionsOf, keysOf } from '../dataset/measure-source.js';
import type { Buckets } from '../time/buckets.js';
import { spansOf } from '../time/buckets.js';
import type { AsOf, CoveredDays, Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';

export interface FeedRequest {
  readonly measures: readonly string[];
  readonly window: Span;
  /** Left out where nobody asks for points. */
  readonly buckets?: Buckets | undefined;
  readonly selection: Selection;
  readonly asOf: AsOf;
}

/** A measure day by day over a window. */
export interface Adding {
  readonly adds: true;
  readonly byKey: ReadonlyMap<string, Float64Array>;
  /** What holds for a segment that is not among them. */
  readonly blank: Float64Array;
  readonly scale: number;
  /** Of hours, of which a day knows nothing; read when they are first asked for. */
  readonly buckets: (() => WindowFigures) | undefined;
  readonly unseenIsUnknown: boolean;
}

/** A measure that does not add up, for exactly the spans asked. */
export interface NotAdding {
  readonly adds: false;
  readonly whole: WindowFigures;
  /** Read when it is first asked for. */
  readonly buckets: () => WindowFigures;
}

export type Reading = Adding | NotAdding;

export const keysIn = (reading: Reading): string[] => [...(reading.adds ? reading : reading.whole).byKey.keys()];

/** Undefined where the measure cannot be split or filtered so. */
export function read(
  source: MeasureSource,
  measure: string,
  covered: CoveredDays,
  { window, buckets, selection, asOf }: FeedRequest,
): Reading | undefined {
  let parts: WindowFigures | undefined;
  const spans = () => (buckets ? spansOf(buckets) : [window]);
  const inBuckets = () => (parts ??= source.windowed(measure, spans(), selection, asOf)!);
  const daily = source.cube(measure, dimensionsOf(selection), asOf);
  if (daily) {
    const days = readDays(daily, source.absentIsZero(measure), covered, window, selection);
    return { ...days, adds: true, buckets: buckets?.hours && inBuckets };
  }
  if (measures.get(measure)?.aggregation === 'sum') return undefined;
  const whole = source.windowed(measure, [window], selection, asOf);
  return whole && { adds: false, whole, buckets: inBuckets };
}

function readDays(
  { cube, recipe, unseenIsUnknown }: CubeOf,
  absentIsZero: boolean,
  covered: CoveredDays,
  window: Span,
  selection: Selection,
): Omit<Adding, 'adds' | 'buckets'> {
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
  return { byKey, blank, scale, unseenIsUnknown };
}
