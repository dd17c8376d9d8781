import type { Course } from '../core/evaluate/course.js';
import { courseOf } from '../core/evaluate/course.js';
import type { Comparison, KpiResult } from '../core/evaluate/result.js';
import { besideCourse } from './beside.js';
import { control, otherDates } from './change.js';
import { needsYear } from './dates.js';
import type { PointContext } from './point.js';
import { Point } from './point.js';
import type { LineView } from './view.js';
import type { Words } from './words.js';

/** The shown period, and each comparison beside it. */
export function periodLines(result: KpiResult, words: Words): readonly LineView[] {
  const course = courseOf(result);
  if (course.length === 0) return [];
  return [
    {
      key: 'current',
      label: words.say('line.current'),
      role: 'current',
      ...pointsOf(course, result, isRunning(result), words),
    },
    // A control group is no line: an uplift is against none, whatever the day.
    ...result.comparisons
      .filter(({ name }) => name !== control)
      .map((comparison) => comparisonLine(comparison, result, words)),
  ];
}

function comparisonLine(comparison: Comparison, result: KpiResult, words: Words): LineView {
  const previous = comparison.name === 'previous-period';
  return {
    key: comparison.name,
    label: (previous && words.say('line.previous')) || otherDates(comparison, result, words) || comparison.name,
    role: 'comparison',
    ...pointsOf(besideCourse(comparison, result), result, false, words),
  };
}

export const isRunning = ({ window }: KpiResult): boolean => window?.complete === false;

/** A course with its words, point by point. */
export function pointsOf(
  course: Course,
  result: KpiResult,
  running: boolean,
  words: Words,
): Pick<LineView, 'course' | 'at'> {
  const last = course.length - 1;
  let context: PointContext | undefined;
  const inCommon = (): PointContext => {
    const years = needsYear({ start: course.at(0).start, end: course.at(last).end }, result.grain);
    return { result, words, years };
  };
  return {
    course,
    at: (index) =>
      index > last ? undefined : new Point(course.at(index), running && index === last, (context ??= inCommon())),
  };
}
