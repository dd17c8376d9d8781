import type { Catalog } from '../catalog/catalog.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Selection } from '../dataset/measure-source.js';
import { daysOf } from '../time/buckets.js';
import type { AsOf, Span } from '../time/window.js';
import type { FedWindow } from './fed.js';
import type { FedSegments } from './feed.js';
import { feed } from './feed.js';
import { figureOf, valuesOf } from './figure.js';
import type { ResolvedFormula } from './resolve-formula.js';
import type { Reason } from './result.js';
import type { CountedStages, StageCounts } from './stage-counts.js';

/** Counts stages that are figures without common rows: each on its own, on the days that all of them are known. */
export function countFigures(
  dataset: Dataset,
  stages: readonly ResolvedFormula[],
  window: Span,
  { by, where }: Selection,
  asOf: AsOf,
): CountedStages {
  const measures = [...new Set(stages.flatMap((stage) => stage.measures))];
  const days = daysOf(window);
  const read = (selection: Selection): FedSegments =>
    feed(dataset, { measures, window, buckets: days, selection, asOf });
  const whole = read({ by: undefined, where });
  const split = by === undefined ? undefined : read({ by, where });
  const fed = whole.byKey.get('');
  return {
    whole: whole.refusal ?? split?.refusal ?? countsOf(stages, fed, dataset.catalog),
    segments: new Map([...(split?.byKey ?? [])].map(([key, one]) => [key, countsOf(stages, one, dataset.catalog)])),
    matches: whole.matches,
    missingDays: fed?.whole.missingDays ?? 0,
    // Read when a test asks for it.
    get complete() {
      const known = fed?.columns().days;
      return days.complete.map((isWhole, day) => (isWhole && known?.[day] ? 1 : 0));
    },
  };
}

function countsOf(
  stages: readonly ResolvedFormula[],
  fed: FedWindow | undefined,
  { measures: known }: Catalog,
): StageCounts | Reason {
  if (!fed) return { code: 'outside-coverage' };
  const figures = stages.map(({ formula }) => figureOf(formula, fed.whole, []));
  const reason = figures.find((figure) => figure.reason)?.reason;
  const values = figures.map(({ value }) => value!);
  if (reason) return reason;
  const isSum = stages.every(({ measures }) => measures.every((id) => known.get(id)?.daily === 'sum'));
  const byDay = isSum ? (stage: number) => valuesOf(stages[stage]!.formula, fed.columns()) : undefined;
  return { values, skipped: values.map(() => 0), pending: undefined, seconds: undefined, byDay };
}
