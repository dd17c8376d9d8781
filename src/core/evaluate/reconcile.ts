import type { KpiDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import { addDecimals } from '../decimal.js';
import { minorUnits } from '../minor-units.js';
import { measuresOf } from '../term.js';
import type { Day } from '../time/day.js';
import { isoOf } from '../time/day.js';
import type { AsOf, Window } from '../time/window.js';
import { moneyIn } from './currencies.js';
import { feed, sourceOf } from './feed.js';
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
      if (!isMeant || start > window.end || end < window.start || end > lastDay) return [];
      const period = { start, end, plannedEnd: end };
      const total = totalOf(dataset, measure === kpi.id ? kpi : { formula: measure }, period, asOf);
      if (total?.value === undefined) return [];
      const { value } = total;
      const { values, scale } = table.numbers('value')!;
      const stated = values[row]! / scale;
      const difference = addDecimals(value, -stated);
      const isMoney = unit === 'currency';
      const finest = isMoney ? 10 ** -minorUnits(dataset.currency) : Math.abs(stated) * 1e-6;
      // What was rounded to its finest unit, be it the total or each row of it, is up to half of that away.
      const rounded = isMoney ? finerRows(dataset, total.measures, period, asOf) : 0;
      const differs = Math.abs(difference) > (finest / 2) * Math.max(1, rounded) * (1 + 1e-6);
      return [
        {
          ...{ measure, unit, source: cell('source', row), start: isoOf(start), end: isoOf(end) },
          ...{ stated, value, difference: differs ? difference : 0 },
        },
      ];
    });
  });
}

/** What the data come to in a period, unfiltered, and of which measures; undefined where that is no figure. */
function totalOf(
  dataset: Dataset,
  figure: Pick<KpiDefinition, 'formula' | 'fallbacks'>,
  window: Window,
  asOf: AsOf,
): { readonly value: number | undefined; readonly measures: readonly string[] } | undefined {
  const resolved = resolveIn(dataset, figure);
  if ('missing' in resolved || moneyIn(dataset, resolved.measures, window, all, asOf).refusal) return undefined;
  const { formula, measures } = resolved;
  const fed = feed(dataset, { measures, window, buckets: undefined, selection: all, asOf }).byKey.get('');
  return fed && { value: figureOf(formula, fed.whole, []).value, measures };
}

/** How many amounts of a period are finer than the smallest coin: another system may have rounded each of them. */
function finerRows(dataset: Dataset, names: readonly string[], { start, end }: Window, asOf: AsOf): number {
  const coins = 10 ** minorUnits(dataset.currency);
  let count = 0;
  for (const id of measuresOf(names)) {
    const { unit, expression } = dataset.catalog.measures.get(id)!;
    const rows = sourceOf(dataset.sources, id)?.rows(id, [], asOf);
    if (!rows || unit !== 'currency' || expression === undefined) continue;
    const { values, scale } = rows.table.figures(expression);
    const { days } = rows.table.time;
    values.forEach((amount, row) => {
      if (days[row]! < start || days[row]! > end || rows.mask?.[row] === 0) return;
      const inCoins = (amount / scale) * coins;
      if (Math.abs(inCoins - Math.round(inCoins)) > 1e-6) count++;
    });
  }
  return count;
}

/** What is said of totals that differ, and by how much. */
export const differing = (totals: readonly StatedTotal[]): Warning[] =>
  totals
    .filter(({ difference }) => difference !== 0)
    .map(({ measure, source, stated, difference }) => {
      const share = Math.abs(difference / stated);
      return { code: 'differs-from-source', measure, source, ...(Number.isFinite(share) && { share }) };
    });
