import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { kpiCatalog } from '../../core/catalog/kpis.js';
import { starterSet } from '../../core/catalog/starter-set.js';
import type { Words } from '../../view-model/words.js';
import type { KpiChoice } from '../kpi-choice.js';

/** What is known of a scorecard before its figures are. */
export interface Coming {
  readonly choices: readonly KpiChoice[];
  readonly by: string | undefined;
}

const blank = (zeros: number) => html`<span class="blank">${'0'.repeat(zeros)}</span>`;

/** So many segments are expected. */
const usualSegments = 8;

/**
 * Blocks where the rows will be: in their groups as far as the KPIs are known, eight of them by segment. A block is as
 * long as the name that will stand there, so that it breaks where the name will.
 */
export function scorecardSkeleton({ choices, by }: Coming, words: Words | undefined): TemplateResult {
  const starters = starterSet.priority.slice(0, starterSet.rows).map((kpi): KpiChoice => ({ kpi }));
  const kpis = choices.length > 0 ? choices : starters;
  const groups = by ? [Array.from({ length: usualSegments }, (): KpiChoice => ({ kpi: '' }))] : groupsOf(kpis);
  const columns = columnsOf(kpis, by);
  const nameOf = ({ kpi, heading }: KpiChoice) => heading || words?.messages.kpis[kpi]?.name;
  return html`<div class="terms"></div>
    <div class="scroll skeleton" aria-hidden="true">
      <table role="presentation" class=${columns.includes('kpi') ? 'several' : ''}>
        <caption>
          ${blank(22)}
        </caption>
        <thead>
          <tr>
            <th class="in-name" aria-sort="none"><button disabled>${blank(7)}</button></th>
            ${columns.map((column) => html`<th class=${`in-${column}`}></th>`)}
          </tr>
        </thead>
        ${groups.map(
          (rows) =>
            html`<tbody>
              ${
                groups.length > 1
                  ? html`<tr class="group">
                      <th colspan=${columns.length + 1}>${blank(8)}</th>
                    </tr>`
                  : nothing
              }
              ${rows.map((row) => skeletonRow(columns, row, nameOf(row)))}
            </tbody>`,
        )}
        ${
          by
            ? html`<tfoot>
                ${skeletonRow(columns, { kpi: '' })}
              </tfoot>`
            : nothing
        }
      </table>
    </div>`;
}

function columnsOf(kpis: readonly KpiChoice[], by: string | undefined): readonly string[] {
  if (!by) return ['value', 'change', 'course', ...(kpis.some(hasTarget) ? ['target'] : [])];
  if (kpis.length > 1) return kpis.map(() => 'kpi');
  const isSum = kpis.some(({ kpi }) => kpiCatalog.get(kpi)?.acrossPeriods === 'SUM');
  return ['value', ...(isSum ? ['share'] : []), 'change', 'course'];
}

const hasTarget = ({ target }: KpiChoice): boolean => target != null;

const skeletonRow = (columns: readonly string[], row: KpiChoice, name?: string) =>
  html`<tr>
    <th class="in-name">${name ? html`<span class="blank words" data-words=${name}></span>` : blank(14)}</th>
    ${columns.map((column) => html`<td class=${`in-${column}`}>${skeletonCell(column, row)}</td>`)}
  </tr>`;

function skeletonCell(column: string, row: KpiChoice): unknown {
  switch (column) {
    case 'course':
      return html`<svg></svg>`;
    case 'target':
      return hasTarget(row) ? blank(6) : nothing;
    case 'kpi':
      return html`<span class="own">${blank(6)}</span>
        <div class="change">${blank(4)}</div>`;
    default:
      return blank(6);
  }
}

/** The rows of each group, in the order in which they will stand. */
function groupsOf(kpis: readonly KpiChoice[]): readonly (readonly KpiChoice[])[] {
  const groups = new Map<string, KpiChoice[]>();
  for (const choice of kpis) {
    const group = kpiCatalog.get(choice.kpi)?.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...groups.values()];
}
