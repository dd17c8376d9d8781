import type { KpiDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import { addDecimals } from '../decimal.js';
import { minorUnits } from '../minor-units.js';
import type { Day } from '../time/day.js';
import { isoOf } from '../time/day.js';
import type { AsOf, Window } from '../time/window.js';
import { moneyIn } from './currencies.js';
import { feed } from './feed.js';
import { figureOf } from './figure.js';
import { resolveIn } from './formula-in-use.js';
import type { StatedTotal, Warning } from './result.js';

const all = { by: undefined, where: [] };

/**
 * Holds what another system states (`controlTotals`) against the data: for the KPI itself and for what its formula is
 * fed, in every period that is over and shares a day with the window.
 */
export function reconcile(
  dataset: Dataset,
  kpi: KpiDefinition,
  names: readonly string[],
  window: Window,
  asOf: AsOf,
): StatedTotal[] {
  const lastDay = asOf.instant === undefined ? asOf.day : asOf.day - 1;
  return dataset.controlTotals.flatMap((table) => {
    const cell = (field: string, row: number): string => {
      const { codes, values } = table.texts(field)!;
      return values[codes[row]!]!;
    };
    return Array.from({ length: table.length }, (_, row) => row).flatMap((row): StatedTotal[] => {
      const measure = cell('measure', row);
      const [start, end] = [table.time.days[row]! as Day, table.times('end')!.days[row]! as Day];
      const unit = measure === kpi.id ? kpi.unit : dataset.catalog.measures.get(measure)?.unit;
      // Nobody states squares, nor quantiles of milliseconds.
      if (!unit || unit === 'square' || unit === 'ms') return [];
      const isMeant = measure === kpi.id || names.includes(measure);
      if (!isMeant || end < start || start > window.end || end < window.start || end > lastDay) return [];
      const value = totalOf(
        dataset,
        measure === kpi.id ? kpi : { formula: measure },
        { start, end, plannedEnd: end },
        asOf,
      );
      if (value === undefined) return [];
      const { values, scale } = table.numbers('value')!;
      const stated = values[row]! / scale;
      const difference = addDecimals(value, -stated);
      const finest = unit === 'currency' ? 10 ** -minorUnits(dataset.currency) : Math.abs(stated) * 1e-6;
      // A total that was rounded to its finest unit is up to half of it away, and that is no difference.
      const differs = Math.abs(difference) > (finest / 2) * (1 + 1e-6);
      return [
        {
          ...{ measure, unit, source: cell('source', row), start: isoOf(start), end: isoOf(end) },
          ...{ stated, value, difference: differs ? difference : 0 },
        },
      ];
    });
  });
}

/** What the data come to in a period, unfiltered; undefined where that is no figure. */
function totalOf(
  dataset: Dataset,
  figure: Pick<KpiDefinition, 'formula' | 'fallbacks'>,
  window: Window,
  asOf: AsOf,
): number | undefined {
  const resolved = resolveIn(dataset, figure);
  if ('missing' in resolved || moneyIn(dataset, resolved.measures, window, all, asOf).refusal) return undefined;
  const request = { measures: resolved.measures, window, buckets: undefined, selection: all, asOf };
  const fed = feed(dataset, request).byKey.get('');
  return fed && figureOf(resolved.formula, fed.whole, []).value;
}

/** What is said of totals that differ, and by how much. */
export const differing = (totals: readonly StatedTotal[]): Warning[] =>
  totals
    .filter(({ difference }) => difference !== 0)
    .map(({ measure, source, stated, difference }) => {
      const share = Math.abs(difference / stated);
      return { code: 'differs-from-source', measure, source, ...(Number.isFinite(share) && { share }) };
    });
