import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { KpiQuestion } from '../../core/evaluate/question.js';
import type { KpiResult } from '../../core/evaluate/result.js';
import { cardView } from '../../view-model/card-view.js';
import { figureView } from '../../view-model/figure.js';
import type { Notation } from '../../view-model/figure.js';
import type { CardView, FigureView } from '../../view-model/view.js';
import type { Words } from '../../view-model/words.js';
import { figureFits } from '../../visuals/figure-fits.js';
import { spark } from '../../visuals/spark.js';
import { sparkLayout } from '../../visuals/spark.layout.js';
import type { SparkLayout } from '../../visuals/spark.layout.js';
import { createAsk, questionOf } from '../ask.js';
import type { DataThere } from '../ask.js';
import { property, text } from '../attribute.js';
import type { KpiChoice } from '../kpi-choice.js';
import { KpiElement } from '../kpi-element.js';
import { look } from '../looks.js';
import { remember } from '../remember.js';
import type { Settings } from '../settings.js';
import { SizeController } from '../size-controller.js';
import { changes, figure } from '../summary.js';
import { readGiven } from './given-figures.js';
import type { GivenAttributes } from './given-figures.js';
import { cardStyles } from './kpi-card.styles.js';

/** Padding and the default figure size of the card's style sheet, px. */
const padding = 36;
const figureSize = 34;

/** What a sparkline is drawn for, and saved as, px: about what it gets in most rooms. */
const sparkSize = { width: 240, height: 68 };

/**
 * One KPI: its figure, its change, its status against a target, and its course as a sparkline.
 *
 * @tag kpi-card
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
 * @csspart figure - the hero figure
 * @csspart change - a change's glyph, sign and figure
 * @csspart comparison - what a change is compared with
 * @csspart status - where the figure stands against its target
 * @csspart finding - what a rule found in the figure, such as a negative margin; pressing it opens the panel
 * @csspart chart - the sparkline
 * @csspart table - the table behind the sparkline
 * @csspart filter - a selection that filters the widget, or was made in it; pressing it takes it back
 * @csspart message - the words of an empty card or of an error
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
 * @cssproperty --kpi-focus - the ring around what has the focus
 * @cssproperty --kpi-raised - the ground of panels, menus and tooltips
 * @cssproperty --kpi-selected - the ground of what is chosen
 * @cssproperty --kpi-track - the empty part of a meter
 * @cssproperty --kpi-radius - roundness of the corners
 * @cssproperty --kpi-space - padding
 * @cssproperty --kpi-font - typeface
 * @cssproperty --kpi-figure-size - size of the hero figure
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
 * @event {CustomEvent<{ kpi: string, start: string, end: string, value: number }>} kpi-select - the person chose a point; cancelable
 *
 * @attr {string} lang - BCP 47; inherited from the page
 */
export class KpiCard extends KpiElement<CardView> {
  static override styles: CSSResultGroup = [KpiElement.styles, cardStyles];

  /** Id of one KPI of the catalogue; several are shown by a scorecard or a trend. */
  @property(text()) kpi: string | undefined;
  /** A given figure, in place of data: no source is asked. Text such as `1.240`, perhaps thousands, is refused. */
  @property(text()) value: string | number | undefined;
  /** What `value` is compared with. */
  @property(text()) previous: string | number | undefined;
  /**
   * What `value` is counted in: `currency percent ratio count duration …`; default `percent` where `value` has a `%` or
   * `kpi` ends in `-rate`, `-margin` or `-share`; `currency` where the card names one, or its page does and `kpi` is
   * called after money, as `net-sales` is, or is none; else `count`, and `ratio` where the figures are not whole.
   */
  @property(text()) unit: string | undefined;
  /** Which way is better: `up`, `down`, `neutral`. */
  @property(text()) direction: string | undefined;

