import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { AskedDays } from '../../core/evaluate/asked-days.js';
import type { KpiError } from '../../core/error.js';
import { appearanceStyles } from '../../theme/appearance.styles.js';
import { tokenStyles } from '../../theme/tokens.styles.js';
import { periodEnglish } from '../../locale/en/period.js';
import { providerEnglish } from '../../locale/en/provider.js';
import type { PeriodKey } from '../../locale/messages.js';
import { rangeText } from '../../view-model/dates.js';
import { comparisonName, datesOf, periodName } from '../../view-model/period-name.js';
import { missingText } from '../../view-model/missing-text.js';
import type { Words } from '../../view-model/words.js';
import { createAsk, questionOf } from '../ask.js';
import type { SettingsQuestion } from '../ask.js';
import { property, text } from '../attribute.js';
import { baseStyles } from '../base.styles.js';
import { filterStyles } from '../filter-chips.styles.js';
import { GroundController } from '../ground-controller.js';
import { LanguageController } from '../language-controller.js';
import { frameLooks } from '../looks.js';
import { LazyPart } from '../part-controller.js';
import { placePanel } from '../place-panel.js';
import { SettingsElement } from '../settings-element.js';
import type { Settings } from '../settings.js';
import { toggleStates } from '../states.js';
import { pickerStyles } from './kpi-period.styles.js';
import type { Choice, Chosen } from './lists.js';
import type { OwnRange } from './own-range.js';

/**
 * Chooses the period of its provider, and what that is compared with; shows what filters the provider's widgets.
 *
 * @tag kpi-period
 *
 * @csspart base - all of it
 * @csspart button - opens a list: the period's and the comparison's
 * @csspart comparison - the button of the comparison
 * @csspart panel - what a button opens
 * @csspart option - a period or a comparison in its list
 * @csspart input - a date of the person's own
 * @csspart filter - a selection in a widget that filters the others; pressing it takes it back
 * @csspart message - the words of an error
 *
 * @cssproperty --kpi-accent - what is chosen
 * @cssproperty --kpi-surface - the ground of the buttons
 * @cssproperty --kpi-text - names
 * @cssproperty --kpi-muted - dates and labels
 * @cssproperty --kpi-border - edges
 * @cssproperty --kpi-negative - what is wrong, in words
 * @cssproperty --kpi-grid - rules inside panels
 * @cssproperty --kpi-control - the edge of a button under the pointer
 * @cssproperty --kpi-focus - the ring around what has the focus
 * @cssproperty --kpi-raised - the ground of panels, menus and tooltips
 * @cssproperty --kpi-selected - the ground of what is chosen
 * @cssproperty --kpi-radius - roundness of the corners, up to 10 px
 * @cssproperty --kpi-font - typeface
 *
 * @cssState loading - its language is awaited
 * @cssState ready - it can be used
 * @cssState error - the provider that it names does not exist
 *
 * @event {CustomEvent<{ period: string, compare: string }>} kpi-period-change - the person chose; cancelable: then nothing changes
 *
 * @attr {string} lang - BCP 47; inherited from the page
 */
export class KpiPeriod extends SettingsElement {
  static override styles: CSSResultGroup = [tokenStyles, baseStyles, appearanceStyles, filterStyles, pickerStyles];

