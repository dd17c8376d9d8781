import type { MeasureDefinition } from './definition.js';

type More = Partial<MeasureDefinition>;

/** A measure without its id and entity, under which it is declared. */
export type Declared = Omit<MeasureDefinition, 'id' | 'entity'>;

/** Measures by entity and id. */
export type Measures = Readonly<Record<string, Readonly<Record<string, Declared>>>>;

export const count = (filter?: string, more?: More): Declared => ({
  aggregation: 'count',
  unit: 'count',
  daily: 'sum',
  ...(filter && { filter }),
  ...more,
});
export const sum = (expression: string, unit: Declared['unit'], filter?: string, more?: More): Declared =>
  count(filter, { aggregation: 'sum', expression, unit, ...more });
export const money = (expression: string, filter?: string, more?: More): Declared =>
  sum(expression, 'currency', filter, more);
export const distinct = (expression: string, filter?: string, more?: More): Declared =>
  count(filter, { aggregation: 'countDistinct', expression, daily: 'grain-only', ...more });
export const quantile = (
  share: number,
  expression: string,
  unit: Declared['unit'],
  filter: string,
  more?: More,
): Declared => sum(expression, unit, filter, { aggregation: 'quantile', share, daily: 'grain-only', ...more });
/** A stock at the end of a day. */
export const stock = (expression: string, more?: More): Declared =>
  sum(expression, 'count', undefined, { aggregation: 'last', daily: 'last', ...more });

/** All that has come and gone up to the end of a day. */
export const running = (expression: string, more?: More): Declared =>
  stock(expression, { aggregation: 'running', ...more });

export const orElse = (formula: string, warning?: string): More => ({
  whenAbsent: [{ formula, ...(warning && { warning }) }],
});
