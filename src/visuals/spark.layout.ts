import type { LineView, TargetView } from '../view-model/view.js';
import { extent } from './extent.js';
import { linear } from './scale.js';
import { ground, lastPlace, strokes } from './stroke.layout.js';
import type { Place, Places, Strokes } from './stroke.layout.js';
import { thinned } from './thinned.js';

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
  readonly places: Places;
  /** The last point that has a value. */
  readonly end: Place | undefined;
}

/** Room for the end mark, so that it is never clipped. */
const margin = { top: 6, right: 8, bottom: 10 };

let latest: { readonly x: Float64Array; readonly width: number } | undefined;

/** The places of so many points across a width: the same column for lines that are laid out one after another. */
function across(count: number, width: number): Float64Array {
  if (latest?.width !== width || latest.x.length !== count) {
    const along = linear([0, Math.max(1, count - 1)], [0, width]);
    latest = { width, x: new Float64Array(count).map((_, index) => along(count === 1 ? 0.5 : index)) };
  }
  return latest.x;
}

/**
 * Lays out a line without axes, from edge to edge. Its height shows the shape, not the size: zero need not be in sight.
 * @param lines the current line and perhaps a comparison, matched by position
 */
export function sparkLayout(lines: readonly LineView[], target: TargetView | undefined, size: Size): SparkLayout {
  const courseOf = (wanted: LineView['role']) => lines.find(({ role }) => role === wanted)?.course;
  const current = courseOf('current') ?? { length: 0, values: new Float64Array(), complete: new Uint8Array() };
  const before = courseOf('comparison');
  const count = current.length;

  const levels = before?.values.subarray(0, count) ?? [];
  const [low, high] = extent(current.values, levels, [target?.level ?? NaN]) ?? [0, 0];
  // A line that never moves runs through the middle.
  const room = low === high ? Math.abs(low) || 1 : 0;
  const y = linear([low - room, high + room], [size.height - margin.bottom, margin.top]);

  const x = across(count, size.width - margin.right);
  const placesOf = ({ values, complete }: LineView['course']): Places => ({
    x,
    y: values.subarray(0, count).map(y),
    complete: complete.subarray(0, count),
  });
  const places = placesOf(current);
  const drawn = thinned(places, size.width);
  const line = strokes(drawn);
  return {
    ...size,
    line,
    ground: ground(drawn, line, size.height),
    comparison: before && strokes(thinned(placesOf(before), size.width)),
    target: target?.level === undefined ? undefined : y(target.level),
    places,
    end: lastPlace(places),
  };
}
