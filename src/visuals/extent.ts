/** Values that differ by so small a part of themselves are the same, computed in another order. */
const noise = 1e-9;

/**
 * The smallest and the largest of the values that are known, in columns where NaN is none; undefined where none is.
 * Values that differ by rounding alone have one extent: nothing drawn to its scale shows the noise.
 *
 * That of D3 brings all of d3-array into a bundle that uses no more of it, as a card's does.
 */
export function extent(...columns: readonly ArrayLike<number>[]): readonly [low: number, high: number] | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const column of columns) {
    for (let index = 0; index < column.length; index++) {
      const value = column[index]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return undefined;
  return [low, high - low <= noise * Math.max(Math.abs(low), Math.abs(high)) ? low : high];
}
