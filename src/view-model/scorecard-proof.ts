import type { KpiResult } from '../core/evaluate/result.js';
import type { ScorecardResult } from '../core/evaluate/scorecard-result.js';
import { explainEnglish } from '../locale/en/explain.js';
import { control } from './change.js';
import { besideText, windowText } from './dates.js';
import { warningText } from './explain.js';
import { setFacts, statedFacts } from './facts.js';
import { definitionOf, warningsOf } from './kpi-proof.js';
import { momentText } from './moment-text.js';
import type { FactView, ProofView } from './view.js';
import type { ExplainKey } from '../locale/messages.js';
import type { Words } from './words.js';

/**
 * What a scorecard rests on.
 * @param names in place of the KPIs' names, in their order
 */
export function scorecardProof(
  { entries, segments }: ScorecardResult,
  plain: Words,
  names: readonly (string | undefined)[] = [],
): ProofView {
  const words = plain.saying(explainEnglish);
  const results = entries.map(({ result }) => result);
  // One KPI alone is defined above its facts.
  const isOne = results.length === 1 && segments.length > 0;
  const isTested =
    (segments.length > 0 || results.length > 1) &&
    results.some(({ comparisons }) => comparisons.some(({ significance, name }) => significance && name !== control));
  const notes = warningsOf(results).map((warning) => warningText(warning, words));
  const named = results.map((result, nth) => ({
    name: names[nth] || words.messages.kpis[result.kpi]?.name || result.kpi,
    definition: isOne ? undefined : definitionOf(result.kpi, words),
    result,
  }));
  return {
    definition: isOne ? definitionOf(results[0]!.kpi, words) : undefined,
    notes: [...(isTested ? [words.say('scorecard.strict')] : []), ...new Set(notes)],
    facts: scorecardFacts(named, words),
  };
}

/**
 * What all rows rest on: which days, against which; then what each KPI means. Where KPIs
 * differ, they are told apart by name.
 * @param named each KPI's result with the name that its row has
 */
function scorecardFacts(
  named: readonly { readonly name: string; readonly definition: string | undefined; readonly result: KpiResult }[],
  words: Words<ExplainKey>,
): readonly FactView[] {
  const facts: FactView[] = [];
  const add = (key: Parameters<Words<ExplainKey>['say']>[0], detailOf: (result: KpiResult) => string | undefined) => {
    const names = new Map<string, string[]>();
    for (const { name, result } of named) {
      const detail = detailOf(result);
      if (detail) names.set(detail, [...(names.get(detail) ?? []), name]);
    }
    for (const [text, those] of names) {
      const detail = names.size > 1 ? words.aside(text, those.join(', ')) : text;
      facts.push({ term: words.say(key), detail });
    }
  };
  add('fact.period', ({ window }) => window && windowText(window, words));
  add('fact.zone', ({ window }) => window?.timeZone);
  const comparisons = Math.max(0, ...named.map(({ result }) => result.comparisons.length));
  for (let nth = 0; nth < comparisons; nth++) {
    add('fact.compared', ({ window, comparisons: { [nth]: other } }) =>
      other?.window && window ? besideText(other.window, window, words) : undefined,
    );
  }
  // Several rows may be formed of what is stated, or set, once.
  const stated = named.flatMap(({ result }) => [...statedFacts(result, words), ...setFacts(result, words)]);
  facts.push(...new Map(stated.map((fact) => [fact.term + fact.detail, fact])).values());
  add('fact.as-of', ({ asOf, window }) => asOf && momentText(asOf, window?.timeZone, words));
  const meanings = named.flatMap(({ name, definition }) => (definition ? [{ term: name, detail: definition }] : []));
  return [...facts, ...meanings];
}
