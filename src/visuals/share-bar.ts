import { html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * A part of a whole as a bar of true proportion, as wide as its room.
 * @param share 0 … 1
 */
export const shareBar = (share: number): TemplateResult =>
  html`<svg class="part" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <path class="track" d="M0 3H100" />
    <path class="share" d=${`M0 3H${Math.round(share * 1000) / 10}`} />
  </svg>`;
