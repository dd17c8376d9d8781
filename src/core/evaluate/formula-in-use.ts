import type { KpiDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import { isSum } from '../formula.js';
import { remember } from '../remember.js';
import type { AsOf, Span } from '../time/window.js';
import type { Fed, FedColumns } from './fed.js';
import { commonCoverage, sourceOf } from './feed.js';
import { figureOf, valueOf, valuesOf, withoutValue } from './figure.js';
import type { ResolvedFormula } from './resolve-formula.js';
import { resolveFormula } from './resolve-formula.js';
import type { Figure, Warning } from './result.js';
import { isDefinition, standingWarnings } from './standing.js';

/** A formula at work in a window. */
export interface FormulaInUse {
  readonly resolved: ResolvedFormula;
  /** All that it must be fed: its own measures, and those that tell how much of the whole it knows. */
  readonly measures: readonly string[];
  /** The terms on which its figures stand, whatever the window. */
  readonly standing: readonly Warning[];
  /** The figure out of what the formula is fed; refused where too little of the whole is known. */
  figure(fed: Fed): Figure;
  /** The values of those figures, NaN where there is none. */
  readonly values: (fed: FedColumns) => Float64Array;
  /** Whether the values of a window's days add up to its figure. */
  readonly adds: boolean;
  /** What is said of a figure over a part of the whole. */
  partial(fed: Fed | undefined): Warning[];
}

export function formulaInUse(dataset: Dataset, { complete }: KpiDefinition, resolved: ResolvedFormula): FormulaInUse {
  const standing = standingWarnings(dataset, resolved);
  const { formula, measures } = resolved;
  const adds = isSum(formula);
  /** What is known of a figure over what may be counted several times. */
  const bounds = (fed: Fed | undefined): Warning[] => {
    if (!fed?.low || fed.reason) return [];
    const ends = [fed.inputs, { ...fed.inputs, ...fed.low }].map((inputs) => valueOf(formula, inputs, fed.days));
    return [{ code: 'bounds', low: Math.min(...ends), high: Math.max(...ends) }];
  };
  const part = complete && resolveIn(dataset, { formula: complete.part });
  const whole = complete && resolveIn(dataset, { formula: complete.whole });
  if (!part || !whole || 'missing' in part || 'missing' in whole)
    return {
      ...{ resolved, measures, standing, adds },
      figure: (fed) => figureOf(formula, fed, [...standing, ...bounds(fed)]),
      values: once((fed) => valuesOf(formula, fed)),
      partial: bounds,
    };

  const { refuseBelow } = complete;
  /** How much of the whole the figure is over; 1 where that cannot be told. */
  const shareKnown = (fed: Fed | undefined): number => {
    if (!fed || fed.reason) return 1;
    const known = figureOf(part.formula, fed, []).value;
    const all = figureOf(whole.formula, fed, []).value;
    return known === undefined || all === undefined || all <= 0 ? 1 : known / all;
  };
  const partial: FormulaInUse['partial'] = (fed) => {
    const share = shareKnown(fed);
    return share >= 1 || share < refuseBelow ? [] : [{ code: 'cost-partial', share }];
  };
  return {
    ...{ resolved, adds },
    measures: [...new Set([...measures, ...part.measures, ...whole.measures])],
    standing,
    figure(fed) {
      const inputs = Object.fromEntries(Object.entries(fed.inputs).filter(([measure]) => measures.includes(measure)));
      const share = shareKnown(fed);
      return share < refuseBelow
        ? withoutValue({ code: 'cost-unknown', share }, inputs)
        : figureOf(formula, { ...fed, inputs }, [...standing, ...partial(fed)]);
    },
    values: once((fed) => {
      const [known, all] = [valuesOf(part.formula, fed), valuesOf(whole.formula, fed)];
      const isRefused = (index: number): boolean => all[index]! > 0 && known[index]! / all[index]! < refuseBelow;
      return valuesOf(formula, fed).map((value, index) => (isRefused(index) ? NaN : value));
    }),
    partial,
  };
}

/** Columns are worked out once, for the line and for its test. */
function once(values: FormulaInUse['values']): FormulaInUse['values'] {
  const known = new WeakMap<FedColumns, Float64Array>();
  return (fed) => remember(known, fed, () => values(fed));
}

/** The formula that a KPI's data can answer, or the first measure that is missing. */
export function resolveIn(
  { sources, parameters, catalog, report }: Dataset,
  kpi: Pick<KpiDefinition, 'formula' | 'fallbacks'>,
  reaches: (measure: string) => boolean = () => true,
): ReturnType<typeof resolveFormula> {
  const holds = (measure: string): boolean => sourceOf(sources, measure) !== undefined && reaches(measure);
  const resolved = resolveFormula(kpi, holds, parameters, catalog);
  const empty = report.tables.filter(({ rows, refused }) => rows + refused === 0).map(({ table }) => table);
  if ('missing' in resolved || empty.length === 0) return resolved;
  // A table that is given and has no row says that there were none.
  const isKnown = ({ code, measure = '' }: Warning): boolean =>
    (code === 'refunds-unknown' || code === 'parts-unknown') &&
    empty.includes(catalog.measures.get(measure)?.entity ?? '');
  return { ...resolved, warnings: resolved.warnings.filter((warning) => !isKnown(warning)) };
}

/**
 * Which formula answers in a window: the one that the data as a whole can answer; where they do not reach the window
 * with it, another, on other terms, that they do.
 */
export function formulaFor(
  dataset: Dataset,
  kpi: KpiDefinition,
  main: FormulaInUse,
  asOf: AsOf,
  window: Span,
): FormulaInUse {
  const reaches = (...measures: readonly string[]): boolean => {
    const covered = commonCoverage(dataset.sources, measures, asOf);
    return covered !== undefined && covered.first <= window.end && covered.last >= window.start;
  };
  if (reaches(...main.resolved.measures)) return main;
  const other = resolveIn(dataset, kpi, reaches);
  if ('missing' in other || !reaches(...other.measures)) return main;
  // What is merely unknown in one window and counts as 0 there is no other definition.
  return other.warnings.every(isDefinition) ? formulaInUse(dataset, kpi, other) : main;
}
