import type { TrendLayout } from './trend.layout.js';

/** Where a segment can be pointed at over a point, px of the drawing: its line, its bar, or its band in a stack. */
export interface LineSpot {
  /** Position among the lines of all panels. */
  readonly line: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the segments stand over a point, from top to bottom and left to right; one without a value does not. */
export function lineSpots(panels: readonly TrendLayout[], index: number): readonly LineSpot[] {
  const spots: LineSpot[] = [];
  let line = 0;
  for (const { series, stops, plot } of panels) {
    const width = (2 * stops.half) / series.length;
    let floor = plot.bottom;
    for (const [
      slot,
      {
        at,
        stacked,
        bars,
        line: { role },
      },
    ] of series.entries()) {
      const nth = line++;
      const place = at(index);
      if (!place || (role !== 'segment' && role !== 'rest')) continue;
      const { x, y } = place;
      if (stacked) {
        spots.push({ line: nth, left: x - stops.half, right: x + stops.half, top: y, bottom: floor });
        floor = y;
      } else if (bars.length > 0) {
        const left = x - stops.half + slot * width;
        spots.push({ line: nth, left, right: left + width, top: plot.top, bottom: plot.bottom });
      } else {
        spots.push({ line: nth, left: x, right: x, top: y, bottom: y });
      }
    }
  }
  return spots.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** The spot under a place, else the nearest one. */
export function nearestSpot(spots: readonly LineSpot[], x: number, y: number): LineSpot | undefined {
  const outside = (at: number, from: number, to: number) => Math.max(from - at, 0, at - to);
  const distance = ({ left, right, top, bottom }: LineSpot) =>
    Math.hypot(outside(x, left, right), outside(y, top, bottom));
  const [first, ...rest] = spots;
  return first && rest.reduce((best, spot) => (distance(spot) < distance(best) ? spot : best), first);
}
