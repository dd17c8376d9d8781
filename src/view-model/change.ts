import type { Comparison, KpiResult } from '../core/evaluate/result.js';
import { besideText, daysIn, untilText } from './dates.js';
import { reasonText, warningOf, warningText } from './explain.js';
import { figureText } from './figure.js';
import { decimals } from './number-format.js';
import type { ChangeView } from './view.js';
import type { Words } from './words.js';

/** What an experiment's variants are compared with. */
export const control = 'control';

/** What became of a figure since another window; coloured only where it is more than noise. */
export function changeView(comparison: Comparison, result: KpiResult, words: Words): ChangeView {
  const text = changeText(comparison, result, words, true);
  const significant = comparison.change !== undefined && comparison.evidence === 'significant' && !isNothing(text);
  return {
    name: comparison.name,
    glyph: glyphOf(comparison, text),
    tone: significant ? comparison.direction : 'neutral',
    text,
    against: againstText(comparison, result, words),
    get base() {
      return figureText(comparison.value, result, words);
    },
    evidence: evidenceText(comparison, result, words),
  };
}

/**
 * How much, in percentage points for percent KPIs and in percent for others, with two decimals below one; absolute where
 * the base allows no percent.
 */
export function changeText({ change, name }: Comparison, result: KpiResult, words: Words, signed: boolean): string {
  if (!change) return '—';
  const amount = (value: number) => (signed ? value : Math.abs(value));
  if (result.unit === 'percent' || change.relative === undefined)
    return differenceText(amount(change.absolute), name, result, words, signed);
  const size = Math.abs(change.relative);
  const digits = size >= 1 || size === 0 ? 0 : size < 0.01 ? 2 : 1;
  return write(amount(change.relative), { style: 'percent' }, digits, words, signed);
}

/** The difference of two figures; an uplift is one of its own, and no difference of two shares. @param name of the comparison */
export const differenceText = (
  value: number,
  name: string,
  result: KpiResult,
  words: Words,
  signed: boolean,
): string =>
  result.unit === 'percent' && name !== control
    ? pointsText(value, words, signed)
    : figureText(value, result, words, { signed });

/** A difference of two shares, in percentage points: two decimals below one point. */
export function pointsText(fraction: number, words: Words, signed: boolean): string {
  const points = fraction * 100;
  return words.say('points', { number: write(points, {}, Math.abs(points) < 1 ? 2 : 1, words, signed) });
}

/** The other window's dates as they stand beside the shown ones, or the control group; '' for given figures. */
export function otherDates(comparison: Comparison, result: KpiResult, words: Words): string {
  if (comparison.name === control) return words.say(control);
  return comparison.window && result.window ? besideText(comparison.window, result.window, words) : '';
}

function write(value: number, style: Intl.NumberFormatOptions, digits: number, words: Words, signed: boolean): string {
  const format = words.number({
    ...style,
    ...decimals(digits),
    signDisplay: signed ? 'exceptZero' : 'negative',
  });
  return format.format(value).replace('-', '−');
}

/** Whether a change is none as it is written: 0.00. */
export const isNothing = (text: string): boolean => /^\D*0[\D0]*$/.test(text);

function glyphOf({ change, evidence }: Comparison, text: string): ChangeView['glyph'] {
  if (!change) return '';
  if (isNothing(text)) return '=';
  if (evidence === 'noise') return '≈';
  return change.absolute > 0 ? '▲' : '▼';
}

function againstText(comparison: Comparison, result: KpiResult, words: Words): string {
  const { window } = comparison;
  // Of a longer one the time of its last day is in the panel.
  const isOneDay = window?.until !== undefined && window.start === window.end;
  const dates = otherDates(comparison, result, words);
  const period = isOneDay ? untilText(dates, window.until, words) : dates;
  return period ? words.say('against', { period }) : words.say('against.previous');
}

/** Whether to believe the change; why there is none, where there is none. */
function evidenceText(comparison: Comparison, result: KpiResult, words: Words): string {
  const { warnings, change, evidence, significance } = comparison;
  if (!change) return missingText(comparison, result, words);
  const isUnequal = warnings.some(({ code }) => code === 'unequal-length');
  return words.join(
    verdictText(evidence, warnings, significance !== undefined, words),
    isUnequal ? unequalText(comparison, result, words) : '',
  );
}

/** Whether a change is more than the usual variation; why nobody can tell, where there is a reason. */
function verdictText(
  evidence: Comparison['evidence'],
  warnings: Comparison['warnings'],
  isTested: boolean,
  words: Words,
): string {
  if (evidence === 'untested') {
    const why = warningOf(warnings, 'too-few-data', 'weekday-mismatch');
    return why ? warningText(why, words) : words.say('evidence.untested');
  }
  // What is counted in full is not tested.
  if (!isTested) return words.say(evidence === 'significant' ? 'evidence.census' : 'evidence.slight');
  return words.say(`evidence.${evidence}`);
}

/** Why there is no change: the other value is missing, or a sum of days is known on fewer days in one of the windows. */
function missingText(comparison: Comparison, result: KpiResult, words: Words): string {
  const period = otherDates(comparison, result, words) || words.say('line.previous');
  const nothingThere = words.say('evidence.missing', { period });
  if (comparison.reason) return words.join(nothingThere, reasonText({ code: comparison.reason.code }, result, words));
  const missingThere = warningOf(comparison.warnings, 'missing-days');
  if (missingThere) return words.join(nothingThere, warningText(missingThere, words));
  const missingHere = warningOf(result.warnings, 'missing-days');
  return missingHere ? warningText(missingHere, words) : '';
}

function unequalText({ window }: Comparison, result: KpiResult, words: Words): string {
  const here = result.window ? daysIn(result.window) : 0;
  const there = window ? daysIn(window) : 0;
  const isCut = (window?.until === undefined) !== (result.window?.until === undefined);
  if (here === there) return words.say(isCut ? 'warning.part-of-day' : 'warning.unequal-length');
  const [days, other] = [here, there].map((count) => words.say('days', { count }));
  return words.say('evidence.unequal', { days, other });
}
