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

/** Why there is no figure: which measure is missing, unless there is no row at all that it could be taken from. */
export function lackOf(dataset: Dataset, measure: string): Reason {
  const isEmpty = (tables: readonly TableReport[]) => tables.every(({ rows, refused }) => rows + refused === 0);
  const behind = tablesBehind(dataset, [measure]);
  const isBare = isEmpty(dataset.report.tables) || (behind.length > 0 && isEmpty(behind));
  return isBare ? { code: 'no-data' } : { code: 'no-data', measure };
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
