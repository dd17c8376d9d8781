import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ground as groundOf, strokes } from '../../src/visuals/stroke.layout.js';
import type { Places } from '../../src/visuals/stroke.layout.js';

/** Places ten apart; a negative height is an incomplete point, undefined a gap. */
const places = (...heights: (number | undefined)[]): Places => ({
  x: Float64Array.from(heights, (_, index) => index * 10),
  y: Float64Array.from(heights, (height) => Math.abs(height ?? NaN)),
  complete: Uint8Array.from(heights, (height) => Number(height === undefined || height >= 0)),
});

const ground = (of: Places, floor: number | number[]) =>
  groundOf(of, strokes(of), typeof floor === 'number' ? floor : Float64Array.from(floor));

describe('a line', () => {
  it.each<[string, (number | undefined)[], string, string]>([
    ['runs through complete points', [1, 2, 3], 'M0,1L10,2L20,3', ''],
    ['leaves a gap a gap', [1, 2, undefined, 4, 5], 'M0,1L10,2M30,4L40,5', ''],
    ['makes a dot of a point between gaps', [undefined, 2, undefined], 'M10,2Z', ''],
    ['is dashed on the way to a point still running', [1, 2, -3], 'M0,1L10,2', 'M10,2L20,3'],
    ['is dashed on the way from a point cut by the edge', [-1, 2, 3], 'M10,2L20,3', 'M0,1L10,2'],
    ['is dashed on both sides of an incomplete point', [1, -2, 3], 'M0,1ZM20,3Z', 'M0,1L10,2L20,3'],
    ['dashes neighbours that are both incomplete once', [1, -2, -3], 'M0,1Z', 'M0,1L10,2L20,3'],
    ['has nothing to join to at a gap', [1, undefined, -3], 'M0,1Z', 'M20,3Z'],
    ['is nothing without points', [], '', ''],
  ])('%s', (_, heights, solid, dashed) => {
    expect(strokes(places(...heights))).toEqual({ solid, dashed });
  });
});

it('has ground under its complete parts only', () => {
  expect(ground(places(1, 2, -3), 50)).toBe('M0,1L10,2L10,50L0,50Z');
  expect(ground(places(1, 2, undefined, 4, undefined, 6, 7), [9, 8, 7, 6, 5, 4, 3])).toBe(
    'M0,1L10,2L10,8L0,9ZM30,4L30,6ZM50,6L60,7L60,3L50,4Z',
  );
});

describe('a line of more points than pixels', () => {
  const near = (...points: [x: number, y: number][]): Places => ({
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => y),
    complete: new Uint8Array(points.length).fill(1),
  });

  it('takes the first, the lowest, the highest and the last point of each column', () => {
    const column = near([0, 5], [0.1, 6], [0.2, 2], [0.4, 4], [0.5, 9], [0.7, 7], [0.9, 6], [1.5, 3]);
    expect(strokes(column).solid).toBe('M0,5L0.2,2L0.5,9L0.9,6L1.5,3');
    expect(ground(column, 50)).toBe('M0,5L0.2,2L0.5,9L0.9,6L1.5,3L1.5,50L0,50Z');
    expect(strokes(near([0, 1], [0.3, 1], [0.6, 1])).solid).toBe('M0,1L0.6,1');
  });

  it('reaches from pixel to pixel as high and as low as all of its points', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 300 }), (heights) => {
        const width = 20;
        const all = heights.map((y, index): [number, number] => [(index * width) / heights.length, y]);
        const drawn = [...strokes(near(...all)).solid.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [
          Number(x),
          Number(y),
        ]);
        expect(drawn.length).toBeLessThanOrEqual(4 * width);
        for (let column = 0; column < width; column++) {
          const inColumn = (x: number | undefined) => Math.floor(x ?? NaN) === column;
          const wanted = all.filter(([x]) => inColumn(x)).map(([, y]) => y);
          const found = drawn.filter(([x]) => inColumn(x)).map(([, y]) => y!);
          expect([Math.min(...found), Math.max(...found)]).toEqual([Math.min(...wanted), Math.max(...wanted)]);
          expect([found[0], found.at(-1)]).toEqual([wanted[0], wanted.at(-1)]);
        }
      }),
    );
  });
});
