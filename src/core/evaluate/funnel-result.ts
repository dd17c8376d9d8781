import type { SetParameters } from './set-parameters.js';
import type { Comparison, Coverage, Reason, Significance, Status, Warning } from './result.js';
import type { ResultWindow } from '../time/window.js';

/** `closed`: a unit counts in a stage only if it reached every earlier one; `open`: every stage on its own. */
export type FunnelMode = 'closed' | 'open';

/** How a rate changed, and whether to believe it. */
export interface RateComparison {
  /** In points as a fraction; undefined where one of the two rates is. */
  readonly change: number | undefined;
  readonly direction: Comparison['direction'];
  readonly evidence: Comparison['evidence'];
  readonly significance: Significance | undefined;
  /** Why the change is untested: `too-few-data`, `weekday-mismatch`. */
  readonly warnings: readonly Warning[];
}

/** The same stage in another window; the change is that of `ofPrevious`. */
export interface StageComparison extends RateComparison {
  readonly name: string;
  readonly value: number | undefined;
  readonly ofPrevious: number | undefined;
  readonly ofFirst: number | undefined;
  /** The change of `ofFirst`. */
  readonly overall: RateComparison;
}

/** One stage of a funnel. */
export interface FunnelStage {
  /** Id of the measure that the stage counts. */
  readonly measure: string;
  readonly value: number | undefined;
  readonly reason: Reason | undefined;
  /** Share of the stage before, a fraction; undefined at the first stage and where that stage is 0. */
  readonly ofPrevious: number | undefined;
  /** Share of the first stage, a fraction; 1 there. */
  readonly ofFirst: number | undefined;
  /** How many of the stage before did not come; undefined at the first stage and where more came than were there. */
  readonly lost: number | undefined;
  /**
   * What the lost would have brought if they had gone on like the others, in major units: lost × (last stage ÷ this
   * stage) × average order value; at the last stage an order for each of them. Undefined where one of these is.
   */
  readonly money: number | undefined;
  /** Closed mode: how many reached the stage without every earlier one. */
  readonly skipped: number;
  /** With a window: how many have come this far, and are in no value and no rate, as their time is not over. */
  readonly pending: number | undefined;
  readonly comparisons: readonly StageComparison[];
}

/** The step that loses most, and what it is worth. */
export interface WorstLeak {
  /** Index of the stage that too few reached. */
  readonly stage: number;
  readonly lost: number;
  /** As at the stage. */
  readonly money: number | undefined;
  /** Whether the step fell significantly against the comparison; otherwise it is the one with the lowest rate. */
  readonly fell: boolean;
}

/** The stages of one group of units. */
export interface FunnelFigures {
  readonly stages: readonly FunnelStage[];
  /** With a window: units whose time is not over and that have not reached the last stage; they are in no rate. */
  readonly pending: number | undefined;
  /** Median seconds from the first stage to the last among those who reached it; undefined where times are unknown. */
  readonly secondsToConvert: number | undefined;
  /** Undefined with fewer than two steps, or where nothing was lost. */
  readonly worst: WorstLeak | undefined;
}

/** A funnel with its proof. */
export interface FunnelResult extends FunnelFigures {
  readonly status: Status;
  /** Why there are no stages to show. */
  readonly reason: Reason | undefined;
  /** The mode used: columns of numbers are always open. */
  readonly mode: FunnelMode;
  /** What one unit is: a session, with a conversion window a visitor, or a cart; columns of numbers have no unit. */
  readonly unit: 'session' | 'visitor' | 'cart' | undefined;
  /** ISO 4217 code of the money in `worst`. */
  readonly currency: string | undefined;
  readonly asOf: string | undefined;
  readonly window: ResultWindow | undefined;
  readonly comparisons: readonly {
    readonly name: string;
    readonly window: ResultWindow;
    readonly warnings: readonly Warning[];
  }[];
  readonly by: string | undefined;
  readonly segments: readonly (FunnelFigures & { readonly key: string })[];
  readonly coverage: Coverage;
  /** The catalogue's parameters that had a part in the counts and are not what they are by default. */
  readonly parameters: SetParameters;
  readonly warnings: readonly Warning[];
}
