import type { Grain } from '../core/evaluate/question.js';
import type { Bucket, Comparison, KpiResult, ResultWindow, Segment } from '../core/evaluate/result.js';
import { otherDates } from './change.js';
import type { DateRange } from './dates.js';
import { needsYear, pointLabel, tickText } from './dates.js';
import { reasonText } from './explain.js';
import type { Counted } from './figure.js';
import { figureText, spokenText } from './figure.js';
import type { LineView, PointView } from './view.js';
import type { Words } from './words.js';

/** The shown period, and each comparison beside it. */
export function periodLines(result: KpiResult, words: Words): readonly LineView[] {
  if (result.series.length === 0) return [];
  return [
    {
      key: 'current',
      label: words.say('line.current'),
      role: 'current',
      points: pointsOf(result.series, result, result.grain, result.window, words),
    },
    ...result.comparisons.map((comparison) => comparisonLine(comparison, result, words)),
  ];
}

/** The segments with the largest values, largest first. */
export function segmentLines(result: KpiResult, limit: number, words: Words): readonly LineView[] {
  const size = (segment: Segment) => segment.value ?? -Infinity;
  const largest = [...result.segments].sort((a, b) => size(b) - size(a)).slice(0, limit);
  return largest.map((segment) => ({
    key: segment.key,
    label: segment.key,
    role: 'segment',
    points: pointsOf(segment.series, result, result.grain, result.window, words),
  }));
}

function comparisonLine(comparison: Comparison, result: KpiResult, words: Words): LineView {
  const previous = comparison.name === 'previous-period';
  return {
    key: comparison.name,
    label: (previous && words.say('line.previous')) || otherDates(comparison, result, words) || comparison.name,
    role: 'comparison',
    points: pointsOf(comparison.series, result, result.grain, comparison.window, words),
  };
}

function pointsOf(
  series: readonly Bucket[],
  counted: Counted,
  grain: Grain,
  window: ResultWindow | undefined,
  words: Words,
): readonly PointView[] {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return [];
  const years = needsYear({ start: first.start, end: last.end } satisfies DateRange, grain);
  return series.map((bucket) => ({
    start: bucket.start,
    end: bucket.end,
    value: bucket.value,
    text: figureText(bucket.value, counted, words),
    spoken: spokenText(bucket.value, counted, words),
    label: pointLabel(bucket, grain, words),
    tick: tickText(bucket, grain, words, years),
    complete: bucket.complete,
    note: noteOf(bucket, bucket === last && window?.complete === false, counted, words),
  }));
}

function noteOf(bucket: Bucket, running: boolean, counted: Counted, words: Words): string | undefined {
  // Of one point the reason alone: what the data hold is said once, for the whole.
  if (bucket.reason) return reasonText({ code: bucket.reason.code }, counted, words);
  if (bucket.complete) return undefined;
  return words.say(running ? 'point.running' : 'point.cut');
}
