import type { ExperimentInputs, KpiDefinition } from '../catalog/definition.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Condition } from '../dataset/measure-source.js';
import { shareTails } from '../evidence/chi-square.js';
import { holm } from '../evidence/holm.js';
import { sampleTests } from '../evidence/sample-test.js';
import type { Window } from '../time/window.js';
import { describeWindow } from '../time/window.js';
import { changeOf } from './change.js';
import type { Fed } from './fed.js';
import { feed } from './feed.js';
import type { FeedRequest } from './reading.js';
import type { Comparison, Figure, Reason, Warning } from './result.js';
import { onItsOwn, untested } from './verdict.js';

/** An experiment in a window: variants that are held against a control group of the same days. */
export interface Experiment {
  /** Why its figures would mislead: the groups are not split as planned. */
  readonly refusal: Reason | undefined;
  /** What is taken to be so: several variants as one, a split that nobody has declared as an equal one. */
  readonly warnings: readonly Warning[];
  /**
   * An uplift against none; of one variant the chance is corrected for how many there are.
   * @param uplift has a value
   * @param key of the segment
   */
  comparison(uplift: Figure, fed: Fed, key: string): Comparison;
}

/** Groups so far from their plan are not what chance makes: something is wrong with the experiment. */
const leastLikelySplit = 0.001;

/** The experiment that a KPI is about; undefined where it is about none. */
export function experimentIn(
  dataset: Dataset,
  kpi: KpiDefinition,
  request: FeedRequest & { readonly window: Window },
): Experiment | undefined {
  const { testInputs } = kpi;
  if (!testInputs || !('controlTrials' in testInputs)) return undefined;
  const { selection, window } = request;
  const [dimension] = dataset.catalog.measures.get(testInputs.trials)!.ownDimensions!;
  const isOfVariant = (condition: Condition): boolean => condition.dimension === dimension;
  const where = selection.where.filter((condition) => !isOfVariant(condition));
  const read = (by: string | undefined) => feed(dataset, { ...request, buckets: undefined, selection: { by, where } });
  const byVariant = read(dimension);
  // Data that tell no variants apart are taken to hold one.
  const { byKey } = byVariant.refusal ? read(undefined) : byVariant;
  const groups = [...byKey].flatMap(([key, { whole }]) => {
    const sample = samplesIn(testInputs, whole);
    return sample.variant.trials > 0 ? { key, ...sample } : [];
  });
  const tested = groups.map(({ variant, control }) => sampleTest.run(variant, control, undefined)?.pValue ?? 1);
  const corrected = new Map(holm(tested).map((pValue, index) => [groups[index]!.key, pValue]));

  /** The only variant that is asked for, where it is one. */
  const [chosen] = selection.where.flatMap((condition) =>
    isOfVariant(condition) && !condition.not && condition.values.size === 1 ? [...condition.values] : [],
  );
  const planned = dataset.splits.get(experimentOf(dataset, kpi, request) ?? '');
  const trials = Object.fromEntries(groups.map(({ key, variant }) => [key, variant.trials]));
  const control = groups[0]?.control.trials ?? 0;
  const areTogether = groups.length > 1 && selection.by !== dimension && chosen === undefined;
  return {
    warnings: [
      ...(areTogether ? [{ code: 'variants-together', count: groups.length } as const] : []),
      ...(control > 0 && !planned ? [{ code: 'split-assumed' } as const] : []),
    ],
    // Without a control group there is no split to judge: what it would be divided by is missing.
    refusal: control === 0 || isSplitAsPlanned({ ...trials, control }, planned) ? undefined : { code: 'sample-ratio' },
    comparison({ value }, fed, key) {
      const { variant, control: base } = samplesIn(testInputs, fed);
      const { change, direction } = changeOf(value, 0, kpi);
      const found = sampleTest.run(variant, base, undefined);
      const rate = base.successes / base.trials;
      const of = selection.by === dimension ? key : selection.by === undefined ? chosen : undefined;
      const pValue = found && (corrected.get(of ?? '') ?? found.pValue);
      const significance = found && {
        ...({ test: 'two-proportion', pValue: pValue!, dispersion: 1 } as const),
        ...{ low: found.low / rate, high: found.high / rate },
      };
      const { controlSuccesses, controlTrials } = testInputs;
      return {
        ...{ name: 'control', window: describeWindow(window, dataset.zone) },
        ...{ status: 'ok', value: 0, reason: undefined, change, direction, series: [] },
        inputs: { [controlSuccesses]: base.successes, [controlTrials]: base.trials },
        ...(found?.isEnough
          ? { evidence: pValue! < onItsOwn.pValue ? 'significant' : 'noise', significance, warnings: [] }
          : untested(significance && { significance, isEnough: false }, 'too-few-data')),
      };
    },
  };
}

const sampleTest = sampleTests['two-proportion'];

const samplesIn = (
  { successes, trials, controlSuccesses, controlTrials }: ExperimentInputs,
  { inputs }: Fed,
): Record<'variant' | 'control', { readonly successes: number; readonly trials: number }> => ({
  variant: { successes: inputs[successes] ?? 0, trials: inputs[trials] ?? 0 },
  control: { successes: inputs[controlSuccesses] ?? 0, trials: inputs[controlTrials] ?? 0 },
});

/** The experiment that is asked for, or the only one there is. */
function experimentOf(dataset: Dataset, { filterNeeded }: KpiDefinition, request: FeedRequest): string | undefined {
  if (dataset.splits.size === 0) return undefined;
  const { byKey } = feed(dataset, {
    ...request,
    buckets: undefined,
    selection: { ...request.selection, by: filterNeeded },
  });
  return byKey.size === 1 ? [...byKey.keys()][0] : undefined;
}

/** @param units by group, with `control`; a single group without a name is all variants together */
function isSplitAsPlanned(
  units: Readonly<Record<string, number>>,
  planned: Readonly<Record<string, number>> | undefined,
): boolean {
  const { control = 1, ...variants } = planned ?? {};
  const all = Object.values(variants).reduce((sum, weight) => sum + weight, 0);
  const weightOf = (group: string): number => {
    if (!planned) return 1;
    return group === 'control' ? control : group === '' ? all : (variants[group] ?? 0);
  };
  const names = Object.keys('' in units ? units : { ...variants, ...units });
  const chance = shareTails(
    names.map((name) => units[name] ?? 0),
    names.map(weightOf),
  );
  return chance >= leastLikelySplit;
}
