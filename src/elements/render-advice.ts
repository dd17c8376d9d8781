import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AdviceView } from '../view-model/view.js';

/** What a panel shows before its proof, and after it. */
export interface RenderedAdvice {
  readonly findings: TemplateResult | typeof nothing;
  readonly advice: readonly TemplateResult[];
}

/** What stands out, and what to make of such a figure. */
export const renderAdvice = ({ findings, advice }: AdviceView): RenderedAdvice => ({
  findings:
    findings.length > 0
      ? html`<ul class="findings">
          ${findings.map(
            ({ isSerious, text, figures }) =>
              html`<li class=${isSerious ? 'serious' : ''}>${text} <span class="quiet">${figures}</span></li>`,
          )}
        </ul>`
      : nothing,
  advice: advice.map(
    ({ title, texts }) =>
      html`<h3>${title}</h3>
        ${
          texts.length === 1
            ? html`<p>${texts[0]}</p>`
            : html`<ul>
                ${texts.map((text) => html`<li>${text}</li>`)}
              </ul>`
        }`,
  ),
});
