import type { Comparison, KpiResult, Significance } from '../core/evaluate/result.js';
import { control, differenceText, otherDates } from './change.js';
import { daysIn, rangeText, windowText } from './dates.js';
import { measureName, warningOf } from './explain.js';
import { momentText } from './moment-text.js';
import { segmentText } from './segment-text.js';
import { figureText } from './figure.js';
import { termText } from './term-text.js';
import type { FactView } from './view.js';
import type { ExplainKey } from '../locale/messages.js';
import type { Words } from './words.js';

/** The proof of a figure: which days, against which, and from what. */
export function factsOf(result: KpiResult, words: Words<ExplainKey>): readonly FactView[] {
  const facts: FactView[] = [];
  const add = (term: Parameters<Words<ExplainKey>['say']>[0], detail: string | undefined) => {
    if (detail) facts.push({ term: words.say(term), detail });
  };
  const { window, coverage } = result;

  add('fact.period', window && windowText(window, words));
  add('fact.zone', window?.timeZone);
  for (const comparison of result.comparisons) {
    add('fact.compared', comparedText(comparison, result, words));
    const tested = testedIn(comparison);
    if (!tested) continue;
    // Sums of unequal windows are tested per day: that interval is not of the change that is shown.
    const isPerDay = result.flow && comparison.warnings.some(({ code }) => code === 'unequal-length');
    if (!isPerDay) add('fact.change', likelyChange(tested, comparison, result, words));
    add('fact.test', testText(tested, words));
    add('fact.dispersion', dispersionText(tested, words));
  }
  facts.push(...targetFacts(result, words));
  add('fact.formula', formulaText(result.formula, words));
  add('fact.worked', workedText(result, coverage.missingDays, result, words));
  facts.push(...result.comparisons.flatMap((comparison) => workedBefore(comparison, result, words) ?? []));
  for (const [id, value] of Object.entries(result.inputs)) {
    const detail = inputText(id, value, result, words);
    if (detail !== undefined) facts.push({ term: termText(id, words), detail });
  }
  if (result.formula.includes('days()'))
    add('fact.days', words.number().format(daysKnown(window, coverage.missingDays)));
  facts.push(...statedFacts(result, words), ...setFacts(result, words));
  add('fact.as-of', result.asOf && momentText(result.asOf, window?.timeZone, words));
  return facts;
}

/** Where a running period leads, how sure that is, and what it is taken by; what others reach, and who says so. */
function targetFacts(result: KpiResult, words: Words<ExplainKey>): FactView[] {
  const { target, benchmark } = result;
  const figure = (value: number) => figureText(value, result, words);
  const { pace, paceRange, paceBasis } = target ?? {};
  const facts: FactView[] = [];
  if (pace !== undefined) {
    const range =
      paceRange && words.say('fact.change.range', { low: figure(paceRange.low), high: figure(paceRange.high) });
    facts.push({
      term: words.aside(words.say('fact.pace'), paceBasis && words.say(`fact.pace.${paceBasis}`)),
      detail: words.aside(figure(pace), range),
    });
  }
  if (benchmark) {
    facts.push({ term: words.say('fact.benchmark'), detail: words.aside(figure(benchmark.value), benchmark.source) });
  }
  return facts;
}

/** What others state of the same, and by how much the data differ. */
export const statedFacts = ({ reconciliation, currency }: KpiResult, words: Words<ExplainKey>): FactView[] =>
  reconciliation.map(({ measure, unit, source, stated, value, difference, ...period }) => {
    const figure = (number: number, signed = false) =>
      figureText(number, { unit, currency }, words, { notation: 'standard', signed });
    return {
      term: words.say('fact.stated', { source }),
      detail: words.labelled(
        words.aside(measureName(measure, words)!, rangeText(period, words)),
        words.say(difference ? 'fact.stated.differs' : 'fact.stated.same', {
          stated: figure(stated),
          value: figure(value),
          difference: figure(difference, true),
        }),
      ),
    };
  });

/** What the shop has set otherwise than it is by default, as far as it had a part. */
export function setFacts({ parameters }: Pick<KpiResult, 'parameters'>, words: Words<ExplainKey>): FactView[] {
  const written = (id: string, value: number | string | readonly string[]): string => {
    if (typeof value === 'object') return value.map((key) => segmentText('channel', key, words)).join(', ');
    if (typeof value === 'string') return value;
    if (id.endsWith('Days')) return words.say('days', { count: value });
    const duration = { unit: 'duration', currency: undefined } as const;
    return id.endsWith('Hours') ? figureText(value * 3600, duration, words) : words.number().format(value);
  };
  // That amounts include tax is said among the notes.
  const { taxTreatment: _, ...others } = parameters;
  const set = Object.entries(others) as [keyof typeof others, number | string | readonly string[]][];
  return set.map(([id, value]) => ({
    term: words.say('fact.set'),
    detail: words.say(`setting.${id}`, { value: written(id, value) }),
  }));
}

const signs: Readonly<Record<string, string>> = { '-': '−', '*': '×', '/': '÷' };

