import type { Buckets } from '../time/buckets.js';
import { writtenBucket } from '../time/buckets.js';
import type { FedWindow } from './fed.js';
import type { FormulaInUse } from './formula-in-use.js';
import type { Bucket } from './result.js';

/** A series as columns. */
export interface Course {
  readonly length: number;
  /** NaN where there is no value. */
  readonly values: Float64Array;
  /** 1; 0 for a point that is cut by the window's edge, still running or known in part. */
  readonly complete: Uint8Array;
  at(index: number): Bucket;
}

/** What has a series: a result, a comparison, a segment. */
interface HasSeries {
  readonly series: readonly Bucket[];
}

const courses = new WeakMap<HasSeries, Course>();

/** The columns behind a series, read without an object for each of its points. */
export const courseOf = (owner: HasSeries): Course => courses.get(owner) ?? courseThrough(owner.series);

/** Gives a figure its `series`, whose points are made when somebody reads it. */
export function withCourse<T extends object>(figure: T, course: Course): T & HasSeries {
  let points: readonly Bucket[] | undefined;
  const get = () => (points ??= Array.from({ length: course.length }, (_, index) => course.at(index)));
  const owner = Object.defineProperty(figure, 'series', { enumerable: true, configurable: true, get }) as T & HasSeries;
  courses.set(owner, course);
  return owner;
}

/** A figure over the buckets of a window. It is worked out when it is first read: many a line is never drawn. */
export function courseOver(buckets: Buckets, fed: FedWindow | undefined, use: FormulaInUse): Course {
  if (!fed) return courseThrough([]);
  const { length, starts, ends } = buckets;
  let columns: Pick<Course, 'values' | 'complete'> | undefined;
  const read = (): Pick<Course, 'values' | 'complete'> => {
    const own = fed.columns();
    const complete = buckets.complete.slice();
    for (let index = 0; index < length; index++)
      if (own.days[index]! < ends[index]! - starts[index]! + 1) complete[index] = 0;
    return { values: use.values(own), complete };
  };
  return {
    length,
    get values() {
      return (columns ??= read()).values;
    },
    get complete() {
      return (columns ??= read()).complete;
    },
    at(index) {
      const value = this.values[index]!;
      const isKnown = !Number.isNaN(value);
      return {
        ...writtenBucket(buckets, index),
        value: isKnown ? value : undefined,
        reason: isKnown ? undefined : use.figure(fed.at(index)).reason,
        complete: this.complete[index] === 1,
      };
    },
  };
}

/** The columns of points that are at hand. */
export const courseThrough = (points: readonly Bucket[]): Course => ({
  length: points.length,
  values: Float64Array.from(points, ({ value }) => value ?? NaN),
  complete: Uint8Array.from(points, ({ complete }) => Number(complete)),
  at: (index) => points[index]!,
});
