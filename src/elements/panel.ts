import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TableView, WidgetView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';
import { dataTable } from './data-table.js';
import type { PanelContent, PanelController } from './panel-controller.js';
import { proof } from './summary.js';

export interface PanelAction {
  readonly label: string;
  readonly run: () => void;
}

/** The panel: what it holds is made when it is asked for. */
export function panel(
  view: WidgetView,
  words: Words,
  controller: PanelController,
  table: () => TableView,
  actions: readonly PanelAction[],
): TemplateResult {
  const contents: Record<PanelContent, () => TemplateResult> = {
    proof: () => html`
      <slot name="info"></slot>
      ${proof(view)}
      ${
        actions.length > 0
          ? html`<div class="menu">
              ${actions.map(({ label, run }) => html`<button @click=${run}>${label}</button>`)}
            </div>`
          : nothing
      }
    `,
    table: () => dataTable(table()),
  };
  return html`<div
    id="panel"
    class="panel"
    popover
    tabindex="0"
    role="dialog"
    aria-label=${`${view.heading}: ${words.say(controller.content === 'table' ? 'show-table' : 'about')}`}
    @beforetoggle=${controller.beforeToggle}
  >
    ${controller.content ? contents[controller.content]() : nothing}
  </div>`;
}
