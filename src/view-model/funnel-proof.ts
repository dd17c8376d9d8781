import type { FunnelResult } from '../core/evaluate/funnel-result.js';
import type { Significance } from '../core/evaluate/result.js';
import { pointsText } from './change.js';
import { besideText, rangeText, windowText } from './dates.js';
import { chanceText, setFacts, testedIn } from './facts.js';
import { warningText } from './explain.js';
import { explainEnglish } from '../locale/en/explain.js';
import { figureText } from './figure.js';
import type { FunnelView } from './funnel-view.js';
import { momentText } from './moment-text.js';
import type { FactView, ProofView } from './view.js';
import type { ExplainKey } from '../locale/messages.js';
import type { Words } from './words.js';

/** "Likely change: −26.0 pp to −17.0 pp (p < 0.0001)", of the share of the stage before. */
function stepText(significance: Significance, words: Words<ExplainKey>): string {
  const [low, high] = [significance.low, significance.high].map((points) => pointsText(points, words, true));
  const range = words.labelled(words.say('fact.change'), words.say('fact.change.range', { low, high }));
  return words.aside(range, chanceText(significance, words));
}

/**
 * What a funnel rests on.
 * @param within the conversion window as it was asked for: `7d`
 */
export function funnelProof(
  result: FunnelResult,
  { counting, stages }: Pick<FunnelView, 'counting' | 'stages'>,
  plain: Words,
  within: string | undefined,
): ProofView {
  const words = plain.saying(explainEnglish);
  const warnings = [
    ...result.warnings,
    ...result.comparisons.flatMap((other) => other.warnings),
    ...result.stages.flatMap(({ comparisons: [other] }) => other?.warnings ?? []),
  ];
  // A stage that is larger than the one before it is said on the face.
  const others = warnings.filter(({ code }) => code !== 'stage-larger');
  const said = others.map((warning) => warningText(warning, words));
  return {
    definition: counting,
    notes: [...(result.worst ? [words.say('funnel.rule')] : []), ...new Set(said)],
    facts: funnelFacts(result, stages, words, within),
  };
}

/** Which days, against which and with what certainty, and how long a unit had. */
function funnelFacts(
  result: FunnelResult,
  views: FunnelView['stages'],
  words: Words<ExplainKey>,
  within: string | undefined,
): readonly FactView[] {
  const facts: FactView[] = [];
  const add = (term: Parameters<Words<ExplainKey>['say']>[0], detail: string | undefined) => {
    if (detail) facts.push({ term: words.say(term), detail });
  };
  const { window, secondsToConvert: time } = result;
  add('fact.period', window && windowText(window, words));
  add('fact.zone', window?.timeZone);
  for (const other of result.comparisons) {
    add('fact.compared', window ? besideText(other.window, window, words) : rangeText(other.window, words));
  }
  for (const [index, { name }] of views.entries()) {
    const other = result.stages[index]?.comparisons[0];
    const significance = other && testedIn(other);
    if (significance) facts.push({ term: name, detail: stepText(significance, words) });
  }
  const days = Number.parseInt(within ?? '', 10);
  add('funnel.window', days > 0 ? words.say('days', { count: days }) : undefined);
  add(
    'funnel.time',
    time === undefined ? undefined : figureText(time, { unit: 'duration', currency: undefined }, words),
  );
  facts.push(...setFacts(result, words));
  add('fact.as-of', result.asOf && momentText(result.asOf, window?.timeZone, words));
  return facts;
}
