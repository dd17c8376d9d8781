/** The points of a line in pixels, as columns. */
export interface Places {
  readonly x: Float64Array;
  /** NaN where there is no value. */
  readonly y: Float64Array;
  /** 0 for a bucket that is still running or cut by the window's edge. */
  readonly complete: Uint8Array;
}

/** One of them. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly complete: boolean;
}

/** A line as SVG paths. What is complete is solid; what leads to or from an incomplete point is dashed. */
export interface Strokes {
  readonly solid: string;
  readonly dashed: string;
}

/** Neighbours from the first to the last position, both included. */
type Stretch = readonly [first: number, last: number];

/** The point at a position; undefined where there is no value. */
export function placeAt({ x, y, complete }: Places, index: number | undefined): Place | undefined {
  const height = index === undefined ? undefined : y[index];
  return height === undefined || Number.isNaN(height)
    ? undefined
    : { x: x[index!]!, y: height, complete: complete[index!] === 1 };
}

/** The last point that has a value. */
export const lastPlace = (places: Places): Place | undefined =>
  placeAt(
    places,
    places.y.findLastIndex((height) => !Number.isNaN(height)),
  );

/** Paths through the places. A gap stays a gap; a point between two gaps becomes a dot under a round line cap. */
export function strokes({ x, y, complete }: Places): Strokes {
  const last = y.length - 1;
  // As most lines are: whole.
  if (last > 0 && !complete.includes(0) && !y.includes(NaN)) return { solid: through(x, y, 0, last), dashed: '' };
  const drawn = drawnIn(y);
  const line = ([from, to]: Stretch): string => `${through(x, y, from, to)}${from === to ? 'Z' : ''}`;
  // With the complete neighbour that a stretch of incomplete points joins on either side.
  const dashed = stretches(complete, 0, [0, last]).flatMap(([from, to]) =>
    stretches(drawn, 1, [Math.max(0, from - 1), Math.min(last, to + 1)]),
  );
  return {
    solid: stretches(solidIn({ x, y, complete }), 1, [0, last]).map(line).join(''),
    dashed: dashed.map(line).join(''),
  };
}

/**
 * The ground under the solid parts of a line, down to one floor, or to a floor for each place.
 * @param line the strokes through the same places
 */
export function ground(places: Places, line: Strokes, floor: number | Float64Array): string {
  const { x, y } = places;
  const tops = line.solid.replaceAll('Z', '').split('M');
  const grounds = stretches(solidIn(places), 1, [0, y.length - 1]).map(([first, last], nth) => {
    const bottom =
      typeof floor === 'number'
        ? `${point(x[last]!, floor)}L${point(x[first]!, floor)}`
        : through(x, floor, last, first).slice(1);
    return `M${tops[nth + 1]}L${bottom}Z`;
  });
  return grounds.join('');
}

/** 1 where there is a value. */
const drawnIn = (y: Float64Array): Uint8Array =>
  y.includes(NaN) ? Uint8Array.from(y, (height) => Number(!Number.isNaN(height))) : new Uint8Array(y.length).fill(1);

/** 1 where there is a value, and nothing is missing in it. */
const solidIn = ({ y, complete }: Places): Uint8Array =>
  y.includes(NaN) ? complete.map((whole, index) => (Number.isNaN(y[index]) ? 0 : whole)) : complete;

/** The longest stretches of one kind, 0 or 1, within one. */
function stretches(kinds: Uint8Array, kind: 0 | 1, [from, to]: Stretch): Stretch[] {
  const found: Stretch[] = [];
  for (let first = kinds.indexOf(kind, from); first >= 0 && first <= to;) {
    const next = kinds.indexOf(1 - kind, first);
    const last = next < 0 || next > to ? to : next - 1;
    found.push([first, last]);
    first = kinds.indexOf(kind, last + 1);
  }
  return found;
}

/** A path through a stretch, forwards or backwards. */
function through(x: Float64Array, y: Float64Array, from: number, to: number): string {
  const across = linesTo(x);
  const step = from <= to ? 1 : -1;
  let path = '';
  for (let index = from; index !== to + step; index += step) path += across[index]! + write(y[index]!);
  return `M${path.slice(1)}`;
}

const written = new WeakMap<Float64Array, readonly string[]>();

/** "L12.5,": written once for all lines that share their places across. */
function linesTo(x: Float64Array): readonly string[] {
  const texts = written.get(x) ?? Array.from(x, (each) => `L${write(each)},`);
  written.set(x, texts);
  return texts;
}

const point = (x: number, y: number): string => `${write(x)},${write(y)}`;

/** ".07", ".5" or nothing, by hundredths. */
const fractions = Array.from({ length: 100 }, (_, hundredths) => String(hundredths / 100).slice(1));

/** A hundredth of a pixel is fine enough. Whole numbers are written several times as fast as others. */
function write(pixels: number): string {
  if (pixels < 0) return `-${write(-pixels)}`;
  const hundredths = Math.round(pixels * 100);
  const whole = Math.floor(hundredths / 100);
  return `${whole}${fractions[hundredths - 100 * whole]}`;
}
