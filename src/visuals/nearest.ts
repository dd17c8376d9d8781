/** Position of the place that is nearest to a pointer's, in px; undefined where there are no places. */
export function nearest(places: ArrayLike<number>, x: number): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  for (let index = 0; index < places.length; index++) {
    const distance = Math.abs(places[index]! - x);
    if (distance < least) [found, least] = [index, distance];
  }
  return found;
}
