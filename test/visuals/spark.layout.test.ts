import { describe, expect, it } from 'vitest';
import { sparkLayout } from '../../src/visuals/spark.layout.js';
import { line } from './lines.js';

// Inside 108 × 66 px there are 100 px across (8 for the end mark) and 50 px from top (6) to bottom (10).
const size = { width: 108, height: 66 };

describe('a sparkline', () => {
  it('reaches from the left edge to the end mark, lowest value at the bottom, highest on top', () => {
    const { places, end, line: strokes } = sparkLayout([line([10, 30, 20])], undefined, size);
    expect([...places.x]).toEqual([0, 50, 100]);
    expect([...places.y]).toEqual([56, 6, 31]);
    expect(end).toEqual({ x: 100, y: 31, complete: true });
    expect(strokes.solid).toBe('M0,56L50,6L100,31');
  });

  it('takes the comparison and the target into its height', () => {
    const target = { value: 500, level: 50, text: '', label: '', reached: false, share: 0, pace: undefined };
    const layout = sparkLayout([line([10, 30]), line([0, 20], 'comparison')], target, size);
    expect(layout.target).toBe(6);
    expect(layout.comparison?.solid).toBe('M0,56L100,36');
    expect([...layout.places.y].map(Math.round)).toEqual([46, 26]);
  });

  it('draws of a longer comparison what has a counterpart', () => {
    const layout = sparkLayout([line([0, 1]), line([0, 1, 99], 'comparison')], undefined, size);
    expect(layout.comparison?.solid).toBe('M0,56L100,6');
  });

  it.each([
    ['a line that never moves', [7, 7], [31, 31]],
    ['one point', [7], [31]],
    ['nothing but gaps', [undefined, undefined], [NaN, NaN]],
  ])('holds %s in the middle', (_, values, heights) => {
    expect([...sparkLayout([line(values)], undefined, size).places.y]).toEqual(heights);
  });

  it('draws no noise of a line that never moves: sums that were added up in another order', () => {
    const third = (0.1 + 0.2) / 0.3;
    const { places } = sparkLayout([line([1, third, 1, third])], undefined, size);
    expect(third).not.toBe(1);
    for (const y of places.y) expect(y).toBeCloseTo(31, 6);
    // Of the size of the values, however large they are.
    const large = sparkLayout([line([3e12, 3e12 + 0.5])], undefined, size);
    for (const y of large.places.y) expect(y).toBeCloseTo(31, 6);
    // A millionth is drawn.
    expect([...sparkLayout([line([1, 1.000001])], undefined, size).places.y]).toEqual([56, 6]);
  });

  it('puts a lone point in the middle of the width', () => {
    expect(sparkLayout([line([7])], undefined, size).end?.x).toBe(50);
  });

  it('ends hollow where the last bucket is still running, and before a gap', () => {
    expect(sparkLayout([line([1, '2?'])], undefined, size).end).toMatchObject({ x: 100, complete: false });
    expect(sparkLayout([line([1, 2, undefined])], undefined, size).end).toMatchObject({ x: 50, complete: true });
    expect(sparkLayout([line([])], undefined, size).end).toBeUndefined();
  });
});
