import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { AnnotationLayout, PanelsLayout } from './panels.layout.js';
import { lastPlace } from './stroke.layout.js';
import type { Place } from './stroke.layout.js';
import { endLabelStart } from './trend.layout.js';
import type { Bar, SeriesLayout, TrendLayout } from './trend.layout.js';

/**
 * Draws a trend: the content of an `<svg>` of the layout's size.
 * @param active position of the point under the crosshair
 * @param chosen positions of the first and last point of a selected stretch of time, and of the line among those of all
 */
export function trend(
  { panels, annotations }: PanelsLayout,
  active: number | undefined,
  { span, line }: { readonly span?: readonly [number, number] | undefined; readonly line?: number | undefined } = {},
): SVGTemplateResult {
  const chosen = panels.flatMap(({ series }) => series)[line ?? -1];
  const [top, bottom] = [panels[0].plot.top, panels.at(-1)?.plot.bottom ?? 0];
  return svg`
    <defs>
      <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
        <stop class="fade-from" offset="0" />
        <stop class="fade-to" offset="1" />
      </linearGradient>
    </defs>
    ${span ? selected(panels[0], span, top, bottom) : nothing}
    ${annotations.map((one) => annotation(one, top, bottom))}
    ${panels.map((layout) => panel(layout, active, chosen))}
  `;
}

function panel(layout: TrendLayout, active: number | undefined, chosen: SeriesLayout | undefined): SVGTemplateResult {
  const { plot, height, target, title, mirrored } = layout;
  const { stops } = layout;
  const x = active === undefined ? undefined : stops.x[active];
  return svg`
    ${title ? svg`<text class="axis name" x=${title.x} y=${title.y} text-anchor=${mirrored ? 'end' : 'start'} dominant-baseline="central">${title.text}</text>` : nothing}
    ${layout.rules.map(
      ({ y, text, zero }) => svg`
        <line class=${zero ? 'rule zero' : 'rule'} x1=${plot.left} x2=${plot.right} y1=${y} y2=${y} />
        <text class="axis" x=${layout.axis} y=${y} text-anchor="end" dominant-baseline="central">${text}</text>`,
    )}
    ${layout.ticks.map(({ x, text }) => svg`<text class="axis" x=${x} y=${height - 5} text-anchor="middle">${text}</text>`)}
    ${x === undefined ? nothing : crosshair(x, stops.half, plot)}
    ${inDrawingOrder(layout.series, chosen).map((one) => series(one, chosen))}
    ${target === undefined ? nothing : svg`<line class="target" x1=${plot.left} x2=${plot.right} y1=${target} y2=${target} />`}
    ${layout.series.map((one) => marks(one, active))}
    ${layout.endLabels.map(
      ({ text, y, of }) => svg`
        <g transform=${`translate(${plot.right + 7} ${y - 4})`}>${sample(of)}</g>
        <text
          class=${of === 'target' || of.line.role === 'comparison' ? 'axis' : 'axis name'}
          x=${plot.right + endLabelStart} y=${y} dominant-baseline="central">${text}</text>`,
    )}
  `;
}

/** The stretch of time that was chosen. */
function selected(
  { stops }: TrendLayout,
  [first, last]: readonly [number, number],
  top: number,
  bottom: number,
): SVGTemplateResult | typeof nothing {
  const [from, until] = [stops.x[first], stops.x[last]];
  if (from === undefined || until === undefined) return nothing;
  const left = from - stops.half - 2;
  return svg`<rect class="selected" x=${left} y=${top} width=${until + stops.half + 2 - left} height=${bottom - top} rx="4" />`;
}

/** A hair line with its words above the plot, or a dot where they have no room; a stretch of time as a band. */
function annotation({ x, to, label }: AnnotationLayout, top: number, bottom: number): SVGTemplateResult {
  return svg`
    ${to > x ? svg`<rect class="event" x=${x} y=${top} width=${to - x} height=${bottom - top} />` : nothing}
    <line class="event" x1=${x} x2=${x} y1=${top} y2=${bottom} />
    ${
      label
        ? svg`<text class="axis" x=${label.x + (label.anchor === 'start' ? 4 : -4)} y="8" text-anchor=${label.anchor} dominant-baseline="central">${label.text}</text>`
        : svg`<circle class="event" cx=${x} cy=${top} r="3.5" />`
    }`;
}

