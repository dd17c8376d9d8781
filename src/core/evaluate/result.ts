import type { Better, MeasureDefinition, Unit } from '../catalog/definition.js';
import type { Pace } from './pace.js';
import type { Grain } from '../time/calendar.js';
import type { ResultWindow } from '../time/window.js';
import type { SetParameters } from './set-parameters.js';

/** Catalogue, section 0. */
export type Status = 'ok' | 'partial' | 'undefined' | 'missing' | 'refused';

export type ReasonCode =
  | 'no-data'
  | 'no-rows'
  | 'outside-coverage'
  | 'short-history'
  | 'zero-denominator'
  | 'no-values'
  | 'cost-unknown'
  | 'not-additive'
  | 'not-segmentable'
  | 'choose-segment'
  | 'privacy'
  | 'day-grain'
  | 'mixed-currencies'
  | 'missing-rate'
  | 'tax-mismatch'
  | 'sample-ratio';

/** Why there is no value. The other members name what the reason is about. */
export interface Reason {
  readonly code: ReasonCode;
  /** `no-data`, `no-values`, `not-additive`, `not-segmentable`: the measure. */
  readonly measure?: string;
  /** `not-segmentable`, `choose-segment`: the dimension. */
  readonly dimension?: string;
  /** `not-segmentable`: the dimension of the same name that the measure does have, by its own id. */
  readonly instead?: string;
  /** `outside-coverage`: the first and last ISO date that the data reach; `missing-rate`: of amounts without a rate. */
  readonly first?: string;
  readonly last?: string;
  /** `cost-unknown`: of how much the cost is known, a fraction. */
  readonly share?: number;
  /** `mixed-currencies`: the codes found; `missing-rate`: those that could not be converted. */
  readonly currencies?: readonly string[];
  /** `not-additive`: between which figures the value lies, in the unit of the KPI. */
  readonly low?: number;
  readonly high?: number;
}

export type WarningCode =
  | 'refunds-unknown'
  | 'parts-unknown'
  | 'orders-as-conversions'
  | 'session-basis'
  | 'overlap-assumed'
  | 'ga4-bounce'
  | 'load-event'
  | 'mean-not-median'
  | 'media-only'
  | 'shop-attribution'
  | 'follower-basis'
  | 'clv-revenue-basis'
  | 'bounds'
  | 'costs-assumed-complete'
  | 'cost-partial'
  | 'tax-inclusive'
  | 'unknown-values'
  | 'short-history'
  | 'definitions-differ'
  | 'missing-days'
  | 'carried'
  | 'estimated'
  | 'zone-assumed'
  | 'unequal-length'
  | 'weekday-mismatch'
  | 'too-few-data'
  | 'double-source'
  | 'totals-differ'
  | 'differs-from-source'
  | 'rows-refused'
  | 'rows-replaced'
  | 'rows-far'
  | 'rows-ahead'
  | 'hours-unknown'
  | 'no-match'
  | 'no-match-selected'
  | 'target-of-whole'
  | 'target-part'
  | 'targets-running'
  | 'variants-together'
  | 'split-assumed'
  | 'many-segments'
  | 'stage-absent'
  | 'stage-larger';

/** On which terms a value stands. The other members name what the warning is about. */
export interface Warning {
  readonly code: WarningCode;
  readonly measure?: string;
  /** `missing-days`, `rows-refused`, `rows-replaced`, `rows-far`, `rows-ahead`: how many; `variants-together`: how many variants; `target-part`: how many days; `targets-running`: how many targets; `many-segments`: how many are left out. */
  readonly count?: number;
  /**
   * `cost-partial`: how much of the whole is counted; `unknown-values`: how much is empty; `differs-from-source`: by how
   * much of what is stated; fractions.
   */
  readonly share?: number;
  /** `unknown-values`: the field. */
  readonly field?: string;
  readonly timeZone?: string;
  /** `differs-from-source`: who states another total. */
  readonly source?: string;
  /** `carried`: the ISO date of the snapshot; `rows-far`, `rows-ahead`: the newest of them. */
  readonly last?: string;
  /** `bounds`: between which figures the value lies, in the unit of the KPI. */
  readonly low?: number;
  readonly high?: number;
  /**
   * `no-match`, `no-match-selected`: the condition that no row of the data meets, such as `channel=Email`. One that the
   * page has written may be misspelt: with `no-match` nothing is compared, nor held against a target.
   */
  readonly condition?: string;
}

/** A value or a reason, never both; and what the formula was fed. */
export interface Figure {
  readonly status: Status;
  readonly value: number | undefined;
  readonly reason: Reason | undefined;
  readonly inputs: Readonly<Record<string, number>>;
}

/** One point of a series. */
export interface Bucket {
  readonly start: string;
  readonly end: string;
  readonly value: number | undefined;
  readonly reason: Reason | undefined;
  /** False when the bucket is cut by the window's edge or still running. */
  readonly complete: boolean;
}

