import type { DailyInputs } from '../../../src/core/evidence/daily-shares.js';
import { valuesOf } from '../../../src/core/evaluate/figure.js';
import { parseFormula } from '../../../src/core/formula.js';

/** Works a formula out day by day, as evaluation does. */
export const figureBy =
  (formula: string) =>
  (inputs: DailyInputs): Float64Array => {
    const { length } = Object.values(inputs)[0]!;
    const days = new Float64Array(length).fill(1);
    return valuesOf(parseFormula(formula), { length, inputs, days, known: undefined });
  };

export const columnsOf = (columns: Readonly<Record<string, readonly number[]>>): DailyInputs =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]));
