import type { KpiDefinition } from './definition.js';

type More = Partial<KpiDefinition>;

/** A KPI without its group, under which it is declared. */
export type Declared = Omit<KpiDefinition, 'group'>;

export const kpi = (
  id: string,
  unit: KpiDefinition['unit'],
  direction: KpiDefinition['direction'],
  formula: string,
  acrossPeriods: KpiDefinition['acrossPeriods'],
  test: NonNullable<KpiDefinition['test']> = 'days',
  more?: More,
): Declared => ({ id, unit, direction, formula, acrossPeriods, defaultComparison: 'previous-period', test, ...more });

/** The share of the trials that are successes. */
export const share = (
  id: string,
  direction: KpiDefinition['direction'],
  successes: string,
  trials: string,
  more?: More,
): Declared =>
  kpi(id, 'percent', direction, `${successes} / ${trials}`, 'ROS', 'two-proportion', {
    testInputs: { successes, trials },
    ...more,
  });

/** A sum per unit, whose squares tell how much it varies. */
export const mean = (
  id: string,
  unit: KpiDefinition['unit'],
  direction: 'up' | 'down',
  sum: string,
  n: string,
  squares: string,
): Declared => kpi(id, unit, direction, `${sum} / ${n}`, 'ROS', 'welch', { testInputs: { n, sum, squares } });

/** A number of events. */
export const events = (id: string, direction: 'up' | 'down', count: string): Declared =>
  kpi(id, 'count', direction, count, 'SUM', 'poisson', { testInputs: { count, exposure: 'days()' } });

/** A number or an amount of which the days are the best sample there is. */
export const total = (
  id: string,
  direction: KpiDefinition['direction'],
  formula: string,
  unit: KpiDefinition['unit'] = 'count',
): Declared => kpi(id, unit, direction, formula, 'SUM');

/** One sum per unit of another. */
export const ratio = (
  id: string,
  unit: KpiDefinition['unit'],
  direction: KpiDefinition['direction'],
  formula: string,
): Declared => kpi(id, unit, direction, formula, 'ROS');

/** What is counted in full, so that no test is needed. */
export const census = (
  id: string,
  unit: KpiDefinition['unit'],
  direction: KpiDefinition['direction'],
  formula: string,
  acrossPeriods: KpiDefinition['acrossPeriods'],
  more?: More,
): Declared => kpi(id, unit, direction, formula, acrossPeriods, 'census', more);

/** A figure over the orders whose cost is known. */
export const costed = (refuseBelow: number): More => ({
  complete: { part: 'costedRevenue', whole: 'orderRevenue', refuseBelow },
});
export const recompute: More = { acrossPeriods: 'RECOMPUTE' };
export const yearly: More = { defaultComparison: 'previous-year' };
