import type { TemplateResult } from 'lit';
import type { Dataset } from '../core/dataset/dataset.js';
import type { FiredRule, RulesQuestion } from '../core/evaluate/evaluate-rules.js';
import { evaluateRules, rulesAbout, rulesOn } from '../core/evaluate/evaluate-rules.js';
import type { KpiResult } from '../core/evaluate/result.js';
import { adviceAtHand, loadAdvice } from '../locale/load-advice.js';
import { adviceView, findingsView } from '../view-model/advice-view.js';
import { spoken } from '../view-model/figure.js';
import type { AdviceView, FindingView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';
import type { LazyRules } from './lazy-rules.js';
import type { PanelController } from './panel-controller.js';
import { renderAdvice } from './render-advice.js';
import type { RenderedAdvice } from './render-advice.js';
import { findingLine, findingMark } from './render-finding.js';
import { ruleStyles } from './rules.styles.js';

/** Of which data rules are asked, and what. */
export interface RulesAsked {
  readonly dataset: Dataset;
  readonly question: RulesQuestion;
}

/** The KPIs that are shown, and the measures that they are made of. */
export interface Shown {
  readonly kpis: readonly string[];
  readonly inputs: readonly string[];
}

/** What rules find in the figures of a widget: on its face, and in its panel. */
export class Rules {
  #looked: { readonly results: readonly KpiResult[]; readonly lang: string } = { results: [], lang: '' };
  #found: ReadonlyMap<string, readonly FiredRule[]> = new Map();
  #isStyled = false;
  #advised: { readonly of: readonly unknown[]; readonly advice: AdviceView } | undefined;

  constructor(private readonly widget: LazyRules) {}

  /** Looks at figures of which any rule speaks, once: at one KPI whenever the page has time. */
  look(figures: readonly KpiResult[], { messages: { lang } }: Words): void {
    const results = figures.filter((result) => rulesFor(result).length > 0);
    const looked = { results, lang };
    const isSame = sameItems(results, this.#looked.results);
    if (isSame && (results.length === 0 || lang === this.#looked.lang)) return;
    this.#looked = looked;
    void this.#lookAt(looked);
  }

  async #lookAt(looked: { readonly results: readonly KpiResult[]; readonly lang: string }): Promise<void> {
    const asked = this.widget.asked?.();
    const found = new Map<string, readonly FiredRule[]>();
    if (asked)
      for (const result of looked.results) {
        await this.widget.idle();
        if (this.#looked !== looked) return;
        const fired = evaluateRules(asked.dataset, asked.question, rulesFor(result));
        if (fired.length > 0) found.set(result.kpi, fired);
      }
    const isNew = found.size > 0 || this.#found.size > 0;
    this.#found = found;
    if (isNew) await this.show(looked.lang);
  }

  /** Shows what there is to say, once its words are there. */
  async show(lang: string): Promise<void> {
    // Without their words nothing is said of what rules find.
    await loadAdvice(lang).catch(() => undefined);
    const { host } = this.widget;
    const { styleSheet } = ruleStyles;
    if (!this.#isStyled && styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    this.#isStyled = true;
    host.requestUpdate();
    await host.updateComplete;
    const article = host.renderRoot.querySelector('article');
    if (host.renderRoot.querySelector('#finding')) article?.setAttribute('aria-describedby', 'finding');
    else article?.removeAttribute('aria-describedby');
  }

  /** What was found in a KPI, in words; empty where there is nothing to say, or not yet. */
  findings(kpi: string, words: Words): readonly FindingView[] {
    const messages = adviceAtHand(words.messages.lang);
    return messages ? findingsView(this.#found.get(kpi) ?? [], messages, words) : [];
  }

  /** The same of several figures as sentences. */
  told(results: readonly KpiResult[], words: Words): readonly string[] {
    const found = results.flatMap(({ kpi }) => this.findings(kpi, words));
    return found.flatMap(({ text, figures }) => [text, figures && words.sentence(spoken(figures))]);
  }

  /** The same as a line on the face of a card. @param width px that there are for it */
  line(kpi: string, words: Words, panel: PanelController, width: number): TemplateResult | undefined {
    const findings = this.findings(kpi, words);
    return findings.length > 0 ? findingLine(findings, panel, width) : undefined;
  }

  /** The same as a mark in a row. */
  mark(kpi: string, words: Words, panel: PanelController): TemplateResult | undefined {
    const findings = this.findings(kpi, words);
    return findings.length > 0 ? findingMark(findings, panel) : undefined;
  }

  /** What they find in all figures that are shown, and what is known of a KPI that is shown alone. */
  advice({ kpis, inputs }: Shown, result: unknown, words: Words): RenderedAdvice | undefined {
    const messages = adviceAtHand(words.messages.lang);
    if (!messages) return undefined;
    const of = [result, words, messages];
    if (!this.#advised || !sameItems(of, this.#advised.of)) {
      const rules = rulesAbout([...kpis, ...inputs]);
      const asked = rules.length > 0 ? this.widget.asked?.() : undefined;
      const fired = asked ? evaluateRules(asked.dataset, asked.question, rules) : [];
      this.#advised = { of, advice: adviceView(kpis.length === 1 ? kpis[0] : undefined, fired, messages, words) };
    }
    return renderAdvice(this.#advised.advice);
  }
}

/** Those that a figure is the subject of, itself or with what it is made of. */
const rulesFor = ({ kpi, inputs }: KpiResult) => rulesOn([kpi, ...Object.keys(inputs)]);

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
