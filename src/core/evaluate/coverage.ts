import type { Dataset } from '../dataset/dataset.js';
import type { TableReport } from '../dataset/input.js';
import { measureOf } from '../term.js';
import { isoOf } from '../time/day.js';
import type { CoveredDays } from '../time/window.js';
import type { Coverage } from './result.js';

/** What was read of the tables behind the measures of a KPI. */
export function tablesBehind({ catalog, readFrom, report }: Dataset, names: readonly string[]): TableReport[] {
  const read = new Set(
    names.map((name) => readFrom.get(catalog.measures.get(measureOf(name))?.entity ?? '') ?? 'dailyMeasures'),
  );
  return report.tables.filter(({ table }) => read.has(table));
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
