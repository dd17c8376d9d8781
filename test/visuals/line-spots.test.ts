import { describe, expect, it } from 'vitest';
import { lineSpots, nearestSpot } from '../../src/visuals/line-spots.js';
import { trendLayout } from '../../src/visuals/trend.layout.js';
import { line, panel } from './lines.js';

const size = { width: 600, height: 200 };
const layoutOf = (values: readonly (readonly (number | undefined)[])[], options: object) =>
  trendLayout(panel(values.map((each, nth) => line(each, 'segment', `Segment ${nth}`))), {
    mark: 'line',
    ...size,
    ...options,
  });
const linesOf = (spots: ReturnType<typeof lineSpots>) => spots.map(({ line: nth }) => nth);

describe('the segments over a point', () => {
  it('stand from top to bottom; one without a value is not among them', () => {
    const layout = layoutOf(
      [
        [1, 2],
        [5, undefined],
        [3, 9],
      ],
      {},
    );
    expect(linesOf(lineSpots([layout], 0))).toEqual([1, 2, 0]);
    expect(linesOf(lineSpots([layout], 1))).toEqual([2, 0]);
  });

  it('are counted through all panels', () => {
    const upper = layoutOf(
      [
        [1, 2],
        [5, 3],
      ],
      { height: 200 },
    );
    const lower = layoutOf(
      [
        [1, 2],
        [5, 3],
      ],
      { top: 200, height: 400 },
    );
    expect(linesOf(lineSpots([upper, lower], 0))).toEqual([1, 0, 3, 2]);
  });

  it('are bands in a stack, without gaps from the floor to the top', () => {
    const layout = layoutOf(
      [
        [4, 1],
        [2, 1],
        [undefined, 1],
      ],
      { stack: true },
    );
    const [top, bottom] = lineSpots([layout], 0);
    expect([top!.line, bottom!.line]).toEqual([1, 0]);
    expect(top!.bottom).toBe(bottom!.top);
    expect(bottom!.bottom - bottom!.top).toBeCloseTo(2 * (top!.bottom - top!.top), 6);
    expect(bottom!.bottom).toBe(layout.plot.bottom);
  });

  it('are bars beside each other, at whatever height the pointer is', () => {
    const layout = layoutOf(
      [
        [4, 1],
        [undefined, 3],
        [2, 8],
      ],
      { mark: 'bar' },
    );
    const spots = lineSpots([layout], 0);
    expect(linesOf(spots)).toEqual([0, 2]);
    const [first] = layout.series[0]!.bars;
    const [third] = layout.series[2]!.bars;
    expect(spots[0]!.left).toBeCloseTo(first!.x, 6);
    expect(spots[1]!.left).toBeCloseTo(third!.x, 6);
    expect(nearestSpot(spots, third!.x + 1, 11)?.line).toBe(2);
  });

  it('are none where lines are not segments', () => {
    const layout = trendLayout(panel([line([1, 2]), line([2, 3], 'comparison')]), { mark: 'line', ...size });
    expect(lineSpots([layout], 0)).toEqual([]);
    expect(nearestSpot([], 0, 0)).toBeUndefined();
  });
});
