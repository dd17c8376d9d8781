import type { Course } from '../core/evaluate/course.js';
import { courseOf, courseThrough } from '../core/evaluate/course.js';
import type { Bucket, Comparison, KpiResult } from '../core/evaluate/result.js';
import { daysIn } from './dates.js';

/**
 * A comparison's points as they stand beside those of the period: by position, hours by the hour that the clock on the
 * wall shows. An hour that a clock change repeats meets the other's only one twice; one that is not there leaves a gap.
 */
export function besideSeries(comparison: Comparison, result: KpiResult): readonly Bucket[] {
  const other = comparison.window?.start;
  const { grain, window } = result;
  if (grain !== 'hour' || !window || other === undefined) return comparison.series;
  const slotOf = ({ start }: Bucket, first: string): string =>
    `${daysIn({ start: first, end: start })} ${start.slice(11, 13)}`;
  const slots = new Map<string, Bucket[]>();
  for (const bucket of comparison.series) {
    const slot = slotOf(bucket, other);
    slots.set(slot, [...(slots.get(slot) ?? []), bucket]);
  }
  const met = new Map<string, number>();
  return result.series.map((bucket) => {
    const slot = slotOf(bucket, window.start);
    const nth = met.get(slot) ?? 0;
    met.set(slot, nth + 1);
    const found = slots.get(slot);
    return found?.[nth] ?? found?.[0] ?? { ...bucket, value: undefined, reason: undefined };
  });
}

/** The same as columns. */
export const besideCourse = (comparison: Comparison, result: KpiResult): Course =>
  result.grain === 'hour' ? courseThrough(besideSeries(comparison, result)) : courseOf(comparison);