  /** The periods to choose from, space-separated; default: all that have a name. */
  @property(text()) periods: string | undefined;

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this);
  readonly #ground = new GroundController(this);
  readonly #lists = new LazyPart(this, () => import('./period.part.js'));
  #range: OwnRange | undefined;
  readonly #ask = createAsk<SettingsQuestion, AskedDays | undefined>();
  #merged: Settings = {};
  #open: keyof Chosen | undefined;
  #hasHinted = false;
  /** Whether a list may open although its content did not come: to say so. */
  #opensEmpty = false;

  override willUpdate(): void {
    this.#merged = this.allSettings();
    this.#language.speak(this.#merged);
  }

  override updated(): void {
    const { words } = this.#language;
    const { missing } = this.giver;
    toggleStates(this.#internals.states, { loading: !words, ready: !!words && !missing, error: !!words && !!missing });
  }

  /** What holds at present: the provider's, else what was chosen here. */
  get #chosen(): Chosen {
    const { period = 'last-28-days', compare = 'auto' } = this.giver.provided?.settings ?? this.#merged;
    return { period, compare: compare.trim().split(/\s+/).join(' ') };
  }

  /** The person chooses; the page may prevent it. */
  #choose(choice: Partial<Chosen>): void {
    this.renderRoot.querySelector<HTMLElement>('.panel:popover-open')?.hidePopover();
    const detail = { ...this.#chosen, ...choice };
    if (detail.period === this.#chosen.period && detail.compare === this.#chosen.compare) return;
    const event = new CustomEvent('kpi-period-change', { detail, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(event)) return;
    const { provided } = this.giver;
    if (provided) return provided.choosePeriod(choice);
    Object.assign(this, choice);
    if (!this.#hasHinted) console.warn('<kpi-period> has no provider: it only tells the page what was chosen.');
    this.#hasHinted = true;
  }

  /** The days that a choice would mean; undefined while there are no data, and where they do not know. */
  #daysOf(choice: Partial<Chosen>): AskedDays | undefined {
    const data = this.giver.provided?.data;
    if (data?.kind !== 'there') return undefined;
    try {
      const question = questionOf({ ...this.#merged, ...this.#chosen, ...choice }, data);
      return this.#ask(data.dataset, question, (...asked) => data.engine.askedDays(...asked, data.cube !== undefined));
    } catch {
      // The widgets say what is wrong with a setting.
      return undefined;
    }
  }

  override render(): TemplateResult {
    const { words } = this.#language;
    return html`<div
      part="base"
      class=${`base ${frameLooks(this.localName, this.#merged, this.#ground)}`}
      lang=${ifDefined(words?.lang)}
      role="group"
      aria-label=${words?.say('fact.period') ?? nothing}
      @pointerenter=${this.#expect}
      @focusin=${this.#expect}
    >
      ${words ? this.#renderPicker(words.saying(periodEnglish)) : html`<div class="button blank"></div>`}
    </div>`;
  }

  #renderPicker(words: Words<PeriodKey>): TemplateResult {
    const { missing, provided } = this.giver;
    const { period, compare } = this.#chosen;
    const days = this.#daysOf({});
    const others = days?.comparisons.map(({ window }) => rangeText(window, words)) ?? [];
    return html`
      ${this.#renderButton('period', words.say('fact.period'), periodName(period, words), datesOf(period, days?.window, words))}
      ${this.#renderButton('compare', words.say('compare'), comparisonName(compare, words), others.join(', '))}
      ${provided?.filters.length ? html`<div class="filters">${provided.filters.map((filter) => filter.chip(words))}</div>` : nothing}
      ${missing ? problemText(missing, words.saying(providerEnglish)) : nothing}
      ${this.#renderPanel('period', words.say('fact.period'), words)}
      ${this.#renderPanel('compare', words.say('compare'), words)}
    `;
  }

  #renderButton(name: keyof Chosen, label: string, value: string, dates: string | undefined): TemplateResult {
    return html`<button
      id=${`${name}-button`}
      class="button"
      part=${name === 'period' ? 'button' : 'button comparison'}
      popovertarget=${name}
      aria-haspopup="dialog"
      @keydown=${this.#openByKey}
    >
      <span class="label">${label}</span> <span class="value">${value}</span>
      ${dates ? html`<span class="dates">${dates}</span>` : nothing}
      <svg viewBox="0 0 10 6" aria-hidden="true"><path d="M1 1l4 4 4-4" /></svg>
    </button>`;
  }

  #renderPanel(name: keyof Chosen, label: string, words: Words<PeriodKey>): TemplateResult {
    return html`<div
      id=${name}
      class="panel"
      part="panel"
      popover
      role="dialog"
      aria-label=${label}
      @beforetoggle=${this.#beforeToggle}
      @toggle=${this.#toggled}
    >
      ${this.#open === name ? this.#renderList(name, words) : nothing}
    </div>`;
  }

  /** What the lists need to know of the picker. */
  get #choice(): Choice {
    const { periods } = this;
    const data = this.giver.provided?.data;
    const hasAll = data?.kind !== 'there' || data.cube === undefined;
    const daysOf = (choice: Partial<Chosen>) => this.#daysOf(choice);
    return { chosen: this.#chosen, periods, hasAll, daysOf, choose: (choice) => this.#choose(choice) };
  }

  #renderList(name: keyof Chosen, words: Words<PeriodKey>): TemplateResult | typeof nothing {
    const { atHand, problem: missing } = this.#lists;
    if (!atHand) return missing ? problemText(missing, words) : nothing;
    if (name === 'compare') return atHand.renderComparisons(this.#choice, words);
    this.#range ??= new atHand.OwnRange(this, (period) => this.#choose({ period }));
    return atHand.renderPeriods(this.#choice, this.#range, words);
  }

  readonly #openByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).click();
  };

  /** The pointer or the focus is here: a list may be opened next. */
  readonly #expect = (): void => void this.#lists.fetch();

  readonly #beforeToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'open') return;
    const panel = event.currentTarget as HTMLElement;
    if (!this.#lists.atHand && !this.#opensEmpty) {
      event.preventDefault();
      void this.#openLater(panel);
      return;
    }
    this.#open = panel.id as keyof Chosen;
    this.#range?.reset();
    this.requestUpdate();
    // By the next frame it is rendered and shown, and can be measured before it is painted.
    requestAnimationFrame(() => this.#settle(panel));
  };

  /** Opens it when its list is there, or with the words why it is not. */
  async #openLater(panel: HTMLElement): Promise<void> {
    await this.#lists.fetch();
    this.#opensEmpty = true;
    if (!panel.matches(':popover-open')) this.#buttonOf(panel)?.click();
    this.#opensEmpty = false;
  }

  readonly #toggled = ({ newState, currentTarget }: ToggleEvent): void => {
    const panel = currentTarget as HTMLElement;
    if (newState !== 'closed' || this.#open !== panel.id) return;
    // The focus stood in the list that goes, unless the person has put it elsewhere.
    const { activeElement } = document;
    if (activeElement === document.body || panel.contains(this.shadowRoot?.activeElement ?? null))
      this.#buttonOf(panel)?.focus({ preventScroll: true });
    this.#open = undefined;
    this.requestUpdate();
  };

  #buttonOf({ id }: Element): HTMLElement | null {
    return this.renderRoot.querySelector(`#${id}-button`);
  }

  #settle(panel: HTMLElement): void {
    const button = this.#buttonOf(panel);
    if (!button || !panel.isConnected) return;
    placePanel(panel, button, 'start');
    panel.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();
  }
}

const problemText = (error: KpiError, words: Words): TemplateResult =>
  html`<p class="problem" part="message" role="status">${missingText(error, words)}</p>`;
