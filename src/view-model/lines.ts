import type { Bucket, Comparison, KpiResult, Segment } from '../core/evaluate/result.js';
import { besideSeries } from './beside.js';
import { otherDates } from './change.js';
import { needsYear } from './dates.js';
import { Point } from './point.js';
import { segmentText } from './segment-text.js';
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

/**
 * The segments with the largest values, largest first.
 * @param whole whether the others follow as one line, where parts add up: a stack shows the whole
 */
export function segmentLines(result: KpiResult, limit: number, words: Words, whole = false): readonly LineView[] {
  const size = (segment: Segment) => segment.value ?? -Infinity;
  const sorted = [...result.segments].sort((a, b) => size(b) - size(a));
  const line = (key: string, label: string, series: readonly Bucket[]): LineView => ({
    key,
    label,
    role: 'segment',
    points: pointsOf(series, result, isRunning(result), words),
  });
  const largest = sorted
    .slice(0, limit)
    .map(({ key, series }) => line(key, segmentText(result.by, key, words), series));
  const others = sorted.slice(limit);
  if (!whole || others.length === 0 || !addsUp(result)) return largest;
  const label = words.say('scorecard.rest', { count: others.length });
  return [...largest, line('', label, sumOfSeries(others, result.series))];
}

function addsUp({ segments, value, flow }: KpiResult): boolean {
  const sum = segments.reduce((all, segment) => all + (segment.value ?? 0), 0);
  return flow && value !== undefined && Math.abs(sum - value) <= 1e-6 * Math.max(1, Math.abs(value));
}

/** Bucket by bucket; one without any value stays without. */
const sumOfSeries = (segments: readonly Segment[], buckets: readonly Bucket[]): readonly Bucket[] =>
  buckets.map((bucket, index) => {
    const values = segments.flatMap(({ series }) => series[index]?.value ?? []);
    return { ...bucket, value: values.length > 0 ? values.reduce((sum, value) => sum + value) : undefined };
  });

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
    points: pointsOf(besideSeries(comparison, result), result, false, words),
  };
}

const isRunning = ({ window }: KpiResult): boolean => window?.complete === false;

function pointsOf(series: readonly Bucket[], result: KpiResult, running: boolean, words: Words): readonly PointView[] {
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return [];
  const context = { result, words, years: needsYear({ start: first.start, end: last.end }, result.grain) };
  return series.map((bucket) => new Point(bucket, running && bucket === last, context));
}
