import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { KpiError } from '../core/error.js';
import type { KpiResult } from '../core/evaluate/result.js';
import { tokenStyles } from '../theme/tokens.styles.js';
import { csvOf } from '../view-model/csv.js';
import { pointText } from '../view-model/point-text.js';
import { emptiness, problem } from '../view-model/problem.js';
import { staleText } from '../view-model/freshness.js';
import { tableView } from '../view-model/table-view.js';
import type { KpiView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';
import { text } from './attribute.js';
import { chartStyles } from './chart.styles.js';
import { ChildDataController } from './child-data.js';
import { asKpiError, DataController, inputOf } from './data-controller.js';
import type { DataState } from './data-controller.js';
import { ExploreController } from './explore-controller.js';
import { frameStyles } from './frame.styles.js';
import { LanguageController } from './language-controller.js';
import { frameLooks } from './looks.js';
import { createAsk } from './outcome.js';
import type { Asked, Outcome } from './outcome.js';
import { panel, proofButton, tableButton } from './panel.js';
import { panelStyles } from './panel.styles.js';
import { PanelController } from './panel-controller.js';
import { ProviderController } from './provider-controller.js';
import { save } from './save.js';
import { refuseSecrets } from './secret-attributes.js';
import { mergeSettings, readingSettings } from './settings.js';
import type { Settings } from './settings.js';
import { SettingsElement } from './settings-element.js';
import { SizeController } from './size-controller.js';
import { toggleStates } from './states.js';
import { status } from './summary.js';
import { exportSvg } from './svg-export.js';

/** What the widgets that show one KPI have in common: where the figure comes from, their states and their frame. */
export abstract class KpiElement<View extends KpiView> extends SettingsElement {
  static override styles: CSSResultGroup = [tokenStyles, frameStyles, panelStyles, chartStyles];

  /** Id of a KPI of the catalogue. */
  @property(text()) kpi: string | undefined;
  /** Id of a `<kpi-provider>` in the same document; default: the nearest one around the widget. */
  @property(text()) provider: string | undefined;
  /** In the KPI's unit, for the shown period; `3.5%` on percent KPIs; a flow may be given per time: `40000/month`. */
  @property(text()) target: string | number | undefined;
  /** Replaces the KPI's name. */
  @property(text()) heading: string | undefined;
  /** Whether the panel offers the table and the export. */
  @property({ type: Boolean }) actions = false;

  protected outcome: Outcome<View> = { phase: 'loading' };
  protected readonly chartSize = new SizeController(this, true);
  protected readonly panel = new PanelController(this);
  protected readonly explore = new ExploreController(this, {
    places: () => this.places(),
    choose: (index) => this.choose(index),
  });
  private readonly internals = this.attachInternals();
  private readonly language = new LanguageController(this);
  private readonly giver = new ProviderController(this);
  private readonly between = new ChildDataController(this);
  private readonly source = new DataController(this);
  private readonly ask = createAsk();
  private merged: Settings = {};
  private dataState: DataState = { kind: 'none' };
  private announced: KpiResult | KpiError | undefined;

  /** What is drawn, with its proof; undefined while there is none. */
  get result(): KpiResult | undefined {
    return 'result' in this.outcome ? this.outcome.result : undefined;
  }

  override willUpdate(): void {
    this.outcome = this.settle();
    if ('view' in this.outcome && this.outcome.view) this.layOut(this.outcome.view);
  }

  override updated(): void {
    this.chartSize.observe(this.renderRoot.querySelector('.chart'));
    this.showState();
    this.announce();
  }

  private settle(): Outcome<View> {
    this.giver.follow(this.provider || undefined);
    this.merged = mergeSettings(this.ownSettings(), this.giver.provided?.settings);
    this.language.speak(this.merged.lang, this.merged.messages);
    const { words } = this.language;
    try {
      refuseSecrets(this);
      const result = this.givenFigures(this.merged) ?? this.computed(this.merged);
      if (result === 'loading' || !words) return { phase: 'loading' };
      if (result === 'none') return { phase: 'empty' };
      const view = this.describe(result, words, this.merged);
      return { phase: result.status === 'missing' ? 'empty' : 'ready', result, view };
    } catch (cause) {
      return words ? { phase: 'error', error: asKpiError(cause) } : { phase: 'loading' };
    }
  }

  private computed(settings: Settings): KpiResult | 'loading' | 'none' {
    this.dataState = this.loadData(settings);
    switch (this.dataState.kind) {
      case 'none':
        return this.giver.awaited || this.between.awaited ? 'loading' : 'none';
      case 'loading':
        return 'loading';
      case 'failed':
        throw this.dataState.error;
      case 'there': {
        const asked = this.asked();
        if (!asked.kpi) throw new KpiError('unknown-kpi', `<${this.localName}> needs the attribute "kpi".`);
        return this.ask(this.dataState, asked, settings);
      }
    }
  }

  private loadData(settings: Settings): DataState {
    const { provided } = this.giver;
    const own = this.ownOrigin(this.between.current);
    const readsItsOwnWay = readingSettings.some((name) => this[name] !== undefined);
    if (!own && provided && !readsItsOwnWay) {
      this.source.use(undefined);
      return provided.data;
    }
    this.source.use(inputOf(own ?? provided?.origin, settings));
    this.source.every(settings.refreshEvery);
    return this.source.state;
  }

  private showState(): void {
    const { phase } = this.outcome;
    const there = this.dataState.kind === 'there' ? this.dataState : undefined;
    toggleStates(this.internals.states, {
      loading: phase === 'loading',
      ready: phase === 'ready',
      empty: phase === 'empty',
      error: phase === 'error',
      stale: there?.stale !== undefined,
      refreshing: there?.refreshing === true,
    });
  }

  /** Tells the page once for every result and every error. */
  private announce(): void {
    const news = this.outcome.phase === 'error' ? this.outcome.error : this.result;
    if (news === this.announced) return;
    if (news instanceof KpiError) {
      const told = this.announced instanceof KpiError && this.announced.message === news.message;
      this.announced = news;
      if (told) return;
      console.warn(`<${this.localName}> ${news.message}`);
      this.tell('kpi-error', { error: news });
    } else {
      this.announced = news;
      if (news) this.tell('kpi-ready', { result: news });
    }
  }

  private tell(type: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  /** Figures that the page gives instead of data. */
  protected givenFigures(_settings: Settings): KpiResult | undefined {
    return undefined;
  }

  protected asked(): Asked {
    return { kpi: this.kpi ?? '', target: this.target };
  }

  /** The words for a result. */
  protected abstract describe(result: KpiResult, words: Words, settings: Settings): View;
  /** Lays the chart out, from the view and the size that the observer reported. */
  protected abstract layOut(view: View): void;
  /** What the crosshair stops at. */
  protected abstract places(): readonly { readonly x: number }[];
  protected abstract renderView(view: View, words: Words): TemplateResult;
  /** Blocks of the final size. */
  protected abstract renderSkeleton(): TemplateResult;
  /** More classes of the frame. */
  protected frame(): string {
    return '';
  }

  private choose(index: number): void {
    const bucket = this.result?.series[index];
    if (!bucket) return;
    const { start, end, value } = bucket;
    this.tell('kpi-select', { kpi: this.result?.kpi, start, end, value }, true);
  }

  /** Asks the source anew. Settles when the answer is drawn, or when it failed and the state says so. */
  async refresh(): Promise<void> {
    await this.source.refresh();
    if (this.giver.provided?.data === this.dataState) await this.giver.provided?.refresh();
    await this.updateComplete;
  }

  /** The shown series as CSV, with a header; empty while nothing is shown. Cells never run as formulas. */
  toCSV(): string {
    return this.result ? csvOf(this.result) : '';
  }

  /** The chart with its figure as a self-contained SVG; empty while none is drawn. */
  toSVG(): string {
    const drawing = this.renderRoot.querySelector<SVGSVGElement>('.chart > svg');
    const view = 'view' in this.outcome ? this.outcome.view : undefined;
    if (!drawing || !view) return '';
    const changes = view.changes.map(({ text, against }) => `${text} ${against}`);
    return exportSvg(drawing, [view.heading, view.figure.full, ...changes]);
  }

  /** The figure, its change and its terms in a sentence or two; empty while nothing is shown. */
  toText(): string {
    return 'view' in this.outcome ? (this.outcome.view?.sentence ?? '') : '';
  }

  /** The chart's box: one tab stop, read point by point with the arrow keys. */
  protected renderChart(drawing: TemplateResult | typeof nothing, view: View, words: Words): TemplateResult {
    const { active, byKeyboard, pointer, pointerLeave, leave, click, key } = this.explore;
    return html`
      <div
        class="chart"
        part="chart"
        role="application"
        tabindex="0"
        aria-label=${view.sentence}
        aria-describedby="hint"
        @pointermove=${pointer}
        @pointerdown=${pointer}
        @pointerleave=${pointerLeave}
        @click=${click}
        @keydown=${key}
        @blur=${leave}
      >
        ${drawing}
      </div>
      <span id="hint" hidden>${words.say('chart.hint')}</span>
      <div class="visually-hidden" aria-live="polite">
        ${active !== undefined && byKeyboard ? pointText(view.lines, active, words) : nothing}
      </div>
      ${tableButton(words, this.panel)}
    `;
  }

  override render(): TemplateResult {
    const { phase } = this.outcome;
    const { words } = this.language;
    const view = 'view' in this.outcome ? this.outcome.view : undefined;
    return html`<article
      part="base"
      class=${`base ${frameLooks(this.localName, this.merged)} ${this.frame()}`}
      lang=${ifDefined(words?.lang)}
      aria-labelledby="heading"
      aria-busy=${phase === 'loading'}
    >
      <div class="ruler"></div>
      <div class="layout">
        <header class="top">
          <div id="heading" class="heading" part="heading">
            <slot name="heading">${view?.heading ?? this.headingAhead()}</slot>
          </div>
          <slot name="actions"></slot>
          ${view && words ? proofButton(words, this.panel) : nothing}
        </header>
        ${this.renderBody()}
        <slot name="footer" class="footer" part="footer"></slot>
      </div>
      ${view && words ? panel(view, words, this.panel, () => tableView(view, words), this.panelActions(words)) : nothing}
    </article>`;
  }

  /** On which terms the figure stands: its target, why there is none, that it is an older one. */
  protected renderTerms(view: View, words: Words): TemplateResult {
    const stale = this.dataState.kind === 'there' && this.dataState.stale ? this.dataState.at : undefined;
    return html`<div class="terms">
      ${status(view.target)}
      ${[view.reason, view.caution].map((note) => (note ? html`<p class="notes">${note}</p>` : nothing))}
      <p class="notes" role="status">${stale && staleText(stale, words)}</p>
    </div>`;
  }

  private renderBody(): TemplateResult | typeof nothing {
    const { outcome } = this;
    const { words } = this.language;
    if (outcome.phase === 'loading' || !words) {
      return html`${this.renderSkeleton()}<span class="visually-hidden">${words?.say('loading')}</span>`;
    }
    switch (outcome.phase) {
      case 'error': {
        const { title, detail } = problem(outcome.error, words);
        return this.renderMessage('error', title, detail);
      }
      case 'empty': {
        const said = outcome.result && emptiness(outcome.result, words);
        return this.renderMessage('empty', said?.title ?? words.say('empty.title'), said?.detail);
      }
      case 'ready':
        return this.renderView(outcome.view, words);
    }
  }

  private renderMessage(slot: 'error' | 'empty', title: string, detail: string | undefined): TemplateResult {
    // The default slot shows a table between the tags, so that its reader loses nothing.
    return html`<div class="message" part="message" role="status">
        <slot name=${slot}><strong>${title}</strong>${detail ? html`<span>${detail}</span>` : nothing}</slot>
      </div>
      <slot></slot>`;
  }

  /** The name of what is coming, where it is known before the figures are. */
  private headingAhead(): string {
    const { words } = this.language;
    return this.heading || words?.messages.kpis[this.kpi ?? '']?.name || '\u00a0';
  }

  private panelActions(words: Words) {
    if (!this.actions) return [];
    const name = this.kpi ?? 'kpi';
    return [
      { label: words.say('show-table'), run: () => this.panel.show('table') },
      { label: words.say('download-csv'), run: () => save(this.toCSV(), `${name}.csv`, 'text/csv') },
    ];
  }
}
