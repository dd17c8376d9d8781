import { range } from 'd3';
import type { LineView, PointView } from '../view-model/view.js';
import { textWidth } from './text-width.js';

/** A label on the time axis; `x` is its middle. */
export interface TimeTick {
  readonly x: number;
  readonly text: string;
}

const hour = 1 / 24;

/** Steps that a reader counts in, by the days that a point spans: weeks of days, quarters and years of months. */
const stepsBySpan: readonly (readonly [number, readonly number[]])[] = [
  [hour, [1, 2, 3, 6, 12, 24, 48, 168, 336]],
  [1, [1, 2, 7, 14, 28, 56, 91, 182, 364]],
  [7, [1, 2, 4, 8, 13, 26, 52, 104]],
  [31, [1, 2, 3, 6, 12, 24, 36, 60, 120]],
  [92, [1, 2, 4, 8, 20, 40]],
  [366, [1, 2, 5, 10, 20, 50]],
];
const gap = 14;
const day = 86_400_000;

/** A local time is longer than a date. */
const spanOf = ({ start, end }: PointView) =>
  start.length > 10 ? hour : 1 + (Date.parse(end) - Date.parse(start)) / day;

/** Ever longer steps where even the longest one is too short. */
const longer = (step: number, count: number): number[] =>
  step < count ? [2 * step, ...longer(2 * step, count)] : [count];

/** Every so many points; of hours those that the clock on the wall shows in such steps, whatever it skips or repeats. */
function every(step: number, { course: { length }, at }: LineView): number[] {
  if (at(0)?.start.length === 10) return range(0, length, step);
  const hours = range(0, length).map((index) => Date.parse(`${at(index)!.start.slice(0, 16)}Z`) / 3_600_000);
  return range(0, length).filter((index) => hours[index]! % step === 0 && hours[index] !== hours[index - 1]);
}

/**
 * The labels of as many points as stand beside each other without touching. Labels at the edges move inwards.
 * @param line whose points they are
 * @param x the place of each, px
 * @param width of the drawing, px
 * @param size font size, px
 */
export function ticksThatFit(
  line: LineView,
  x: (index: number) => number,
  width: number,
  size: number,
): readonly TimeTick[] {
  // The window's edges may cut the first point and the last one.
  const count = line.course.length;
  const span = Math.max(...[0, 1, 2].flatMap((index) => line.at(index) ?? []).map(spanOf));
  const steps = stepsBySpan.find(([days]) => span <= days)?.[1] ?? [];
  let placed: readonly (TimeTick & { half: number })[] = [];
  for (const step of [...steps, ...longer(steps.at(-1) ?? 1, count)]) {
    // Not even labels without a letter would fit.
    if (step < count && (count / step - 1) * gap > width) continue;
    placed = every(step, line).map((index) => {
      const text = line.at(index)?.tick ?? '';
      const half = textWidth(text, size) / 2;
      return { text, half, x: Math.max(half, Math.min(x(index), width - half)) };
    });
    const free = placed.every((tick, index) => {
      const next = placed[index + 1];
      return !next || tick.x + tick.half + gap <= next.x - next.half;
    });
    if (free) break;
  }
  return placed.map(({ x, text }) => ({ x, text }));
}
