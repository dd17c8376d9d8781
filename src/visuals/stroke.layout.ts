import { area, line } from 'd3';

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

type Drawn = Place & { readonly y: number };

const isDrawn = (place: Place): place is Drawn => place.y !== undefined;
const isSolid = (place: Place) => isDrawn(place) && place.complete;

const path = line<Place>()
  .x((place) => place.x)
  .y((place) => place.y ?? 0);

/** Paths through the places. A gap stays a gap; a point between two gaps becomes a dot under a round line cap. */
export function strokes(places: readonly Place[]): Strokes {
  return {
    solid: path.defined(isSolid)(places) ?? '',
    dashed: runsOfIncomplete(places)
      .map((run) => path.defined(isDrawn)(run) ?? '')
      .join(''),
  };
}

/** The ground under the solid parts of a line, down to one floor, or to a floor for each place. */
export function ground(places: readonly Place[], floor: number | readonly number[]): string {
  const floorOf = (index: number) => (typeof floor === 'number' ? floor : (floor[index] ?? 0));
  return (
    area<Place>()
      .defined(isSolid)
      .x((place) => place.x)
      .y0((_, index) => floorOf(index))
      .y1((place, index) => place.y ?? floorOf(index))(places) ?? ''
  );
}

/** Each run of incomplete points, with the complete neighbour that it joins on either side. */
function runsOfIncomplete(places: readonly Place[]): Place[][] {
  const runs: Place[][] = [];
  let from = -1;
  places.forEach((place, index) => {
    if (!place.complete && from < 0) from = index;
    if (from >= 0 && (place.complete || index === places.length - 1)) {
      runs.push(places.slice(Math.max(0, from - 1), index + 1));
      from = -1;
    }
  });
  return runs;
}
