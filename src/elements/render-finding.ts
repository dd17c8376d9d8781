import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { FindingView } from '../view-model/view.js';
import { textWidth } from '../visuals/text-width.js';
import type { PanelController } from './panel-controller.js';

/** A diamond with an exclamation mark cut out of it; of a hint its outline. */
const mark = (isSerious: boolean) =>
  html`<svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
    ${
      isSerious
        ? svg`<path fill-rule="evenodd" d="M6 0 12 6 6 12 0 6zM5.2 2.8 5.5 6.8h1L6.8 2.8zM5.3 7.7v1.4h1.4V7.7z" />`
        : svg`<path fill-rule="evenodd" d="M6 0 12 6 6 12 0 6zM6 1.6 1.6 6 6 10.4 10.4 6zM5.4 3.4v2.9h1.2V3.4zM5.4 7.2v1.3h1.2V7.2z" />`
    }
  </svg>`;

const looks = (findings: readonly FindingView[]): string =>
  findings.some(({ isSerious }) => isSerious) ? 'finding serious' : 'finding';

/** The gravest of what was found, and how much more there is; pressed, it opens the panel, where all of it stands. */
export function findingLine(
  findings: readonly FindingView[],
  { expect, askProof }: PanelController,
  width: number,
): TemplateResult {
  const [{ headline, text, isSerious }, ...others] = findings as [FindingView];
  const more = others.length > 0 ? `\u00a0+${others.length}` : '';
  const isLong = width > 0 && textWidth(headline + more, size) > width - markWidth;
  return html`<button
    id="finding"
    class=${`${looks(findings)}${isLong ? ' long' : ''}`}
    part="finding"
    popovertarget="panel"
    title=${text}
    @pointerenter=${expect}
    @focus=${expect}
    @click=${askProof}
  >
    ${mark(isSerious)}<span>${headline}<span class="quiet">${more}</span></span>
  </button>`;
}

/** As in the style sheet, px: of the type, and of the mark with the gap behind it. */
const size = 12;
const markWidth = 17;

/** The same where there is no room for words: they are its name. */
export const findingMark = (findings: readonly FindingView[], { expect, askProof }: PanelController): TemplateResult =>
  html`<button
    class=${looks(findings)}
    part="finding"
    popovertarget="panel"
    aria-label=${findings.map(({ headline }) => headline).join(', ')}
    @pointerenter=${expect}
    @focus=${expect}
    @click=${(event: Event) => {
      // It does not choose the row that it stands in.
      event.stopPropagation();
      askProof(event);
    }}
  >
    ${mark(looks(findings).endsWith('serious'))}
  </button>`;
