import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/visuals/text-width.js';
import { chooseMark, trendLayout } from '../../src/visuals/trend.layout.js';
import { line, panel } from './lines.js';

const days = (count: number) => line(Array.from({ length: count }, (_, index) => index));

describe('the mark', () => {
  it.each([
    ['bars for few amounts', days(12), true, 'bar'],
    ['an area for many amounts', days(28), true, 'area'],
    ['a line for rates, which may leave zero out of sight', days(12), false, 'line'],
  ] as const)('is by itself %s', (_, one, fromZero, mark) => {
    expect(chooseMark('auto', panel([one], { fromZero }))).toBe(mark);
  });

  it('is a line for several segments, and what is asked for', () => {
    const segments = [line([1, 2], 'segment', 'a'), line([3, 4], 'segment', 'b')];
    expect(chooseMark('auto', panel(segments))).toBe('line');
    expect(chooseMark('bar', panel(segments))).toBe('bar');
  });
});

describe('the axes', () => {
  it('have round numbers, and zero in sight for amounts', () => {
    const { rules } = trendLayout(panel([line([41, 87])]), { mark: 'area', width: 400, height: 184 });
    expect(rules.map(({ text }) => text)).toEqual(['0', '50', '100']);
    expect(rules.map(({ zero }) => zero)).toEqual([true, false, false]);
    // 184 px less 24 for the dates and 10 above: 150 px for 0 … 100.
    expect(rules.map(({ y }) => y)).toEqual([160, 85, 10]);
  });

  it('have whole numbers alone for counts', () => {
    const ticksOf = (whole: boolean) =>
      trendLayout(panel([line([0, 1])], { whole }), { mark: 'bar', width: 400, height: 184 }).rules.map(
        ({ text }) => text,
      );
    expect(ticksOf(false)).toEqual(['0', '0.5', '1']);
    expect(ticksOf(true)).toEqual(['0', '1']);
  });

  it('leave zero out of sight for a line of rates', () => {
    const { rules } = trendLayout(panel([line([62, 68])], { fromZero: false }), {
      mark: 'auto',
      width: 400,
      height: 184,
    });
    expect(Number(rules[0]?.text)).toBeGreaterThan(50);
  });

  it('show what is below zero', () => {
    const layout = trendLayout(panel([line([-40, 60])]), { mark: 'bar', width: 400, height: 184 });
    const zero = layout.rules.find(({ zero }) => zero)?.y;
    const [below, above] = layout.series[0]?.bars ?? [];
    expect(below?.y).toBe(zero);
    expect(above!.y + above!.height).toBe(zero);
  });

  it('take the room that their numbers need', () => {
    const { plot } = trendLayout(panel([line([0, 100])], { tickText: () => '1,000,000' }), {
      mark: 'line',
      width: 400,
      height: 184,
    });
    expect(plot.left).toBeCloseTo(textWidth('1,000,000', 11) + 8, 9);
  });
});

describe('bars', () => {
  const { series, plot } = trendLayout(panel([line([50, '100?']), line([20, 30], 'comparison', 'Before')]), {
    mark: 'bar',
    width: 400,
    height: 184,
  });

  it('have true proportions, from zero', () => {
    expect(series[0]?.bars.map(({ y, height, complete }) => ({ y, height, complete }))).toEqual([
      { y: 85, height: 75, complete: true },
      { y: 10, height: 150, complete: false },
    ]);
  });

  it('show a 0 on the floor, and nothing where nothing is known', () => {
    const days = trendLayout(panel([line([50, 0, undefined])]), { mark: 'bar', width: 400, height: 184 });
    expect(days.series[0]?.bars.map(({ y, height }) => [y, y + height])).toEqual([
      [expect.any(Number), 160],
      [158, 160],
    ]);
  });

  it('carry their comparison as a flat mark of the same width', () => {
    const [own] = series[0]!.bars;
    expect(series[1]?.bars[0]).toEqual({ ...own, y: 130, height: 0, complete: true });
  });

  it('stay inside the plot', () => {
    for (const { x, width } of series[0]!.bars) {
      expect(x).toBeGreaterThanOrEqual(plot.left);
      expect(x + width).toBeLessThanOrEqual(plot.right);
    }
  });

  it('stand beside each other for several segments', () => {
    const both = trendLayout(panel([line([1], 'segment', 'a'), line([2], 'segment', 'b')]), {
      mark: 'bar',
      width: 400,
      height: 184,
    }).series.map(({ bars }) => bars[0]!);
    expect(both[0]!.x + both[0]!.width).toBeCloseTo(both[1]!.x, 9);
  });
});

