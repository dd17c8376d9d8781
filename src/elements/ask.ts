import type { Dataset } from '../core/dataset/dataset.js';
import type { KpiQuestion } from '../core/evaluate/question.js';
import type { DataState } from './data-controller.js';
import { sameMembers } from '../core/remember.js';
import type { Settings } from './settings.js';

/** A data set that is there, with what can be asked of it. */
export type DataThere = Extract<DataState, { kind: 'there' }>;

/** What the settings ask of every figure. Attributes may hold anything: the core names what is allowed. */
export interface SettingsQuestion extends Pick<
  KpiQuestion,
  'period' | 'compare' | 'grain' | 'where' | 'selectedWhere' | 'selectedDays' | 'weekStart' | 'fiscalYearStart'
> {
  /** As written; `now` is the page's clock. */
  readonly asOf: string;
}

/** The part of a question that stands in the settings. */
export function questionOf(settings: Settings, { dataset, inPage }: DataThere): SettingsQuestion {
  const { period, compare, where, selectedWhere, selectedDays, asOf, fiscalYearStart } = settings;
  return {
    period,
    compare,
    grain: settings.grain as KpiQuestion['grain'],
    where,
    selectedWhere,
    selectedDays,
    weekStart: settings.weekStart as KpiQuestion['weekStart'],
    fiscalYearStart,
    asOf: asOf ?? dataset.asOf ?? (inPage ? 'latest' : 'now'),
  };
}

/**
 * Asks the core, and asks again only for another data set or another question: not for every move of the pointer.
 * Members of a question are compared one by one, and lists among them item by item.
 */
export function createAsk<Question extends { readonly asOf: string }, Result>(): (
  dataset: Dataset,
  question: Question,
  evaluate: (dataset: Dataset, question: Question) => Result,
) => Result {
  const asked = new WeakMap<Dataset, { question: Question; result: Result }[]>();
  return (dataset, question, evaluate) => {
    const recent = asked.get(dataset) ?? [];
    const known = recent.find((last) => sameMembers(last.question, question));
    if (known) return known.result;
    const result = evaluate(dataset, timed(question));
    asked.set(dataset, [{ question, result }, ...recent].slice(0, kept));
    return result;
  };
}

/** The question with the page's clock, which is handed in here. */
export const timed = <Question extends { readonly asOf: string }>(question: Question): Question =>
  question.asOf === 'now' ? { ...question, asOf: new Date().toISOString() } : question;

/** A filter that the data cannot answer is asked for once, not at every drawing. */
const kept = 3;
