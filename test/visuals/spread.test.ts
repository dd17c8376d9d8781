import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../src/visuals/spread.js';

describe('heights', () => {
  it.each<[string, number[], number[]]>([
    ['stay where they are when there is room', [10, 40], [10, 40]],
    ['move apart when they are too near', [10, 12], [10, 25]],
    ['keep the order they stand in, whatever order they are given in', [12, 10], [25, 10]],
    ['are held within the bounds', [-5, 200], [0, 100]],
    ['push upwards at the lower edge', [95, 99], [85, 100]],
  ])('%s', (_, wanted, placed) => {
    expect(spread(wanted, 15, [0, 100])).toEqual(placed);
  });

  it('always keep their distance', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { maxLength: 6 }), (wanted) => {
        const placed = spread(wanted, 15, [0, 100]).sort((a, b) => a - b);
        placed.slice(1).forEach((height, index) => expect(height - placed[index]!).toBeGreaterThanOrEqual(15 - 1e-9));
        for (const height of placed) expect(height).toBeLessThanOrEqual(100);
      }),
    );
  });
});
