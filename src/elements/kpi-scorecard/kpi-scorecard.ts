import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { KpiError } from '../../core/error.js';
import type { ScorecardQuestion } from '../../core/evaluate/evaluate-scorecard.js';
import type { ScorecardResult } from '../../core/evaluate/scorecard-result.js';
import type { Notation } from '../../view-model/figure.js';
import { emptiness } from '../../view-model/problem.js';
import type { ProblemView } from '../../view-model/problem.js';
import { sorted } from '../../view-model/scorecard-order.js';
import type { ScorecardSort } from '../../view-model/scorecard-order.js';
import { scorecardCsv, scorecardTable } from '../../view-model/scorecard-table.js';
import { scorecardView } from '../../view-model/scorecard-view.js';
import type { ScorecardColumn, ScorecardRow, ScorecardView } from '../../view-model/scorecard-view.js';
import type { TableView } from '../../view-model/view.js';
import type { Words } from '../../view-model/words.js';
import { createAsk, questionOf } from '../ask.js';
import type { DataThere } from '../ask.js';
import { text } from '../attribute.js';
import { readChoices } from '../kpi-choice.js';
import type { KpiChoice, KpiChoices } from '../kpi-choice.js';
import { look } from '../looks.js';
import { remember } from '../remember.js';
import type { Settings } from '../settings.js';
import { WidgetElement } from '../widget-element.js';
import { scorecardStyles } from './kpi-scorecard.styles.js';
import { scorecardRow } from './scorecard-row.js';
import { scorecardSvg } from './scorecard-svg.js';

type AskedScorecard = ScorecardQuestion & { readonly asOf: string };

const sortable: readonly [ScorecardColumn, ...ScorecardColumn[]] = ['name', 'value', 'share', 'change', 'target'];

/** How many rows a scorecard has where nothing is known yet. */
const usualRows = 8;

/**
 * Many KPIs, or one by segment, as a table: figure, change, course, share, target.
 *
 * @tag kpi-scorecard
 *
 * @slot - data: `<script type="application/json">`, `<script type="text/csv">` or a `<table>`
 * @slot heading - replaces the name
 * @slot info - more about the figures, first in the panel
 * @slot actions - buttons beside the heading
 * @slot footer - below everything
 * @slot empty - replaces the words where there are no data
 * @slot error - replaces the words of an error
 *
 * @csspart base - the surface
 * @csspart heading - the name
 * @csspart table - the table
 * @csspart figure - a row's figure
 * @csspart change - a change's glyph, sign and figure
 * @csspart comparison - what the changes are compared with
 * @csspart status - where a figure stands against its target
 * @csspart chart - a row's course
 * @csspart filter - a filter that another widget has set
 * @csspart message - the words of an empty scorecard or of an error
 * @csspart footer - the slot below everything
 *
 * @cssproperty --kpi-accent - the one colour that series are made from
 * @cssproperty --kpi-positive - good for the business
 * @cssproperty --kpi-negative - bad for the business
 * @cssproperty --kpi-neutral - a change without a verdict
 * @cssproperty --kpi-surface - the ground
 * @cssproperty --kpi-text - figures and names
 * @cssproperty --kpi-muted - labels and everything quiet
 * @cssproperty --kpi-border - the edge
 * @cssproperty --kpi-grid - lines between the rows
 * @cssproperty --kpi-focus - the ring around what has the focus
 * @cssproperty --kpi-raised - the ground of panels, menus and tooltips
 * @cssproperty --kpi-selected - the ground of what is chosen
 * @cssproperty --kpi-track - the empty part of a meter or a share
 * @cssproperty --kpi-control - the rule above the total
 * @cssproperty --kpi-radius - roundness of the corners
 * @cssproperty --kpi-space - padding
 * @cssproperty --kpi-font - typeface
 *
 * @cssState loading - figures are awaited
 * @cssState ready - figures are drawn
 * @cssState empty - there are no data to show
 * @cssState error - something is wrong, in words
 * @cssState stale - the last refresh failed and older figures stand
 * @cssState refreshing - newer figures are awaited
 *
 * @event {CustomEvent<{ result: ScorecardResult }>} kpi-ready - new figures are drawn
 * @event {CustomEvent<{ error: KpiError }>} kpi-error - something is wrong
 * @event {CustomEvent<{ kpi: string, by: string, segment: string, value: number }>} kpi-select - the person chose a row; cancelable
 *
 * @attr {string} lang - BCP 47; inherited from the page
 */
