import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { FunnelLayout } from './funnel.layout.js';
import type { Block, Label, Spot } from './funnel-pen.js';

/** What the pointer or the keys are at, and what is selected. */
export interface Pointed {
  readonly active: Spot | undefined;
  readonly selected: Spot | undefined;
}

/** Draws a funnel: the content of an `<svg>` of the layout's size. */
export function funnel(layout: FunnelLayout, { active, selected }: Pointed): SVGTemplateResult {
  return svg`
    ${selected ? spot('selected', selected) : nothing}
    ${active ? spot('active', active) : nothing}
    ${layout.rules.map((y) => svg`<line class="rule" x1="0" x2=${layout.width} y1=${y} y2=${y} />`)}
    ${layout.joins.map((outline) => svg`<path class="join" d=${`M${outline.join('L')}Z`} />`)}
    ${layout.blocks.map(block)}
    ${layout.labels.map(label)}
  `;
}

const spot = (look: string, { x, y, width, height }: Spot): SVGTemplateResult =>
  svg`<rect class=${look} x=${x} y=${y} width=${width} height=${height} rx="6" />`;

/** Roundness, px; what is joined to something is not rounded. */
const rounding: Readonly<Record<Exclude<Block['kind'], 'ghost'>, number>> = {
  bar: 2,
  entered: 2,
  lost: 0,
  scale: 2,
  reach: 2,
  was: 0,
};

function block({ kind, worst, x, y, width, height }: Block): SVGTemplateResult {
  if (kind === 'ghost') {
    // On a lining, that it can be seen on a bar as well.
    const outline = `M${x} ${y}h${width}v${height}h${-width}z`;
    return svg`<path class="lining" d=${outline} /><path class="ghost" d=${outline} />`;
  }
  const radius = Math.min(rounding[kind], width / 2, height / 2);
  return svg`<rect class=${worst ? `${kind} worst` : kind} x=${x} y=${y} width=${width} height=${height} rx=${radius} />`;
}

const label = ({ look, tone, glyph, text, x, y, end }: Label): SVGTemplateResult =>
  svg`<text class="${look} ${tone ?? ''}" x=${x} y=${y} text-anchor=${end ? 'end' : 'start'}>${isTriangle(glyph) ? svg`<tspan class="triangle">${glyph}</tspan>` : glyph}${glyph && ' '}${text}</text>`;

const isTriangle = (glyph: Label['glyph']): boolean => glyph === '▲' || glyph === '▼';