describe('a stack', () => {
  const segments = [
    line([10, 20], 'segment', 'a'),
    line([30, undefined], 'segment', 'b'),
    line([40, 60], 'segment', 'c'),
  ];
  const options = { stack: true, width: 400, height: 184 };

  it('puts bars on each other; what is missing adds nothing', () => {
    // 0 … 80 on 150 px: 1.875 px each.
    const { series } = trendLayout(panel(segments), { ...options, mark: 'auto' });
    const spans = series.map(({ bars }) => bars.map(({ y, height }) => [y, y + height]));
    expect(spans).toEqual([
      [
        [141.25, 160],
        [122.5, 160],
      ],
      [[85, 141.25]],
      [
        [10, 85],
        [10, 122.5],
      ],
    ]);
    expect(new Set(series.flatMap(({ bars }) => bars.map(({ width }) => width))).size).toBe(1);
  });

  it('puts areas on each other, also where lines were asked for', () => {
    const { series } = trendLayout(panel([segments[0]!, segments[2]!]), { ...options, mark: 'line' });
    expect(series[1]?.ground).toContain(`L${series[0]?.places.x[0]},${series[0]?.places.y[0]}`);
  });

  it('is not made of rates, which do not add up', () => {
    const layout = trendLayout(panel(segments, { fromZero: false }), { ...options, mark: 'auto' });
    expect(layout.series.map(({ stacked }) => stacked)).toEqual([false, false, false]);
    expect(layout.series[2]?.ground).toBeUndefined();
  });
});

it('writes no value on another where it is low', () => {
  // On 12 px, up to 150
  for (const height of [46, 52, 60, 74, 100, 184]) {
    const { rules } = trendLayout(panel([line([10, 30, 20])]), { mark: 'line', width: 600, height });
    expect(rules[0]?.zero).toBe(true);
    expect(rules.length).toBeGreaterThan(height < 50 ? 0 : 1);
    for (const [nth, { y }] of rules.slice(1).entries()) expect(rules[nth]!.y - y).toBeGreaterThan(11);
  }
});

describe('the names of lines', () => {
  const lines = [line([1, 5]), line([4, 5], 'comparison', 'Previous period')];

  it('stand beside their ends, apart from each other, inside the drawing', () => {
    const { endLabels, plot, width } = trendLayout(panel(lines), { mark: 'line', width: 600, height: 184 });
    expect(endLabels.map(({ text }) => text)).toEqual(['This period', 'Previous period']);
    expect(Math.abs(endLabels[0]!.y - endLabels[1]!.y)).toBeGreaterThanOrEqual(15);
    for (const { text } of endLabels) expect(plot.right + 28 + textWidth(text, 11)).toBeLessThanOrEqual(width);
  });

  it.each([
    ['the room is short', lines, 400],
    ['a name is very long', [lines[0]!, line([1, 2], 'comparison', 'A name that is far too long to stand here')], 600],
    ['there is one line alone', [lines[0]!], 600],
  ])('are left to the legend where %s', (_, some, width) => {
    expect(trendLayout(panel(some), { mark: 'line', width, height: 184 }).endLabels).toEqual([]);
  });

  it('include the target', () => {
    const target = { value: 30, level: 3, text: '', label: 'Target 3', reached: false, share: 0, pace: undefined };
    const layout = trendLayout(panel([lines[0]!], { target }), { mark: 'line', width: 600, height: 184 });
    expect(layout.endLabels.map(({ text }) => text)).toEqual(['This period', 'Target 3']);
    // 0 … 5 on 150 px
    expect(layout.target).toBe(70);
  });
});

describe('the series', () => {
  it('take shades in turn, comparisons among themselves', () => {
    const layout = trendLayout(panel([line([1]), line([1], 'comparison', 'Before'), line([1], 'segment', 'b')]), {
      mark: 'line',
      width: 600,
      height: 184,
    });
    expect(layout.series.map(({ shade }) => shade)).toEqual([1, 1, 2]);
  });

  it('keep to the points of the shown period', () => {
    const layout = trendLayout(panel([line([1, 2]), line([1, 2, 3], 'comparison', 'Before')]), {
      mark: 'line',
      width: 600,
      height: 184,
    });
    expect(layout.stops.x).toHaveLength(2);
    expect(layout.series[1]?.places.y).toHaveLength(2);
  });

  it('are drawn through fewer points than there are where these are very many, and know them all', () => {
    const values = Array.from({ length: 5000 }, (_, index) => (index === 2500 ? 99 : index % 7));
    const { series, stops, plot } = trendLayout(panel([line(values)]), { mark: 'line', width: 600, height: 184 });
    const { places, at } = series[0]!;
    expect(places.y.length).toBeLessThanOrEqual(4 * 600);
    expect(Math.min(...places.y)).toBe(at(2500)?.y);
    expect(stops.x).toHaveLength(5000);
    expect(at(1234)).toEqual({ x: stops.x[1234], y: at(2)?.y, complete: true });
    expect(at(5000)).toBeUndefined();
    expect([places.x[0], places.x.at(-1)]).toEqual([plot.left + 4, plot.right - 5]);
  });

  it('are nothing without points, and the axes still stand', () => {
    const layout = trendLayout(panel([]), { mark: 'auto', width: 600, height: 184 });
    expect(layout.stops.x).toHaveLength(0);
    expect(layout.rules.length).toBeGreaterThan(1);
  });
});
