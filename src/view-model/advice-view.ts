import type { FiredRule, RuleFigure } from '../core/evaluate/evaluate-rules.js';
import type { AdviceMessages } from '../locale/advice.js';
import { rulesEnglish } from '../locale/en/rules.js';
import { pointsText } from './change.js';
import { measureName } from './explain.js';
import { figureText } from './figure.js';
import { segmentText } from './segment-text.js';
import type { AdviceView, FindingView } from './view.js';
import type { Words } from './words.js';

const kinds = ['meaning', 'diagnosis', 'action'] as const;

/** What rules found in figures, and what is known of a KPI in general. @param kpi none: only what was found */
export function adviceView(
  kpi: string | undefined,
  fired: readonly FiredRule[],
  messages: AdviceMessages,
  plain: Words,
): AdviceView {
  const words = plain.saying(rulesEnglish);
  const known = kpi === undefined ? undefined : messages.advice[kpi];
  return {
    findings: findingsView(fired, messages, words),
    advice: kinds.flatMap((kind) => {
      const texts = known?.[kind];
      return texts ? [{ title: words.say(`advice.${kind}`), texts }] : [];
    }),
  };
}

/** What rules found, each in a few words and in a sentence, with its figures. */
export const findingsView = (
  fired: readonly FiredRule[],
  { rules }: AdviceMessages,
  words: Words,
): readonly FindingView[] =>
  fired.map(({ id, level, figures }) => {
    const text = rules[id] ?? id;
    return {
      isSerious: level !== 'info',
      headline: /^[^:：.。]+/.exec(text)![0],
      text,
      figures: figures.map((figure) => figureOf(figure, words)).join(' · '),
    };
  });

/** "Gross margin (mobile): 41%"; of a change how much: "Orders: +12%", of a share in points: "Return rate: +1.2 pp". */
function figureOf({ id, unit, currency, value, isChange, difference, where }: RuleFigure, words: Words): string {
  const part = where && Object.entries(where).map(([dimension, key]) => segmentText(dimension, key, words));
  const counted = isChange ? ({ unit: 'percent', currency: undefined } as const) : { unit, currency };
  return words.labelled(
    words.aside(measureName(id, words) ?? id, part?.join(', ')),
    unit === 'percent' && difference !== undefined
      ? pointsText(difference, words, true)
      : figureText(value, counted, words, { signed: isChange }),
  );
}
