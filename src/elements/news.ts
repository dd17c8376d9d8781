import { KpiError } from '../core/error.js';
import type { WidgetView } from '../view-model/view.js';
import type { DataState } from './data-controller.js';
import type { Outcome, WidgetResult } from './outcome.js';
import { toggleStates } from './states.js';

/** What the page is told of a widget: its custom states, and an event once for every result and every error. */
export class News {
  #shown = '';
  #told: WidgetResult | KpiError | undefined;

  constructor(
    private readonly host: Element,
    private readonly states: CustomStateSet,
  ) {}

  /** Tells what is new in what the widget shows now, from data that stand so. */
  tell(outcome: Outcome<WidgetResult, WidgetView>, data: DataState): void {
    this.#showState(outcome.phase, data);
    this.#announce(outcome.phase === 'error' ? outcome.error : 'result' in outcome ? outcome.result : undefined);
  }

  #showState(phase: Outcome<WidgetResult, WidgetView>['phase'], data: DataState): void {
    const there = data.kind === 'there' ? data : undefined;
    const refreshing = (there ?? (data.kind === 'failed' ? data : undefined))?.refreshing === true;
    const shown = [phase, there?.stale !== undefined, refreshing].join();
    if (shown === this.#shown) return;
    this.#shown = shown;
    toggleStates(this.states, {
      loading: phase === 'loading',
      ready: phase === 'ready',
      empty: phase === 'empty',
      error: phase === 'error',
      stale: there?.stale !== undefined,
      refreshing,
    });
  }

  #announce(news: WidgetResult | KpiError | undefined): void {
    const told = this.#told;
    if (news === told) return;
    this.#told = news;
    if (!(news instanceof KpiError)) {
      if (news) announce(this.host, 'kpi-ready', { result: news });
      return;
    }
    if (told instanceof KpiError && told.message === news.message) return;
    console.warn(`<${this.host.localName}> ${news.message}`);
    announce(this.host, 'kpi-error', { error: news });
  }
}

/** An event that leaves all shadow roots. @returns whether the page let it happen */
export function announce(host: Element, type: string, detail: object, cancelable = false): boolean {
  return host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
}
