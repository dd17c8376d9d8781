import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { AskedDays } from '../../core/evaluate/asked-days.js';
import { rangeText } from '../../view-model/dates.js';
import { comparisonName, datesOf, periodName } from '../../view-model/period-name.js';
import type { PeriodKey } from '../../locale/messages.js';
import type { Words } from '../../view-model/words.js';
import type { Settings } from '../settings.js';
import { listbox } from './listbox.js';
import type { ListOption } from './listbox.js';
import type { OwnRange } from './own-range.js';

const everyPeriod =
  'today yesterday last-7-days last-28-days last-90-days last-12-weeks last-12-months this-week last-week this-month ' +
  'last-month this-quarter last-quarter this-year last-year all';
const everyComparison = ['auto', 'previous-period', 'previous-year', 'previous-year-weekday', 'none'];

/** What a person chooses. */
export type Chosen = Required<Pick<Settings, 'period' | 'compare'>>;

/** What there is to choose from, and what happens then. */
export interface Choice {
  readonly chosen: Chosen;
  /** Space-separated; default: all that have a name. */
  readonly periods: string | undefined;
  /** Whether all data there are can be asked for. */
  readonly hasAll: boolean;
  /** The days that a choice would mean; undefined where nobody knows. */
  readonly daysOf: (choice: Partial<Chosen>) => AskedDays | undefined;
  readonly choose: (choice: Partial<Chosen>) => void;
}

/** The periods, and beside them the two dates of the person's own. */
export function renderPeriods(
  { chosen: { period }, periods, hasAll, daysOf, choose }: Choice,
  range: OwnRange,
  words: Words<PeriodKey>,
): TemplateResult {
  const named = (periods || everyPeriod).split(/\s+/).filter(Boolean);
  const offered = hasAll ? named : named.filter((name) => name !== 'all');
  // What the page has set can be chosen again; dates of the person's own stand beside the list.
  const values = offered.includes(period) || period.includes('/') ? offered : [period, ...offered];
  const options = values.map((value): ListOption => {
    const window = daysOf({ period: value, compare: 'none' })?.window;
    return { value, name: periodName(value, words), detail: datesOf(value, window, words) };
  });
  return html`<div class="periods">
    ${listbox(words.say('fact.period'), options, period, (value) => choose({ period: value }))}
    ${range.render(daysOf({}), words)}
  </div>`;
}

/** What the period can be compared with. */
export function renderComparisons(
  { chosen: { compare }, daysOf, choose }: Choice,
  words: Words<PeriodKey>,
): TemplateResult {
  const values = everyComparison.includes(compare) ? everyComparison : [compare, ...everyComparison];
  const options = values.map((value): ListOption => {
    const windows = daysOf({ compare: value })?.comparisons.map(({ window }) => rangeText(window, words));
    return { value, name: comparisonName(value, words), detail: windows?.join(', ') };
  });
  return listbox(words.say('compare'), options, compare, (value) => choose({ compare: value }));
}
