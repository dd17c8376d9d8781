import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChangeView, ProofView } from '../view-model/view.js';

/** What the figures mean and what they rest on. */
export function renderProof({ definition, notes, facts }: ProofView, changes: readonly ChangeView[]): TemplateResult {
  return html`
    ${definition ? html`<p>${definition}</p>` : nothing}
    ${changes.map(({ evidence }) => (evidence ? html`<p class="quiet">${evidence}</p>` : nothing))}
    ${notes.map((note) => html`<p class="quiet">${note}</p>`)}
    ${
      facts.length > 0
        ? html`<dl class="facts">
            ${facts.map(
              ({ term, detail }) =>
                html`<dt>${term}</dt>
                  <dd>${detail}</dd>`,
            )}
          </dl>`
        : nothing
    }
  `;
}
