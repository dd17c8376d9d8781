import type { FailedKpi } from './answer-each.js';
import type { KpiResult, Reason, Segment, Status } from './result.js';
import type { ResultWindow } from '../time/window.js';

/** One KPI of a scorecard. */
export interface ScorecardEntry {
  /** The catalogue's group of the KPI. */
  readonly group: string;
  readonly result: KpiResult;
  /** All rows of the segments that do not stand on their own, as one; undefined where all of them do. */
  readonly rest: Segment | undefined;
}

/** Several KPIs of one window, whole or by segment. */
export interface ScorecardResult {
  /** `missing` where the data hold none of them. */
  readonly status: Status;
  /** Why none of them can be split or filtered as asked. */
  readonly reason: Reason | undefined;
  /** That of the first KPI. */
  readonly window: ResultWindow | undefined;
  readonly by: string | undefined;
  /** With `by`: the segments that stand on their own, in the order in which they are shown. */
  readonly segments: readonly string[];
  /** How many segments do not stand on their own. */
  readonly others: number;
  readonly entries: readonly ScorecardEntry[];
  /** Those that cannot be answered, each with its error. */
  readonly failed: readonly FailedKpi[];
}