export interface Significance {
  /** Which test of the catalogue was run, section 3.5. */
  readonly test: 'two-proportion' | 'welch' | 'poisson' | 'days';
  /** How likely chance alone makes a change at least as large, two-sided. */
  readonly pValue: number;
  /** 95 % interval of the absolute change, in the KPI's unit. */
  readonly low: number;
  readonly high: number;
  /** How many times as much as that of independent units the figure's variance is, by which the test is widened; at least 1. */
  readonly dispersion: number;
}

/** The same figure in another window, and what to make of the difference. */
export interface Comparison extends Figure {
  /** `previous-period`, or the interval as asked; `control` of an experiment, whose control group is the only one. */
  readonly name: string;
  /** Undefined for given figures. */
  readonly window: ResultWindow | undefined;
  /**
   * Undefined where one of the two values is, and where a sum lacks days in
   * one of the windows that it does not lack in the other.
   */
  readonly change:
    | {
        readonly absolute: number;
        /**
         * A fraction; undefined where the base allows none: it is zero or negative, fewer than ten of what is counted, or
         * less than a hundredth of the value.
         */
        readonly relative: number | undefined;
      }
    | undefined;
  readonly direction: 'good' | 'bad' | 'neutral';
  /**
   * Whether the change is more than the usual variation. Why it is untested is among the warnings: `too-few-data`,
   * `weekday-mismatch`, `definitions-differ`, `missing-days`; none of them where no test is meant for the figure.
   */
  readonly evidence: 'significant' | 'noise' | 'untested';
  /** Given wherever a test could be run; what is counted in full needs none. */
  readonly significance: Significance | undefined;
  readonly series: readonly Bucket[];
  readonly warnings: readonly Warning[];
}

export interface TargetResult {
  /** For the shown period, in the KPI's unit. */
  readonly value: number;
  /** Above 1 is better than the target, whichever way the KPI points; undefined where it cannot be formed. */
  readonly ratio: number | undefined;
  /** Undefined where there is no value, where a sum lacks days of a period that is over (as its change, it would mislead), and with the warning `no-match`. */
  readonly reached: boolean | undefined;
  /** How many local days it is for, those to come of a running period too; undefined for given figures. */
  readonly days?: number | undefined;
  /** Running periods of a flow, all days of which are known so far: what the whole reaches if it goes on like that. */
  readonly pace: number | undefined;
  /** The 95 % interval of the pace; undefined where the days before tell too little. */
  readonly paceRange?: { readonly low: number; readonly high: number } | undefined;
  /**
   * What is to come is taken by: the weekdays of the eight weeks before, and the hours where a day is running, or the
   * share of days that has passed.
   */
  readonly paceBasis?: Pace['basis'] | undefined;
}

/** What others reach, and who says so. */
export interface Benchmark {
  readonly value: number;
  readonly source: string;
}

/** One value of the dimension asked by. */
export interface Segment extends Figure {
  readonly key: string;
  readonly comparisons: readonly Comparison[];
  readonly series: readonly Bucket[];
}

export interface Coverage {
  /** Rows read from the tables that the KPI needs, and rows refused there. */
  readonly rows: number;
  readonly refused: number;
  /** First and last ISO date that the data reach; undefined where there are none. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Days of the window that are not in the data. */
  readonly missingDays: number;
}

/** A total that another system states, and what the data come to in the same period. */
export interface StatedTotal {
  /** Id of the measure or KPI. */
  readonly measure: string;
  readonly unit: Unit;
  readonly source: string;
  /** Inclusive local dates, ISO. */
  readonly start: string;
  readonly end: string;
  readonly stated: number;
  readonly value: number;
  /** `value` − `stated`; 0 where only rounding lies between: of the total, or of rows finer than the smallest coin. */
  readonly difference: number;
}

/** A KPI's figure with its proof. */
export interface KpiResult extends Figure {
  /** The KPI's id; empty for given figures that name none. */
  readonly kpi: string;
  readonly unit: Unit;
  readonly better: Better;
  /** Whether days add up to the period: sums and counts, not rates, means or stocks. */
  readonly flow: boolean;
  /** ISO 4217 code of the figure, or of the money that it is formed of; undefined where there is none. */
  readonly currency: string | undefined;
  /** The current day, ISO, or the instant as asked; undefined for given figures. */
  readonly asOf: string | undefined;
  readonly grain: Grain;
  /** Undefined for given figures. */
  readonly window: ResultWindow | undefined;
  /** The formula as it was worked out, over `inputs`: the KPI's own, or what stands in for it. */
  readonly formula: string;
  /** The catalogue's parameters that had a part in the figure and are not what they are by default. */
  readonly parameters: SetParameters;
  /** In what each measure of the formula is counted. */
  readonly inputUnits: Readonly<Record<string, MeasureDefinition['unit']>>;
  readonly comparisons: readonly Comparison[];
  /** The target asked for, else that of the table `targets`. */
  readonly target: TargetResult | undefined;
  /** From the table `targets`, never mixed with the target. */
  readonly benchmark?: Benchmark | undefined;
  readonly series: readonly Bucket[];
  readonly by: string | undefined;
  readonly segments: readonly Segment[];
  readonly coverage: Coverage;
  /** What other systems state of the same figures, beside what the data come to; of unfiltered figures only. */
  readonly reconciliation: readonly StatedTotal[];
  readonly warnings: readonly Warning[];
}
