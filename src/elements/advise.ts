import { adviceAtHand } from '../locale/load-advice.js';
import type { AdviceView } from '../view-model/view.js';
import type { Words } from '../view-model/words.js';
import { questionOf, timed } from './ask.js';
import type { DataThere } from './ask.js';
import type { Explain } from './panel-controller.js';
import type { Settings } from './settings.js';

/** What a widget's figures were asked of, and with which settings. */
export interface Asked {
  readonly data: DataThere;
  readonly settings: Settings;
}

/**
 * What rules find in the figures of the same time, and what is known of the KPI. Undefined until its words have come.
 *
 * @param kpis those that are shown; general advice is given of one alone
 * @param inputs measures that they are made of
 */
export function advise(
  explain: Explain,
  asked: Asked | undefined,
  { kpis, inputs }: { readonly kpis: readonly string[]; readonly inputs: readonly string[] },
  words: Words,
): AdviceView | undefined {
  const messages = adviceAtHand(words.messages.lang);
  if (!messages) return undefined;
  const rules = explain.rulesAbout([...kpis, ...inputs]);
  const fired =
    asked && rules.length > 0
      ? explain.evaluateRules(asked.data.dataset, timed(questionOf(asked.settings, asked.data)), rules)
      : [];
  return explain.adviceView(kpis.length === 1 ? kpis[0] : undefined, fired, messages, words);
}
