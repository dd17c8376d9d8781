/**
 * The smallest and the largest of the values that are known, in columns where NaN is none; undefined where none is.
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
  return low <= high ? [low, high] : undefined;
}