export class KpiScorecard extends WidgetElement<ScorecardResult, ScorecardView> {
  static override styles: CSSResultGroup = [WidgetElement.styles, scorecardStyles];

  /**
   * Ids of KPIs of the catalogue, space-separated; the property also takes `[{ kpi, target, heading }]`. Default: the
   * catalogue's starter set, as far as the data can answer it.
   */
  @property(text()) kpi: KpiChoices | undefined;
  /** The dimension whose values are the rows: `channel`, `country`, `category` … */
  @property(text()) by: string | undefined;
  /** A column: `name`, `value`, `share`, `change`, `target`; `-` before it for descending. */
  @property(text()) sort: string | undefined;

  /** What the person has sorted by, over what `sort` says. */
  @state() private resorted: ScorecardSort | undefined;
  private readonly ask = createAsk<AskedScorecard, ScorecardResult>();
  private readonly readChoices = remember(readChoices);
  private readonly view = remember(
    (
      result: ScorecardResult,
      words: Words,
      heading: string | undefined,
      notation: Notation,
      choices: readonly KpiChoice[],
    ) => scorecardView(result, words, { heading, notation, names: choices.map((choice) => choice.heading) }),
  );
  private readonly order = remember((view: ScorecardView, sort: ScorecardSort | undefined, lang: string) =>
    sort ? sorted(view.groups, sort, lang) : view.groups,
  );

  protected override evaluate(data: DataThere, settings: Settings): ScorecardResult {
    const asked = { kpis: this.readChoices(this.kpi), by: this.by || undefined, ...questionOf(settings, data) };
    return this.ask(data.dataset, asked, (dataset, { kpis = [], ...question }) => {
      const plain = kpis.map(({ kpi, target }) => ({ kpi, target }));
      return data.engine.evaluateScorecard(dataset, { ...question, kpis: plain });
    });
  }

  protected override describe(result: ScorecardResult, words: Words, settings: Settings): ScorecardView {
    const notation = look(this.localName, 'notation', settings.notation, ['auto', 'standard', 'compact']);
    return this.view(result, words, this.heading, notation, this.readChoices(this.kpi));
  }

  protected override layOut(): void {
    // A table lays itself out.
  }

  protected override emptiness({ entries: [first] }: ScorecardResult, words: Words): ProblemView | undefined {
    return first && emptiness(first.result, words);
  }

  protected override tableView(view: ScorecardView): TableView {
    return scorecardTable(view);
  }

  protected override csvOf(result: ScorecardResult): string {
    return scorecardCsv(result);
  }

  protected override fileName(): string {
    return this.by ? `by-${this.by}` : 'scorecard';
  }

  protected override nameAhead(words: Words): string | undefined {
    const { kpi } = this;
    return this.by && typeof kpi === 'string' ? words.messages.kpis[kpi]?.name : words.say('scorecard.title');
  }

  /** The rows with figure and change as a self-contained SVG; empty while none is drawn. */
  override toSVG(): string {
    const base = this.renderRoot.querySelector('.base');
    return this.outcome.phase === 'ready' && base ? scorecardSvg(this.outcome.view, base) : '';
  }

  private get sorting(): ScorecardSort | undefined {
    if (this.resorted || !this.sort) return this.resorted;
    const column = look(this.localName, 'sort', this.sort.replace(/^-/, ''), sortable);
    return (this.byAttribute = sameSort(this.byAttribute, { column, descending: this.sort.startsWith('-') }));
  }
  private byAttribute: ScorecardSort | undefined;

