import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { FunnelResult } from '../../core/evaluate/funnel-result.js';
import type { FunnelQuestion } from '../../core/evaluate/question.js';
import type { FunnelView } from '../../view-model/funnel-view.js';
import type { Answered } from '../../view-model/emptiness.js';
import type { ProofView, TableView } from '../../view-model/view.js';
import type { Words } from '../../view-model/words.js';
import type { FunnelLayout } from '../../visuals/funnel.layout.js';
import type { Spot } from '../../visuals/funnel-pen.js';
import { createAsk, questionOf } from '../ask.js';
import type { DataThere } from '../ask.js';
import { property, text } from '../attribute.js';
import type { DataState } from '../data-controller.js';
import { look } from '../looks.js';
import type { Explain } from '../panel-controller.js';
import { PartController } from '../part-controller.js';
import { remember } from '../remember.js';
import { sameSelection } from '../selection.js';
import type { Selection } from '../selection.js';
import type { Settings } from '../settings.js';
import { WidgetElement } from '../widget-element.js';
import { funnelStyles, mostStages } from './kpi-funnel.styles.js';
import { readStages } from './stage-choice.js';
import type { StageChoices } from './stage-choice.js';
import type { StageExplorer } from './stage-explorer.js';

type AskedFunnel = FunnelQuestion & { readonly asOf: string };

/** How many stages the standard funnel has: the room kept while nothing is known. */
const standardStages = 5;

/**
 * The stages of a funnel: how many reach each, how many are lost on the way and what that is worth.
 *
 * @tag kpi-funnel
 *
 * @slot - data: `<script type="application/json">`, `<script type="text/csv">` or a `<table>`
 * @slot heading - replaces the name
 * @slot info - more about the funnel, first in the panel
 * @slot actions - buttons beside the heading
 * @slot footer - below everything
 * @slot empty - replaces the words where there are no data
 * @slot error - replaces the words of an error
 *
 * @csspart base - the surface
 * @csspart heading - the name
 * @csspart figure - the share of the first stage that reached the last one
 * @csspart change - a change's glyph, sign and figure
 * @csspart comparison - what a change is compared with
 * @csspart status - the worst leak, in words and money
 * @csspart chart - the stages
 * @csspart table - the table behind the chart
 * @csspart filter - a selection that filters the widget, or was made in it; pressing it takes it back
 * @csspart message - the words of an empty funnel or of an error
 * @csspart retry - asks again for data that did not come; stands below the words of the error
 * @csspart footer - the slot below everything
 *
 * @cssproperty --kpi-accent - the bars
 * @cssproperty --kpi-positive - good for the business
 * @cssproperty --kpi-negative - bad for the business, and the worst leak
 * @cssproperty --kpi-neutral - a change without a verdict
 * @cssproperty --kpi-loss - what a stage loses
 * @cssproperty --kpi-ghost - outlines of what is compared with
 * @cssproperty --kpi-track - the empty part of a rate's bar
 * @cssproperty --kpi-selected - the ground of the selected stage
 * @cssproperty --kpi-surface - the ground
 * @cssproperty --kpi-text - figures and names
 * @cssproperty --kpi-muted - labels and everything quiet
 * @cssproperty --kpi-border - the edge
 * @cssproperty --kpi-grid - rules between rows
 * @cssproperty --kpi-focus - the ring around what has the focus
 * @cssproperty --kpi-raised - the ground of panels, menus and tooltips
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
 * @event {CustomEvent<{ result: FunnelResult }>} kpi-ready - new figures are drawn
 * @event {CustomEvent<{ error: KpiError }>} kpi-error - something is wrong
 * @event {CustomEvent<{ stage: string, by?: string, segment?: string, value: number }>} kpi-select - the person chose a stage; cancelable
 *
 * @attr {string} lang - BCP 47; inherited from the page
 */
export class KpiFunnel extends WidgetElement<FunnelResult, FunnelView> {
  static override styles: CSSResultGroup = [WidgetElement.styles, funnelStyles];

  /** Ids of measures, first to last; as a property also a list of `{ measure, heading }`. Default: the purchase funnel. */
  @property(text()) stages: StageChoices | undefined;
  /** `closed`: a stage counts what reached every earlier one as well; `open`: every stage on its own. */
  @property(text()) mode: string | undefined;
  /** Conversion window such as `7d`: visitors are followed so long from their first stage on. */
  @property(text()) window: string | undefined;
  /** The dimension to split by: `channel`, `device`, `country` … */
  @property(text()) by: string | undefined;

