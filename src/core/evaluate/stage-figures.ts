import type { Span } from '../time/window.js';
import { changeOf } from './change.js';
import type { FunnelFigures, FunnelStage, RateComparison, StageComparison, WorstLeak } from './funnel-result.js';
import type { Reason } from './result.js';
import type { CountedStages, StageCounts } from './stage-counts.js';
import { isReason } from './stage-counts.js';
import { stageFinding } from './stage-evidence.js';
import { onItsOwn, verdictOf, withVerdict } from './verdict.js';

/** What a stage is of another. */
const share = { direction: 'up', unit: 'percent' } as const;

/** One group of units in one window. */
export interface CountedGroup {
  readonly window: Span;
  readonly counted: CountedStages;
  readonly counts: StageCounts | Reason | undefined;
}

/** The same in a window that the shown one is compared with. */
export interface ComparedGroup extends CountedGroup {
  readonly name: string;
}

/**
 * What follows from how many units reached each stage: rates, losses, money, and the worst leak.
 * @param orderValue what an order brings, in major units, where the last stage is orders
 */
export function funnelFigures(
  measures: readonly string[],
  shown: CountedGroup,
  compared: readonly ComparedGroup[],
  orderValue: number | undefined,
): FunnelFigures {
  const reason = shown.counts && isReason(shown.counts) ? shown.counts : undefined;
  const counts = known(shown.counts);
  const rates = measures.map((_, stage) => ratesAt(counts, stage));
  const stages = measures.map((measure, stage): FunnelStage => {
    const { value, lost } = rates[stage]!;
    const last = rates.at(-1)!.value;
    const money = product(lost, ratio(last, value), orderValue);
    const skipped = counts?.skipped[stage] ?? 0;
    const comparisons = compared.map((other) => compareStage(shown, other, stage));
    const pending = counts?.pending?.[stage];
    return { measure, ...rates[stage]!, reason, money, skipped, pending, comparisons };
  });
  let worst: { readonly leak: WorstLeak | undefined } | undefined;
  return {
    stages,
    pending: counts?.pending?.[0],
    secondsToConvert: counts?.seconds,
    // Read of few segments: it takes the tests of all their stages.
    get worst() {
      return (worst ??= { leak: worstLeak(stages) }).leak;
    },
  };
}

const known = (counts: StageCounts | Reason | undefined): StageCounts | undefined =>
  counts && isReason(counts) ? undefined : counts;

type Rates = Pick<FunnelStage, 'value' | 'ofPrevious' | 'ofFirst' | 'lost'>;

function ratesAt(counts: StageCounts | undefined, stage: number): Rates {
  const value = counts?.values[stage];
  const first = counts?.values[0];
  const previous = counts?.values[stage - 1];
  const isFall = value !== undefined && previous !== undefined && value <= previous;
  return {
    value,
    // Without a first stage there is nothing that the others are shares of.
    ofPrevious: first ? ratio(value, previous) : undefined,
    ofFirst: ratio(value, first),
    lost: isFall ? previous - value : undefined,
  };
}

function compareStage(shown: CountedGroup, other: ComparedGroup, stage: number): StageComparison {
  const [here, there] = [known(shown.counts), known(other.counts)];
  const { value, ofPrevious, ofFirst } = ratesAt(there, stage);
  const side = ({ window, counted: { complete } }: CountedGroup, counts: StageCounts) => ({ window, complete, counts });
  const compareRate = (rate: 'ofPrevious' | 'ofFirst', of: number): RateComparison => {
    const was = { ofPrevious, ofFirst }[rate];
    // The first stage is no share of another.
    const { change, direction } = changeOf(stage > 0 ? ratesAt(here, stage)[rate] : undefined, was, share);
    return withVerdict({ change: change?.absolute, direction }, () => {
      const found = change && here && there && stageFinding(side(shown, here), side(other, there), stage, of);
      return verdictOf(stepTest, { change, value: was }, found, [shown.window, other.window], 0, onItsOwn);
    });
  };
  const figures = { name: other.name, value, ofPrevious, ofFirst, overall: compareRate('ofFirst', 0) };
  // The same object, whose verdict is worked out when it is read.
  return Object.assign(compareRate('ofPrevious', stage - 1), figures);
}

const stepTest = { test: 'two-proportion', acrossPeriods: 'ROS' } as const;

/**
 * Of the steps that fell significantly against the first comparison the one that fell furthest; where none did, of the
 * steps after the first the one that the smallest share took.
 */
function worstLeak(stages: readonly FunnelStage[]): WorstLeak | undefined {
  const leaks = stages.flatMap(({ lost, money, ofPrevious, comparisons: [other] }, stage) => {
    const isFall = other?.evidence === 'significant' && other.change! < 0;
    return lost && ofPrevious !== undefined
      ? [{ stage, lost, money, fell: isFall, ofPrevious, change: other?.change ?? 0 }]
      : [];
  });
  const fallen = leaks.filter(({ fell }) => fell).sort((a, b) => a.change - b.change);
  const lowest = leaks.filter(({ stage }) => stage > 1).sort((a, b) => a.ofPrevious - b.ofPrevious);
  const found = fallen[0] ?? lowest[0];
  return found && { stage: found.stage, lost: found.lost, money: found.money, fell: found.fell };
}

const ratio = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole <= 0 ? undefined : part / whole;

/** Adding 0 turns a negative zero into 0: of nothing lost at a negative order value. */
const product = (...factors: readonly (number | undefined)[]): number | undefined =>
  factors.some((factor) => factor === undefined) ? undefined : factors.reduce<number>((all, one) => all * one!, 1) + 0;
