import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ScorecardQuestion } from '../../core/evaluate/evaluate-scorecard.js';
import type { KpiResult } from '../../core/evaluate/result.js';
import type { ScorecardResult } from '../../core/evaluate/scorecard-result.js';
import type { Notation } from '../../view-model/figure.js';
import type { Answered } from '../../view-model/emptiness.js';
import type { ScorecardSort } from '../../view-model/scorecard-order.js';
import type { ScorecardRow } from '../../view-model/scorecard-row.js';
import type { ScorecardColumn, ScorecardView } from '../../view-model/scorecard-view.js';
import type { ProofView, TableView } from '../../view-model/view.js';
import type { Words } from '../../view-model/words.js';
import { createAsk, questionOf } from '../ask.js';
import type { DataThere } from '../ask.js';
import { property, state, text } from '../attribute.js';
import type { DataState } from '../data-controller.js';
import { readChoices } from '../kpi-choice.js';
import type { KpiChoice, KpiChoices } from '../kpi-choice.js';
import { look } from '../looks.js';
import type { Explain } from '../panel-controller.js';
import { PartController } from '../part-controller.js';
import { remember } from '../remember.js';
import type { Settings } from '../settings.js';
import { WidgetElement } from '../widget-element.js';
import type { ExplainController } from './explain-controller.js';
import { scorecardStyles } from './kpi-scorecard.styles.js';
import type { RowState } from './scorecard-row.js';
import { scorecardSkeleton } from './scorecard-skeleton.js';

