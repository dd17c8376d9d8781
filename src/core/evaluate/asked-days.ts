import type { Dataset } from '../dataset/dataset.js';
import { comparisonWindow } from '../time/comparison.js';
import type { Day } from '../time/day.js';
import { dayFromIso, isoOf } from '../time/day.js';
import { resolvePeriod } from '../time/period.js';
import { describeWindow } from '../time/window.js';
import { asOfOf, calendarOf, comparisonNames } from './plan.js';
import type { Question } from './question.js';
import type { ResultWindow } from './result.js';

/** Which days a question means. */
export interface AskedDays {
  readonly window: ResultWindow;
  /** Those that it compares with; none for `auto`, which is the KPI's own. */
  readonly comparisons: readonly { readonly name: string; readonly window: ResultWindow }[];
  /** From which ISO date on there are data, and the current day. */
  readonly first: string;
  readonly last: string;
}

/**
 * The days that a question means, before any figure is computed; undefined where the data hold no day.
 * @throws KpiError `bad-option`, `bad-period`, `bad-date`, `as-of-required`
 */
export function askedDays(dataset: Dataset, question: Question): AskedDays | undefined {
  const calendar = calendarOf(question);
  const asOf = asOfOf(question, dataset);
  const first = firstDay(dataset);
  if (!asOf || first === undefined) return undefined;
  const period = resolvePeriod(question.period ?? 'last-28-days', asOf, calendar, first);
  const names = period.comparable ? comparisonNames(question, 'none') : [];
  return {
    window: describeWindow(period.window, dataset.zone),
    comparisons: names.map((name) => ({
      name,
      window: describeWindow(comparisonWindow(name, period, asOf, calendar, dataset.zone), dataset.zone),
    })),
    first: isoOf(first),
    last: isoOf(asOf.day),
  };
}

/** ISO dates sort as they are written. */
function firstDay({ report }: Dataset): Day | undefined {
  const [first] = report.tables.flatMap((table) => table.first ?? []).sort();
  return first === undefined ? undefined : dayFromIso(first);
}
