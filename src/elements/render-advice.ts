import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AdviceView } from '../view-model/view.js';

const none: AdviceView = { findings: [], advice: [] };

/** What stands out, and what to make of such a figure. */
export const renderAdvice = ({ findings, advice }: AdviceView = none): TemplateResult => html`
  ${
    findings.length > 0
      ? html`<ul class="findings">
          ${findings.map(
            ({ isSerious, text, figures }) =>
              html`<li class=${isSerious ? 'serious' : ''}>${text} <span class="quiet">${figures}</span></li>`,
          )}
        </ul>`
      : nothing
  }
  ${advice.map(
    ({ title, texts }) =>
      html`<h3>${title}</h3>
        ${
          texts.length === 1
            ? html`<p>${texts[0]}</p>`
            : html`<ul>
                ${texts.map((text) => html`<li>${text}</li>`)}
              </ul>`
        }`,
  )}
`;
