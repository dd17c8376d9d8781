import { nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { SparkLayout } from './spark.layout.js';

/**
 * Draws a sparkline: the content of an `<svg>` of the layout's size.
 * @param active position of the point under the crosshair
 */
export function spark(layout: SparkLayout, active: number | undefined): SVGTemplateResult {
  const { line, comparison, target, end, width, height } = layout;
  const pointed = active === undefined ? undefined : layout.places[active];
  return svg`
    <defs>
      <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
        <stop class="fade-from" offset="0" />
        <stop class="fade-to" offset="1" />
      </linearGradient>
    </defs>
    <path class="ground" d=${layout.ground} fill="url(#fade)" />
    ${target === undefined ? nothing : svg`<line class="target" x1="0" x2=${width} y1=${target} y2=${target} />`}
    ${
      comparison === undefined
        ? nothing
        : svg`<path class="comparison" d=${comparison.solid} /><path class="comparison" d=${comparison.dashed} />`
    }
    <path class="line" d=${line.solid} />
    <path class="line running" d=${line.dashed} />
    ${end && !pointed ? svg`<circle class=${end.complete ? 'end' : 'end hollow'} cx=${end.x} cy=${end.y ?? 0} r="3" />` : nothing}
    ${
      pointed
        ? svg`
            <line class="crosshair" x1=${pointed.x} x2=${pointed.x} y1="0" y2=${height} />
            ${pointed.y === undefined ? nothing : svg`<circle class=${pointed.complete ? 'end' : 'end hollow'} cx=${pointed.x} cy=${pointed.y} r="4" />`}`
        : nothing
    }
  `;
}
