/** A point of a line in pixels; `y` is undefined where there is no value. */
export interface Place {
  readonly x: number;
  readonly y: number | undefined;
  /** False for a bucket that is still running or cut by the window's edge. */
  readonly complete: boolean;
}

/** A line as SVG paths. What is complete is solid; what leads to or from an incomplete point is dashed. */
export interface Strokes {
  readonly solid: string;
  readonly dashed: string;
}

/** Neighbours from the first to the last position, both included. */
type Stretch = readonly [first: number, last: number];

const isDrawn = ({ y }: Place): boolean => y !== undefined;
const isSolid = ({ y, complete }: Place): boolean => y !== undefined && complete;
const isIncomplete = ({ complete }: Place): boolean => !complete;

/** Paths through the places. A gap stays a gap; a point between two gaps becomes a dot under a round line cap. */
export function strokes(places: readonly Place[]): Strokes {
  const whole: Stretch = [0, places.length - 1];
  const line = ([first, last]: Stretch): string =>
    `${through(places, [first, last], heightIn(places))}${first === last ? 'Z' : ''}`;
  // With the complete neighbour that a stretch of incomplete points joins on either side.
  const dashed = stretches(places, isIncomplete, whole).flatMap(([first, last]) =>
    stretches(places, isDrawn, [Math.max(0, first - 1), Math.min(whole[1], last + 1)]),
  );
  return {
    solid: stretches(places, isSolid, whole).map(line).join(''),
    dashed: dashed.map(line).join(''),
  };
}

/**
 * The ground under the solid parts of a line, down to one floor, or to a floor for each place.
 * @param line the strokes through the same places
 */
export function ground(places: readonly Place[], line: Strokes, floor: number | readonly number[]): string {
  const tops = line.solid.split(/(?=M)/);
  const floorAt = (index: number): number => (typeof floor === 'number' ? floor : (floor[index] ?? 0));
  const grounds = stretches(places, isSolid, [0, places.length - 1]).map(([first, last], nth) => {
    const top = tops[nth]?.replace('Z', '') ?? '';
    const corners = [last, first].map(pointAt(places, floorAt)).join('L');
    const bottom = typeof floor === 'number' ? corners : through(places, [last, first], floorAt).slice(1);
    return `${top}L${bottom}Z`;
  });
  return grounds.join('');
}

const heightIn =
  (places: readonly Place[]) =>
  (index: number): number =>
    places[index]?.y ?? 0;

/** The longest stretches whose places all are such, within one. */
function stretches(places: readonly Place[], is: (place: Place) => boolean, [from, to]: Stretch): Stretch[] {
  const found: Stretch[] = [];
  let first = -1;
  for (let index = from; index <= to; index++) {
    const fits = is(places[index]!);
    if (fits && first < 0) first = index;
    if (first >= 0 && (!fits || index === to)) {
      found.push([first, fits ? index : index - 1]);
      first = -1;
    }
  }
  return found;
}

/**
 * A path through a stretch, forwards or backwards. Of the points in one column of pixels it takes the first, the
 * lowest, the highest and the last: all others lie on the stroke between these.
 */
function through(places: readonly Place[], [from, to]: Stretch, height: (index: number) => number): string {
  const point = pointAt(places, height);
  const step = from <= to ? 1 : -1;
  const columnOf = (index: number): number => Math.floor(places[index]!.x);
  let path = '';
  for (let start = from; step * (to - start) >= 0;) {
    const column = columnOf(start);
    let [end, low, high] = [start, start, start];
    for (let next = start; step * (to - next) >= 0 && columnOf(next) === column; next += step) {
      if (height(next) < height(low)) low = next;
      if (height(next) > height(high)) high = next;
      end = next;
    }
    path += `${path === '' ? 'M' : 'L'}${point(start)}`;
    const [before, after] = step * (high - low) > 0 ? [low, high] : [high, low];
    if (before !== start && before !== end) path += `L${point(before)}`;
    if (after !== before && after !== start && after !== end) path += `L${point(after)}`;
    if (end !== start) path += `L${point(end)}`;
    start = end + step;
  }
  return path;
}

const pointAt =
  (places: readonly Place[], height: (index: number) => number) =>
  (index: number): string =>
    `${write(places[index]!.x)},${write(height(index))}`;

/** ".07", ".5" or nothing, by hundredths. */
const fractions = Array.from({ length: 100 }, (_, hundredths) => String(hundredths / 100).slice(1));

/** A hundredth of a pixel is fine enough. Whole numbers are written several times as fast as others. */
function write(pixels: number): string {
  if (pixels < 0) return `-${write(-pixels)}`;
  const hundredths = Math.round(pixels * 100);
  const whole = Math.floor(hundredths / 100);
  return `${whole}${fractions[hundredths - 100 * whole]}`;
}
