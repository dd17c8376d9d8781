import { textWidth } from './text-width.js';

/** A label on the time axis; `x` is its middle. */
export interface TimeTick {
  readonly x: number;
  readonly text: string;
}

/** Steps that a reader counts in: weeks of days, quarters and years of months. */
const steps = [1, 2, 3, 4, 6, 7, 12, 13, 14, 26, 28, 52];
const gap = 14;

/**
 * The labels of as many points as stand beside each other without touching. Labels at the edges move inwards.
 * @param labels one a point
 * @param at a point's place, px
 * @param width of the drawing, px
 * @param size font size, px
 */
export function ticksThatFit(
  labels: readonly string[],
  at: (index: number) => number,
  width: number,
  size: number,
): readonly TimeTick[] {
  let placed: readonly (TimeTick & { half: number })[] = [];
  for (const step of [...steps, labels.length]) {
    placed = labels.flatMap((text, index) => {
      if (index % step !== 0) return [];
      const half = textWidth(text, size) / 2;
      return [{ text, half, x: Math.max(half, Math.min(at(index), width - half)) }];
    });
    const free = placed.every((tick, index) => {
      const next = placed[index + 1];
      return !next || tick.x + tick.half + gap <= next.x - next.half;
    });
    if (free) break;
  }
  return placed.map(({ x, text }) => ({ x, text }));
}
