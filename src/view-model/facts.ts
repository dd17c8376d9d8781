import { measures } from '../core/catalog/measures.js';
import type { Comparison, KpiResult } from '../core/evaluate/result.js';
import { otherDates, pointsText } from './change.js';
import { momentText, rangeText, windowText } from './dates.js';
import { measureName } from './explain.js';
import { figureText } from './figure.js';
import type { FactView } from './view.js';
import type { Words } from './words.js';

/** The proof of a figure: which days, against which, from what, and how much of the data was used. */
export function factsOf(result: KpiResult, words: Words): readonly FactView[] {
  const facts: FactView[] = [];
  const add = (term: Parameters<Words['say']>[0], detail: string | undefined) => {
    if (detail) facts.push({ term: words.say(term), detail });
  };
  const { window, coverage } = result;

  add('fact.period', window && windowText(window, words));
  add('fact.zone', window?.timeZone);
  for (const comparison of result.comparisons) {
    add('fact.compared', comparedText(comparison, result, words));
    add('fact.change', likelyChange(comparison, result, words));
  }
  if (result.target?.pace !== undefined) add('fact.pace', figureText(result.target.pace, result, words));
  add('fact.formula', formulaText(result.formula, words));
  for (const [id, value] of Object.entries(result.inputs)) {
    const unit = measures.get(id)?.unit ?? 'ratio';
    if (unit === 'currency²') continue;
    const detail = figureText(value, { unit, currency: result.currency }, words, { notation: 'standard' });
    facts.push({ term: measureName(id, words) ?? id, detail });
  }
  if (coverage.rows > 0) add('fact.rows', rowsText(coverage.rows, coverage.refused, words));
  if (coverage.first && coverage.last) {
    add('fact.coverage', rangeText({ start: coverage.first, end: coverage.last }, words));
  }
  add('fact.as-of', result.asOf && momentText(result.asOf, window?.timeZone, words));
  return facts;
}

/** "orderRevenue / orders" as "Sales after discounts ÷ Orders". */
function formulaText(formula: string, words: Words): string {
  const signs: Record<string, string> = { '-': '−', '*': '×', '/': '÷' };
  return formula.replace(/[A-Za-z]\w*|[-*/]/g, (found) => signs[found] ?? measureName(found, words) ?? found);
}

function comparedText(comparison: Comparison, result: KpiResult, words: Words): string {
  const { window } = comparison;
  const dates = window?.until === undefined ? otherDates(comparison, result, words) : windowText(window, words);
  const label = dates || words.say('line.previous');
  return words.say('labelled', { label, text: figureText(comparison.value, result, words, { notation: 'standard' }) });
}

/** The interval that the test gives for the change. */
function likelyChange({ significance }: Comparison, result: KpiResult, words: Words): string | undefined {
  if (!significance) return undefined;
  const [low, high] = [significance.low, significance.high].map((value) =>
    result.unit === 'percent' ? pointsText(value, words, true) : figureText(value, result, words, { signed: true }),
  );
  return words.say('fact.change.range', { low, high });
}

function rowsText(rows: number, refused: number, words: Words): string {
  const read = words.number().format(rows);
  return refused === 0 ? read : words.say('fact.rows.refused', { rows: read, refused });
}
