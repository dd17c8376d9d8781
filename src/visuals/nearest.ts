import { leastIndex } from 'd3';

/** Position of the place whose `x` is nearest to a pointer's, in px; undefined where there are no places. */
export function nearest(places: readonly { readonly x: number }[], x: number): number | undefined {
  const index = leastIndex(places, (place) => Math.abs(place.x - x)) ?? -1;
  return index < 0 ? undefined : index;
}