type AskedScorecard = ScorecardQuestion & { readonly asOf: string };

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
 * @csspart finding - marks a row in whose figure a rule found something; pressing it opens the panel
 * @csspart chart - a row's course
 * @csspart filter - a filter that another widget has set
 * @csspart message - the words of an empty scorecard or of an error
 * @csspart retry - asks again for data that did not come; stands below the words of the error
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
  /**
   * A column: `name`, `value`, `share`, `change`, `target`; of several KPIs by segment a KPI's id; of a further comparison
   * `change-2`. `-` before it for descending.
   */
  @property(text()) sort: string | undefined;

  /** What the person has sorted by, over what `sort` says; null for the order as it was. */
  @state() private resorted: ScorecardSort | null | undefined;
  readonly #part = new PartController(this, () => import('./scorecard.part.js'));
  #explain: ExplainController | undefined;
  private readonly ask = createAsk<AskedScorecard, ScorecardResult>();
  private readonly readChoices = remember(readChoices);
  private readonly readSort = remember((column: string, descending: boolean): ScorecardSort => ({
    column,
    descending,
  }));
  private readonly view = remember(
    (
      result: ScorecardResult,
      words: Words,
      heading: string | undefined,
      notation: Notation,
      choices: readonly KpiChoice[],
    ) =>
      this.#part.held.scorecardView(result, words, {
        heading,
        notation,
        names: namesOf(result, choices),
        failed: this.failure.atHand?.failedFigures(
          this,
          result.failed,
          choices.map((choice) => choice.heading),
          words,
        ),
      }),
  );
  private readonly order = remember((view: ScorecardView, sort: ScorecardSort | undefined, lang: string) =>
    sort ? this.#part.held.sorted(view.groups, sort, lang) : view.groups,
  );

  private get explain(): ExplainController {
    return (this.#explain ??= new this.#part.held.ExplainController(this, this.panel.expect));
  }

  protected override takeData(settings: Settings): DataState {
    return this.#part.awaited(super.takeData(settings));
  }

  protected override evaluate(data: DataThere, settings: Settings): ScorecardResult {
    const asked = { kpis: this.readChoices(this.kpi), by: this.by || undefined, ...questionOf(settings, data) };
    return this.ask(data.dataset, asked, (dataset, { kpis = [], ...question }) => {
      const plain = kpis.map(({ kpi, target }) => ({ kpi, target }));
      return this.#part.held.evaluateScorecard(dataset, { ...question, kpis: plain });
    });
  }

  protected override describe(result: ScorecardResult, words: Words, settings: Settings): ScorecardView {
    const notation = look(this.localName, 'notation', settings.notation, ['auto', 'standard', 'compact']);
    return this.view(result, words, this.heading, notation, this.readChoices(this.kpi));
  }

  protected override layOut(): void {
    // A table lays itself out.
  }

  protected override unanswered({ entries: [first] }: ScorecardResult): Answered | undefined {
    return first?.result;
  }

  protected override shown({ entries }: ScorecardResult): { kpis: readonly string[]; inputs: readonly string[] } {
    const results = entries.map(({ result }) => result);
    return { kpis: results.map(({ kpi }) => kpi), inputs: results.flatMap(({ inputs }) => Object.keys(inputs)) };
  }

  protected override proof(explain: Explain, result: ScorecardResult, _view: ScorecardView, words: Words): ProofView {
    return explain.scorecardProof(result, words, namesOf(result, this.readChoices(this.kpi)));
  }

  protected override tableView(_explain: Explain, view: ScorecardView, words: Words): TableView {
    return this.#part.held.scorecardTable(view, words);
  }

  protected override csvOf(result: ScorecardResult): string {
    return this.#part.held.scorecardCsv(result);
  }

  protected override fileName(): string {
    return this.by ? `by-${this.by}` : 'scorecard';
  }

  protected override nameAhead(words: Words): string | undefined {
    const { kpi } = this;
    const named = this.by && typeof kpi === 'string' ? words.messages.kpis[kpi.trim()]?.name : undefined;
    return named ?? words.say('scorecard.title');
  }

  /** The rows with their figures, changes and courses as a self-contained SVG; empty while none is drawn. */
  override toSVG(): string {
    const base = this.renderRoot.querySelector('.base');
    return this.outcome.phase === 'ready' && base ? this.#part.held.scorecardSvg(this.outcome.view, base) : '';
  }

  private sorting({ columns }: ScorecardView): ScorecardSort | undefined {
    if (this.resorted !== undefined || !this.sort) return this.resorted ?? undefined;
    const ids = columns.filter(this.#part.held.isSortable).map(({ id }) => id);
    // A column that has nothing to show is no mistake.
    const known: [string, ...string[]] = ['none', ...new Set(['name', 'value', 'share', 'change', 'target', ...ids])];
    const column = look(this.localName, 'sort', this.sort.replace(/^-/, ''), known);
    return ids.includes(column) ? this.readSort(column, this.sort.startsWith('-')) : undefined;
  }

  protected override renderView(view: ScorecardView, words: Words): TemplateResult {
    const sorting = this.sorting(view);
    return html`${this.renderTerms(view, words)}
    ${this.#part.held.renderScorecard(view, {
      groups: this.order(view, sorting, words.lang),
      sorting,
      sortBy: (column) => this.sortBy(column, sorting),
      rowState: (row, selects) => this.rowState(row, selects, words),
      key: this.key,
    })}
    ${this.explain.render((row) => [this.definition(row, words), ...this.foundIn(row, words)]) ?? nothing}`;
  }

  /** What a row's figure means; undefined until that has come. */
  private definition({ key }: ScorecardRow, words: Words): string | undefined {
    const { by, entries } = this.result ?? {};
    const kpi = by === undefined ? key : (entries?.[0]?.result.kpi ?? '');
    return this.panel.explain.atHand?.definitionOf(kpi, words);
  }

  /** Of KPIs each has its rules; a segment has none of its own. */
  protected override faced({ by, entries }: ScorecardResult): readonly KpiResult[] {
    return by === undefined ? entries.map(({ result }) => result) : [];
  }

  /** What rules found in a row's figure, in words. */
  private foundIn({ key }: ScorecardRow, words: Words): readonly string[] {
    const findings = this.rules.atHand?.findings(key, words) ?? [];
    return findings.map(({ text, figures }) => words.join(text, figures));
  }

  /** Names begin with A, figures with the largest; then the other way; then the order as it was. */
  private sortBy({ id, kind }: ScorecardColumn, sorting: ScorecardSort | undefined): void {
    const first = kind !== 'name';
    if (sorting?.column !== id) this.resorted = { column: id, descending: first };
    else this.resorted = sorting.descending === first ? { column: id, descending: !first } : null;
  }

  private readonly rowState = (row: ScorecardRow, selects: boolean, words: Words): RowState => {
    const { selection, explain } = this;
    const mark = this.rules.atHand?.mark(row.key, words, this.panel);
    const chosen = this.result?.by === undefined ? selection?.kpi : selection?.segment;
    const choose = selects ? () => this.choose(row) : undefined;
    return { selected: selects && chosen === row.key, choose, explain, mark };
  };

  private choose({ key, order }: ScorecardRow): void {
    const { by, entries } = this.result ?? {};
    const { value } = order;
    this.select(by === undefined ? { kpi: key, value } : { kpi: entries?.[0]?.result.kpi, by, segment: key, value });
  }

  /** The arrow keys go from row to row. */
  private readonly key = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Escape' && this.explain.key !== undefined) {
      // The same press takes a selection back; a dialog around the widget stays open.
      event.preventDefault();
      return this.explain.close();
    }
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('tbody button[aria-pressed]')];
    const from = rows.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: rows.length - 1 }[key];
    if (from < 0 || to === undefined) return;
    event.preventDefault();
    rows[to]?.focus();
  };

  protected override renderSkeleton(words: Words | undefined): TemplateResult {
    const { compare } = this.merged;
    return scorecardSkeleton({ choices: this.choicesAhead(), by: this.by || undefined, compare }, words);
  }

  /** What is wrong with them is said when there are data. */
  private choicesAhead(): readonly KpiChoice[] {
    try {
      return this.readChoices(this.kpi);
    } catch {
      return [];
    }
  }
}

/** The page's own names for those that are answered, in their order. */
const namesOf = ({ failed }: ScorecardResult, choices: readonly KpiChoice[]): readonly (string | undefined)[] =>
  choices.filter((_, nth) => failed.every(({ place }) => place !== nth)).map(({ heading }) => heading);
