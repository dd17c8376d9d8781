import type { Course } from '../core/evaluate/course.js';
import { courseOf } from '../core/evaluate/course.js';
import type { Bucket, KpiResult, Segment } from '../core/evaluate/result.js';
import { isRunning, pointsOf } from './lines.js';
import { segmentText } from './segment-text.js';
import type { LineView } from './view.js';
import type { Words } from './words.js';

/**
 * The segments with the largest values, largest first.
 * @param whole whether the others follow as one line, where parts add up: a stack shows the whole
 */
export function segmentLines(result: KpiResult, limit: number, words: Words, whole = false): readonly LineView[] {
  const size = (segment: Segment) => segment.value ?? -Infinity;
  const sorted = [...result.segments].sort((a, b) => size(b) - size(a));
  const line = (role: 'segment' | 'rest', key: string, label: string, course: Course): LineView => ({
    key,
    label,
    role,
    ...pointsOf(course, result, isRunning(result), words),
  });
  const largest = sorted
    .slice(0, limit)
    .map((segment) => line('segment', segment.key, segmentText(result.by, segment.key, words), courseOf(segment)));
  const others = sorted.slice(limit);
  if (!whole || others.length === 0 || !addsUp(result)) return largest;
  const label = words.say('scorecard.rest', { count: others.length });
  return [...largest, line('rest', '', label, sumOf(others.map(courseOf), courseOf(result)))];
}

function addsUp({ segments, value, flow }: KpiResult): boolean {
  const sum = segments.reduce((all, segment) => all + (segment.value ?? 0), 0);
  return flow && value !== undefined && Math.abs(sum - value) <= 1e-6 * Math.max(1, Math.abs(value));
}

/** Bucket by bucket; one without any value stays without. */
function sumOf(courses: readonly Course[], whole: Course): Course {
  const values = new Float64Array(whole.length).fill(NaN);
  for (const course of courses)
    for (let index = 0; index < values.length; index++) {
      const value = course.values[index] ?? NaN;
      if (!Number.isNaN(value)) values[index] = Number.isNaN(values[index]) ? value : values[index]! + value;
    }
  const at = (index: number): Bucket => {
    const value = values[index]!;
    return { ...whole.at(index), value: Number.isNaN(value) ? undefined : value };
  };
  return { ...whole, values, at };
}

/** The course of one KPI among several. */
export const kpiLine = (result: KpiResult, label: string, words: Words): LineView => ({
  ...{ key: result.kpi, label, role: 'kpi' },
  ...pointsOf(courseOf(result), result, isRunning(result), words),
});
