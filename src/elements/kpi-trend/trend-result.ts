import type { FailedKpi } from '../../core/evaluate/answer-each.js';
import type { KpiQuestion } from '../../core/evaluate/question.js';
import type { KpiResult } from '../../core/evaluate/result.js';
import type { createAsk, DataThere, SettingsQuestion } from '../ask.js';
import type { KpiChoice } from '../kpi-choice.js';

/** The first KPI of a trend, and the others that it shows. */
export interface TrendResult extends KpiResult {
  readonly others: readonly KpiResult[];
  /** Those that cannot be answered, each with its error. */
  readonly failed: readonly FailedKpi[];
}

/** What a trend asks of its data set. */
export interface TrendQuestion extends SettingsQuestion {
  readonly choices: readonly KpiChoice[];
  readonly by: string | undefined;
  readonly target: KpiQuestion['target'];
}

type Ask = ReturnType<typeof createAsk<TrendQuestion, TrendResult>>;

/** The core says what it expects. */
const nothingAsked: readonly KpiChoice[] = [{ kpi: '' }];

/** Asks for every KPI; the element's own target is that of the first. */
export const evaluated = (ask: Ask, { dataset, engine }: DataThere, question: TrendQuestion): TrendResult =>
  ask(dataset, question, (_, { choices, target, ...asked }) => {
    const answersBy = (grain: typeof asked.grain) =>
      engine.answerEach(
        (choices.length > 0 ? choices : nothingAsked).map(({ kpi, target: own }, place) => ({
          kpi,
          place,
          target: own ?? (place === 0 ? target : undefined),
        })),
        ({ kpi, target: wanted }) => engine.evaluateKpi(dataset, { ...asked, grain, kpi, target: wanted }),
      );
    const found = answersBy(asked.grain);
    // Lines share an axis: where one KPI has no hours, none has.
    const isMixed = new Set(found.answers.map(({ grain }) => grain)).size > 1;
    const { answers, failed } = isMixed ? answersBy('day') : found;
    const [first, ...others] = answers as [KpiResult, ...KpiResult[]];
    return Object.assign(first, { others, failed });
  });

/** The choices of those that are answered. */
export const answered = ({ failed }: TrendResult, choices: readonly KpiChoice[]): readonly KpiChoice[] =>
  choices.filter((_, nth) => failed.every(({ place }) => place !== nth));
