import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';

const [width, height] = [80, 14];
/** The target stands here in every row, so that rows can be compared; what is beyond a quarter more ends the track. */
const at = (width * 4) / 5;

/**
 * A figure as a bar of true proportion, with its target as a tick across it.
 * @param reach the figure ÷ the target
 * @param pace where a period that is still running leads, ÷ the target
 */
export function bullet(reach: number, pace: number | undefined): TemplateResult {
  // Round ends are part of the length.
  const bar = (share: number) => `M3 7H${Math.max(3.01, Math.min(width, share * at) - 3)}`;
  return html`<svg class="bullet" viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
    <path class="track" d=${bar(2)} />
    ${pace !== undefined && pace > reach ? svg`<path class="pace" d=${bar(pace)} />` : nothing}
    ${reach > 0 ? svg`<path class="share" d=${bar(reach)} />` : nothing}
    <path class="tick" d=${`M${at} 0V${height}`} />
  </svg>`;
}
