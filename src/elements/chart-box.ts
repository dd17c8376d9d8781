import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Words } from '../view-model/words.js';
import type { ExploreController } from './explore-controller.js';
import type { PanelController } from './panel-controller.js';

export interface ChartBox {
  readonly drawing: TemplateResult | typeof nothing;
  /** The drawing in a sentence. */
  readonly sentence: string;
  /** What stands under the crosshair, said aloud when keys moved it there. */
  readonly spoken: string | undefined;
  /** How keys move through it; default: from point to point. */
  readonly hint?: string | undefined;
}

/** What follows the pointer and the keys. */
export type Explorer = Pick<
  ExploreController,
  'byKeyboard' | 'isEntered' | 'enter' | 'pointer' | 'pointerUp' | 'pointerLeave' | 'leave' | 'click' | 'key'
>;

/** A chart's box: one tab stop, read point by point with the arrow keys, and the way to its table. */
export function chartBox(
  { drawing, sentence, spoken, hint }: ChartBox,
  { byKeyboard, isEntered, enter, pointer, pointerUp, pointerLeave, leave, click, key }: Explorer,
  panel: PanelController,
  words: Words,
): TemplateResult {
  return html`
    <div
      class="chart"
      part="chart"
      role="application"
      tabindex="0"
      aria-label=${sentence}
      aria-describedby=${isEntered ? 'hint' : nothing}
      @focus=${enter}
      @pointermove=${pointer}
      @pointerdown=${pointer}
      @pointerup=${pointerUp}
      @pointerleave=${pointerLeave}
      @click=${click}
      @keydown=${key}
      @blur=${leave}
    >
      ${drawing}
    </div>
    ${
      isEntered
        ? html`<span id="hint" hidden>${hint ?? words.say('chart.hint')}</span>
            <div class="visually-hidden" aria-live="polite">
              ${byKeyboard && spoken !== undefined ? spoken : nothing}
            </div>`
        : nothing
    }
    <button
      class="visually-hidden as-table"
      popovertarget="panel"
      aria-label=${words.say('show-table')}
      @click=${panel.askTable}
    ></button>
  `;
}
