import type {
  FunnelFigures,
  FunnelResult,
  FunnelStage,
  StageComparison,
  WorstLeak,
} from '../../src/core/evaluate/funnel-result.js';

export const purchase = [
  'sessions',
  'sessionsWithProductView',
  'sessionsWithAddToCart',
  'sessionsWithCheckout',
  'sessionsWithPurchase',
];

/** What a test says of a group of units; the rates follow from the counts. */
export interface Counts {
  readonly counts: readonly number[];
  readonly before?: readonly number[];
  readonly skipped?: readonly number[];
  /** What an order brings, where it is known. */
  readonly orderValue?: number;
  /** Position of the worst stage, and whether it fell. */
  readonly worst?: Pick<WorstLeak, 'stage' | 'fell'>;
  /** Positions of the stages that changed more than by chance. */
  readonly significant?: readonly number[];
  /** What the test says of the shares of the first stage. */
  readonly overall?: StageComparison['evidence'];
}

const share = (part: number | undefined, whole: number | undefined) =>
  part === undefined || !whole ? undefined : part / whole;

/** The figures of one group, as the core gives them. */
export function figuresOf(
  { counts, before, skipped = [], orderValue, worst, significant = [], overall = 'untested' }: Counts,
  measures: readonly string[] = purchase,
): FunnelFigures {
  const last = counts.at(-1)!;
  const stages = counts.map((value, index): FunnelStage => {
    const previous = counts[index - 1];
    const lost = previous !== undefined && previous >= value ? previous - value : undefined;
    const ofPrevious = share(value, previous);
    const other = (): StageComparison => {
      const rate = share(before?.[index], before?.[index - 1]);
      const change = ofPrevious === undefined || rate === undefined ? undefined : ofPrevious - rate;
      const whole = share(before?.[index], before?.[0]);
      const since = index === 0 || !whole ? undefined : share(value, counts[0])! - whole;
      return {
        overall: {
          change: since,
          direction: !since ? 'neutral' : since > 0 ? 'good' : 'bad',
          evidence: overall,
          significance: undefined,
          warnings: [],
        },
        name: 'previous-period',
        value: before?.[index],
        ofPrevious: rate,
        ofFirst: share(before?.[index], before?.[0]),
        change,
        direction: !change ? 'neutral' : change > 0 ? 'good' : 'bad',
        evidence: significant.includes(index) ? 'significant' : 'noise',
        significance: undefined,
        warnings: [],
      };
    };
    return {
      measure: measures[index]!,
      value,
      reason: undefined,
      ofPrevious,
      ofFirst: share(value, counts[0]),
      lost,
      money:
        lost !== undefined && orderValue !== undefined && value > 0 ? lost * (last / value) * orderValue : undefined,
      skipped: skipped[index] ?? 0,
      pending: undefined,
      comparisons: before ? [other()] : [],
    };
  });
  const { lost = 0, money } = (worst && stages[worst.stage]) ?? {};
  return { stages, pending: undefined, secondsToConvert: undefined, worst: worst && { ...worst, lost, money } };
}

const window = {
  start: '2025-10-24',
  end: '2025-11-20',
  timeZone: 'Europe/Copenhagen',
  complete: true,
  until: undefined,
};
const previous = { ...window, start: '2025-09-26', end: '2025-10-23' };

/** A funnel of the last 28 days in October and November 2025. */
export function funnelOf(counts: Counts, more: Partial<FunnelResult> = {}, measures?: readonly string[]): FunnelResult {
  return {
    status: 'ok',
    reason: undefined,
    mode: 'closed',
    unit: 'session',
    currency: 'DKK',
    asOf: '2025-11-20',
    window,
    comparisons: counts.before ? [{ name: 'previous-period', window: previous, warnings: [] }] : [],
    by: undefined,
    segments: [],
    coverage: { rows: 84_210, refused: 0, first: '2025-08-29', last: '2025-11-20', missingDays: 0 },
    parameters: {},
    warnings: [],
    ...figuresOf(counts, measures),
    ...more,
  };
}

/** The funnel of a shop whose carts leak. */
export const shopFunnel = (more: Partial<Counts> = {}, result: Partial<FunnelResult> = {}): FunnelResult =>
  funnelOf(
    {
      counts: [84_210, 48_120, 9_860, 5_120, 2_894],
      before: [79_400, 46_100, 10_320, 5_300, 2_930],
      orderValue: 443.8,
      worst: { stage: 2, fell: true },
      significant: [2],
      ...more,
    },
    result,
  );
