import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { SparkLayout } from './spark.layout.js';
import type { Place } from './stroke.layout.js';

/**
 * Draws a sparkline: the content of an `<svg>` of the layout's size. It may be stretched: lines keep their width and
 * marks stay round, since both are strokes that do not scale.
 * @param active position of the point under the crosshair
 */
export function spark(layout: SparkLayout, active: number | undefined): SVGTemplateResult {
  const { line, comparison, target, end, width, height } = layout;
  const pointed = active === undefined ? undefined : layout.places[active];
  const marked = pointed ?? end;
  const mark = dot(marked);
  const looks = ['mark', ...(pointed ? ['pointed'] : []), ...(marked?.complete === false ? ['hollow'] : [])];
  return svg`
    <defs>
      <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1">
        <stop class="fade-from" offset="0" />
        <stop class="fade-to" offset="1" />
      </linearGradient>
    </defs>
    <path class="ground" d=${layout.ground} fill="url(#fade)" />
    <path class="target" d=${target === undefined ? '' : `M0,${target}H${width}`} />
    <path class="comparison" d=${comparison ? comparison.solid + comparison.dashed : ''} />
    <path class="line" d=${line.solid} />
    <path class="line running" d=${line.dashed} />
    <path class="crosshair" d=${pointed ? `M${pointed.x},0V${height}` : ''} />
    <g class=${looks.join(' ')}>
      <path class="rim" d=${mark} />
      <path class="dot" d=${mark} />
      <path class="hole" d=${mark} />
    </g>
  `;
}

/** A line of no length, whose round ends make it a dot. */
const dot = (place: Place | undefined): string => (place?.y === undefined ? '' : `M${place.x},${place.y}Z`);
