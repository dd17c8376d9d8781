import { measures } from '../catalog/measures.js';
import type { Condition, MeasureSource, WindowFigures } from '../dataset/measure-source.js';
import { dimensionsOf } from '../dataset/measure-source.js';
import { termOf } from '../term.js';
import { spansOf } from '../time/buckets.js';
import type { CoveredDays } from '../time/window.js';
import type { FeedRequest, Reading } from './reading.js';
import { readDays } from './reading.js';
import { forAllSegments, narrowed } from './scoped.js';
import { readTrailing } from './trailing.js';

/** Undefined where the measure cannot be split or filtered so. @param name a measure, or a scope in which it is read */
export function read(
  source: MeasureSource,
  name: string,
  covered: CoveredDays,
  request: FeedRequest,
): Reading | undefined {
  const term = termOf(name);
  const { selection, isUndivided } = narrowed(term, request.selection, request.breakdown);
  const where = source.unmet ? source.unmet(selection.where) : selection.where;
  if (!where) return undefined;
  const asked = { ...request, selection: { ...selection, where } };
  const reading =
    term.days === undefined
      ? readSpans(source, term.measure, covered, asked)
      : readTrailing(source, term.measure, term.days, asked);
  return reading && isUndivided ? forAllSegments(reading) : reading;
}

function readSpans(
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
    if (selection.where.some((condition) => overlap(measure, condition))) return undefined;
    const days = readDays(daily, covered, window, selection);
    return { ...days, adds: true, buckets: buckets?.hours && inBuckets };
  }
  const whole = source.windowed(measure, [window], selection, asOf);
  return whole && { adds: false, whole, buckets: inBuckets };
}

/** Whether given figures of several values count the same twice: a visit may have reached several goals. */
const overlap = (measure: string, { dimension, values, not }: Condition): boolean =>
  measures.get(measure)?.items?.dimension === dimension && (not || values.size > 1);
