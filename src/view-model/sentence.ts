import type { Comparison, KpiResult } from '../core/evaluate/result.js';
import { changeText, control, isNothing, otherDates } from './change.js';
import { spoken, spokenText } from './figure.js';
import type { ChangeView, KpiView } from './view.js';
import type { Words } from './words.js';

/**
 * The view as text, for a screen reader or a mail: the figure and its period, the first change and whether to believe
 * it, the target. Names and dates stand alone in every language, so that none has to be inflected.
 */
export function sentenceOf(view: Omit<KpiView, 'sentence'>, result: KpiResult, words: Words): string {
  const [comparison, change] = [result.comparisons[0], view.changes[0]];
  const figure = words.labelled(view.heading, spokenText(result.value, result, words));
  const text = words.join(
    words.sentence(words.aside(figure, view.period)),
    view.reason ?? view.caution ?? '',
    comparison?.change && result.value !== undefined ? changeSentence(comparison, change, result, words) : '',
    result.value === undefined || !comparison || isPlain(comparison) ? '' : (change?.evidence ?? ''),
    view.target ? targetSentence(view.target, result, words) : (view.targetNote ?? ''),
  );
  return spoken(text);
}

/** That nothing was tested is in the proof; said each time it is noise. */
const isPlain = ({ evidence, warnings }: Comparison): boolean =>
  evidence === 'untested' && !warnings.some(({ code }) => code === 'unequal-length');

function changeSentence(
  comparison: Comparison,
  change: ChangeView | undefined,
  result: KpiResult,
  words: Words,
): string {
  // An uplift is a change itself, from none.
  if (comparison.name === control && change) return words.sentence(`${change.text} ${change.against}`);
  const text = changeText(comparison, result, words, false);
  const absolute = isNothing(text) ? 0 : (comparison.change?.absolute ?? 0);
  const base = spokenText(comparison.value, result, words);
  return words.say(absolute > 0 ? 'change.up' : absolute < 0 ? 'change.down' : 'change.none', {
    change: text,
    base: words.aside(base, otherDates(comparison, result, words)),
  });
}

function targetSentence(target: NonNullable<KpiView['target']>, result: KpiResult, words: Words): string {
  const full = spokenText(target.value, result, words);
  return words.sentence(words.aside(target.text, full));
}
