import { expect, it } from 'vitest';
import { nearest } from '../../src/visuals/nearest.js';

const places = [0, 10, 20];

it.each([
  [-50, 0],
  [4, 0],
  [6, 1],
  [14.9, 1],
  [900, 2],
])('a pointer at %d px is nearest to place %d', (x, index) => {
  expect(nearest(places, x)).toBe(index);
});

it('is nowhere without places', () => {
  expect(nearest([], 5)).toBeUndefined();
});
