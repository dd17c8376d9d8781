import type { KpiError } from '../core/error.js';
import type { Dataset } from '../core/dataset/dataset.js';
import type { KpiQuestion } from '../core/evaluate/question.js';
import type { KpiResult } from '../core/evaluate/result.js';
import type { KpiView } from '../view-model/view.js';
import type { DataState } from './data-controller.js';
import { remember } from './remember.js';
import type { Settings } from './settings.js';

/** What a widget has to show. */
export type Outcome<View extends KpiView> =
  | { readonly phase: 'loading' }
  /** No view where no data have been given at all. */
  | { readonly phase: 'empty'; readonly result?: KpiResult; readonly view?: View }
  | { readonly phase: 'ready'; readonly result: KpiResult; readonly view: View }
  | { readonly phase: 'error'; readonly error: KpiError };

/** What a widget asks of its data set, beside what its settings say. */
export interface Asked {
  readonly kpi: string;
  readonly by?: string | undefined;
  readonly target?: string | number | undefined;
}

type DataThere = Extract<DataState, { kind: 'there' }>;

/** Asks the core, and asks again only for another data set or another question: not for every move of the pointer. */
export function createAsk(): (data: DataThere, asked: Asked, settings: Settings) => KpiResult {
  const ask = remember(
    (
      evaluateKpi: DataThere['evaluateKpi'],
      dataset: Dataset,
      inPage: boolean,
      kpi: string,
      by: string | undefined,
      target: string | number | undefined,
      period: string | undefined,
      compare: string | undefined,
      grain: string | undefined,
      where: Settings['where'],
      asOf: string | undefined,
      weekStart: string | undefined,
      fiscalYearStart: string | undefined,
    ) =>
      evaluateKpi(dataset, {
        kpi,
        by,
        target,
        period,
        compare,
        // The core names what is allowed; the attribute may hold anything.
        grain: grain as KpiQuestion['grain'],
        where,
        asOf: instant(asOf ?? dataset.asOf ?? (inPage ? 'latest' : 'now')),
        weekStart: weekStart as KpiQuestion['weekStart'],
        fiscalYearStart,
      }),
  );
  return ({ evaluateKpi, dataset, inPage }, { kpi, by, target }, settings) => {
    const { period, compare, grain, where, asOf, weekStart, fiscalYearStart } = settings;
    return ask(
      evaluateKpi,
      dataset,
      inPage,
      kpi,
      by,
      target,
      period,
      compare,
      grain,
      where,
      asOf,
      weekStart,
      fiscalYearStart,
    );
  };
}

/** The page's clock is handed in here. */
const instant = (asOf: string) => (asOf === 'now' ? new Date().toISOString() : asOf);
