import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { SparkLayout } from './spark.layout.js';
import { placeAt } from './stroke.layout.js';
import type { Place } from './stroke.layout.js';

/**
 * Draws a sparkline. It may be stretched: lines keep their width and marks stay round, since both are strokes that do
 * not scale.
 * @param active position of the point under the crosshair
 */
export function spark(layout: SparkLayout, active: number | undefined): TemplateResult {
  const { line, comparison, target, end, width, height } = layout;
  const isPointed = active !== undefined && active < layout.places.x.length;
  const marked = isPointed ? placeAt(layout.places, active) : end;
  const isHollow = marked?.complete === false;
  const mark = dot(marked);
  return html`<svg
    class=${`${isPointed ? 'pointed ' : ''}${isHollow ? 'hollow' : ''}`}
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
      <stop class="fade-from" offset="0" />
      <stop class="fade-to" offset="1" />
    </linearGradient>
    <path class="ground" d=${layout.ground} fill="url(#fade)" />
    ${target === undefined ? nothing : path('target', `M0,${target}H${width}`)}
    <path class="comparison" d=${comparison ? comparison.solid + comparison.dashed : ''} />
    <path class="line" d=${line.solid} />
    ${line.dashed ? path('line running', line.dashed) : nothing}
    ${isPointed ? path('crosshair', `M${layout.places.x[active]},0V${height}`) : nothing}
    <path class="rim" d=${mark} />
    <path class="dot" d=${mark} />
    ${isHollow ? path('hole', mark) : nothing}
  </svg>`;
}

const path = (name: string, d: string) => svg`<path class=${name} d=${d} />`;

/** A line of almost no length, whose round ends make it a dot. One of none at all is painted more slowly. */
const dot = (place: Place | undefined): string => (place ? `M${place.x},${place.y}h.01` : '');
