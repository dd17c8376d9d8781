import type { PanelsLayout } from './panels.layout.js';
import { textWidth } from './text-width.js';
import type { SeriesLayout } from './trend.layout.js';

/** Where a box stands that is as large as its words: one corner of it, in px of the drawing. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  /** Whether `x` is its right edge, and `y` its lower one: these keep their distance whatever its size turns out to be. */
  readonly toLeft: boolean;
  readonly toTop: boolean;
}

const gap = 12;

/**
 * Where a tooltip stands: beside the crosshair or the bar, so that it never covers the point it explains; of the four places there,
 * the one that covers the fewest other points. Where neither side has room it stands above the drawing.
 * @param panels one above the other, in px of one drawing
 * @param index the point under the crosshair
 * @param size of the tooltip as far as it can be told before it is drawn, px
 */
export function tooltipCorner(
  panels: PanelsLayout['panels'],
  index: number,
  size: { readonly width: number; readonly height: number },
): Corner {
  const [{ stops, width, plot }] = panels;
  const [at, half] = [stops.x[index] ?? 0, stops.half];
  const [right, left] = [at + half + gap, at - half - gap];
  const [top, bottom] = [plot.top, panels.at(-1)?.plot.bottom ?? plot.bottom];
  const sides = [
    ...(right + size.width <= width ? [{ x: right, toLeft: false }] : []),
    ...(left - size.width >= 0 ? [{ x: left, toLeft: true }] : []),
  ];
  const heights = [{ y: top, toTop: false }, ...(bottom - size.height > top ? [{ y: bottom, toTop: true }] : [])];
  const corners = sides.flatMap((side) => heights.map((height) => ({ ...side, ...height })));
  const [first, ...rest] = corners;
  if (!first) {
    return { x: Math.max(0, Math.min(at - size.width / 2, width - size.width)), y: -gap, toLeft: false, toTop: true };
  }
  const lines = panels.flatMap(({ series }) => series.map(({ places }) => places));
  const covered = (corner: Corner): number => {
    const left = corner.toLeft ? corner.x - size.width : corner.x;
    const upper = corner.toTop ? corner.y - size.height : corner.y;
    let points = 0;
    for (const { x, y } of lines)
      for (let nth = 0; nth < y.length; nth++) {
        const isBeside = x[nth]! >= left && x[nth]! <= left + size.width;
        if (isBeside && y[nth]! >= upper && y[nth]! <= upper + size.height) points++;
      }
    return points;
  };
  return rest.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best), first);
}

/** A line of the tooltip. */
export interface TooltipRow {
  /** Whether it is the chosen one. */
  readonly chosen: boolean;
  readonly series: SeriesLayout;
  readonly name: string;
  readonly text: string;
}

export interface Tooltip extends Corner {
  readonly title: string;
  /** Every line in drawing order. */
  readonly rows: readonly TooltipRow[];
  /** Why there is no value, or that the bucket is still running. */
  readonly note: string | undefined;
}

/** Type size, line height, padding with the edge, and swatch of the style sheet, px. */
const type = 12;
const lineHeight = 18;
const padding = 26;
const swatch = 24;
/** Bold letters by regular ones. */
const bold = 1.1;

/**
 * What a tooltip says about a point, and where it stands; undefined where there is no such point.
 * @param chosen position of the chosen line among those of all panels
 */
export function tooltip(panels: PanelsLayout['panels'], index: number, chosen?: number): Tooltip | undefined {
  const rows = panels
    .flatMap(({ series }) => series)
    .flatMap((series, nth): TooltipRow[] => {
      const { at, role, label } = series.line;
      const point = at(index);
      // A comparison's own date tells more than its name.
      if (!point) return [];
      return [{ series, name: role === 'comparison' ? point.tick : label, text: point.text, chosen: nth === chosen }];
    });
  const first = rows[0]?.series.line.at(index);
  if (!first) return undefined;
  const note = rows.map(({ series }) => series.line.at(index)?.note).find((text) => text !== undefined);
  const widths = rows.map(({ name, text }) => swatch + textWidth(name, type) + 16 + bold * textWidth(text, type));
  const lines = rows.length + 1 + (note === undefined ? 0 : Math.ceil(textWidth(note, type) / maxWidth));
  const size = {
    width: Math.min(maxWidth, Math.max(bold * textWidth(first.label, type), ...widths)) + padding,
    height: lines * lineHeight + padding,
  };
  return { title: first.label, rows, note, ...tooltipCorner(panels, index, size) };
}

const maxWidth = 260;
