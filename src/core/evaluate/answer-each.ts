import { KpiError } from '../error.js';

/** One of several KPIs that cannot be answered: there is none of this name, or its target cannot be read. */
export interface FailedKpi {
  /** As it was asked for. */
  readonly kpi: string;
  /** Its place among those that were asked for, from 0. */
  readonly place: number;
  readonly error: KpiError;
}

/** A KPI among several. */
type Asked = Pick<FailedKpi, 'kpi' | 'place'>;

/**
 * Answers for each of several KPIs: one that cannot be asked does not take the others with it.
 * @throws the first error where none can be
 */
export function answerEach<One extends Asked, Answer>(
  asked: readonly One[],
  answer: (one: One) => Answer,
): { readonly answers: readonly Answer[]; readonly failed: readonly FailedKpi[] } {
  const answers: Answer[] = [];
  const failed: FailedKpi[] = [];
  for (const one of asked) {
    try {
      answers.push(answer(one));
    } catch (error) {
      if (!(error instanceof KpiError)) throw error;
      failed.push({ kpi: one.kpi, place: one.place, error });
    }
  }
  if (answers.length === 0 && failed[0]) throw failed[0].error;
  return { answers, failed };
}
