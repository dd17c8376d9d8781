import type { Bucket, Comparison, KpiResult, Segment } from '../core/evaluate/result.js';
import { otherDates } from './change.js';
import { needsYear } from './dates.js';
import { Point } from './point.js';
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
      points: pointsOf(result.series, result, isRunning(result), words),
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
    label: segment.key || words.say('line.unnamed'),
    role: 'segment',
    points: pointsOf(segment.series, result, isRunning(result), words),
  }));
}

/** The course of one KPI among several. */
export function kpiLine(result: KpiResult, label: string, words: Words): LineView {
  return { key: result.kpi, label, role: 'kpi', points: pointsOf(result.series, result, isRunning(result), words) };
}

function comparisonLine(comparison: Comparison, result: KpiResult, words: Words): LineView {
  const previous = comparison.name === 'previous-period';
  return {
    key: comparison.name,
    label: (previous && words.say('line.previous')) || otherDates(comparison, result, words) || comparison.name,
    role: 'comparison',
    points: pointsOf(comparison.series, result, false, words),
  };
}

const isRunning = ({ window }: KpiResult): boolean => window?.complete === false;

function pointsOf(series: readonly Bucket[], result: KpiResult, running: boolean, words: Words): readonly PointView[] {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return [];
  const context = { result, words, years: needsYear({ start: first.start, end: last.end }, result.grain) };
  return series.map((bucket) => new Point(bucket, running && bucket === last, context));
}
