import type { Places } from './stroke.layout.js';

/**
 * Positions of the points that a line of very many is drawn through: in each column of pixels the first, the lowest,
 * the highest and the last. All others lie on the stroke between these. Gaps stay gaps, and what is complete stays apart
 * from what is not.
 *
 * @param values evenly spaced, NaN where there is none
 * @param columns how many there is room for
 */
export function pointsDrawn(values: Float64Array, complete: Uint8Array, columns: number): Int32Array {
  const { length } = values;
  if (length <= columns) return Int32Array.from(values, (_, index) => index);
  const drawn: number[] = [];
  for (let first = 0; first < length;) {
    const column = Math.floor((first * columns) / length);
    const beyond = Math.min(length, Math.ceil(((column + 1) * length) / columns));
    const isGap = Number.isNaN(values[first]);
    let [low, high, next] = [first, first, first + 1];
    for (; next < beyond && complete[next] === complete[first]; next++) {
      const value = values[next]!;
      if (Number.isNaN(value) !== isGap) break;
      if (value < values[low]!) low = next;
      if (value > values[high]!) high = next;
    }
    for (const index of [first, Math.min(low, high), Math.max(low, high), next - 1])
      if (index !== drawn.at(-1)) drawn.push(index);
    first = next;
  }
  return Int32Array.from(drawn);
}

/** The places that a line is drawn through. */
export function thinned({ x, y, complete }: Places, columns: number): Places {
  if (y.length <= columns) return { x, y, complete };
  const drawn = pointsDrawn(y, complete, columns);
  return {
    x: Float64Array.from(drawn, (index) => x[index]!),
    y: Float64Array.from(drawn, (index) => y[index]!),
    complete: Uint8Array.from(drawn, (index) => complete[index]!),
  };
}
