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
