import type { Dataset } from '../dataset/dataset.js';
import { measureOf } from '../term.js';
import { isoOf } from '../time/day.js';
import type { CoveredDays } from '../time/window.js';
import type { Coverage } from './result.js';

/** How much data stand behind the measures of a KPI. */
export function coverageOf(
  dataset: Dataset,
  names: readonly string[],
  covered?: CoveredDays,
  missingDays = 0,
): Coverage {
  const { measures } = dataset.catalog;
  const read = new Set(
    names.map((name) => dataset.readFrom.get(measures.get(measureOf(name))?.entity ?? '') ?? 'dailyMeasures'),
  );
  const tables = dataset.report.tables.filter(({ table }) => read.has(table));
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    refused: tables.reduce((sum, { refused }) => sum + refused, 0),
    first: covered && isoOf(covered.first),
    last: covered && isoOf(covered.last),
    missingDays,
  };
}
