import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { GoalView, ScorecardRow } from '../../view-model/scorecard-row.js';
import type { ScorecardColumn } from '../../view-model/scorecard-view.js';
import type { ChangeView, KpiView } from '../../view-model/view.js';
import { bullet } from '../../visuals/bullet.js';
import { shareBar } from '../../visuals/share-bar.js';
import { spark } from '../../visuals/spark.js';
import { sparkLayout } from '../../visuals/spark.layout.js';
import { figure, verdict } from '../summary.js';
import type { ExplainController } from './explain-controller.js';

/** What a course is drawn for, px; the style sheet may make it smaller. */
const course = { width: 104, height: 40 };

export interface RowState {
  readonly selected: boolean;
  /** Undefined where the row cannot be chosen: a total. */
  readonly choose: (() => void) | undefined;
  readonly explain: ExplainController;
  /** That rules found something in it. */
  readonly mark: TemplateResult | undefined;
}

/** One row: every cell knows its column's name, for the list that the table becomes where it is narrow. */
export function scorecardRow(
  row: ScorecardRow,
  columns: readonly ScorecardColumn[],
  { selected, choose, explain, mark }: RowState,
): TemplateResult {
  const enter = choose ? explain.enter(row) : nothing;
  const leave = choose ? explain.leave : nothing;
  return html`<tr role="row" class=${selected ? 'selected' : ''} @click=${choose ?? nothing}>
    <th
      role="rowheader"
      scope="row"
      class="in-name"
      @pointerenter=${enter}
      @pointerleave=${leave}
      @focusin=${enter}
      @focusout=${choose ? explain.close : nothing}
    >
      ${
        choose
          ? html`<button
              aria-pressed=${selected}
              aria-describedby=${ifDefined(explain.key === row.key ? 'tip' : undefined)}
            >
              ${row.heading}
            </button>`
          : row.heading
      }
      ${mark} ${reasons(row).map((reason) => html`<p class="notes">${reason}</p>`)}
    </th>
    ${columns.map((column) => (column.kind === 'name' ? nothing : cell(row, column)))}
  </tr>`;
}

/** Why there is no value; of several KPIs each cause once. */
const reasons = ({ reason, cells }: ScorecardRow): readonly string[] => [
  ...new Set(cells.length > 0 ? cells.flatMap((cell) => cell.reason ?? []) : reason === undefined ? [] : [reason]),
];

const parts: Partial<Record<ScorecardColumn['kind'], string>> = { value: 'figure', course: 'chart', target: 'status' };

const cell = (row: ScorecardRow, column: ScorecardColumn): TemplateResult =>
  html`<td
    role="cell"
    class=${`in-${column.kind}${column.mixed ? ' mixed' : ''}`}
    part=${ifDefined(parts[column.kind])}
    data-label=${column.label}
  >
    ${content(row, column)}
  </td>`;

function content(row: ScorecardRow, { kind, nth, mixed = false }: ScorecardColumn): unknown {
  switch (kind) {
    case 'name':
      return nothing;
    case 'value':
      return html`<bdi>${figure(row.figure)}</bdi>`;
    case 'share':
      return row.share ? html`${shareBar(row.share.value)}<bdi>${row.share.text}</bdi>` : nothing;
    case 'change':
      return change(row.changes[nth], mixed);
    case 'course':
      return courseOf(row);
    case 'target':
      return row.goal ? goal(row.goal) : nothing;
    case 'kpi':
      return several(row.cells[nth]);
  }
}

const change = (view: ChangeView | undefined, mixed: boolean) =>
  view
    ? html`<div class="change" title=${ifDefined(view.evidence || undefined)}>
        ${verdict(view)}${mixed ? html`<span class="against" part="comparison">${view.against}</span>` : nothing}
      </div>`
    : nothing;

/** Of a segment one of several KPIs. */
const several = (view: KpiView | undefined) =>
  view ? html`<bdi class="own" part="figure">${figure(view.figure)}</bdi>${change(view.changes[0], false)}` : nothing;

const courseOf = ({ lines, target }: ScorecardRow) =>
  lines.length > 0 ? spark(sparkLayout(lines, target, course), undefined) : nothing;

const goal = ({ text, status, reached, reach, pace }: GoalView) =>
  html`<div class=${reached ? 'goal reached' : 'goal'}>
    ${reach === undefined ? nothing : bullet(reach, pace)}
    <span aria-hidden="true">${reached ? '✓ ' : ''}<bdi>${text}</bdi></span>
    <span class="visually-hidden">${text}, ${status}</span>
  </div>`;