  protected override renderView(view: ScorecardView, words: Words): TemplateResult {
    const { sorting } = this;
    const groups = this.order(view, sorting, words.lang);
    return html`
      ${this.renderTerms(view, words)}
      ${view.against ? html`<p class="against" part="comparison">${view.period} · ${view.against}</p>` : nothing}
      <div class="scroll">
        <table part="table" role="table" aria-label=${view.heading}>
          <thead role="rowgroup">
            <tr role="row">
              ${view.columns.map(({ id, label }) => this.renderHead(id, label, sorting, words))}
              ${view.more.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}
            </tr>
          </thead>
          ${groups.map(
            ({ label, rows }) =>
              html`<tbody role="rowgroup">
                ${
                  label === undefined
                    ? nothing
                    : html`<tr role="row" class="group">
                        <th role="rowheader" scope="rowgroup" colspan=${view.columns.length + view.more.length}>
                          ${label}
                        </th>
                      </tr>`
                }
                ${rows.map((row) => this.renderRow(row, view, true))}
              </tbody>`,
          )}
          ${
            view.total
              ? html`<tfoot role="rowgroup">
                  ${view.rest ? this.renderRow(view.rest, view, false) : nothing}
                  ${this.renderRow(view.total, view, false)}
                </tfoot>`
              : nothing
          }
        </table>
      </div>
    `;
  }

  private renderHead(
    id: ScorecardColumn,
    label: string,
    sorting: ScorecardSort | undefined,
    words: Words,
  ): TemplateResult {
    const sort = sorting?.column === id ? (sorting.descending ? 'descending' : 'ascending') : 'none';
    if (!sortable.includes(id)) return html`<th role="columnheader" scope="col" class=${`in-${id}`}>${label}</th>`;
    return html`<th role="columnheader" scope="col" class=${`in-${id}`} aria-sort=${sort}>
      <button title=${words.say('scorecard.sort', { column: label })} @click=${() => this.sortBy(id)}>
        ${label}<span class="way" aria-hidden="true">${sort === 'none' ? '' : sort === 'descending' ? '↓' : '↑'}</span>
      </button>
    </th>`;
  }

  /** Names begin with A, figures with the largest; then the other way; then the order of the catalogue. */
  private sortBy(column: ScorecardColumn): void {
    const first = column !== 'name';
    const { sorting } = this;
    if (sorting?.column !== column) this.resorted = { column, descending: first };
    else if (sorting.descending === first) this.resorted = { column, descending: !first };
    else this.resorted = undefined;
  }

  private renderRow(row: ScorecardRow, view: ScorecardView, selects: boolean): TemplateResult {
    const { by } = this.result ?? {};
    const { selection } = this;
    const selected = by === undefined ? selection?.kpi === row.key : selection?.segment === row.key;
    return scorecardRow(row, view, {
      selected: selects && selection !== undefined && selected,
      choose: selects ? () => this.choose(row) : undefined,
    });
  }

  private choose({ key, order }: ScorecardRow): void {
    const { result } = this;
    const kpi = result?.by === undefined ? key : result.entries[0]?.result.kpi;
    const segment = result?.by === undefined ? {} : { by: result.by, segment: key };
    this.select({ kpi, ...segment, value: order.value });
  }

  protected override renderSkeleton(): TemplateResult {
    const choices = skeletonChoices(this.kpi);
    const rows = this.by ? usualRows : choices || usualRows;
    return html`<div class="scroll skeleton" aria-hidden="true">
      <table role="presentation">
        ${Array.from(
          { length: rows + 1 },
          () =>
            html`<tr>
              <td><span class="blank">0000000000</span></td>
              <td><span class="blank">00000</span></td>
            </tr>`,
        )}
      </table>
    </div>`;
  }
}

/** How many rows are coming, as far as can be told; what is wrong is said when there are data. */
function skeletonChoices(kpi: KpiChoices | undefined): number {
  try {
    return readChoices(kpi).length;
  } catch (cause) {
    if (cause instanceof KpiError) return usualRows;
    throw cause;
  }
}

const sameSort = (known: ScorecardSort | undefined, sort: ScorecardSort): ScorecardSort =>
  known?.column === sort.column && known.descending === sort.descending ? known : sort;
