import type { Better, Unit } from '../catalog/definition.js';
import { changeOf } from './change.js';
import type { Comparison, KpiResult } from './result.js';
import { targetResult } from './target-result.js';

/** Figures that a page gives by itself, without data. */
export interface GivenFigures {
  readonly value: number;
  readonly previous?: number | undefined;
  readonly unit: Unit;
  readonly direction?: Better | undefined;
  readonly currency?: string | undefined;
  /** In the same unit. */
  readonly target?: number | undefined;
  /** The KPI that they are figures of, for its name. */
  readonly kpi?: string | undefined;
}

/** A result out of given figures: it has no windows, no rows and nothing to test. */
export function givenResult(given: GivenFigures): KpiResult {
  const { value, previous, target, direction = 'up' } = given;
  const figure = { status: 'ok', value, reason: undefined, inputs: {} } as const;
  const comparison = (base: number): Comparison => ({
    ...figure,
    value: base,
    name: 'previous',
    window: undefined,
    ...changeOf(value, base, { direction, unit: given.unit }),
    series: [],
    warnings: [],
  });
  return {
    ...figure,
    kpi: given.kpi ?? '',
    unit: given.unit,
    better: direction,
    // It is that of its period as a whole.
    flow: true,
    currency: given.currency,
    asOf: undefined,
    grain: 'day',
    window: undefined,
    formula: '',
    parameters: {},
    inputUnits: {},
    comparisons: previous === undefined ? [] : [comparison(previous)],
    target: target === undefined ? undefined : targetResult(target, value, direction),
    series: [],
    by: undefined,
    segments: [],
    coverage: { rows: 0, refused: 0, first: undefined, last: undefined, missingDays: 0 },
    reconciliation: [],
    warnings: [],
  };
}
