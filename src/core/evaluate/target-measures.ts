import type { KpiDefinition } from '../catalog/definition.js';
import { computedMeasures } from '../dataset/computed-measures.js';
import type { Dataset } from '../dataset/dataset.js';
import type { MeasureSource } from '../dataset/measure-source.js';
import { remember } from '../remember.js';
import { measuresOf } from '../term.js';
import { isoOf } from '../time/day.js';
import type { AsOf, Span } from '../time/window.js';
import { evaluateKpi } from './evaluate-kpi.js';
import { resolveIn } from './formula-in-use.js';
import type { TargetRow } from './set-target.js';
import { targetRows } from './set-target.js';
import { targetResult } from './target-result.js';

/** A target, and whether it is reached; null where its KPI has no value, or a sum that lacks days. */
type Reached = Map<TargetRow, boolean | null>;

/**
 * How many targets of the shop are for days within a span, and how many of these are reached: of KPIs that have a value
 * on just these days.
 */
export function targetMeasures(dataset: Dataset): MeasureSource {
  const targets = [...targetRows(dataset.targets)].filter(([kpi]) => isJudged(dataset, dataset.catalog.kpis.get(kpi)));
  const known = new Map<string, Reached>();

  function isReached(kpi: string, { start, end, value: target }: TargetRow, asOf: string): boolean | null {
    const question = { kpi, period: `${isoOf(start)}/${isoOf(end)}`, compare: 'none', asOf };
    const { value, better, flow, coverage } = evaluateKpi(dataset, question);
    const isKnown = value !== undefined && !(flow && coverage.missingDays > 0);
    return isKnown ? targetResult(target, value, better).reached! : null;
  }

  /** What became of each target within a span that has a value. */
  function judged({ start, end }: Span, { day, instant }: AsOf): boolean[] {
    const asOf = instant === undefined ? isoOf(day) : new Date(instant).toISOString();
    const reached = remember(known, asOf, (): Reached => new Map());
    return targets.flatMap(([kpi, rows]) =>
      rows
        .filter((row) => row.start >= start && row.end <= end)
        .flatMap((row) => remember(reached, row, () => isReached(kpi, row, asOf)) ?? []),
    );
  }

  return computedMeasures(
    {
      kpisWithTarget: (span, asOf) => judged(span, asOf).length,
      kpisOnTarget: (span, asOf) => judged(span, asOf).filter(Boolean).length,
    },
    ({ day }) => {
      const [first] = targets.flatMap(([, rows]) => rows.map(({ start }) => start)).sort((a, b) => a - b);
      return first === undefined ? undefined : { first, last: day };
    },
  );
}

/** Neutral KPIs take no target; and how many are reached is no target among the others. */
function isJudged(dataset: Dataset, kpi: KpiDefinition | undefined): boolean {
  if (!kpi || kpi.direction === 'neutral') return false;
  const resolved = resolveIn(dataset, kpi);
  if ('missing' in resolved) return false;
  return measuresOf(resolved.measures).every((id) => dataset.catalog.measures.get(id)!.entity !== 'targets');
}
