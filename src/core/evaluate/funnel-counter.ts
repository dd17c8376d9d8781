import type { Dataset } from '../dataset/dataset.js';
import type { Selection } from '../dataset/measure-source.js';
import { dimensionsOf } from '../dataset/measure-source.js';
import { daysOf } from '../time/buckets.js';
import { addDays, isoOf, MS_PER_DAY } from '../time/day.js';
import type { AsOf, CoveredDays, Window } from '../time/window.js';
import { knownDaysOf, lengthOf } from '../time/window.js';
import { countFigures } from './count-figures.js';
import { countRows } from './count-rows.js';
import { countVisitors } from './count-visitors.js';
import { sourceOf } from './feed.js';
import type { FunnelMode, FunnelResult } from './funnel-result.js';
import type { Reason } from './result.js';
import type { CountedStages } from './stage-counts.js';
import { stageRows } from './stage-rows.js';
import type { Stages } from './stages.js';

/** How a funnel is counted. */
export interface FunnelCounter {
  readonly unit: FunnelResult['unit'];
  /** The mode used: figures without rows are always open. */
  readonly mode: FunnelMode;
  count(window: Window): CountedStages;
}

interface CounterRequest {
  readonly dataset: Dataset;
  readonly stages: Stages;
  readonly mode: FunnelMode;
  /** Milliseconds of the conversion window; undefined without one. */
  readonly allowed: number | undefined;
  readonly selection: Selection;
  readonly asOf: AsOf;
  readonly covered: CoveredDays | undefined;
}

/** Chooses how the stages are counted: by visitor, by row, or each as the figure that it is; or says why not at all. */
export function funnelCounter(request: CounterRequest): FunnelCounter | Reason {
  const { dataset, stages, mode, allowed, selection, asOf, covered } = request;
  const rows = stageRows(dataset, stages, asOf);
  if (!rows) {
    if (allowed !== undefined) return { code: 'no-data', measure: 'visitors' };
    const count: FunnelCounter['count'] = (window) => countFigures(dataset, stages.resolved, window, selection, asOf);
    return { unit: undefined, mode: 'open', count };
  }

  const isVisitors = allowed !== undefined;
  if (isVisitors && !rows.table.texts('visitorId')) return { code: 'no-data', measure: 'visitors' };
  const measure = stages.measures[0]!;
  const dimensions = dimensionsOf(selection);
  const cube = sourceOf(dataset.sources, measure)!.rows(measure, dimensions, asOf)?.cube;
  if (!cube) {
    const lacking = dimensions.find((dimension) => !rows.table.has(dimension));
    return { code: 'not-segmentable', measure, dimension: lacking ?? '' };
  }
  const { keys, ofSegment } = cube.groups(selection);
  const groups = { size: keys.length, of: (row: number): number => ofSegment[cube.segmentOf[row]!]! };
  const matches = selection.where.length === 0 || keys.length > 0;
  const now = asOf.instant ?? dataset.zone.instantAt(addDays(asOf.day, 1) * MS_PER_DAY);
  return {
    unit: isVisitors ? 'visitor' : rows.table.entity.id === 'carts' ? 'cart' : 'session',
    mode,
    count(window) {
      const knownDays = covered ? knownDaysOf(covered, window) : 0;
      if (knownDays <= 0) return nothing(covered, matches, lengthOf(window));
      const counts = isVisitors
        ? countVisitors(rows, mode, window, groups, allowed, now)
        : countRows(rows, mode, window, groups);
      const segments = new Map(keys.map((key, group) => [key, counts[group]!]));
      return {
        whole: counts.at(-1)!,
        segments: selection.by === undefined ? new Map() : segments,
        matches,
        missingDays: lengthOf(window) - knownDays,
        complete: daysOf(window).complete.map((isWhole, index) => {
          const day = addDays(window.start, index);
          return isWhole && knownDaysOf(covered!, { start: day, end: day });
        }),
      };
    },
  };
}

function nothing(covered: CoveredDays | undefined, matches: boolean, missingDays: number): CountedStages {
  const reason: Reason = covered
    ? { code: 'outside-coverage', first: isoOf(covered.first), last: isoOf(covered.last) }
    : { code: 'outside-coverage' };
  return { whole: reason, segments: new Map(), matches, missingDays, complete: new Uint8Array(missingDays) };
}
