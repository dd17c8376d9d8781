import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { AskedDays } from '../../core/evaluate/asked-days.js';
import type { ResultWindow } from '../../core/evaluate/result.js';
import { appearanceStyles } from '../../theme/appearance.styles.js';
import { tokenStyles } from '../../theme/tokens.styles.js';
import { rangeText } from '../../view-model/dates.js';
import { comparisonName, periodName } from '../../view-model/period-name.js';
import { problem } from '../../view-model/problem.js';
import type { Words } from '../../view-model/words.js';
import { createAsk, questionOf } from '../ask.js';
import type { SettingsQuestion } from '../ask.js';
import { property, text } from '../attribute.js';
import { baseStyles } from '../base.styles.js';
import { filterChip } from '../filter-chips.js';
import { filterStyles } from '../filter-chips.styles.js';
import { GroundController } from '../ground-controller.js';
import { LanguageController } from '../language-controller.js';
import { frameLooks } from '../looks.js';
import { placePanel } from '../place-panel.js';
import { SettingsElement } from '../settings-element.js';
import type { Settings } from '../settings.js';
import { toggleStates } from '../states.js';
import { pickerStyles } from './kpi-period.styles.js';
import { listbox } from './listbox.js';
import type { ListOption } from './listbox.js';
import { OwnRange } from './own-range.js';

const everyPeriod =
  'today yesterday last-7-days last-28-days last-90-days last-12-weeks last-12-months this-week last-week this-month ' +
  'last-month this-quarter last-quarter this-year last-year all';
const everyComparison = ['auto', 'previous-period', 'previous-year', 'previous-year-weekday', 'none'];

type Chosen = Required<Pick<Settings, 'period' | 'compare'>>;

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
  readonly #range = new OwnRange(this, (period) => this.#choose({ period }));
  readonly #ask = createAsk<SettingsQuestion, AskedDays | undefined>();
  #merged: Settings = {};
  #open: keyof Chosen | undefined;
  #hasHinted = false;

  override willUpdate(): void {
    this.#merged = this.allSettings();
    this.#language.speak(this.#merged.lang, this.#merged.messages);
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
      return this.#ask(data.dataset, question, data.engine.askedDays);
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
    >
      ${words ? this.#renderPicker(words) : html`<div class="button blank"></div>`}
    </div>`;
  }

  #renderPicker(words: Words): TemplateResult {
    const { missing, provided } = this.giver;
    const { period, compare } = this.#chosen;
    const days = this.#daysOf({});
    const others = days?.comparisons.map(({ window }) => rangeText(window, words)) ?? [];
    return html`
      ${this.#renderButton('period', words.say('fact.period'), periodName(period, words), datesOf(period, days?.window, words))}
      ${this.#renderButton('compare', words.say('compare'), comparisonName(compare, words), others.join(', '))}
      ${provided?.filters.length ? html`<div class="filters">${provided.filters.map((filter) => filterChip(filter, words))}</div>` : nothing}
      ${missing ? html`<p class="problem" part="message" role="status">${problem(missing, words).detail}</p>` : nothing}
      ${this.#renderPanel('period', words.say('fact.period'), () => this.#renderPeriods(days, words))}
      ${this.#renderPanel('compare', words.say('compare'), () => this.#renderComparisons(words))}
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

  #renderPanel(name: keyof Chosen, label: string, content: () => TemplateResult): TemplateResult {
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
      ${this.#open === name ? content() : nothing}
    </div>`;
  }

  #renderPeriods(days: AskedDays | undefined, words: Words): TemplateResult {
    const { period } = this.#chosen;
    const offered = (this.periods || everyPeriod).split(/\s+/).filter(Boolean);
    // What the page has set can be chosen again; dates of the person's own stand beside the list.
    const values = offered.includes(period) || period.includes('/') ? offered : [period, ...offered];
    const options = values.map((value): ListOption => {
      const window = this.#daysOf({ period: value, compare: 'none' })?.window;
      return { value, name: periodName(value, words), detail: datesOf(value, window, words) };
    });
    return html`<div class="periods">
      ${listbox(words.say('fact.period'), options, period, (value) => this.#choose({ period: value }))}
      ${this.#range.render(days, words)}
    </div>`;
  }

  #renderComparisons(words: Words): TemplateResult {
    const { compare } = this.#chosen;
    const values = everyComparison.includes(compare) ? everyComparison : [compare, ...everyComparison];
    const options = values.map((value): ListOption => {
      const windows = this.#daysOf({ compare: value })?.comparisons.map(({ window }) => rangeText(window, words));
      return { value, name: comparisonName(value, words), detail: windows?.join(', ') };
    });
    return listbox(words.say('compare'), options, compare, (value) => this.#choose({ compare: value }));
  }

  readonly #openByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).click();
  };

  readonly #beforeToggle = ({ newState, currentTarget }: ToggleEvent): void => {
    if (newState !== 'open') return;
    const panel = currentTarget as HTMLElement;
    this.#open = panel.id as keyof Chosen;
    this.#range.reset();
    // By the next frame it is rendered and shown, and can be measured before it is painted.
    requestAnimationFrame(() => this.#settle(panel));
  };

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

/** The dates of a period, where its name does not say them. */
const datesOf = (period: string, window: ResultWindow | undefined, words: Words): string | undefined =>
  window && !period.includes('/') ? rangeText(window, words) : undefined;
