/** Position of the place whose `x` is nearest to a pointer's, in px; undefined where there are no places. */
export function nearest(places: readonly { readonly x: number }[], x: number): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  places.forEach((place, index) => {
    const distance = Math.abs(place.x - x);
    if (distance < least) [found, least] = [index, distance];
  });
  return found;
}
