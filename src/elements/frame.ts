import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ProblemView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';
import type { PanelController } from './panel-controller.js';

type Part = TemplateResult | typeof nothing;

/** What stands in a widget's frame. */
export interface Frame {
  /** Classes that it looks by. */
  readonly looks: string;
  readonly heading: string;
  readonly isLoading: boolean;
  /** Whether there are figures that the panel tells of. */
  readonly isShown: boolean;
  /** What filters them. */
  readonly chips: Part;
  readonly body: Part;
  readonly panel: Part;
}

/** The surface of every widget: its heading, the way to its panel, and what it shows between the page's own slots. */
export function frame(
  { looks, heading, isLoading, isShown, chips, body, panel }: Frame,
  { expect, askProof }: PanelController,
  words: Words | undefined,
): TemplateResult {
  return html`<article
    part="base"
    class="base ${looks}"
    lang=${ifDefined(words?.lang)}
    aria-labelledby="heading"
    aria-busy=${isLoading}
  >
    <div class="ruler"></div>
    <div class="layout">
      <header class="top">
        <div id="heading" class="heading" part="heading">
          <slot name="heading">${heading}</slot>
        </div>
        <slot name="actions"></slot>
        <button
          class="icon"
          popovertarget="panel"
          aria-label=${words?.say('about') ?? nothing}
          ?hidden=${!isShown}
          @pointerenter=${expect}
          @focus=${expect}
          @click=${askProof}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6" />
            <path d="M8 7.4v3.4M8 5.2v.01" />
          </svg>
        </button>
        ${chips}
      </header>
      ${body}
      <slot name="footer" class="footer" part="footer"></slot>
    </div>
    ${panel}
  </article>`;
}

/** In place of figures: why there are none, and what can be done. */
export function message(
  slot: 'error' | 'empty',
  said: ProblemView | undefined,
  action?: Part | readonly (Part | undefined)[],
): TemplateResult {
  // The default slot shows a table between the tags, so that its reader loses nothing.
  return html`<div class="message" part="message" role="status">
      <slot name=${slot}
        ><strong>${said?.title}</strong>${said?.detail ? html`<span>${said.detail}</span>` : nothing}</slot
      >
      ${action}
    </div>
    <slot></slot>`;
}
