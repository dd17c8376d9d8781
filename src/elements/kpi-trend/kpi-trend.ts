import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { KpiResult } from '../../core/evaluate/result.js';
import type { Annotation } from '../../view-model/annotation.js';
import { cardView } from '../../view-model/card-view.js';
import { csvOfAll } from '../../view-model/csv.js';
import type { Notation } from '../../view-model/figure.js';
import type { KpiView, LineView, ProofView, TrendView } from '../../view-model/view.js';
import type { Words } from '../../view-model/words.js';
import type { PanelsLayout } from '../../visuals/panels.layout.js';
import type { Mark } from '../../visuals/trend.layout.js';
import { createAsk, questionOf } from '../ask.js';
import type { DataThere } from '../ask.js';
import { property, text } from '../attribute.js';
import type { DataState } from '../data-controller.js';
import type { Explorable, Span } from '../explore-controller.js';
import { readChoices } from '../kpi-choice.js';
import type { KpiChoice, KpiChoices } from '../kpi-choice.js';
import { KpiElement } from '../kpi-element.js';
import { look } from '../looks.js';
import type { Explain } from '../panel-controller.js';
import { PartController } from '../part-controller.js';
import { remember } from '../remember.js';
import type { Selection } from '../selection.js';
import type { Settings } from '../settings.js';
import { changes, figure } from '../summary.js';
import { trendStyles } from './kpi-trend.styles.js';
import { LineExplorer } from './line-explorer.js';
import { answered, evaluated } from './trend-result.js';
import type { TrendQuestion, TrendResult } from './trend-result.js';

/**
 * KPIs over time: one with what it is compared with, its target, or its segments; several beside one another.
 * Split by a dimension, the segment nearest to the pointer is the chosen one; with the keys, arrow up and down choose it.
 *
 * @tag kpi-trend
 *
 * @slot - data: `<script type="application/json">`, `<script type="text/csv">` or a `<table>`
 * @slot heading - replaces the name
 * @slot info - more about the figure, first in the panel
 * @slot actions - buttons beside the heading
 * @slot footer - below everything
 * @slot empty - replaces the words where there are no data
 * @slot error - replaces the words of an error
 *
 * @csspart base - the surface
 * @csspart heading - the name
 * @csspart figure - the figure of the whole period
 * @csspart change - a change's glyph, sign and figure
 * @csspart comparison - what a change is compared with
 * @csspart status - where the figure stands against its target
 * @csspart chart - the chart
 * @csspart tooltip - the facts of the point under the crosshair
 * @csspart table - the table behind the chart
 * @csspart filter - a selection that filters the widget, or was made in it; pressing it takes it back
 * @csspart message - the words of an empty trend or of an error
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
 * @cssproperty --kpi-grid - lines of a chart
 * @cssproperty --kpi-series-1 - the first series; default: the accent
 * @cssproperty --kpi-series-2 - the second series; default: a shade of the accent
 * @cssproperty --kpi-series-3 - the third series; default: a shade of the accent
 * @cssproperty --kpi-series-4 - the fourth series; default: a shade of the accent
 * @cssproperty --kpi-series-5 - the fifth series; default: a shade of the accent
 * @cssproperty --kpi-series-6 - the sixth series; default: a shade of the accent
 * @cssproperty --kpi-focus - the ring around what has the focus
 * @cssproperty --kpi-raised - the ground of panels, menus and tooltips
 * @cssproperty --kpi-selected - the ground of what is chosen
 * @cssproperty --kpi-track - the empty part of a meter
 * @cssproperty --kpi-radius - roundness of the corners
 * @cssproperty --kpi-space - padding
 * @cssproperty --kpi-font - typeface
 * @cssproperty --kpi-figure-size - size of the figure, up to 28 px
 *
 * @cssState loading - figures are awaited
 * @cssState ready - figures are drawn
 * @cssState empty - there are no data to show
 * @cssState error - something is wrong, in words
 * @cssState stale - the last refresh failed and older figures stand
 * @cssState refreshing - newer figures are awaited
 *
 * @event {CustomEvent<{ result: KpiResult }>} kpi-ready - new figures are drawn
 * @event {CustomEvent<{ error: KpiError }>} kpi-error - something is wrong
 * @event {CustomEvent<{ kpi: string, start: string, end: string, by?: string, segment?: string, value: number }>} kpi-select - the person chose a point or a stretch of time, or, split by a dimension, a segment's point; cancelable
 *
 * @attr {string} lang - BCP 47; inherited from the page
 */
export class KpiTrend extends KpiElement<TrendView, TrendResult> {
  static override styles: CSSResultGroup = [KpiElement.styles, trendStyles];

