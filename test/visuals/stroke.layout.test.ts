import { describe, expect, it } from 'vitest';
import { ground, strokes } from '../../src/visuals/stroke.layout.js';
import type { Place } from '../../src/visuals/stroke.layout.js';

/** Places ten apart; a negative height is an incomplete point, undefined a gap. */
const places = (...heights: (number | undefined)[]): Place[] =>
  heights.map((height, index) => ({
    x: index * 10,
    y: height === undefined ? undefined : Math.abs(height),
    complete: height === undefined || height >= 0,
  }));

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
});
