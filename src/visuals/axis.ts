import { nice, ticks } from 'd3';
import { linear } from './scale.js';
import type { Scale } from './scale.js';

/** An axis with round ends, and the round numbers on it. */
export interface Axis {
  readonly at: Scale;
  readonly largest: number;
  /** About so many round numbers; `whole` leaves out those that are no whole numbers. */
  ticks(count: number, whole: boolean): number[];
}

/** An axis from `low` to `high`, stretched to round numbers. */
export function roundAxis([low, high]: readonly [number, number], pixels: readonly [number, number]): Axis {
  const [from, to] = nice(low, high, 4);
  return {
    at: linear([from, to], pixels),
    largest: Math.max(Math.abs(from), Math.abs(to)),
    ticks: (count, whole) => ticks(from, to, count).filter((tick) => !whole || Number.isInteger(tick)),
  };
}