  readonly #part = new PartController(this, () => import('./funnel.part.js'));
  readonly #ask = createAsk<AskedFunnel, FunnelResult>();
  #explorer: StageExplorer | undefined;
  #drawing: FunnelLayout | undefined;
  #mirrored = false;
  readonly #read = remember(readStages);
  readonly #view = remember((result: FunnelResult, words: Words, ...[heading, headings, notation]) => {
    const { funnelView } = this.#part.held;
    return funnelView(result, words, { heading, headings, notation } as Parameters<typeof funnelView>[2]);
  });
  readonly #draw = remember((view: FunnelView, width: number, height: number, mirrored: boolean) =>
    this.#part.held.funnelLayout(view, { width, height, mirrored }),
  );

  get #explore(): StageExplorer {
    return (this.#explorer ??= new this.#part.held.StageExplorer(this, {
      spots: () => this.#drawing?.spots ?? [],
      choose: (spot) => {
        if (this.outcome.phase === 'ready') this.select(this.#selectionAt(this.outcome.view, spot));
      },
      mirrored: () => this.#mirrored,
    }));
  }

  protected override takeData(settings: Settings): DataState {
    return this.#part.awaited(super.takeData(settings));
  }

  protected override evaluate(data: DataThere, settings: Settings): FunnelResult {
    const { ids } = this.#read(this.stages);
    const asked = {
      ...questionOf(settings, data),
      stages: ids || undefined,
      mode: (this.mode || undefined) as FunnelQuestion['mode'],
      window: this.window || undefined,
      by: this.by || undefined,
    };
    return this.#ask(data.dataset, asked, this.#part.held.evaluateFunnel);
  }

  protected override describe(result: FunnelResult, words: Words, settings: Settings): FunnelView {
    const notation = look(this.localName, 'notation', settings.notation, ['auto', 'standard', 'compact']);
    const heading = this.heading || this.nameAhead(words);
    return this.#view(result, words, heading, this.#read(this.stages).headings, notation);
  }

  protected override layOut(view: FunnelView): void {
    const { width, height } = this.chartSize;
    this.#mirrored = this.matches(':dir(rtl)');
    this.#drawing = width > 0 && view.stages.length > 0 ? this.#draw(view, width, height, this.#mirrored) : undefined;
  }

  protected override unanswered(result: FunnelResult): Answered {
    return { ...result, unit: 'count' };
  }

  protected override shown({ stages }: FunnelResult): { kpis: readonly string[]; inputs: readonly string[] } {
    return { kpis: [], inputs: stages.map(({ measure }) => measure) };
  }

  protected override proof(explain: Explain, result: FunnelResult, view: FunnelView, words: Words): ProofView {
    return explain.funnelProof(result, view, words, this.window);
  }

  protected override tableView(_explain: Explain, view: FunnelView, words: Words): TableView {
    return this.result
      ? this.#part.held.funnelTable(this.result, view, words, this.#read(this.stages).headings)
      : { caption: '', columns: [], rows: [] };
  }

  protected override csvOf(result: FunnelResult): string {
    return this.#part.held.funnelCsv(result);
  }

  protected override fileName(): string {
    return 'funnel';
  }

  protected override nameAhead(words: Words): string | undefined {
    return words.say(this.stages ? 'funnel.name' : 'funnel.purchase');
  }

  protected override caption(view: FunnelView): string[] {
    return [`${view.figure.full} ${view.path}`, view.period];
  }

  /** Keeps the room of the stages that are asked for, whatever the data answer. */
  protected override frame(): string {
    const asked = typeof this.stages === 'string' ? this.stages.split(/\s+/).filter(Boolean) : this.stages;
    const count = Array.isArray(asked) && asked.length > 1 ? asked.length : standardStages;
    return `stages-${Math.min(count, mostStages)}${this.by ? ' split' : ''}`;
  }

  protected override renderView(view: FunnelView, words: Words): TemplateResult {
    const drawing = this.#drawing;
    const { selection } = this;
    const isSelected = (spot: Spot) => selection && sameSelection(this.#selectionAt(view, spot), selection);
    const chart = { drawing, selected: drawing?.spots.find(isSelected), explore: this.#explore, panel: this.panel };
    return this.#part.held.renderFunnel(view, words, chart, this.renderTerms(view, words));
  }

  protected override renderSkeleton(): TemplateResult {
    return html`
      <div class="summary" aria-hidden="true">
        <div class="figure"><span class="blank">00000</span></div>
        <div class="changes"><span class="blank">0000000000000000</span></div>
      </div>
      <div class="room" aria-hidden="true">
        <div class="drawing"><div class="chart blank"></div></div>
      </div>
    `;
  }

  #selectionAt(view: FunnelView, spot: Spot): Selection {
    const segment = spot.segment === undefined ? undefined : view.segments[spot.segment];
    const { measure: stage, value } = this.#part.held.stageAt(view, spot) ?? {};
    return segment ? { stage, by: this.result?.by, segment: segment.key, value } : { stage, value };
  }
}
