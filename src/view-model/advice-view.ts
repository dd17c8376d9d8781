import type { FiredRule, RuleFigure } from '../core/evaluate/evaluate-rules.js';
import type { AdviceMessages } from '../locale/advice.js';
import { explainEnglish } from '../locale/en/explain.js';
import { measureName } from './explain.js';
import { figureText } from './figure.js';
import { segmentText } from './segment-text.js';
import type { AdviceView } from './view.js';
import type { Words } from './words.js';

const kinds = ['meaning', 'diagnosis', 'action'] as const;

/** What rules found in figures, and what is known of a KPI in general. @param kpi none: only what was found */
export function adviceView(
  kpi: string | undefined,
  fired: readonly FiredRule[],
  { rules, advice }: AdviceMessages,
  plain: Words,
): AdviceView {
  const words = plain.saying(explainEnglish);
  const known = kpi === undefined ? undefined : advice[kpi];
  return {
    findings: fired.map(({ id, level, figures }) => ({
      isSerious: level !== 'info',
      text: rules[id] ?? id,
      figures: figures.map((figure) => figureOf(figure, words)).join(' · '),
    })),
    advice: kinds.flatMap((kind) => {
      const texts = known?.[kind];
      return texts ? [{ title: words.say(`advice.${kind}`), texts }] : [];
    }),
  };
}

/** "Gross margin (mobile): 41%"; of a change how much: "Return rate: +12%". */
function figureOf({ id, unit, currency, value, isChange, where }: RuleFigure, words: Words): string {
  const part = where && Object.entries(where).map(([dimension, key]) => segmentText(dimension, key, words));
  const counted = isChange ? ({ unit: 'percent', currency: undefined } as const) : { unit, currency };
  return words.labelled(
    words.aside(measureName(id, words) ?? id, part?.join(', ')),
    figureText(value, counted, words, { signed: isChange }),
  );
}
