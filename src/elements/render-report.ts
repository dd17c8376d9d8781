import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Dataset } from '../core/dataset/dataset.js';
import { reportView } from '../view-model/report.js';
import type { Words } from '../view-model/words.js';
import { renderFacts } from './render-proof.js';

/** What was read of the data, and what was not; nothing for figures that are given. */
export function renderReport(dataset: Dataset | undefined, words: Words): TemplateResult | typeof nothing {
  if (!dataset) return nothing;
  const { summary, isOpen, notes, facts } = reportView(dataset.report, words);
  return html`<details class="report" ?open=${isOpen}>
    <summary>${summary}</summary>
    ${notes.map((note) => html`<p class="quiet">${note}</p>`)} ${renderFacts(facts)}
  </details>`;
}
