import { changeOf } from './change.js';
import type { FunnelFigures, FunnelStage, StageComparison, WorstLeak } from './funnel-result.js';
import type { Reason } from './result.js';
import type { StageCounts } from './stage-counts.js';
import { isReason } from './stage-counts.js';

/** The stages of one group of units, in the shown window and in those compared with. */
export interface CountedGroup {
  readonly shown: StageCounts | Reason | undefined;
  readonly compared: readonly { readonly name: string; readonly counts: StageCounts | Reason | undefined }[];
  /** What an order brings, in major units, where the last stage is orders. */
  readonly orderValue: number | undefined;
}

/** What follows from how many units reached each stage: rates, losses, money, and the worst leak. */
export function funnelFigures(measures: readonly string[], group: CountedGroup): FunnelFigures {
  const { shown, compared, orderValue } = group;
  const reason = shown && isReason(shown) ? shown : undefined;
  const counts = known(shown);
  const rates = measures.map((_, stage) => ratesAt(counts, stage));
  const others = compared.map(({ name, counts: other }) => ({ name, counts: known(other) }));
  const stages = measures.map((measure, stage): FunnelStage => {
    const { value, lost } = rates[stage]!;
    const last = rates.at(-1)!.value;
    const money = product(lost, ratio(last, value), orderValue);
    const skipped = counts?.skipped[stage] ?? 0;
    const comparisons = others.map((other) => compareStage(other.name, rates[stage]!, ratesAt(other.counts, stage)));
    return { measure, ...rates[stage]!, reason, money, skipped, comparisons };
  });
  return { stages, pending: counts?.pending, secondsToConvert: counts?.seconds, worst: worstLeak(stages) };
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

function compareStage(name: string, shown: Rates, { value, ofPrevious, ofFirst }: Rates): StageComparison {
  const { change, ...rest } = changeOf(shown.ofPrevious, ofPrevious, 'up');
  return { name, value, ofPrevious, ofFirst, change: change?.absolute, ...rest };
}

/** Of the steps after the first the one that the smallest share took. */
function worstLeak(stages: readonly FunnelStage[]): WorstLeak | undefined {
  let worst: WorstLeak | undefined;
  let lowest = Infinity;
  stages.forEach(({ ofPrevious, lost, money }, stage) => {
    if (stage < 2 || ofPrevious === undefined || !lost || ofPrevious >= lowest) return;
    lowest = ofPrevious;
    worst = { stage, lost, money, fell: false };
  });
  return worst;
}

const ratio = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole <= 0 ? undefined : part / whole;

const product = (...factors: readonly (number | undefined)[]): number | undefined =>
  factors.some((factor) => factor === undefined) ? undefined : factors.reduce<number>((all, one) => all * one!, 1);
