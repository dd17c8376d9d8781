import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { KpiError } from '../core/error.js';
import { failureEnglish } from '../locale/en/failure.js';
import { endWait } from '../source/loads.js';
import { mayPass } from '../view-model/problem.js';
import type { Words } from '../view-model/words.js';
import type { DataState } from './data-controller.js';
import type { PanelAction } from './panel.js';

/** A widget, and where its data stand. */
export interface Asked {
  readonly widget: LitElement & { refresh(): Promise<void> };
  readonly data: DataState;
  /** Where the data are asked for, by the widget or by its provider; undefined where they are in the page. */
  readonly src: string | undefined;
}

/** A button below the words of an error that may have passed: what is in the page already does not change by itself. */
export function againButton(error: KpiError, asked: Asked, words: Words): TemplateResult | undefined {
  const isAsked = asked.src !== undefined || error.code === 'missing-part';
  if (!isAsked || !mayPass(error)) return undefined;
  const { label, run } = tryAgain(asked, words);
  return html`<div>
    <button class="chip" part="retry" aria-disabled=${isBusy(asked)} @click=${run}>${label}</button>
  </div>`;
}

/** Asks for the data again, at once, whatever pause the server asked for; while that is under way it says so, and does nothing. */
export function tryAgain(asked: Asked, words: Words): PanelAction {
  const { say } = words.saying(failureEnglish);
  const { widget, src } = asked;
  const run = async ({ currentTarget }: Event): Promise<void> => {
    if (isBusy(asked)) return;
    const hadFocus = widget.shadowRoot?.activeElement === currentTarget;
    if (src !== undefined) endWait(src, document.baseURI);
    await widget.refresh();
    // Once it is needed no more the focus stays in the widget, unless the person has put it elsewhere.
    if (!hadFocus || (currentTarget as Element).isConnected) return;
    if (widget.matches(':state(loading)')) widget.addEventListener('kpi-ready', keepFocus, { once: true });
    else keepFocus();
  };
  const keepFocus = (): void => {
    const find = (selector: string) => widget.shadowRoot?.querySelector<HTMLElement>(selector);
    if (document.activeElement === document.body) (find('.panel:popover-open') ?? find('.icon'))?.focus();
  };
  return { label: say(isBusy(asked) ? 'loading' : 'try-again'), run: (event) => void run(event) };
}

const isBusy = ({ data }: Asked): boolean => 'refreshing' in data && data.refreshing === true;
