import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsDrawn, thinned } from '../../src/visuals/thinned.js';

/** Positions of the drawn ones; a negative value is an incomplete point, undefined a gap. */
const drawn = (columns: number, ...values: (number | undefined)[]): number[] => [
  ...pointsDrawn(
    Float64Array.from(values, (value) => Math.abs(value ?? NaN)),
    Uint8Array.from(values, (value) => Number(value === undefined || value >= 0)),
    columns,
  ),
];

describe('a line of more points than there is room for', () => {
  it('is drawn through the first, the lowest, the highest and the last point of each column', () => {
    // Two columns: 5 6 2 4 9 7 6, then 3 1 1 8 2 4 4
    expect(drawn(2, 5, 6, 2, 4, 9, 7, 6, 3, 1, 1, 8, 2, 4, 4)).toEqual([0, 2, 4, 6, 7, 8, 10, 13]);
    expect(drawn(1, 1, 1, 1)).toEqual([0, 2]);
  });

  it('is drawn through all of them where there is room', () => {
    expect(drawn(3, 1, undefined, -3)).toEqual([0, 1, 2]);
    const places = { x: Float64Array.of(0, 9), y: Float64Array.of(1, 2), complete: Uint8Array.of(1, 1) };
    expect(thinned(places, 2)).toEqual(places);
  });

  it('keeps both sides of a gap, and the gap', () => {
    expect(drawn(1, 1, 2, 3, undefined, undefined, undefined, 4, 5, 6)).toEqual([0, 2, 3, 5, 6, 8]);
    expect(drawn(1, undefined, undefined)).toEqual([0, 1]);
  });

  it('keeps both sides of where points are no longer complete', () => {
    expect(drawn(1, 1, 2, 3, -4, -5, -6)).toEqual([0, 2, 3, 5]);
  });

  it('takes the places with their points', () => {
    const places = {
      x: Float64Array.of(0, 1, 2, 3),
      y: Float64Array.of(5, 6, 7, 8),
      complete: Uint8Array.of(1, 1, 1, 0),
    };
    expect(thinned(places, 1)).toEqual({
      x: Float64Array.of(0, 2, 3),
      y: Float64Array.of(5, 7, 8),
      complete: Uint8Array.of(1, 1, 0),
    });
  });

  it('reaches from pixel to pixel as high and as low as all of its points', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 300 }), (values) => {
        const columns = 20;
        const found = drawn(columns, ...values);
        expect(found.length).toBeLessThanOrEqual(4 * columns);
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        const columnOf = (index: number) => Math.floor((index * columns) / values.length);
        const inColumn = (positions: number[], column: number) =>
          positions.filter((index) => columnOf(index) === column).map((index) => values[index]!);
        for (let column = 0; column < columns; column++) {
          const wanted = inColumn([...values.keys()], column);
          const kept = inColumn(found, column);
          expect([Math.min(...kept), Math.max(...kept)]).toEqual([Math.min(...wanted), Math.max(...wanted)]);
          expect([kept[0], kept.at(-1)]).toEqual([wanted[0], wanted.at(-1)]);
        }
      }),
    );
  });
});