/** A name of a formula, with what it is read within. */
const term = /(?:where|trailing|total)\((?:[^()']|'[^']*'|\((?:[^()']|'[^']*')*\))*\)/;
const symbol = new RegExp(`days\\(\\)|${term.source}|[A-Za-z]\\w*|[-*/]`, 'g');

/** A formula with its names, its signs and the number of days written otherwise. */
const written = (formula: string, name: (id: string) => string, days: string): string =>
  formula.replace(symbol, (found) => (found === 'days()' ? days : (signs[found] ?? name(found))));

/** "orderRevenue / orders" as "Sales after discounts ÷ Orders". */
export const formulaText = (formula: string, words: Words<ExplainKey>): string =>
  written(formula, (id) => termText(id, words), words.say('fact.days'));

/** The formula with the shop's own numbers: "1,234,500 kr. ÷ 2,345 = 526 kr."; nothing where it is one number alone. */
function workedText(
  { inputs, value, window }: Pick<KpiResult, 'inputs' | 'value' | 'window'>,
  missingDays: number,
  result: KpiResult,
  words: Words<ExplainKey>,
): string | undefined {
  const { formula } = result;
  if (value === undefined || !/\W/.test(formula)) return undefined;
  const numberOf = (id: string): string => {
    const input = inputs[id];
    return (input === undefined ? undefined : inputText(id, input, result, words)) ?? id;
  };
  const numbers = written(formula, numberOf, words.number().format(daysKnown(window, missingDays)));
  return `${numbers} = ${figureText(value, result, words, { notation: 'standard' })}`;
}

/** The same of what the figure is compared with, where that is the same formula in another window. */
function workedBefore(comparison: Comparison, result: KpiResult, words: Words<ExplainKey>): FactView | undefined {
  const isSame = Object.keys(result.inputs).every((id) => comparison.inputs[id] !== undefined);
  const missing = warningOf(comparison.warnings, 'missing-days')?.count ?? 0;
  const detail = isSame && comparison.window ? workedText(comparison, missing, result, words) : undefined;
  const term = words.aside(words.say('fact.worked'), otherDates(comparison, result, words));
  return detail === undefined ? undefined : { term, detail };
}

/** How many days a formula counts: those that the data know, the running one as far as it has passed. */
function daysKnown(window: KpiResult['window'], missingDays: number): number {
  if (!window) return 0;
  const [hours = 24, minutes = 0] = window.until?.split(':').map(Number) ?? [];
  return daysIn(window) - missingDays - 1 + (hours * 60 + minutes) / 1440;
}

/** What a formula was fed, in its own unit; undefined for a square, which no reader knows. */
function inputText(
  id: string,
  value: number,
  { inputUnits, currency }: KpiResult,
  words: Words<ExplainKey>,
): string | undefined {
  const unit = inputUnits[id] ?? 'ratio';
  if (unit === 'square') return undefined;
  // Hours and minutes are rounded, and nobody divides by them.
  if (unit === 'ms' || unit === 'duration') {
    const seconds = {
      style: 'unit',
      unit: unit === 'ms' ? 'millisecond' : 'second',
      maximumFractionDigits: 3,
    } as const;
    return words.number(seconds).format(value);
  }
  return figureText(value, { unit, currency }, words, { notation: 'standard' });
}

function comparedText(comparison: Comparison, result: KpiResult, words: Words<ExplainKey>): string {
  const { window } = comparison;
  const dates = window?.until === undefined ? otherDates(comparison, result, words) : windowText(window, words);
  // No uplift at all, which need not be said.
  if (comparison.name === control) return dates;
  const label = dates || words.say('line.previous');
  return words.labelled(label, figureText(comparison.value, result, words, { notation: 'standard' }));
}

/** What a test found; nothing where it is not to be judged by, though it could be run. */
export const testedIn = ({
  evidence,
  significance,
}: Pick<Comparison, 'evidence' | 'significance'>): Significance | undefined =>
  evidence === 'untested' ? undefined : significance;

/** The interval that the test gives for the change. */
function likelyChange(
  interval: Significance,
  { name }: Comparison,
  result: KpiResult,
  words: Words<ExplainKey>,
): string {
  const [low, high] = [interval.low, interval.high].map((value) => differenceText(value, name, result, words, true));
  // Both may round to the same.
  return low === high ? low! : words.say('fact.change.range', { low, high });
}

/** By which test, and how likely chance alone makes such a change. */
const testText = (significance: Significance, words: Words<ExplainKey>): string =>
  words.aside(words.say(`fact.test.${significance.test}`), chanceText(significance, words));

/** "p = 0.012" */
export function chanceText({ pValue }: Pick<Significance, 'pValue'>, words: Words): string {
  const least = 0.0001;
  const number = words.number({ maximumSignificantDigits: 2 }).format(Math.max(least, pValue));
  return `p ${pValue < least ? '<' : '='} ${number}`;
}

/** How much more than by chance the days vary, as a standard deviation: so much wider is the interval. */
function dispersionText({ dispersion }: Significance, words: Words<ExplainKey>): string | undefined {
  const times = Math.sqrt(dispersion);
  if (times < 1.05) return undefined;
  const format = words.number({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return words.say('fact.dispersion.times', { times: format.format(times) });
}
