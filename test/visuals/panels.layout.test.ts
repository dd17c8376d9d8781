import { describe, expect, it } from 'vitest';
import { panelsLayout } from '../../src/visuals/panels.layout.js';
import { line, panel, view } from './lines.js';

const size = { mark: 'auto', width: 640, height: 300 } as const;
const many = Array.from({ length: 20 }, (_, index) => index + 1);

it('of one panel are as that panel alone', () => {
  const { panels } = panelsLayout(view([panel([line(many)])]), size);
  expect(panels).toHaveLength(1);
  expect(panels[0].title).toBeUndefined();
  expect(panels[0].plot.top).toBe(10);
});

describe('panels', () => {
  const layout = panelsLayout(
    view([
      panel([line(many)], { label: 'Net sales', tickText: (value) => `${value} million kr.` }),
      panel([line(many)], { label: 'Orders' }),
      panel([line(many)], { label: 'Conversion', fromZero: false }),
    ]),
    size,
  );

  it('stand above one another without touching, inside the drawing', () => {
    const edges = layout.panels.map(({ plot }) => [plot.top, plot.bottom]);
    for (const [top, bottom] of edges) expect(bottom! - top!).toBeGreaterThan(30);
    expect(edges.flat()).toEqual([...edges.flat()].sort((a, b) => a - b));
    expect(edges.at(-1)![1]).toBeLessThan(300);
  });

  it('share the edges of their plots and the places of their points', () => {
    const [first, ...others] = layout.panels;
    for (const other of others) {
      expect([other.plot.left, other.plot.right]).toEqual([first.plot.left, first.plot.right]);
      expect(other.stops).toEqual(first.stops);
    }
  });

  it('are named, and dated once at the bottom', () => {
    expect(layout.panels.map(({ title }) => title?.text)).toEqual(['Net sales', 'Orders', 'Conversion']);
    expect(layout.panels.map(({ ticks }) => ticks.length > 0)).toEqual([false, false, true]);
  });

  it('name a line once: alone in its panel it is not labelled beside it too', () => {
    const one = panel([line([1, 2], 'kpi', 'Orders'), line([2, 3], 'comparison', 'Before')], { label: 'Orders' });
    const several = panel([line([1, 2], 'kpi', 'Orders'), line([2, 3], 'kpi', 'Visits')]);
    const labels = panelsLayout(view([one, several]), size).panels.map(({ endLabels }) =>
      endLabels.map(({ text }) => text),
    );
    expect(labels).toEqual([['Before'], ['Orders', 'Visits']]);
    const alone = panelsLayout(view([one]), size).panels[0].endLabels;
    expect(alone.map(({ text }) => text)).toEqual(['Orders', 'Before']);
  });

  it('take one kind of mark, so that their points stand in line', () => {
    const few = panelsLayout(view([panel([line([1, 2])]), panel([line([3, 4])], { fromZero: false })]), size);
    expect(few.panels.map(({ series }) => series[0]!.bars.length)).toEqual([0, 0]);
    const bars = panelsLayout(view([panel([line([1, 2])]), panel([line([3, 4])])]), { ...size, mark: 'bar' });
    expect(bars.panels.map(({ series }) => series[0]!.bars.length)).toEqual([2, 2]);
  });
});

describe('annotations', () => {
  const annotated = (annotations: { label: string; first: number; last: number }[]) =>
    panelsLayout(view([panel([line(many)])], { annotations }), size);

  it('take a lane above the plot', () => {
    const { panels, annotations } = annotated([{ label: 'Price change', first: 4, last: 4 }]);
    expect(panels[0].plot.top).toBe(26);
    expect(annotations[0]!.x).toBe(panels[0].stops.x[4]);
    expect(annotations[0]!.to).toBe(annotations[0]!.x);
    expect(annotations[0]!.label?.anchor).toBe('start');
  });

  it('reach from the first to the last of their points', () => {
    const { panels, annotations } = annotated([{ label: 'Campaign', first: 2, last: 9 }]);
    expect([annotations[0]!.x, annotations[0]!.to]).toEqual([panels[0].stops.x[2], panels[0].stops.x[9]]);
  });

  it('never let their words run into one another or out of the drawing', () => {
    const { annotations, panels } = annotated(
      Array.from({ length: 20 }, (_, index) => ({ label: `Campaign number ${index}`, first: index, last: index })),
    );
    const boxes = annotations.flatMap(({ label }) => (label ? [label] : []));
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.length).toBeLessThan(20);
    expect(boxes.at(-1)!.x).toBeLessThanOrEqual(panels[0].plot.right);
  });
});
