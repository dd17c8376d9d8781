import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { kpiCatalog } from '../../core/catalog/kpis.js';
import { starterSet } from '../../core/catalog/starter-set.js';
import { scorecardColumnsEnglish } from '../../locale/en/scorecard-columns.js';
import { rangeText } from '../../view-model/dates.js';
import type { ScorecardColumn } from '../../view-model/scorecard-view.js';
import type { Words } from '../../view-model/words.js';
import type { KpiChoice } from '../kpi-choice.js';

/** What is known of a scorecard before its figures are. */
export interface Coming {
  readonly choices: readonly KpiChoice[];
  readonly by: string | undefined;
  /** What is compared with, as the tag or its provider says it. */
  readonly compare: string | undefined;
}

type Kind = Exclude<ScorecardColumn['kind'], 'name'>;

/** A column that will be there; of several KPIs by segment its name is a KPI's. */
interface ComingColumn {
  readonly kind: Kind;
  readonly label: string | undefined;
}

const blank = (zeros: number) => html`<span class="blank">${'0'.repeat(zeros)}</span>`;

/** A block as long as the words that will stand there, so that it breaks where they will. */
const blankWords = (text: string | undefined, zeros: number) =>
  text ? html`<span class="blank words" data-words=${text}></span>` : blank(zeros);

/** Of several comparisons each is named by its dates. Nobody knows them yet, only about how long they are. */
const usualDates = { start: '2025-09-26', end: '2025-10-23' };

/** So many segments are expected. */
const usualSegments = 8;

/**
 * Blocks where the rows will be: in their groups as far as the KPIs are known, eight of them by segment.
 */
export function scorecardSkeleton({ choices, by, compare }: Coming, plain: Words | undefined): TemplateResult {
  const words = plain?.saying(scorecardColumnsEnglish);
  const starters = starterSet.priority.slice(0, starterSet.rows).map((kpi): KpiChoice => ({ kpi }));
  const kpis = choices.length > 0 ? choices : starters;
  const groups = by ? [Array.from({ length: usualSegments }, (): KpiChoice => ({ kpi: '' }))] : groupsOf(kpis);
  const nameOf = ({ kpi, heading }: KpiChoice) => heading || words?.messages.kpis[kpi]?.name;
  const comparisons = comparisonsIn(compare);
  const kinds = columnsOf(kpis, by, comparisons.length);
  const firstChange = kinds.indexOf('change');
  const columns = kinds.map((kind, nth): ComingColumn => {
    if (kind === 'kpi') return { kind, label: nameOf(kpis[nth]!) };
    if (kind !== 'change' || comparisons.length < 2) return { kind, label: words?.say(`scorecard.${kind}`) };
    const year = comparisons[nth - firstChange] !== 'previous-period';
    return { kind, label: words?.say('against', { period: rangeText(usualDates, words, { year }) }) };
  });
  const first = by ? words?.messages.dimensions[by] : words?.say('scorecard.name');
  return html`<div class="terms"></div>
    <div class="scroll skeleton" aria-hidden="true">
      <table role="presentation" class=${columns.some(({ kind }) => kind === 'kpi') ? 'several' : ''}>
        <caption>
          <span><bdi>${blank(12)}</bdi></span>
          ${comparisons.length === 1 ? html`<span><bdi>${blank(12)}</bdi></span>` : nothing}
        </caption>
        <thead>
          <tr>
            <th class="in-name" aria-sort="none">${blankWords(first, 7)}</th>
            ${columns.map(headOf)}
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

/** The changes that a row will have. */
const comparisonsIn = (compare = 'auto'): readonly string[] =>
  compare.split(/\s+/).filter((name) => name && name !== 'none');

function columnsOf(kpis: readonly KpiChoice[], by: string | undefined, comparisons: number): readonly Kind[] {
  if (by && kpis.length > 1) return kpis.map(() => 'kpi');
  const isSum = by && kpis.some(({ kpi }) => kpiCatalog.get(kpi)?.acrossPeriods === 'SUM');
  return [
    'value',
    ...(isSum ? ['share' as const] : []),
    ...Array.from({ length: comparisons }, () => 'change' as const),
    'course',
    ...(!by && kpis.some(hasTarget) ? ['target' as const] : []),
  ];
}

const hasTarget = ({ target }: KpiChoice): boolean => target != null;

/** A course has no order: its head is no button, which a list leaves out. */
const headOf = ({ kind, label }: ComingColumn) =>
  kind === 'course'
    ? html`<th class="in-course"></th>`
    : html`<th class=${`in-${kind}`} aria-sort="none">${blankWords(label, 6)}</th>`;

const skeletonRow = (columns: readonly ComingColumn[], row: KpiChoice, name?: string) =>
  html`<tr>
    <th class="in-name">${blankWords(name, 14)}</th>
    ${columns.map(({ kind, label }) => html`<td class=${`in-${kind}`} data-label=${label ?? ''}>${skeletonCell(kind, row)}</td>`)}
  </tr>`;

function skeletonCell(kind: Kind, row: KpiChoice): unknown {
  switch (kind) {
    case 'course':
      return html`<svg></svg>`;
    case 'target':
      return hasTarget(row) ? blank(6) : nothing;
    case 'kpi':
      return html`<span class="own">${blank(6)}</span>
        <div class="change">${blank(4)}</div>`;
    case 'change':
      return html`<div class="change">${blankWords('▲ +0.00%', 0)}</div>`;
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