  readonly #ask = createAsk<KpiQuestion & { readonly asOf: string }, KpiResult>();
  readonly #room: SizeController = new SizeController(this, { redraws: () => this.#isOutgrown() });
  /** The figure as it stands where there is room for it, and as it is drawn. */
  #full: FigureView | undefined;
  #figure: FigureView | undefined;
  #isShort = false;
  #isFooted = false;
  #drawnRoom = '';
  #drawing: SparkLayout | undefined;
  readonly #readGiven = remember(
    (value: string | number, previous, target, unit, direction, currency, isOwnCurrency, kpi): KpiResult =>
      readGiven({ value, previous, target, unit, direction, currency, isOwnCurrency, kpi } as GivenAttributes),
  );
  readonly #view = remember(
    (result: KpiResult, words: Words, heading: string | undefined, notation: Notation): CardView =>
      cardView(result, words, { heading, notation }),
  );
  readonly #draw = remember(({ lines, target }: CardView) => sparkLayout(lines, target, sparkSize));

  override firstUpdated(): void {
    this.#room.observe(this.renderRoot.querySelector('.ruler'));
    this.renderRoot.addEventListener('slotchange', ({ target }) => {
      const slot = target as HTMLSlotElement;
      if (slot.name !== 'footer') return;
      this.#isFooted = slot.assignedNodes().length > 0;
      this.requestUpdate();
    });
  }

  protected override givenFigures({ currency }: Settings): KpiResult | undefined {
    const { value, previous, target, unit, direction, kpi } = this;
    if (value == null || value === '') return undefined;
    return this.#readGiven(value, previous, target, unit, direction, currency, !!this.currency, kpi);
  }

  protected override evaluate(data: DataThere, settings: Settings): KpiResult {
    // A list of one is as good as its one; the core refuses more.
    const asked: readonly (string | KpiChoice)[] = [this.kpi ?? ''].flat();
    const kpi = asked.map((one) => (typeof one === 'object' ? one.kpi : one)).join(' ');
    return this.#ask(
      data.dataset,
      { kpi, target: this.target, ...questionOf(settings, data) },
      data.engine.evaluateKpi,
    );
  }

  protected override describe(result: KpiResult, words: Words, settings: Settings): CardView {
    const notation = look(this.localName, 'notation', settings.notation, ['auto', 'standard', 'compact']);
    const view = this.#view(result, words, this.heading, notation);
    this.#full = view.figure;
    this.#isShort = this.#hasToBeShort();
    this.#figure = this.#isShort ? figureView(result.value, result, words, { notation, room: 'narrow' }) : view.figure;
    return view;
  }

  #hasToBeShort(): boolean {
    const { width } = this.#room;
    return width > 0 && this.#full !== undefined && !figureFits(this.#full, width - padding, figureSize);
  }

  /** Whether the room asks for another figure or another layout than what is drawn. */
  #isOutgrown(): boolean {
    return this.#hasToBeShort() !== this.#isShort || roomOf(this.#room.width) !== this.#drawnRoom;
  }

  /** The sparkline is stretched to its box. */
  protected override measured(): null {
    return null;
  }

  protected override layOut(view: CardView): void {
    this.#drawing = hasCourse(view) ? this.#draw(view) : undefined;
  }

  protected override places() {
    return this.#drawing?.places.x ?? [];
  }

  protected override frame(): string {
    const { outcome } = this;
    this.#drawnRoom = roomOf(this.#room.width);
    const hasChart = outcome.phase === 'loading' ? this.value == null : outcome.phase === 'ready' && this.#drawing;
    return `${this.#drawnRoom}${hasChart ? '' : ' bare'}${this.#isFooted ? ' footed' : ''}`;
  }

  protected override renderView(view: CardView, words: Words): TemplateResult {
    return html`
      <div class="figure" part="figure">${figure(this.#figure ?? view.figure)}</div>
      <div class="changes">${this.#renderReadout(view) ?? changes(view.changes)}</div>
      ${this.renderTerms(view, words)} ${this.#renderFinding(words)}
      ${this.#drawing ? this.renderChart(spark(this.#drawing, this.explore.active), view, words) : nothing}
    `;
  }

  /** What rules found takes its room from the sparkline, or the place of the panel's button: nothing moves. */
  #renderFinding(words: Words): TemplateResult | undefined {
    return this.rules.atHand?.line(this.result?.kpi ?? '', words, this.panel, this.#room.width - padding);
  }

  protected override faced(result: KpiResult): readonly KpiResult[] {
    return [result];
  }

  protected override renderSkeleton(): TemplateResult {
    return html`
      <div class="figure" aria-hidden="true"><span class="blank">00000</span></div>
      <div class="changes" aria-hidden="true"><span class="blank">0000000000000000</span></div>
      ${this.target == null ? nothing : html`<div class="terms"><div class="status">&nbsp;</div></div>`}
      ${this.value == null ? html`<div class="chart"></div>` : nothing}
    `;
  }

  /** While the crosshair stands on a point, its value stands where the change stood: nothing is covered, nothing moves. */
  #renderReadout(view: CardView): TemplateResult | undefined {
    const { active } = this.explore;
    const point = active === undefined ? undefined : view.lines[0]?.at(active);
    return point && html`<div class="readout"><b>${point.text}</b><span class="quiet">${point.tick}</span></div>`;
  }
}

/** What a card's width, px, changes of its layout; none is known before the first layout. */
function roomOf(width: number): string {
  if (width === 0 || (width >= 200 && width < 520)) return '';
  if (width >= 520) return 'wide';
  return width < 160 ? 'narrow tiny' : 'narrow';
}

/** One value is no course: the figure has said it already. */
const hasCourse = ({ lines: [line] }: CardView): boolean => {
  const has = (value: number) => !Number.isNaN(value);
  return line !== undefined && line.course.values.findIndex(has) < line.course.values.findLastIndex(has);
};
