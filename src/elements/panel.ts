import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Dataset } from '../core/dataset/dataset.js';
import { missingText } from '../view-model/missing-text.js';
import type { ProofView, TableView, WidgetView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';
import type { Explain, PanelContent, PanelController } from './panel-controller.js';
import type { RenderedAdvice } from './render-advice.js';

export interface PanelAction {
  readonly label: string;
  readonly run: (event: Event) => void;
}

/** What the panel may hold, in the terms of its widget. */
export interface PanelSource {
  readonly proof: (explain: Explain) => ProofView;
  readonly table: (explain: Explain) => TableView;
  /** What the figures were made of; undefined where they are given. */
  readonly dataset: () => Dataset | undefined;
  /** Rules that fired, and what is known of the KPI; undefined until its words have come. */
  readonly advice: () => RenderedAdvice | undefined;
}

/** The panel: what it holds is made when it is asked for. */
export function panel(
  view: WidgetView,
  words: Words,
  controller: PanelController,
  source: PanelSource,
  actions: readonly PanelAction[],
): TemplateResult {
  const contents: Record<PanelContent, (explain: Explain, advice?: RenderedAdvice) => TemplateResult> = {
    proof: (explain, advice = source.advice()) => html`
      <slot name="info"></slot>
      ${advice?.findings} ${explain.renderProof(source.proof(explain), view.changes)}
      ${explain.renderReport(source.dataset(), words)} ${advice?.advice}
      ${
        actions.length > 0
          ? html`<div class="menu">
              ${actions.map(({ label, run }) => html`<button @click=${run}>${label}</button>`)}
            </div>`
          : nothing
      }
    `,
    table: (explain) => explain.dataTable(source.table(explain)),
  };
  const { atHand, problem: missing } = controller.explain;
  const waiting = missing ? missingText(missing, words) : words.say('loading');
  return html`<div
    id="panel"
    class="panel"
    popover
    tabindex="0"
    role="dialog"
    aria-label=${`${view.heading}: ${words.say(controller.content === 'table' ? 'show-table' : 'about')}`}
    @beforetoggle=${controller.beforeToggle}
  >
    ${
      controller.content
        ? atHand
          ? contents[controller.content](atHand)
          : html`<p class="quiet" role="status">${waiting}</p>`
        : nothing
    }
  </div>`;
}
