import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ScorecardSort } from '../../view-model/scorecard-order.js';
import type { ScorecardRow } from '../../view-model/scorecard-row.js';
import type { ScorecardColumn, ScorecardGroup, ScorecardView } from '../../view-model/scorecard-view.js';
import { scorecardRow } from './scorecard-row.js';
import type { RowState } from './scorecard-row.js';

/** How the person has the table, and what the person does with it. */
export interface ScorecardUse {
  /** The groups in the order of `sorting`. */
  readonly groups: readonly ScorecardGroup[];
  readonly sorting: ScorecardSort | undefined;
  readonly sortBy: (column: ScorecardColumn) => void;
  /** @param selects whether it can be chosen: a total cannot */
  readonly rowState: (row: ScorecardRow, selects: boolean) => RowState;
  readonly key: (event: KeyboardEvent) => void;
}

/** A course has no order. */
export const isSortable = ({ kind }: ScorecardColumn): boolean => kind !== 'course';

/** The table: its caption, its heads that sort, its rows in their groups, and the total. */
export function renderScorecard(
  { columns, failed, rest, total, captions }: ScorecardView,
  { groups, sorting, sortBy, rowState, key }: ScorecardUse,
): TemplateResult {
  const row = (each: ScorecardRow, selects: boolean) => scorecardRow(each, columns, rowState(each, selects));
  // A list has lost its columns: roles keep it a table for those who hear it.
  return html`<div class="scroll">
    <table
      part="table"
      role="table"
      aria-labelledby="heading caption"
      class=${columns.some(({ kind }) => kind === 'kpi') ? 'several' : ''}
      @keydown=${key}
    >
      <caption id="caption" part="comparison">
        ${captions.map((text) => html`<span><bdi>${text}</bdi></span>`)}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => head(column, sorting, () => sortBy(column)))}
        </tr>
      </thead>
      ${groups.map(
        ({ label, rows }) =>
          html`<tbody role="rowgroup">
            ${
              label === undefined
                ? nothing
                : html`<tr role="row" class="group">
                    <th role="rowheader" scope="rowgroup" colspan=${columns.length}>${label}</th>
                  </tr>`
            }
            ${rows.map((each) => row(each, true))}
          </tbody>`,
      )}
      ${
        failed.length > 0
          ? html`<tbody role="rowgroup" class="failed">
              ${failed.map((each) => row(each, false))}
            </tbody>`
          : nothing
      }
      ${
        total
          ? html`<tfoot role="rowgroup">
              ${rest ? row(rest, false) : nothing} ${row(total, false)}
            </tfoot>`
          : nothing
      }
    </table>
  </div>`;
}

function head(column: ScorecardColumn, sorting: ScorecardSort | undefined, choose: () => void): TemplateResult {
  const { id, kind, label } = column;
  const looks = `in-${kind}`;
  if (!isSortable(column)) return html`<th role="columnheader" scope="col" class=${looks}>${label}</th>`;
  const sort = sorting?.column === id ? (sorting.descending ? 'descending' : 'ascending') : 'none';
  return html`<th role="columnheader" scope="col" class=${looks} aria-sort=${sort}>
    <button @click=${choose}>${label}<span class="way" aria-hidden="true">${ways[sort]}</span></button>
  </th>`;
}

const ways = { none: '', ascending: '↑', descending: '↓' } as const;
