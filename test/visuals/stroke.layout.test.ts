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
