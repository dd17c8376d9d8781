/**
 * The smallest and the largest of the values that are known; undefined where none is. That of D3 brings all of
 * d3-array into a bundle that uses no more of it, as a card's does.
 */
export function extent(values: Iterable<number | undefined>): readonly [low: number, high: number] | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === undefined) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : undefined;
}
