import { isFactTable } from '../catalog/entities.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Day } from '../time/day.js';
import { dayFromIso, isoOf } from '../time/day.js';
import type { Window } from '../time/window.js';
import { describeWindow } from '../time/window.js';
import { timeOf } from './plan.js';
import type { Question } from './question.js';
import type { ResultWindow } from '../time/window.js';

/** Which days a question means. */
export interface AskedDays {
  readonly window: ResultWindow;
  /** Those that it compares with; none for `auto`, which is the KPI's own. */
  readonly comparisons: readonly { readonly name: string; readonly window: ResultWindow }[];
  /** From which ISO date on there are data, as far as that is known, and the current day. */
  readonly first: string | undefined;
  readonly last: string;
}

/**
 * The days that a question means, before any figure is computed; undefined where the data hold no day, or do not tell
 * where `all` begins.
 * @param isAway whether the data are elsewhere, and may hold any day
 * @throws KpiError `bad-option`, `bad-period`, `bad-date`, `as-of-required`
 */
export function askedDays(dataset: Dataset, question: Question, isAway = false): AskedDays | undefined {
  const time = timeOf(dataset, question, 'none');
  const first = firstDay(dataset);
  if (!time || (first === undefined && (!isAway || question.period === 'all'))) return undefined;
  const { window, compared } = time.windowsFrom(first);
  const described = (of: Window): ResultWindow => describeWindow(of, dataset.zone);
  return {
    window: described(window),
    comparisons: compared.map((one) => ({ name: one.name, window: described(one.window) })),
    first: first === undefined ? undefined : isoOf(first),
    last: isoOf(time.asOf.day),
  };
}

/** ISO dates sort as they are written. */
function firstDay({ report }: Dataset): Day | undefined {
  const [first] = report.tables.flatMap(({ table, first }) => (isFactTable(table) && first) || []).sort();
  return first === undefined ? undefined : dayFromIso(first);
}
