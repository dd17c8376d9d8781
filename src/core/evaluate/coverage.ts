import type { Dataset } from '../dataset/dataset.js';
import type { TableReport } from '../dataset/input.js';
import { measureOf } from '../term.js';
import { isoOf } from '../time/day.js';
import type { CoveredDays } from '../time/window.js';
import type { Coverage, Reason } from './result.js';

/** What was read of the tables behind the measures of a KPI. */
export function tablesBehind({ catalog, readFrom, report }: Dataset, names: readonly string[]): TableReport[] {
  const read = new Set(
    names.map((name) => readFrom.get(catalog.measures.get(measureOf(name))?.entity ?? '') ?? 'dailyMeasures'),
  );
  return report.tables.filter(({ table }) => read.has(table));
}

/**
 * Why measures give no figure: what is missing of them, unless there is no row at all that they could be taken from. A
 * cube without rows is an answer.
 */
export function unlessBare(dataset: Dataset, measures: readonly string[], reason: Reason): Reason {
  if (reason.code !== 'no-data' && reason.code !== 'outside-coverage') return reason;
  const areEmpty = (tables: readonly TableReport[]) =>
    tables.every(({ table, rows, refused }) => table !== 'dailyMeasures' && rows + refused === 0);
  const behind = tablesBehind(dataset, measures);
  return areEmpty(dataset.report.tables) || (behind.length > 0 && areEmpty(behind)) ? { code: 'no-rows' } : reason;
}

/** How much data stand behind the measures of a KPI. */
export function coverageOf(
  dataset: Dataset,
  names: readonly string[],
  covered?: CoveredDays,
  missingDays = 0,
): Coverage {
  const tables = tablesBehind(dataset, names);
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    refused: tables.reduce((sum, { refused }) => sum + refused, 0),
    first: covered && isoOf(covered.first),
    last: covered && isoOf(covered.last),
    missingDays,
  };
}
