import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ScorecardColumn, ScorecardRow, ScorecardView } from '../../view-model/scorecard-view.js';
import { spark } from '../../visuals/spark.js';
import { sparkLayout } from '../../visuals/spark.layout.js';
import { figure, status, verdict } from '../summary.js';

/** What a course is drawn for, px. */
const course = { width: 104, height: 30 };

export interface RowState {
  readonly selected: boolean;
  /** Undefined where the row cannot be chosen: a total. */
  readonly choose: (() => void) | undefined;
}

/** One row: every cell says its column, for the list that the table becomes where it is narrow. */
export function scorecardRow(row: ScorecardRow, view: ScorecardView, { selected, choose }: RowState): TemplateResult {
  const cells: Record<ScorecardColumn, () => unknown> = {
    name: () => nothing,
    value: () => figure(row.figure),
    share: () => (row.share ? html`<span>${row.share.text}</span>${shareBar(row.share.value)}` : nothing),
    change: () =>
      row.changes.map(
        (change) =>
          html`<div class="change">
            ${verdict(change)}${view.against ? nothing : html`<span class="against">${change.against}</span>`}
          </div>`,
      ),
    course: () => (row.lines.length > 0 ? courseOf(row) : nothing),
    target: () => status(row.target),
  };
  return html`<tr role="row" class=${selected ? 'selected' : ''} @click=${choose ?? nothing}>
    <th role="rowheader" scope="row" class="in-name">
      ${
        choose
          ? html`<button aria-pressed=${selected} title=${row.definition ?? ''}>${row.heading}</button>`
          : row.heading
      }
      ${row.reason ? html`<p class="notes">${row.reason}</p>` : nothing}
    </th>
    ${view.columns
      .filter(({ id }) => id !== 'name')
      .map(
        ({ id, label }) =>
          html`<td
            role="cell"
            class=${`in-${id}`}
            part=${id === 'value' ? 'figure' : id === 'course' ? 'chart' : ''}
            data-label=${label}
          >
            ${cells[id]()}
          </td>`,
      )}
    ${row.more.map((more, nth) => html`<td role="cell" class="in-more" data-label=${view.more[nth] ?? ''}>${figure(more)}</td>`)}
  </tr>`;
}

/** A bar of true proportion. */
function shareBar(share: number): TemplateResult {
  return html`<svg class="part" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <path class="track" d="M0 2H100" />
    <path class="share" d=${`M0 2H${Math.round(share * 1000) / 10}`} />
  </svg>`;
}

function courseOf({ lines, target }: ScorecardRow): TemplateResult {
  const layout = sparkLayout(lines, target, course);
  return html`<svg viewBox=${`0 0 ${course.width} ${course.height}`} aria-hidden="true">
    ${spark(layout, undefined)}
  </svg>`;
}
