import type { Course } from '../core/evaluate/course.js';
import type { Bucket } from '../core/evaluate/result.js';
import { noted } from './point.js';
import type { AnnotationView, LineView, PointView } from './view.js';

/** Something that happened: a campaign, a price change. Dates are ISO and inclusive. */
export interface Annotation {
  readonly start: string;
  /** Default: `start`. */
  readonly end?: string | undefined;
  readonly label: string;
}

/** What a page wrote, and what of it cannot be read: a mark that is missing takes no figure away. */
export function readAnnotations(annotations: unknown): {
  readonly read: readonly Annotation[];
  readonly refused: readonly string[];
} {
  const list: readonly unknown[] = Array.isArray(annotations) ? annotations : [annotations];
  const refused = list.filter((one) => !isAnnotation(one));
  return {
    read: list.filter(isAnnotation),
    refused: refused.map(
      (one) => `${JSON.stringify(one)} is left out. Expected { start, end, label }, ISO dates, end optional.`,
    ),
  };
}

/** Where the annotations fall on a series; those outside it are left out. */
export function annotationViews(annotations: readonly Annotation[], course: Course): readonly AnnotationView[] {
  return annotations.flatMap(({ start, end = start, label }) => {
    const first = firstOf(course, (bucket) => bucket.end >= start);
    const last = firstOf(course, (bucket) => bucket.start.slice(0, 10) > end) - 1;
    return first >= course.length || last < first ? [] : [{ label, first, last }];
  });
}

/** Position of the first point that is such, as all after it are; the length where none is. */
function firstOf({ length, at }: Course, is: (bucket: Bucket) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(at(middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The lines with each annotation in the notes of the points of the first line, where a keyboard reads it too. */
export function annotated(lines: readonly LineView[], annotations: readonly AnnotationView[]): readonly LineView[] {
  const [line, ...others] = lines;
  if (!line || annotations.length === 0) return lines;
  const at = (index: number): PointView | undefined => {
    const point = line.at(index);
    const labels = annotations.filter(({ first, last }) => first <= index && index <= last).map(({ label }) => label);
    return point && labels.length > 0 ? noted(point, labels) : point;
  };
  return [{ ...line, at }, ...others];
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const isDate = (value: unknown): boolean => typeof value === 'string' && isoDate.test(value);

function isAnnotation(value: unknown): value is Annotation {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end, label } = value as Record<string, unknown>;
  return isDate(start) && (end === undefined || isDate(end)) && typeof label === 'string';
}
