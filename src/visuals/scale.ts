import { nice, ticks } from 'd3';

/** Maps numbers of one interval onto another, in proportion. */
export type Scale = (value: number) => number;

/**
 * A linear scale. That of D3 brings its colours, dates and formats along, a fifth of what a card may weigh, and none
 * of it is used here.
 */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const slope = (end - start) / (to - from);
  return (value) => start + (value - from) * slope;
}

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
