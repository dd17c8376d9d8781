import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { funnelEnglish } from '../../locale/en/funnel.js';
import type { StageView } from '../../view-model/funnel-stage.js';
import type { FunnelView } from '../../view-model/funnel-view.js';
import type { ChangeView } from '../../view-model/view.js';
import type { Words } from '../../view-model/words.js';
import { funnel } from '../../visuals/funnel.js';
import type { FunnelLayout } from '../../visuals/funnel.layout.js';
import type { Spot } from '../../visuals/funnel-pen.js';
import { chartBox } from '../chart-box.js';
import type { PanelController } from '../panel-controller.js';
import { figure, verdict } from '../summary.js';
import type { StageExplorer } from './stage-explorer.js';

/** The picture of the stages, and what the person does with it. */
export interface FunnelChart {
  /** Undefined until its size is known. */
  readonly drawing: FunnelLayout | undefined;
  /** Where the selection is. */
  readonly selected: Spot | undefined;
  readonly explore: StageExplorer;
  readonly panel: PanelController;
}

/** The stage at a spot, of the whole or of a segment. */
export const stageAt = ({ stages, segments }: FunnelView, { stage, segment }: Spot): StageView | undefined =>
  (segment === undefined ? stages : segments[segment]?.stages)?.[stage];

/** A funnel that is there: its figure and changes, its terms, the stages, and the worst leak in words. */
export function renderFunnel(
  view: FunnelView,
  words: Words,
  chart: FunnelChart,
  terms: TemplateResult | typeof nothing,
): TemplateResult {
  if (view.stages.length === 0) {
    return html`<div class="message" part="message" role="status">
      <strong>${words.say('no-value')}</strong><span>${view.reason}</span>
    </div>`;
  }
  return html`
    <div class="summary">
      <div class="figure" part="figure">${figure(view.figure)}</div>
      <div class="path">${view.path}</div>
      <div class="changes">
        ${view.changes.map((each, nth) => changeOf(each, nth === 0 && view.segments.length === 0))}
      </div>
    </div>
    ${terms}
    <div class="room">
      <div class="drawing">
        ${stagesOf(view, words, chart)} ${leakOf(view)}
        ${view.asides.map((aside) => html`<p class="notes">${aside}</p>`)}
      </div>
    </div>
  `;
}

function stagesOf(view: FunnelView, words: Words, { drawing, selected, explore, panel }: FunnelChart): TemplateResult {
  const { spot: active } = explore;
  const spoken = active && stageAt(view, active)?.spoken;
  const hint = words.saying(funnelEnglish).say('funnel.hint');
  const picture = drawing ? pictureOf(drawing, active, selected) : nothing;
  return chartBox({ drawing: picture, sentence: view.sentence, spoken, hint }, explore, panel, words);
}

const pictureOf = (drawing: FunnelLayout, active: Spot | undefined, selected: Spot | undefined) =>
  html`<svg
      viewBox=${`0 0 ${drawing.width} ${drawing.height}`}
      width=${drawing.width}
      height=${drawing.height}
      aria-hidden="true"
    >
      ${funnel(drawing, { active, selected })}
    </svg>
    <svg class="least" width="0" height=${drawing.least} aria-hidden="true"></svg>`;

function leakOf({ leak }: FunnelView): TemplateResult | typeof nothing {
  if (leak.length === 0) return nothing;
  return html`<p class="leak" part="status">
    ${leak.map((piece, index) => (index % 2 ? html`<b>${piece}</b>` : piece))}
  </p>`;
}

/** @param isDrawn whether the stages have outlines of what it is compared with: a sample of them stands before its name */
const changeOf = (view: ChangeView, isDrawn: boolean): TemplateResult =>
  html`<div class="change">
    ${verdict(view)}
    <span class="against" part="comparison">${isDrawn ? ghostSample : nothing}${view.against}</span>
  </div>`;

const ghostSample = html`<svg viewBox="0 0 14 12" aria-hidden="true">
  <rect class="ghost" x="1" y="1" width="12" height="10" rx="1" />
</svg>`;
