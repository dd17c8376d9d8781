import type { CubeOf, Selection, WindowFigures } from '../dataset/measure-source.js';
import { remember } from '../remember.js';
import type { Buckets } from '../time/buckets.js';
import type { AsOf, CoveredDays, Span } from '../time/window.js';
import { lengthOf } from '../time/window.js';

export interface FeedRequest {
  readonly measures: readonly string[];
  readonly window: Span;
  /** Left out where nobody asks for points. */
  readonly buckets?: Buckets | undefined;
  readonly selection: Selection;
  /** What a KPI is a breakdown by. */
  readonly breakdown?: readonly string[] | undefined;
  readonly asOf: AsOf;
}

/** A measure day by day over a window. */
export interface Adding {
  readonly adds: true;
  /** The segments with rows. */
  readonly keys: Iterable<string>;
  /** A segment's days in units of `1 / scale`, NaN where nothing is known. It may be a part of the cube: to be read only. */
  readonly byDay: (key: string) => Float64Array;
  readonly scale: number;
  /** Whether nothing is known of a segment, for want of rows. */
  readonly isUnknown: (key: string) => boolean;
  /** Of hours, of which a day knows nothing; read when they are first asked for. */
  readonly buckets: (() => WindowFigures) | undefined;
}

/** A measure that does not add up, for exactly the spans asked. */
export interface NotAdding {
  readonly adds: false;
  readonly whole: WindowFigures;
  /** Read when it is first asked for. */
  readonly buckets: () => WindowFigures;
}

export type Reading = Adding | NotAdding;

/** What a cube knows of a measure day by day. */
export type Days = Omit<Adding, 'adds' | 'buckets'>;

export const keysIn = (reading: Reading): Iterable<string> =>
  reading.adds ? reading.keys : reading.whole.byKey.keys();

/** A measure's days in a window, segment by segment. */
export function readDays(
  { cube, recipe, unseenIsUnknown }: CubeOf,
  covered: CoveredDays,
  window: Span,
  selection: Selection,
): Days {
  const { values, scale } = cube.cells(recipe);
  const segments = cube.segmentsByKey(selection);
  const length = lengthOf(window);
  // Where the window's days lie in the cube, and which of them it has and are covered.
  const offset = window.start - cube.first;
  const first = Math.max(0, covered.first - window.start);
  const end = Math.max(first, Math.min(length, covered.last - window.start + 1));
  const [from, to] = [Math.max(first, -offset), Math.min(end, cube.days - offset)];
  const parts = window.cutoff === undefined ? undefined : cube.partOfDay(recipe, window.end, window.cutoff);
  const isInCube = from === 0 && to === length && !parts;

  const add = (own: readonly number[]): Float64Array => {
    const figures = new Float64Array(length).fill(NaN).fill(recipe.absent, first, end);
    for (const segment of own)
      for (let index = from; index < to; index++) {
        const figure = parts && index === length - 1 ? parts[segment]! : values[segment * cube.days + offset + index]!;
        if (!Number.isNaN(figure)) figures[index] = (figures[index] || 0) + figure;
      }
    return figures;
  };
  const known = new Map<string, Float64Array>();
  return {
    keys: segments.keys(),
    byDay: (key) =>
      remember(known, key, () => {
        const own = segments.get(key) ?? [];
        const start = own[0]! * cube.days + offset;
        return own.length === 1 && isInCube ? values.subarray(start, start + length) : add(own);
      }),
    scale,
    isUnknown: (key) => unseenIsUnknown && !segments.has(key),
  };
}
