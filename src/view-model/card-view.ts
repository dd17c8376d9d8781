import type { KpiResult, Warning } from '../core/evaluate/result.js';
import { nameOf } from '../locale/en/spelt.js';
import { changeView } from './change.js';
import { windowText } from './dates.js';
import { reasonText, warningOf, warningText } from './explain.js';
import type { Notation } from './figure.js';
import { figureView } from './figure.js';
import { periodLines } from './lines.js';
import { sentenceOf } from './sentence.js';
import { targetNote, targetView } from './target.js';
import type { CardView } from './view.js';
import type { Words } from './words.js';

export interface ViewOptions {
  /** In place of the KPI's name. */
  readonly heading?: string | undefined;
  readonly notation?: Notation | undefined;
  /** Narrow room takes a compact figure where the notation is `auto`. */
  readonly room?: 'wide' | 'narrow' | undefined;
  /** The largest figure of the same column: money has as many decimals as that one. */
  readonly largest?: number | undefined;
}

/** What a card says about a result. */
export function cardView(result: KpiResult, words: Words, options: ViewOptions = {}): CardView {
  const view = {
    heading: options.heading || words.messages.kpis[result.kpi]?.name || nameOf(result.kpi),
    figure: figureView(result.value, result, words, options),
    period: result.window ? windowText(result.window, words) : '',
    changes: result.comparisons.map((comparison) => changeView(comparison, result, words)),
    target: targetView(result, words),
    targetNote: targetNote(result, words),
    caution: cautionOf(result, words),
    reason: result.reason && reasonText(result.reason, result, words),
    lines: periodLines(result, words),
  };
  return { ...view, sentence: sentenceOf(view, result, words) };
}

/** From this share of refused rows on, a figure is not to be read without knowing of them. */
const manyRefused = 0.01;
/** And from this difference to what another system states on: as of totals and their parts. */
const largeDifference = 0.005;

/** Warnings that may stand beside a figure; all are in its panel. */
const cautions = [
  'no-match',
  'no-match-selected',
  'totals-differ',
  'differs-from-source',
  'rows-replaced',
  'rows-refused',
  'missing-days',
] as const;

/** What must be known before a figure is believed. */
export function cautionOf(
  { warnings, coverage }: Pick<KpiResult, 'warnings' | 'coverage'>,
  words: Words,
): string | undefined {
  const { rows, refused } = coverage;
  const isGrave = ({ code, share }: Warning): boolean =>
    code === 'differs-from-source'
      ? !(share && share <= largeDifference)
      : code !== 'rows-refused' || refused >= (rows + refused) * manyRefused;
  const grave = warningOf(warnings.filter(isGrave), ...cautions);
  return grave && warningText(grave, words);
}
