import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { FindingView } from '../view-model/view.js';
import { textWidth } from '../visuals/text-width.js';
import type { PanelController } from './panel-controller.js';

/** A diamond; of a hint its outline. */
const mark = (isSerious: boolean) =>
  html`<svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
    <path fill-rule="evenodd" d=${isSerious ? 'M6 0 12 6 6 12 0 6z' : 'M6 0 12 6 6 12 0 6zM6 2 2 6 6 10 10 6z'} />
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
