import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { Words } from '../view-model/words.js';
import { narrowed } from './filter.js';
import type { Filter } from './filter.js';
import type { WidgetResult } from './outcome.js';
import type { ProviderController } from './provider-controller.js';
import { sameSelection } from './selection.js';
import type { Selection } from './selection.js';
import type { Settings } from './settings.js';

/** What the person selects in a widget, and what the selections in other widgets narrow it to. */
export class FilterController {
  /** What was selected where it filters nothing. */
  #own: Selection | undefined;
  /** The filters that the data can answer, and those that they cannot. */
  #applied: readonly Filter[] = [];
  #ignored: readonly Filter[] = [];

  constructor(
    private readonly host: LitElement,
    private readonly giver: ProviderController,
  ) {}

  get #filters(): readonly Filter[] {
    return this.giver.provided?.filters ?? [];
  }

  /** What is selected in the widget. */
  get selection(): Selection | undefined {
    return this.giver.provided?.select ? this.#filters.find(this.#isOwn)?.selection : this.#own;
  }

  /** Selects, or takes back what is chosen again. */
  select(selection: Selection): void {
    if (this.giver.provided?.select) return this.giver.provided.select(this.host, selection);
    this.#own = this.#own && sameSelection(this.#own, selection) ? undefined : selection;
    this.host.requestUpdate();
  }

  deselect(): void {
    this.#filters.find(this.#isOwn)?.remove();
    if (!this.#own) return;
    this.#own = undefined;
    this.host.requestUpdate();
  }

  /** Nothing has been asked of any data. */
  reset(): void {
    this.#applied = this.#ignored = [];
  }

  /** The figures are given: they follow no selection. */
  ignore(): void {
    this.#ignored = this.#others;
  }

  get #others(): readonly Filter[] {
    return this.#filters.filter((filter) => !this.#isOwn(filter));
  }

  /** Asks as the selections in other widgets narrow the settings, as far as the data can be narrowed so. */
  answer<Result extends WidgetResult>(settings: Settings, evaluate: (settings: Settings) => Result): Result {
    this.#applied = this.#others;
    for (;;) {
      const result = evaluate(narrowed(settings, this.#applied));
      const lacking = result.reason?.code === 'not-segmentable' ? (result.reason.dimension ?? '') : '';
      const answered = this.#applied.filter(({ where }) => where?.[lacking] === undefined);
      if (answered.length === this.#applied.length) return result;
      this.#ignored = [...this.#ignored, ...this.#applied.filter((filter) => !answered.includes(filter))];
      this.#applied = answered;
    }
  }

  /** A chip for each filter, and for what is selected here; and which selections the widget cannot follow. */
  render(words: Words): TemplateResult | typeof nothing {
    if (this.#filters.length === 0) return nothing;
    const own = this.#filters.filter(this.#isOwn);
    const [applied, ignored] = [this.#applied, this.#ignored];
    if (own.length + applied.length + ignored.length === 0) return nothing;
    const unfollowed = words.say('filter.ignored', { filter: ignored.map((one) => one.text(words)).join(', ') });
    return html`<div class="filters">
      ${own.map((filter) => filter.chip(words, true))} ${applied.map((filter) => filter.chip(words))}
      ${
        ignored.length > 0
          ? html`<span class="unfiltered" part="filter" title=${unfollowed}>${unfollowed}</span>`
          : nothing
      }
    </div>`;
  }

  readonly #isOwn = ({ source }: Filter): boolean => source === this.host;
}
