import type { FunnelView } from '../view-model/funnel-view.js';
import { columnsIn, drawColumns } from './funnel-columns.layout.js';
import { drawList } from './funnel-list.layout.js';
import { drawMatrix, rowsIn } from './funnel-matrix.layout.js';
import { FunnelPen, labelWidth, ratesOf } from './funnel-pen.js';
import type { Box } from './funnel-pen.js';
import { inColumns } from './funnel-room.js';
import type { Size } from './spark.layout.js';

export interface FunnelRoom extends Size {
  /** Whether stages run from right to left. */
  readonly mirrored: boolean;
}

export interface FunnelLayout extends Size, Pick<FunnelPen, 'blocks' | 'joins' | 'rules' | 'labels' | 'spots'> {
  /** What the drawing needs at this width. */
  readonly least: number;
}

/** Lays a funnel out: its stages beside each other or, where there is no room, below each other; or its segments. */
export function funnelLayout(view: FunnelView, { mirrored, ...size }: FunnelRoom): FunnelLayout {
  const pen = new FunnelPen();
  const wide = inColumns(view.stages.length, size.width) && figuresFit(view, size.width);
  const least =
    view.segments.length > 0 ? drawMatrix(pen, view, size, !wide) : (wide ? drawColumns : drawList)(pen, view, size);
  const drawing = mirrored ? mirror(pen, size.width) : pen;
  const { blocks, joins, rules, labels, spots } = drawing;
  const { width } = size;
  return { width, height: Math.max(size.height, least), least, blocks, joins, rules, labels, spots };
}

/** Whether the widest figure fits a column; of rates and counts in the millions it may not. */
function figuresFit({ stages, segments }: FunnelView, width: number): boolean {
  const all = [...stages, ...segments.flatMap((segment) => segment.stages)];
  const widest = Math.max(
    ...stages.map(({ text }) => labelWidth('count', text)),
    ...ratesOf(all).map(({ text }) => labelWidth('rate', text)),
  );
  const room = segments.length > 0 ? rowsIn(stages.length, width).cell : columnsIn(stages.length, width).bar;
  return widest <= room;
}

/** The same drawing from the right: words keep their own direction. */
function mirror(pen: FunnelPen, width: number): Omit<FunnelLayout, 'width' | 'height' | 'least'> {
  const turn = <Kind extends Box>(box: Kind): Kind => ({ ...box, x: width - box.x - box.width });
  return {
    blocks: pen.blocks.map(turn),
    joins: pen.joins.map((outline) => outline.map(([x, y]) => [width - x, y] as const)),
    rules: pen.rules,
    labels: pen.labels.map((label) => ({ ...label, x: width - label.x, end: !label.end })),
    spots: pen.spots.map(turn),
  };
}
