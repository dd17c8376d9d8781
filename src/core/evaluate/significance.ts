import type { KpiDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import { dailyShares } from '../evidence/daily-shares.js';
import type { DailyChange, DailyValues } from '../evidence/days.js';
import { dailyChange, daysTest } from '../evidence/days.js';
import type { Inputs, SampleTest } from '../evidence/sample-test.js';
import { sampleTests } from '../evidence/sample-test.js';
import type { Formula } from '../formula.js';
import { measureOf, termOf } from '../term.js';
import type { Day } from '../time/day.js';
import type { Fed, FedColumns, FedWindow } from './fed.js';
import { valueOf, valuesOf } from './figure.js';
import { resolveIn } from './formula-in-use.js';
import type { Significance } from './result.js';

/** A figure of each day. */
interface DailyFigure {
  readonly values: (fed: FedColumns) => Float64Array;
  /** Whether over several days it is the sum of the days. */
  readonly adds: boolean;
}

/** One window of a comparison as a test reads it, for one segment, with the KPI's own figure of each day. */
export interface Side extends DailyFigure {
  readonly first: Day;
  /** The figure that is tested. */
  readonly value: number;
  readonly measures: readonly string[];
  /** Measures over the window, and day by day; 0 in `complete` for a day that is cut. */
  readonly fed: (measures: readonly string[]) => FedWindow | undefined;
  readonly complete: Uint8Array;
}

/** What a KPI's test is fed, as formulas that the data can answer. */
interface TestedInputs {
  readonly id: keyof typeof sampleTests;
  readonly test: SampleTest;
  readonly formulas: Readonly<Record<string, Formula>>;
  readonly measures: readonly string[];
}

/** Tests a KPI's change between two windows; undefined where the test cannot be run, or none is meant for the KPI. */
export type Tester = (current: Side, base: Side) => Finding | undefined;

export interface Finding {
  readonly significance: Significance;
  /** False where there are too few data to tell. */
  readonly isEnough: boolean;
}

/** Days of each window from which on the days tell how far single units are from independent. */
export const leastToWiden = 14;

/** The test that the catalogue names for a KPI, over what the data hold; by days where they do not hold what it needs. */
export function testerOf(dataset: Dataset, kpi: KpiDefinition): Tester {
  const isSum = kpi.acrossPeriods === 'SUM';
  const addUp = (measures: readonly string[]): boolean =>
    measures.every(
      (name) => termOf(name).days === undefined && dataset.catalog.measures.get(measureOf(name))?.daily === 'sum',
    );

  const byDays: Tester = (current, base) => {
    const change = changeByDays(current, base, current.measures, (side) => side, addUp(current.measures));
    if (!change) return undefined;
    const days = isSum ? current.fed(current.measures)!.whole.days : 1;
    return { significance: { test: 'days', ...daysTest(change, days), dispersion: 1 }, isEnough: true };
  };

  const bySample = (inputs: TestedInputs, current: Side, base: Side): Finding | undefined => {
    const { id, test, formulas, measures } = inputs;
    const [here, there] = [sampleIn(current, inputs, isSum), sampleIn(base, inputs, isSum)];
    if (!here || !there) return byDays(current, base);
    const ratio = { kind: 'operation', operator: '/', left: formulas[test.of]!, right: formulas[test.per]! } as const;
    const widen = addUp(measures) && [current, base].every((side) => wholeDays(side, measures) >= leastToWiden);
    const figure: DailyFigure = { values: (fed) => valuesOf(ratio, fed), adds: false };
    const daily = widen ? changeByDays(current, base, measures, () => figure, true) : undefined;
    const verdict = test.run(here, there, daily);
    if (!verdict) return test.orByDays ? byDays(current, base) : undefined;
    const { isEnough, pValue, low, high, dispersion } = verdict;
    const times = isSum ? here[test.per]! : 1;
    return { significance: { test: id, pValue, low: low * times, high: high * times, dispersion }, isEnough };
  };

  if (kpi.test === 'census' || kpi.test === 'none') return () => undefined;
  let inputs: TestedInputs | 'none' | undefined;
  return (current, base) => {
    inputs ??= inputsOf(dataset, kpi) ?? 'none';
    return inputs === 'none' ? byDays(current, base) : bySample(inputs, current, base);
  };
}

function inputsOf(dataset: Dataset, { test, testInputs }: KpiDefinition): TestedInputs | undefined {
  if (!testInputs || (test !== 'two-proportion' && test !== 'welch' && test !== 'poisson')) return undefined;
  const formulas: Record<string, Formula> = {};
  const measures: string[] = [];
  for (const [name, text] of Object.entries(testInputs)) {
    const resolved = resolveIn(dataset, { formula: text });
    if ('missing' in resolved) return undefined;
    formulas[name] = resolved.formula;
    measures.push(...resolved.measures);
  }
  return { id: test, test: sampleTests[test], formulas, measures: [...new Set(measures)] };
}

/** What a window holds; undefined where that is not what its figure was worked out from. */
function sampleIn(side: Side, { test, formulas, measures }: TestedInputs, isSum: boolean): Inputs | undefined {
  const fed = side.fed(measures)?.whole;
  if (!fed || fed.reason) return undefined;
  const inputs = Object.fromEntries(Object.entries(formulas).map(([name, formula]) => [name, inputOf(formula, fed)]));
  const figure = isSum ? inputs[test.of]! : inputs[test.of]! / inputs[test.per]!;
  return Math.abs(figure - side.value) <= 1e-9 * Math.abs(side.value) ? inputs : undefined;
}

const inputOf = (formula: Formula, { inputs, days }: Fed): number => valueOf(formula, inputs, days);

function changeByDays(
  current: Side,
  base: Side,
  measures: readonly string[],
  figureOn: (side: Side) => DailyFigure,
  addUp: boolean,
): DailyChange | undefined {
  const valuesIn = (side: Side): DailyValues | undefined => {
    const columns = side.fed(measures)?.columns();
    return columns && { first: side.first, values: dailyValues(columns, side.complete, figureOn(side), addUp) };
  };
  const [here, there] = [valuesIn(current), valuesIn(base)];
  return here && there && dailyChange(here, there);
}

/** What each complete day contributes; of a figure whose parts do not add up the day's own. */
function dailyValues(
  fed: FedColumns,
  complete: Uint8Array,
  { values, adds }: DailyFigure,
  addUp: boolean,
): Float64Array {
  const whole = (column: Float64Array): Float64Array =>
    complete.includes(0) ? column.map((value, day) => (complete[day] === 1 ? value : NaN)) : column;
  if (adds || !addUp) return whole(values(fed));
  const measures = Object.keys(fed.inputs);
  const { known } = fed;
  const counted = measures.map((measure) => {
    const column = whole(fed.inputs[measure]!);
    return [measure, known ? column.map((value, day) => (known[day] === 1 ? value : NaN)) : column] as const;
  });
  return dailyShares(Object.fromEntries(counted), (inputs) => {
    const length = inputs[measures[0]!]?.length ?? 0;
    return values({ length, inputs, days: new Float64Array(length).fill(1), known: undefined });
  });
}

/** How many whole days of a window the data know. */
function wholeDays({ fed, complete }: Side, measures: readonly string[]): number {
  const known = fed(measures)!.columns().days;
  return known.reduce((sum, days, index) => sum + days * complete[index]!, 0);
}
