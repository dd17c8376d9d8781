import type { KpiDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Formula } from '../formula.js';
import type { AsOf, Span } from '../time/window.js';
import { commonCoverage } from './feed.js';
import type { Fed } from './feed.js';
import { figureOf, withoutValue } from './figure.js';
import type { ResolvedFormula } from './resolve-formula.js';
import { resolveFormula } from './resolve-formula.js';
import type { Figure, Warning } from './result.js';
import { isDefinition, standingWarnings } from './standing.js';

/** A formula at work in a window. */
export class FormulaInUse {
  readonly resolved: ResolvedFormula;
  /** All that it must be fed: its own measures, and those that tell how much of the whole it knows. */
  readonly measures: readonly string[];
  /** The terms on which its figures stand, whatever the window. */
  readonly standing: readonly Warning[];
  readonly #part: { readonly known: Formula; readonly whole: Formula; readonly refuseBelow: number } | undefined;

  constructor(dataset: Dataset, kpi: KpiDefinition, resolved: ResolvedFormula) {
    this.resolved = resolved;
    this.standing = standingWarnings(dataset, resolved);
    const { complete } = kpi;
    const known = complete && resolveIn(dataset, { formula: complete.part });
    const whole = complete && resolveIn(dataset, { formula: complete.whole });
    const canTell = complete && known && whole && !('missing' in known) && !('missing' in whole);
    this.#part = canTell
      ? { known: known.formula, whole: whole.formula, refuseBelow: complete.refuseBelow }
      : undefined;
    this.measures = canTell
      ? [...new Set([...resolved.measures, ...known.measures, ...whole.measures])]
      : resolved.measures;
  }

  /** The figure out of what the formula is fed; refused where too little of the whole is known. */
  figure(fed: Fed): Figure {
    if (!this.#part) return figureOf(this.resolved.formula, fed, this.standing);
    const own = Object.entries(fed.inputs).filter(([measure]) => this.resolved.measures.includes(measure));
    const inputs = Object.fromEntries(own);
    const share = this.#shareKnown(fed);
    return share !== undefined && share < this.#part.refuseBelow
      ? withoutValue({ code: 'cost-unknown', share }, inputs)
      : figureOf(this.resolved.formula, { ...fed, inputs }, [...this.standing, ...this.partial(fed)]);
  }

  /** What is said of a figure over a part of the whole. */
  partial(fed: Fed | undefined): Warning[] {
    const share = fed && this.#shareKnown(fed);
    return share === undefined || share >= 1 || share < this.#part!.refuseBelow
      ? []
      : [{ code: 'cost-partial', share }];
  }

  /** How much of the whole the figure is over; undefined where that cannot be told. */
  #shareKnown(fed: Fed): number | undefined {
    if (!this.#part || fed.reason) return undefined;
    const known = figureOf(this.#part.known, fed, []).value;
    const whole = figureOf(this.#part.whole, fed, []).value;
    return known === undefined || whole === undefined || whole <= 0 ? undefined : known / whole;
  }
}

/** The formula that a KPI's data can answer, or the first measure that is missing. */
export const resolveIn = (
  dataset: Dataset,
  kpi: Pick<KpiDefinition, 'formula' | 'fallbacks'>,
  holds = (measure: string): boolean => dataset.sources.some((source) => source.holds(measure)),
): ReturnType<typeof resolveFormula> => resolveFormula(kpi, holds, dataset.parameters);

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
  const reaches = (measures: readonly string[]): boolean => {
    const covered = commonCoverage(dataset.sources, measures, asOf);
    return covered !== undefined && covered.first <= window.end && covered.last >= window.start;
  };
  if (reaches(main.resolved.measures)) return main;
  const other = resolveIn(
    dataset,
    kpi,
    (measure) => dataset.sources.some((source) => source.holds(measure)) && reaches([measure]),
  );
  if ('missing' in other || !reaches(other.measures)) return main;
  // What is merely unknown in one window and counts as 0 there is no other definition.
  const isHonest = other.warnings.every((warning) => isDefinition(warning));
  return isHonest ? new FormulaInUse(dataset, kpi, other) : main;
}
