import type { LineView, PointView, TargetView } from '../view-model/view.js';
import { extent } from './extent.js';
import { linear } from './scale.js';
import { ground, strokes } from './stroke.layout.js';
import type { Place, Strokes } from './stroke.layout.js';

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface SparkLayout extends Size {
  readonly line: Strokes;
  readonly ground: string;
  readonly comparison: Strokes | undefined;
  /** Height of the target rule. */
  readonly target: number | undefined;
  /** Every point of the current line, for the crosshair. */
  readonly places: readonly Place[];
  /** The last point that has a value. */
  readonly end: Place | undefined;
}

/** Room for the end mark, so that it is never clipped. */
const margin = { top: 6, right: 8, bottom: 10 };

/**
 * Lays out a line without axes, from edge to edge. Its height shows the shape, not the size: zero need not be in sight.
 * @param lines the current line and perhaps a comparison, matched by position
 */
export function sparkLayout(lines: readonly LineView[], target: TargetView | undefined, size: Size): SparkLayout {
  const current = lines.find((candidate) => candidate.role === 'current')?.points ?? [];
  const before = lines.find((candidate) => candidate.role === 'comparison')?.points.slice(0, current.length);

  const levels = [...current, ...(before ?? []), { value: target?.level }].map(({ value }) => value);
  const [low, high] = extent(levels) ?? [0, 0];
  const x = linear([0, Math.max(1, current.length - 1)], [0, size.width - margin.right]);
  // A line that never moves runs through the middle.
  const y = linear(low === high ? [low - 1, high + 1] : [low, high], [size.height - margin.bottom, margin.top]);

  const place = (point: PointView, index: number): Place => ({
    x: current.length === 1 ? x(0.5) : x(index),
    y: point.value === undefined ? undefined : y(point.value),
    complete: point.complete,
  });
  const places = current.map(place);
  const line = strokes(places);
  return {
    ...size,
    line,
    ground: ground(places, line, size.height),
    comparison: before && strokes(before.map(place)),
    target: target?.level === undefined ? undefined : y(target.level),
    places,
    end: places.findLast((candidate) => candidate.y !== undefined),
  };
}
