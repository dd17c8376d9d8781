import type { Comparison, KpiResult } from '../core/evaluate/result.js';
import { onItsOwn } from '../core/evaluate/verdict.js';
import type { ScorecardKey } from '../locale/messages.js';
import { cardView } from './card-view.js';
import type { ViewOptions } from './card-view.js';
import { figureText, figureView } from './figure.js';
import { sentenceOf } from './sentence.js';
import type { FailedFigure, KpiView } from './view.js';
import type { Words } from './words.js';

/** A target as it stands in a column of targets. */
export interface GoalView {
  /** What is to be reached: "≥ 3.5 %". */
  readonly text: string;
  /** How far it is reached, in words. */
  readonly status: string;
  readonly reached: boolean | undefined;
  /** The figure ÷ the target; undefined where one of them is not above zero. */
  readonly reach: number | undefined;
  /** The same of where a period that is still running leads. */
  readonly pace: number | undefined;
}

/** One KPI, or one segment, with its words and what it is sorted by. */
export interface ScorecardRow extends KpiView {
  /** Id of the KPI, or key of the segment. */
  readonly key: string;
  /** Machine values by column id; undefined where there is none. */
  readonly order: Readonly<Partial<Record<string, number>>>;
  /** Part of the total, 0 … 1; undefined where parts do not add up. */
  readonly share: { readonly value: number; readonly text: string } | undefined;
  readonly goal: GoalView | undefined;
  /** Of a segment each KPI, where there are several. */
  readonly cells: readonly KpiView[];
}

/** The first comparison's column is called `change`, the next `change-2`. */
export const changeColumn = (nth: number): string => (nth === 0 ? 'change' : `change-${nth + 1}`);

export interface RowOptions extends Omit<ViewOptions, 'largest'> {
  readonly key: string;
  /** Of a segment each KPI, where there are several. */
  readonly cells?: readonly KpiResult[];
  /** The largest figure of each KPI's column, with which money shares its decimals. */
  readonly largest?: readonly (number | undefined)[];
}

/** A row out of its figures. */
export function scorecardRow(
  result: KpiResult,
  words: Words<ScorecardKey>,
  { key, cells = [], largest = [], ...options }: RowOptions,
): ScorecardRow {
  const changes = result.comparisons.map(({ change }) =>
    result.unit === 'percent' ? change?.absolute : (change?.relative ?? change?.absolute),
  );
  const order: Record<string, number | undefined> = { value: result.value, target: result.target?.ratio };
  changes.forEach((change, nth) => (order[changeColumn(nth)] = change));
  for (const cell of cells) order[cell.kpi] = cell.value;
  return Object.assign(amongOthers(result, words, { ...options, largest: largest[0] }), {
    key,
    order,
    share: undefined,
    goal: goalView(result, words),
    cells: cells.map((cell, nth) => amongOthers(cell, words, { notation: options.notation, largest: largest[nth] })),
  });
}

/** A row that cannot be answered: its name, and why. */
export const failedRow = (failed: FailedFigure, words: Words): ScorecardRow => ({
  ...failed,
  ...{ period: '', changes: [], caution: undefined, sentence: '', target: undefined, lines: [] },
  ...{ figure: figureView(undefined, { unit: 'count', currency: undefined }, words) },
  ...{ order: {}, share: undefined, goal: undefined, cells: [] },
});

/** A figure among others: where a change would be called out alone and is not here, it says why. */
function amongOthers(result: KpiResult, words: Words<ScorecardKey>, options: ViewOptions): KpiView {
  const view = cardView(result, words, options);
  if (!result.comparisons.some(isUncertain)) return view;
  const changes = view.changes.map((change, nth) =>
    isUncertain(result.comparisons[nth]!) ? { ...change, evidence: words.say('scorecard.uncertain') } : change,
  );
  return { ...view, changes, sentence: sentenceOf({ ...view, changes }, result, words) };
}

/** Whether a change would be called out if it stood alone. */
const isUncertain = ({ evidence, significance, change, value = 0 }: Comparison): boolean =>
  evidence === 'noise' &&
  change !== undefined &&
  change.absolute !== 0 &&
  (significance
    ? significance.pValue < onItsOwn.pValue
    : Math.abs(change.absolute) >= onItsOwn.census * Math.abs(value));

function goalView(result: KpiResult, words: Words): GoalView | undefined {
  const { target, value, better } = result;
  if (!target) return undefined;
  const view = cardView(result, words);
  const ofTarget = (amount: number | undefined) =>
    amount !== undefined && amount >= 0 && target.value > 0 ? amount / target.value : undefined;
  return {
    text: `${better === 'down' ? '≤' : '≥'} ${figureText(target.value, result, words, { notation: 'compact' })}`,
    status: view.target?.text ?? view.targetNote ?? '',
    reached: target.reached,
    reach: ofTarget(target.reached === undefined ? undefined : value),
    pace: ofTarget(target.pace),
  };
}
