import type { AnnotationView, TrendView } from '../view-model/view.js';
import { textWidth } from './text-width.js';
import { chooseMark, labelSize, trendLayout } from './trend.layout.js';
import type { Mark, TrendLayout, TrendOptions } from './trend.layout.js';

/** A mark on the time axis. `x` and `to` are the same where it is one point. */
export interface AnnotationLayout {
  readonly x: number;
  readonly to: number;
  /** Undefined where the words would stand on others; the tooltip and the table say them. */
  readonly label: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' } | undefined;
}

/** A trend's panels above one another, over one axis of time; all in px of the drawing. */
export interface PanelsLayout {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly [TrendLayout, ...TrendLayout[]];
  readonly annotations: readonly AnnotationLayout[];
}

const laneHeight = 16;
const gap = 10;

/** Lays the panels out at equal heights, with the edges of their plots in line. */
export function panelsLayout(
  view: TrendView,
  {
    mark: asked,
    stack,
    width,
    height,
    mirrored = false,
  }: Pick<TrendOptions, 'mark' | 'stack' | 'width' | 'height' | 'mirrored'>,
): PanelsLayout {
  const [only, ...more] = view.panels;
  if (!only) throw new RangeError('A trend has at least one panel.');
  const lane = view.annotations.length > 0 ? laneHeight : 0;
  const count = view.panels.length;
  // Bars and lines stand at different places along the axis: panels that share one share its kind of marks.
  const mark: 'auto' | Mark = count === 1 ? asked : sharedMark(asked);
  const step = (height - lane + gap) / count;
  const options = (nth: number): TrendOptions => ({
    mark,
    width,
    mirrored,
    top: nth === 0 ? 0 : lane + nth * step,
    lane: nth === 0 ? lane : 0,
    height: nth === count - 1 ? height : lane + (nth + 1) * step - gap,
    titled: count > 1,
    dated: nth === count - 1,
    ...(stack !== undefined && { stack }),
  });

  const first = trendLayout(only, options(0));
  const panels: [TrendLayout, ...TrendLayout[]] = [
    first,
    ...more.map((panel, nth) => trendLayout(panel, options(nth + 1))),
  ];
  const edges = {
    left: Math.max(...panels.map(({ plot }) => plot.left)),
    right: Math.min(...panels.map(({ plot }) => plot.right)),
  };
  const inLine = ({ plot }: TrendLayout) => plot.left === edges.left && plot.right === edges.right;
  const aligned = panels.map((panel, nth) =>
    inLine(panel) ? panel : trendLayout(view.panels[nth] ?? only, { ...options(nth), edges }),
  ) as typeof panels;
  return { width, height, panels: aligned, annotations: annotationsOf(view.annotations, aligned[0]) };
}

const sharedMark = (asked: 'auto' | Mark): Mark =>
  asked === 'auto' ? 'line' : chooseMark(asked, { lines: [], fromZero: true });

/** From left to right: words that would stand on the ones before them are left to the tooltip. */
function annotationsOf(
  annotations: readonly AnnotationView[],
  { stops, plot }: TrendLayout,
): readonly AnnotationLayout[] {
  let taken = -Infinity;
  const inOrder = [...annotations].sort((a, b) => a.first - b.first);
  return inOrder.map(({ label: text, first, last }) => {
    const x = (stops.x[first] ?? 0) - stops.half;
    const to = (stops.x[last] ?? 0) + stops.half;
    const length = textWidth(text, labelSize);
    const fits = x + length <= plot.right;
    const [start, end] = fits ? [x, x + length] : [to - length, to];
    if (start < taken || start < 0) return { x, to, label: undefined };
    taken = end + 10;
    return { x, to, label: { text, x: fits ? x : to, anchor: fits ? 'start' : 'end' } };
  });
}
