import type { LitElement } from 'lit';
import type { KpiResult } from '../core/evaluate/result.js';
import type { Words } from '../view-model/words.js';
import type { Rules, RulesAsked } from './rules.js';
import type * as RulesPart from './rules.part.js';

type Figures = readonly [results: readonly KpiResult[], words: Words];

/** When the page has time, or after a second without any. Safari cannot tell. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve),
  );

const waiting = new Set<LazyRules>();

/** Widgets that are drawn together wait for the same pause of the page, and for one part. */
function waitForRules(widget: LazyRules): void {
  if (waiting.size === 0) void idle().then(bringRules);
  waiting.add(widget);
}

async function bringRules(): Promise<void> {
  const widgets = [...waiting];
  waiting.clear();
  // Without rules figures stand as they are; the next ones ask again.
  const part = await fetchRules();
  if (part) for (const widget of widgets) widget.take(part);
}

const fetchRules = () => import('./rules.part.js').catch(() => undefined);

/** What rules say of a widget's figures. They come once the figures stand and the page has time, or with its panel. */
export class LazyRules {
  atHand: Rules | undefined;
  /** What the figures were asked of which data; undefined where they are given. */
  asked: (() => RulesAsked) | undefined;
  #latest: Figures | undefined;

  constructor(readonly host: LitElement) {}

  /** Has rules look at figures, once. @param results one for each KPI on whose face it is to stand what they find */
  look(...figures: Figures): void {
    this.#latest = figures;
    if (this.atHand) this.atHand.look(...figures);
    // Rules are asked of data: figures that are given have none.
    else if (this.asked && figures[0].length > 0) waitForRules(this);
  }

  /** They have come, and look at what figures there are. */
  take({ Rules }: typeof RulesPart): void {
    this.atHand ??= new Rules(this);
    if (this.#latest) this.atHand.look(...this.#latest);
  }

  /** Fetches them with their words, which a panel shows. */
  async expect(lang: string): Promise<void> {
    const part = await fetchRules();
    if (part) this.atHand ??= new part.Rules(this);
    await this.atHand?.show(lang);
  }

  /** When the page has time. */
  idle(): Promise<unknown> {
    return idle();
  }
}