/** The first line lies on top, over all the chosen one; the mark of a comparison lies on its bar. */
function inDrawingOrder(all: readonly SeriesLayout[], chosen: SeriesLayout | undefined): readonly SeriesLayout[] {
  if (all[0]?.bars.length) return all;
  const order = [...all].reverse();
  return chosen && !chosen.stacked ? order.sort((a, b) => Number(a === chosen) - Number(b === chosen)) : order;
}

/** A hair line through a point, or the band that a bar stands in. */
function crosshair(x: number, half: number, { top, bottom }: TrendLayout['plot']): SVGTemplateResult {
  const reach = half * 1.3;
  return half === 0
    ? svg`<line class="crosshair" x1=${x} x2=${x} y1=${top} y2=${bottom} />`
    : svg`<rect class="band" x=${x - reach} y=${top} width=${2 * reach} height=${bottom - top} rx="4" />`;
}

/** How a series looks: a shade and a dash of the ramp, or the dotted line of a comparison. */
const seriesClass = ({ line, shade }: SeriesLayout): string =>
  line.role === 'comparison' ? `comparison other-${shade}` : `line shade-${shade}`;

/** A short piece of a line, of a bar or of the target rule, in a box of 16 × 8 px: for legends. */
export function sample(of: SeriesLayout | 'target'): SVGTemplateResult {
  if (of === 'target') return svg`<path class="target" d="M1 4H15" />`;
  if (of.bars.length === 0) return svg`<path class=${seriesClass(of)} d="M1 4H15" />`;
  return of.line.role === 'comparison'
    ? svg`<path class="before" d="M1 4H15" />`
    : svg`<rect class="bar shade-${of.shade}" x="2" width="12" height="8" rx="2" />`;
}

function series(one: SeriesLayout, chosen: SeriesLayout | undefined): SVGTemplateResult {
  const look = seriesClass(one);
  const emphasis = chosen && (one === chosen ? 'chosen' : 'faded');
  return svg`<g class="series ${emphasis}">
    ${one.ground ? groundOf(one) : nothing}
    ${one.strokes?.dashed ? svg`<path class="${look} running" d=${one.strokes.dashed} />` : nothing}
    ${one.strokes?.solid ? svg`<path class=${look} d=${one.strokes.solid} />` : nothing}
    ${one.bars.map((each) => bar(each, one))}
  </g>`;
}

/** A single line's ground fades away; stacked ones are each of their shade. */
const groundOf = ({ ground, stacked, shade }: SeriesLayout): SVGTemplateResult =>
  stacked
    ? svg`<path class="stacked shade-${shade}" d=${ground} />`
    : svg`<path class="ground" d=${ground} fill="url(#fade)" />`;

function bar({ x, y, width, height, complete }: Bar, { line, shade }: SeriesLayout): SVGTemplateResult {
  if (line.role === 'comparison') {
    return svg`<line class=${complete ? 'before' : 'before running'} x1=${x} x2=${x + width} y1=${y} y2=${y} />`;
  }
  const look = complete ? `bar shade-${shade}` : `bar shade-${shade} hollow`;
  return svg`<rect class=${look} x=${x} y=${y} width=${width} height=${height} rx=${Math.min(2.5, width / 4)} />`;
}

/** The points under the crosshair, and the hollow end of what is not all there. */
function marks(one: SeriesLayout, active: number | undefined): (SVGTemplateResult | typeof nothing)[] {
  if (one.bars.length > 0) return [];
  const last = lastPlace(one.places);
  return [
    mark(one, last?.complete === false ? last : undefined),
    mark(one, active === undefined ? undefined : one.at(active)),
  ];
}

function mark(one: SeriesLayout, place: Place | undefined): SVGTemplateResult | typeof nothing {
  if (!place) return nothing;
  const isOther = one.line.role === 'comparison';
  const look = `end ${isOther ? '' : `shade-${one.shade}`}${place.complete ? '' : ' hollow'}`;
  return svg`<circle class=${look} cx=${place.x} cy=${place.y} r=${isOther ? 3 : 4} />`;
}
