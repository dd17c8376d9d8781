import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tooltip, tooltipCorner } from '../../src/visuals/tooltip.layout.js';
import { trendLayout } from '../../src/visuals/trend.layout.js';
import type { Mark } from '../../src/visuals/trend.layout.js';
import { line, panel } from './lines.js';

describe('a tooltip', () => {
  const lines = [line([1, '2?']), line([3, undefined], 'comparison', 'Previous period')];
  const layout = trendLayout(panel(lines), { mark: 'line', width: 600, height: 200 });

  it('lists every line in drawing order; a comparison by its date', () => {
    const box = tooltip([layout], 1);
    expect(box?.title).toBe('2 November 2025');
    expect(box?.rows.map(({ name, text }) => [name, text])).toEqual([
      ['This period', '2'],
      ['2 Nov', '—'],
    ]);
    expect(box?.note).toBe('Still running');
  });

  it('is nothing where there is no point', () => {
    expect(tooltip([layout], 2)).toBeUndefined();
  });

  it('never covers the points that it explains, for any series, width and mark', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 240, max: 1200 }),
        fc.constantFrom<Mark>('line', 'bar', 'area'),
        fc.nat(),
        (points, width, mark, seed) => {
          const drawn = trendLayout(panel([line(points)]), { mark, width, height: 200 });
          const index = seed % points.length;
          const size = { width: 180, height: 70 };
          const { x, y, toLeft, toTop } = tooltipCorner([drawn], index, size);
          const [at, half] = [drawn.stops.x[index]!, drawn.stops.half];
          // Whatever its size turns out to be: it grows away from the points.
          const beside = toLeft ? x < at - half : x > at + half;
          const above = toTop && y < 0;
          expect(beside || above).toBe(true);
        },
      ),
    );
  });

  it('stands where it covers the fewest other points', () => {
    const low = trendLayout(panel([line([100, ...Array<number>(20).fill(2)])]), {
      mark: 'line',
      width: 600,
      height: 300,
    });
    expect(tooltipCorner([low], 3, { width: 150, height: 60 })).toMatchObject({ y: low.plot.top, toTop: false });
    const high = trendLayout(panel([line([0, ...Array<number>(20).fill(98)])]), {
      mark: 'line',
      width: 600,
      height: 300,
    });
    expect(tooltipCorner([high], 3, { width: 150, height: 60 })).toMatchObject({ y: high.plot.bottom, toTop: true });
  });
});
