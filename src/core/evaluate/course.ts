import type { Bucket } from './result.js';

/** A series as columns. */
export interface Course {
  readonly length: number;
  /** NaN where there is no value. */
  readonly values: Float64Array;
  /** 1; 0 for a point that is cut by the window's edge, still running or known in part. */
  readonly complete: Uint8Array;
  readonly at: (index: number) => Bucket;
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

/** The columns of points that are at hand. */
export const courseThrough = (points: readonly Bucket[]): Course => ({
  length: points.length,
  values: Float64Array.from(points, ({ value }) => value ?? NaN),
  complete: Uint8Array.from(points, ({ complete }) => Number(complete)),
  at: (index) => points[index]!,
});