  /** Ids of KPIs of the catalogue, space-separated; the property also takes `[{ kpi, target, heading }]`. */
  @property(text()) kpi: KpiChoices | undefined;
  /** The dimension to split by: `channel`, `country`, `category` … */
  @property(text()) by: string | undefined;
  /** `auto`, `line`, `area`, `bar`. */
  @property(text()) mark: string | undefined;
  /** Whether segments stand on each other; rates never do. */
  @property({ type: Boolean }) stack = false;
  /** Things that happened, marked on the time axis: `[{ start, end, label }]`, ISO dates, `end` optional. */
  @property({ attribute: false }) annotations: readonly Annotation[] = [];

  declare protected readonly explore: LineExplorer;
  readonly #part = new PartController(this, () => import('./trend.part.js'));
  #drawing: PanelsLayout | undefined;
  readonly #ask = createAsk<TrendQuestion, TrendResult>();
  readonly #askSpan = createAsk<TrendQuestion, TrendResult>();
  /** Of a result the figures of the stretch that the person chose. */
  readonly #spanOf = new WeakMap<TrendResult, TrendResult>();
  readonly #readChoices = remember(readChoices);
  readonly #view = remember(
    (
      result: TrendResult,
      words: Words,
      heading: string | undefined,
      notation: Notation,
      annotations: readonly Annotation[],
      choices: readonly KpiChoice[],
      stack: boolean,
    ) =>
      this.#part.held.trendView([result, ...result.others], words, {
        heading,
        names: answered(result, choices).map(({ heading: name }) => name),
        failed: this.failure.atHand?.failedFigures(
          this,
          result.failed,
          choices.map(({ heading: name }) => name),
          words,
        ),
        notation,
        annotations,
        stack,
        room: 'wide',
      }),
  );
  #spanViews: readonly KpiView[] | undefined;
  #spanText: string | undefined;
  readonly #wordSpan = remember(
    (result: TrendResult, words: Words, choices: readonly KpiChoice[], notation: Notation) =>
      [result, ...result.others].map((one, nth) =>
        cardView(one, words, { heading: answered(result, choices)[nth]?.heading, notation, room: 'wide' }),
      ),
  );
  readonly #marks = remember((annotations: unknown) => {
    const { read, refused } = this.#part.held.readAnnotations(annotations);
    for (const one of refused) console.warn(`<${this.localName}> annotations: ${one}`);
    return read;
  });
  readonly #draw = remember(
    (view: TrendView, mark: 'auto' | Mark, stack: boolean, width: number, height: number, mirrored: boolean) =>
      this.#part.held.panelsLayout(view, { mark, stack, width, height, mirrored }),
  );

  /** The KPIs to ask for; the `target` of the element is that of the first. */
  #choices(): readonly KpiChoice[] {
    return this.#readChoices(this.kpi);
  }

  protected override takeData(settings: Settings): DataState {
    return this.#part.awaited(super.takeData(settings));
  }

  protected override evaluate(data: DataThere, settings: Settings): TrendResult {
    const question = { ...questionOf(settings, data), choices: this.#choices(), by: this.by || undefined };
    const result = evaluated(this.#ask, data, { ...question, target: this.target });
    this.#spanOf.delete(result);
    const [first = 0, last = 0] = this.#spanIn(result) ?? [];
    if (last > first && result.grain !== 'hour') {
      // The figures are those of a stretch that the person chose: a period is days.
      const period = `${this.selection?.start}/${this.selection?.end}`;
      // A target is for the period that the trend shows.
      const asked = { ...question, by: undefined, target: undefined, period };
      this.#spanOf.set(result, evaluated(this.#askSpan, data, asked));
    }
    return result;
  }

  protected override describe(result: TrendResult, words: Words, settings: Settings): TrendView {
    const notation = look(this.localName, 'notation', settings.notation, ['auto', 'standard', 'compact']);
    const choices = this.#choices();
    const ofSpan = this.#spanOf.get(result);
    this.#spanViews = ofSpan && this.#wordSpan(ofSpan, words, choices, notation);
    this.#spanText = this.#spanViews && words.join(...this.#spanViews.map(({ sentence }) => sentence));
    return this.#view(result, words, this.heading, notation, this.#marks(this.annotations), choices, this.stack);
  }

  protected override layOut(view: TrendView): void {
    const { width, height } = this.chartSize;
    const mark = look(this.localName, 'mark', this.mark, ['auto', 'line', 'area', 'bar']);
    this.#drawing =
      width > 0 && view.lines.length > 0
        ? this.#draw(view, mark, this.stack, width, height, this.matches(':dir(rtl)'))
        : undefined;
  }

  protected override explorer(chart: Explorable): LineExplorer {
    const spots = (index: number) => (this.#drawing ? this.#part.held.lineSpots(this.#drawing.panels, index) : []);
    return new LineExplorer(this, {
      ...chart,
      linesAt: (index) => spots(index).map(({ line }) => line),
      lineNear: (index, { x, y }) => this.#part.held.nearestSpot(spots(index), x, y)?.line,
    });
  }

  protected override places() {
    return this.#drawing?.panels[0].stops.x ?? [];
  }

  protected override shown(result: TrendResult): { kpis: readonly string[]; inputs: readonly string[] } {
    const results = [result, ...result.others];
    return { kpis: results.map(({ kpi }) => kpi), inputs: results.flatMap(({ inputs }) => Object.keys(inputs)) };
  }

  protected override proof(explain: Explain, result: TrendResult, view: TrendView, words: Words): ProofView {
    return explain.trendProof([result, ...result.others], view, words);
  }

  protected override csvOf(result: TrendResult): string {
    return csvOfAll([result, ...result.others]);
  }

  /** As the figures, those of a chosen stretch. */
  override toText(): string {
    return this.#spanText ?? super.toText();
  }

  /** Where the chosen stretch lies among the points that are drawn. */
  #spanIn(result: KpiResult): Span | undefined {
    const { selection } = this;
    if (!selection) return undefined;
    const { series } = result;
    const first = series.findIndex(({ start }) => start === selection.start);
    const last = series.findIndex(({ end }) => end === selection.end);
    return first < 0 || last < first ? undefined : [first, last];
  }

  /** The segments as they are drawn, by their positions among the lines, each with the result that it is part of. */
  #segments(): readonly { line: LineView; result: KpiResult | undefined }[] {
    const results = this.result ? [this.result, ...this.result.others] : [];
    return (this.#drawing?.panels ?? []).flatMap(({ series }, nth) =>
      series.map(({ line }) => ({ line, result: results[nth] })),
    );
  }

  protected override chosenAt([first, last]: Span): Selection | undefined {
    const { line, result } = this.#segments()[this.explore.line ?? -1] ?? {};
    if (first !== last || line?.role !== 'segment') return undefined;
    return { kpi: result?.kpi, by: result?.by, segment: line.key, value: line.at(first)?.value };
  }

  /** The line that the pointer or the keys have chosen, else the selected one. */
  #chosenLine(): number | undefined {
    const { explore, selection } = this;
    if (explore.active !== undefined || selection?.segment === undefined) return explore.line;
    const nth = this.#segments().findIndex(
      ({ line, result }) => line.key === selection.segment && line.role === 'segment' && result?.kpi === selection.kpi,
    );
    return nth < 0 ? undefined : nth;
  }

  protected override renderView(view: TrendView, words: Words): TemplateResult {
    const drawing = this.#drawing;
    const spanViews = this.#spanViews;
    const views: readonly KpiView[] = spanViews ?? view.kpis;
    const several = isSeveral(view);
    return html`
      <div class=${several ? 'summaries several' : 'summaries'}>
        ${views.map((one) => this.#renderSummary(one, several))} ${view.failed.map(this.#part.held.renderFailed)}
      </div>
      ${spanViews ? html`<p class="notes" role="status">${views[0]?.period}</p>` : this.renderTerms(view, words)}
      ${
        view.lines.length > 0
          ? html`<div class=${`drawing panels-${Math.min(4, view.panels.length)}`}>
              ${drawing ? this.#part.held.renderLegend(drawing, view) : nothing}
              ${this.renderChart(drawing ? this.#renderTrend(drawing) : nothing, view, words, this.#reading(words))}
            </div>`
          : nothing
      }
    `;
  }

  /** Several have their names above their figures: these are the heading, unless the page gives one. */
  protected override frame(): string {
    const isNamed = this.heading || this.querySelector(':scope > [slot=heading]');
    return this.outcome.phase === 'ready' && isSeveral(this.outcome.view) && !isNamed ? 'unnamed' : '';
  }

  #renderSummary(view: KpiView, named: boolean): TemplateResult {
    return html`<div class="summary">
      ${named ? html`<div class="name">${view.heading}</div>` : nothing}
      <div class="figure" part="figure">${figure(view.figure)}</div>
      <div class="changes">${changes(view.changes)}</div>
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`
      <div class="summary" aria-hidden="true">
        <div class="figure"><span class="blank">00000</span></div>
        <div class="changes"><span class="blank">0000000000000000</span></div>
      </div>
      ${this.target == null ? nothing : html`<div class="terms"><div class="status">&nbsp;</div></div>`}
      <div class="drawing"><div class="chart"></div></div>
    `;
  }

  /** Once a line is chosen, the keys read that line alone. */
  #reading(words: Words) {
    const lines = this.#segments();
    const { line } = lines[this.explore.line ?? -1] ?? {};
    const hint = lines.some(({ line: { role } }) => role === 'segment') ? words.say('chart.hint.lines') : undefined;
    return { lines: line && [line], hint };
  }

  #renderTrend(drawing: PanelsLayout): TemplateResult {
    const { explore, result } = this;
    const { active } = explore;
    const span = explore.span ?? (result && this.#spanIn(result));
    return this.#part.held.renderTrend(drawing, active, explore.span ? undefined : active, this.#chosenLine(), span);
  }
}

const isSeveral = ({ kpis, failed }: TrendView): boolean => kpis.length + failed.length > 1;
