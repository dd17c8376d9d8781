import type { LineView, PointView, TrendPanel, TrendView } from '../../src/view-model/view.js';

/** A point of a given value; a text such as `'7?'` is one whose bucket is not complete. */
export function point(value: number | string | undefined, index = 0): PointView {
  const complete = typeof value !== 'string';
  const number = value === undefined ? undefined : parseFloat(String(value));
  return {
    start: `2025-11-${String(index + 1).padStart(2, '0')}`,
    end: `2025-11-${String(index + 1).padStart(2, '0')}`,
    value: number,
    text: number === undefined ? '—' : String(number),
    spoken: number === undefined ? 'No value' : String(number),
    label: `${index + 1} November 2025`,
    tick: `${index + 1} Nov`,
    complete,
    note: complete ? undefined : 'Still running',
  };
}

export const line = (
  values: readonly (number | string | undefined)[],
  role: LineView['role'] = 'current',
  label = 'This period',
): LineView => lineThrough(values.map(point), role, label);

export const lineThrough = (
  points: readonly PointView[],
  role: LineView['role'] = 'current',
  label = 'This period',
): LineView => ({
  key: label,
  label,
  role,
  course: {
    length: points.length,
    values: Float64Array.from(points, ({ value }) => value ?? NaN),
    complete: Uint8Array.from(points, ({ complete }) => Number(complete)),
  },
  at: (index) => points[index],
});

export const pointsOf = ({ course, at }: LineView): PointView[] =>
  Array.from({ length: course.length }, (_, index) => at(index)!);

export const panel = (lines: readonly LineView[], more: Partial<TrendPanel> = {}): TrendPanel => ({
  label: 'Net sales',
  lines,
  target: undefined,
  tickText: String,
  fromZero: true,
  whole: false,
  ...more,
});

export const view = (panels: readonly TrendPanel[], more: Partial<TrendView> = {}): TrendView => ({
  heading: 'Net sales',
  figure: { parts: [], text: '', full: '' },
  period: '',
  changes: [],
  target: undefined,
  caution: undefined,
  reason: undefined,
  sentence: '',
  lines: panels.flatMap(({ lines }) => lines),
  panels,
  kpis: [],
  omitted: [],
  annotations: [],
  failed: [],
  ...more,
});
