import { html } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { AskedDays } from '../../core/evaluate/asked-days.js';
import { dayText } from '../../view-model/dates.js';
import type { PeriodKey } from '../../locale/messages.js';
import type { Words } from '../../view-model/words.js';

type Problem = 'incomplete' | 'order' | 'outside';

/** Two native date inputs and what is wrong with them. */
export class OwnRange {
  #problem: Problem | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** The person chose an ISO interval. */
    private readonly choose: (interval: string) => void,
  ) {}

  /** Forgets what was wrong. */
  reset(): void {
    this.#say(undefined);
  }

  /** @param days what is chosen at present, and what can be; undefined while no data are there */
  render(days: AskedDays | undefined, words: Words<PeriodKey>): TemplateResult {
    const problem = this.#problem;
    const input = (name: 'start' | 'end') =>
      html`<label
        ><span>${words.say(`range.${name}`)}</span>
        <input
          part="input"
          type="date"
          name=${name}
          required
          .defaultValue=${days?.window[name] ?? ''}
          min=${ifDefined(days?.first)}
          max=${ifDefined(days?.last)}
          aria-invalid=${problem !== undefined}
          aria-describedby="range"
      /></label>`;
    const { first, last } = days ?? {};
    const reach = first && last && { first: dayText(first, words), last: dayText(last, words) };
    // Its own words, in the widget's language, in place of the browser's.
    return html`<form novalidate @submit=${this.#submit(days)} @input=${() => this.reset()}>
      <fieldset>
        <legend>${words.say('range.own')}</legend>
        ${input('start')} ${input('end')}
      </fieldset>
      <p id="range" class=${problem ? 'problem' : 'quiet'} role="status">
        ${problem && problem !== 'outside' ? words.say(`range.${problem}`) : reach && words.say('range.outside', reach)}
      </p>
      <button class="apply">${words.say('range.apply')}</button>
    </form>`;
  }

  #submit(days: AskedDays | undefined) {
    return (event: SubmitEvent): void => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const [start, end] = [...form.querySelectorAll('input')];
      if (!start || !end) return;
      const problem = problemOf(start.value, end.value, days);
      this.#say(problem);
      if (problem === undefined) this.choose(`${start.value}/${end.value}`);
      else (problem === 'incomplete' && start.value ? end : start).focus();
    };
  }

  #say(problem: Problem | undefined): void {
    this.#problem = problem;
    this.host.requestUpdate();
  }
}

/** ISO dates sort as they are written. */
function problemOf(start: string, end: string, days: AskedDays | undefined): Problem | undefined {
  if (!start || !end) return 'incomplete';
  if (end < start) return 'order';
  return days && (start < (days.first ?? start) || end > days.last) ? 'outside' : undefined;
}
