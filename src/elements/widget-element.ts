import { asKpiError } from '../core/error.js';
import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { appearanceStyles } from '../theme/appearance.styles.js';
import { tokenStyles } from '../theme/tokens.styles.js';
import type { KpiResult } from '../core/evaluate/result.js';
import { staleText } from '../view-model/freshness.js';
import type { Answered } from '../view-model/emptiness.js';
import type { ProofView, TableView, WidgetView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';
import { questionOf, timed } from './ask.js';
import type { DataThere } from './ask.js';
import { property, text } from './attribute.js';
import type { DataState } from './data-controller.js';
import { DataElement } from './data-element.js';
import { FailureController } from './failure-controller.js';
import { FilterController } from './filter-controller.js';
import { baseStyles } from './base.styles.js';
import { filterStyles } from './filter-chips.styles.js';
import { frame, message } from './frame.js';
import { frameStyles } from './frame.styles.js';
import { LanguageController } from './language-controller.js';
import { LazyRules } from './lazy-rules.js';
import { GroundController } from './ground-controller.js';
import { frameLooks } from './looks.js';
import { announce, News } from './news.js';
import type { Outcome, WidgetResult } from './outcome.js';
import { panel } from './panel.js';
import { panelStyles } from './panel.styles.js';
import { PanelController } from './panel-controller.js';
import type { Explain } from './panel-controller.js';
import type { Shown } from './rules.js';
import { save } from './save.js';
import { refuseSecrets } from './secret-attributes.js';
import type { Selection } from './selection.js';
import type { Settings } from './settings.js';
import { SizeController } from './size-controller.js';
import { exportSvg } from './svg-export.js';

/** What all widgets have in common: where their figures come from, their states, their frame and their panel. */
export abstract class WidgetElement<Result extends WidgetResult, View extends WidgetView> extends DataElement {
  static override styles: CSSResultGroup = [
    tokenStyles,
    baseStyles,
    frameStyles,
    appearanceStyles,
    panelStyles,
    filterStyles,
  ];

  /** Replaces the name of what is shown. */
  @property(text()) heading: string | undefined;
  /** Whether the panel offers the table and the export. */
  @property({ type: Boolean }) actions = false;

  protected outcome: Outcome<Result, View> = { phase: 'loading' };
  protected readonly chartSize = new SizeController(this, { inNextFrame: true });
  protected readonly rules = new LazyRules(this);
  protected readonly failure = new FailureController(this);
  protected readonly panel = new PanelController(
    this,
    () => {
      this.requestUpdate();
      this.performUpdate();
    },
    (lang) => void this.rules.expect(lang),
  );
  readonly #filtering = new FilterController(this, this.giver);
  readonly #news = new News(this, this.attachInternals().states);
  readonly #language = new LanguageController(this);
  readonly #ground = new GroundController(this);
  /** The settings that hold for this widget. */
  protected merged: Settings = {};
  #answered: DataState | undefined;

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      // Escape closes an open panel first.
      if (event.key !== 'Escape' || this.panel.content) return;
      // What it ends in the widget is not the page's: a dialog around it stays open.
      if (event.defaultPrevented || this.selection) event.stopPropagation();
      this.deselect();
    });
  }

  /** What is drawn, with its proof; undefined while there is none. */
  get result(): Result | undefined {
    return 'result' in this.outcome ? this.outcome.result : undefined;
  }

  override willUpdate(): void {
    this.outcome = this.#settle();
    this.failure.awaitGiven(this.outcome.phase !== 'empty' || this.outcome.result !== undefined);
    if ('view' in this.outcome && this.outcome.view) this.layOut(this.outcome.view);
  }

  override updated(): void {
    this.chartSize.observe(this.measured());
    this.#news.tell(this.outcome, this.taken);
    const { words } = this.#language;
    if (words && this.outcome.phase === 'ready') this.rules.look(this.faced(this.outcome.result), words);
  }

  #settle(): Outcome<Result, View> {
    this.rules.asked = this.#answered = undefined;
    this.merged = this.allSettings();
    this.#filtering.reset();
    this.#language.speak(this.merged);
    const { words } = this.#language;
    try {
      refuseSecrets(this);
      const given = this.givenFigures(this.merged);
      if (given) this.#filtering.ignore();
      const result = given ?? this.#computed(this.merged);
      if (result === 'loading' || !words) return { phase: 'loading' };
      if (result === 'none') return { phase: 'empty' };
      if (result.failed?.length && this.failure.isComing) return { phase: 'loading' };
      const view = this.describe(result, words, this.merged);
      return { phase: result.status === 'missing' ? 'empty' : 'ready', result, view };
    } catch (cause) {
      // An error has its words from the first moment on.
      return words && !this.failure.isComing ? { phase: 'error', error: asKpiError(cause) } : { phase: 'loading' };
    }
  }

  /** Where the data stand that are shown: what is asked for by each widget has a state of its own. */
  protected override get taken(): DataState {
    return this.#answered ?? super.taken;
  }

  get #there(): DataThere | undefined {
    const { taken } = this;
    return taken.kind === 'there' ? taken : undefined;
  }

  #computed(settings: Settings): Result | 'loading' | 'none' {
    const taken = this.takeData(settings);
    const answer = (settings: Settings, from: (asked: Settings) => DataThere) =>
      this.#filtering.answer(settings, (asked) => {
        const data = from(asked);
        // A data set that only notes what it is asked has no figures.
        if (!data.cube) this.rules.asked = () => ({ dataset: data.dataset, question: timed(questionOf(asked, data)) });
        return this.evaluate(data, asked);
      });
    const found = taken.kind === 'there' ? taken.cube?.ask(this, settings, answer) : undefined;
    const data = (this.#answered = found?.data) ?? taken;
    switch (data.kind) {
      case 'none':
      case 'loading':
        return data.kind;
      case 'failed':
        throw data.error;
      case 'there':
        return found?.result ?? answer(settings, () => data);
    }
  }

  /** What the person has selected in this widget: it is highlighted. */
  protected get selection(): Selection | undefined {
    return this.#filtering.selection;
  }

  /**
   * Announces what the person chose; choosing the same again takes it back. Unless the page prevents it, it becomes a
   * filter of the other widgets where their provider says so.
   */
  protected select(selection: Selection): void {
    if (announce(this, 'kpi-select', selection, true)) this.#filtering.select(selection);
  }

  /** Takes the person's selection back. */
  protected deselect(): void {
    this.#filtering.deselect();
  }

  /** Figures that the page gives instead of data. */
  protected givenFigures(_settings: Settings): Result | undefined {
    return undefined;
  }

  /** Asks the core. */
  protected abstract evaluate(data: DataThere, settings: Settings): Result;
  /** The words for a result. */
  protected abstract describe(result: Result, words: Words, settings: Settings): View;
  /** The box whose size the layout needs to know. */
  protected measured(): Element | null {
    return this.renderRoot.querySelector('.chart');
  }

  /** Lays the chart out, from the view and the size that the observer reported. */
  protected abstract layOut(view: View): void;
  /** The answer that tells why there is nothing to show. */
  protected abstract unanswered(result: Result): Answered | undefined;
  /** The KPIs that are shown, and the measures that they are made of: there may be rules about them. */
  protected abstract shown(result: Result): Shown;
  /** Those of them on whose face it stands what rules find in them. */
  protected faced(_result: Result): readonly KpiResult[] {
    return [];
  }

  /** What the figures mean and what they rest on. */
  protected abstract proof(explain: Explain, result: Result, view: View, words: Words): ProofView;
  /** The same facts as the drawing. */
  protected abstract tableView(explain: Explain, view: View, words: Words): TableView;
  /** What is shown as CSV, with a header. */
  protected abstract csvOf(result: Result): string;
  /** What a saved file is called, without its ending. */
  protected abstract fileName(): string;
  /** The name of what is coming, where it is known before the figures are. */
  protected abstract nameAhead(words: Words): string | undefined;
  protected abstract renderView(view: View, words: Words): TemplateResult;
  /** Blocks of the final size. */
  protected abstract renderSkeleton(words: Words | undefined): TemplateResult;
  /** More classes of the frame. */
  protected frame(): string {
    return '';
  }

  /** What is shown as CSV, with a header; empty while nothing is shown. Cells never run as formulas. */
  toCSV(): string {
    return this.result ? this.csvOf(this.result) : '';
  }

  /** Lines of text that stand above a saved drawing, below its heading. */
  protected caption(view: View): string[] {
    return [view.period];
  }

  /** The chart with its figures as a self-contained SVG; empty while none is drawn. */
  toSVG(): string {
    const drawing = this.renderRoot.querySelector<SVGSVGElement>('.chart > svg');
    const view = 'view' in this.outcome ? this.outcome.view : undefined;
    if (!drawing || !view) return '';
    return exportSvg(drawing, [view.heading, ...this.caption(view)]);
  }

  /** The figures, their change, their terms and what rules found in them; empty while nothing is shown. */
  toText(): string {
    const { outcome, result } = this;
    const { words } = this.#language;
    if (!words || !result || !('view' in outcome)) return '';
    const { sentence = '' } = outcome.view ?? {};
    return words.join(sentence, ...(this.rules.atHand?.told(this.faced(result), words) ?? []));
  }

  override render(): TemplateResult {
    const { phase } = this.outcome;
    const { words } = this.#language;
    const view = 'view' in this.outcome ? this.outcome.view : undefined;
    return frame(
      {
        looks: `${frameLooks(this.localName, this.merged, this.#ground)} ${this.frame()}`,
        heading: view?.heading ?? this.#headingAhead(),
        isLoading: phase === 'loading',
        isShown: view !== undefined,
        chips: words ? this.#filtering.render(words) : nothing,
        body: this.#renderBody(),
        panel: view && words && this.panel.isMade ? this.#renderPanel(view, words) : nothing,
      },
      this.panel,
      words,
    );
  }

  /** On which terms the figures stand: why there are none, what to know of them, that they are older ones. */
  protected renderTerms(
    view: View,
    words: Words,
    status: TemplateResult | typeof nothing = nothing,
  ): TemplateResult | typeof nothing {
    const there = this.#there;
    const notes = [view.reason, view.caution].filter(Boolean);
    // Only what is asked for again can grow old. Where that may be said, its place is there before it is.
    const mayGrowOld = there?.inPage === false || there?.stale !== undefined;
    if (status === nothing && notes.length === 0 && !mayGrowOld) return nothing;
    return html`<div class="terms">
      ${status} ${notes.map((note) => html`<p class="notes">${note}</p>`)}
      ${mayGrowOld ? html`<p class="notes" role="status">${there.stale && staleText(there.at, words)}</p>` : nothing}
    </div>`;
  }

  #renderBody(): TemplateResult | typeof nothing {
    const { outcome } = this;
    const { words } = this.#language;
    if (outcome.phase === 'loading' || !words) {
      return html`${this.renderSkeleton(words)}<span class="visually-hidden">${words?.say('loading')}</span>`;
    }
    const { atHand } = this.failure;
    switch (outcome.phase) {
      case 'error': {
        const { error } = outcome;
        return atHand
          ? message('error', atHand.problem(error, words), atHand.remedy(error, this.#asked, words))
          : message('error', { title: words.say('problem.title'), detail: error.message });
      }
      case 'empty': {
        const { result } = outcome;
        const answer = result && this.unanswered(result);
        // Only data are asked in vain.
        const why = answer && this.#there?.engine.emptiness(answer, words);
        return message('empty', result ? why : atHand?.nothingGiven(this, words));
      }
      case 'ready':
        return this.renderView(outcome.view, words);
    }
  }

  #headingAhead(): string {
    const { words } = this.#language;
    return this.heading || (words && this.nameAhead(words)) || '\u00a0';
  }

  #renderPanel(view: View, words: Words): TemplateResult | typeof nothing {
    const { result } = this;
    if (!result) return nothing;
    const source = {
      proof: (explain: Explain) => this.proof(explain, result, view, words),
      table: (explain: Explain) => this.tableView(explain, view, words),
      dataset: () => this.rules.asked?.().dataset,
      advice: () => this.rules.atHand?.advice(this.shown(result), result, words),
    };
    return panel(view, words, this.panel, source, this.#panelActions(words));
  }

  get #asked() {
    return { widget: this, data: this.taken, src: this.origin()?.src };
  }

  #panelActions(words: Words) {
    const again = this.#there?.stale && !this.failure.isComing && this.failure.atHand?.tryAgain(this.#asked, words);
    const own = this.actions && [
      { label: words.say('show-table'), run: () => this.panel.show('table') },
      { label: words.say('download-csv'), run: () => save(this.toCSV(), `${this.fileName()}.csv`, 'text/csv') },
    ];
    return [again || [], own || []].flat();
  }
}
