import { leastIndex } from 'd3';

/** Position of the place whose `x` is nearest to a pointer's, in pixels; undefined where there are no places. */
export function nearest(places: readonly { readonly x: number }[], x: number): number | undefined {
  return leastIndex(places, (place) => Math.abs(place.x - x));
}
