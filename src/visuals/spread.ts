/**
 * Moves heights apart until neighbours keep a distance, as little as may be, in the order they stand in.
 * @param heights wanted heights, px, in any order
 * @param distance between neighbours, px
 * @param within lowest and highest height allowed; where the room is too short for all, the lower bound gives way
 * @returns a height for each, in the order given
 */
export function spread(heights: readonly number[], distance: number, [low, high]: readonly [number, number]): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let floor = low;
  for (const index of order) {
    const height = Math.max(floor, placed[index] ?? low);
    placed[index] = height;
    floor = height + distance;
  }
  let ceiling = high;
  for (const index of order.reverse()) {
    const height = Math.min(ceiling, placed[index] ?? high);
    placed[index] = height;
    ceiling = height - distance;
  }
  return placed;
}
