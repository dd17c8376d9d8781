import type { LitElement } from 'lit';
import type { KpiResult } from '../core/evaluate/result.js';
import type { AdviceMessages } from '../locale/advice.js';
import { adviceAtHand, loadAdvice } from '../locale/load-advice.js';
import type { Words } from '../view-model/words.js';
import type { Rules, RulesAsked } from './rules.js';

type Figures = readonly [results: readonly KpiResult[], words: Words];

/** Widgets that are drawn together wait for the same pause of the page. */
let pause: Promise<unknown> | undefined;
const commonPause = (): Promise<unknown> => (pause ??= idle().finally(() => (pause = undefined)));

/** When the page has time. Safari cannot tell. */
const idle = (): Promise<unknown> => new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));

/** What rules say of a widget's figures. They come once the figures stand and the page has time, or with its panel. */
export class LazyRules {
  atHand: Rules | undefined;
  /** What the figures were asked of which data; undefined where they are given. */
  asked: (() => RulesAsked) | undefined;
  #latest: Figures | undefined;

  constructor(readonly host: LitElement) {}

  /** Has rules look at figures, once. @param results one for each KPI on whose face it is to stand what they find */
  look(...figures: Figures): void {
    const isAwaited = this.#latest !== undefined;
    this.#latest = figures;
    if (this.atHand) this.atHand.look(...figures);
    else if (!isAwaited && figures[0].length > 0) void this.#lookLater();
  }

  async #lookLater(): Promise<void> {
    await commonPause();
    await this.#fetch();
    if (this.#latest) this.atHand?.look(...this.#latest);
  }

  /** Fetches them with their words, which a panel shows. */
  async expect(lang: string): Promise<void> {
    await this.#fetch();
    await this.atHand?.show(lang);
  }

  async #fetch(): Promise<void> {
    try {
      const { Rules } = await import('./rules.part.js');
      this.atHand ??= new Rules(this);
    } catch {
      // Without rules figures stand as they are; the next ones ask again.
      this.#latest = undefined;
    }
  }

  /** When the page has time. */
  idle(): Promise<unknown> {
    return idle();
  }

  wordsAtHand({ messages }: Words): AdviceMessages | undefined {
    return adviceAtHand(messages.lang);
  }

  /** Fetches the words of rules. Without them nothing is said of what they find. */
  fetchWords(lang: string): Promise<void> {
    return loadAdvice(lang).catch(() => undefined);
  }
}
