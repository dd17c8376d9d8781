import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChangeView, ProofView, ReportView } from '../view-model/view.js';

/** Terms with what they are, and what more there is to say of it. */
export const renderFacts = (facts: ReportView['facts']): TemplateResult =>
  html`<dl class="facts">
    ${facts.map(
      ({ term, detail, more = [] }) =>
        html`<dt>${term}</dt>
          <dd>${detail}${more.map((text) => html`<p class="quiet">${text}</p>`)}</dd>`,
    )}
  </dl>`;

/** What the figures mean and what they rest on. */
export function renderProof({ definition, notes, facts }: ProofView, changes: readonly ChangeView[]): TemplateResult {
  return html`
    ${definition ? html`<p>${definition}</p>` : nothing}
    ${changes.map(({ evidence }) => (evidence ? html`<p class="quiet">${evidence}</p>` : nothing))}
    ${notes.map((note) => html`<p class="quiet">${note}</p>`)} ${facts.length > 0 ? renderFacts(facts) : nothing}
  `;
}
