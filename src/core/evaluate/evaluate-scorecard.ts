import type { Dataset } from '../dataset/dataset.js';
import { answerEach } from './answer-each.js';
import { dimensionOf } from './dimension-of.js';
import { definitionOf, evaluateDefinition } from './evaluate-kpi.js';
import { chooseSegments } from './choose-segments.js';
import { badOption } from '../bad-option.js';
import type { KpiQuestion } from './question.js';
import type { KpiResult, Segment } from './result.js';
import type { ScorecardResult } from './scorecard-result.js';
import { starterKpis } from './starter-kpis.js';
import { amongMany, onItsOwn } from './verdict.js';

/** What a scorecard is asked: one question for several KPIs. */
export interface ScorecardQuestion extends Omit<KpiQuestion, 'kpi' | 'target'> {
  /** Default: the catalogue's starter set, as far as the data can answer it. */
  readonly kpis?: readonly Pick<KpiQuestion, 'kpi' | 'target'>[] | undefined;
  /** With `by`: how many segments stand on their own; the others are one, unless it is a single one. Default 8. */
  readonly limit?: number | undefined;
}

/**
 * Answers the same question about several KPIs, from one cube. Of several figures side by side a change must be
 * clearer to be called out: p < 0.01 in place of 0.05.
 * @throws KpiError as `evaluateKpi`, where none of them can be answered; of others the result says why
 */
export function evaluateScorecard(dataset: Dataset, scorecard: ScorecardQuestion): ScorecardResult {
  const { kpis = [], limit = 8, ...question } = checked(scorecard);
  const asked = kpis.length > 0 ? kpis : starterKpis(dataset).map((kpi) => ({ kpi, target: undefined }));
  const defined = answerEach(
    asked.map(({ kpi, target }, place) => ({ kpi, target, place })),
    (one) => ({ ...one, definition: definitionOf(dataset, { ...question, kpi: one.kpi }) }),
  );
  // The segments of one column are those of all: a dimension means the same in each, or that of the shop.
  const meant = new Set(question.by ? defined.answers.map(({ kpi }) => dimensionOf(dataset, kpi, question.by!)) : []);
  const by = meant.size === 1 ? [...meant][0] : question.by;
  const level = asked.length > 1 || by !== undefined ? amongMany : onItsOwn;
  const answered = answerEach(defined.answers, ({ kpi, target, definition, place }) => ({
    ...{ kpi, place, definition },
    result: evaluateDefinition(dataset, definition, { ...question, kpi, target }, by, level),
  }));
  const results = answered.answers.map(({ result }) => result);
  const { shown, others } = chooseSegments(results, limit);
  /** All rows but those of the segments that are shown, as one: counted and tested like any other figure. */
  const restOf = (nth: number, { by: split = '' }: KpiResult): Segment => {
    const where = [question.where ?? '', shown.length > 0 ? { [split]: { not: shown } } : ''].flat();
    const { kpi, definition } = answered.answers[nth]!;
    const rest = evaluateDefinition(dataset, definition, { ...question, kpi, by: undefined, where }, undefined, level);
    return Object.assign(rest, { key: '' });
  };
  const isMissing = results.every(({ status }) => status === 'missing');
  return {
    status: isMissing ? 'missing' : 'ok',
    reason: results.every(({ reason }) => reason?.code === 'not-segmentable') ? results[0]?.reason : undefined,
    window: results[0]?.window,
    by: results[0]?.by,
    segments: shown,
    others,
    entries: results.map((result, nth) => ({
      group: dataset.catalog.kpis.get(result.kpi)?.group ?? '',
      result,
      rest: others > 0 ? restOf(nth, result) : undefined,
    })),
    failed: [...defined.failed, ...answered.failed].sort((a, b) => a.place - b.place),
  };
}

/** What a program without types may hand over. */
function checked(scorecard: ScorecardQuestion): ScorecardQuestion {
  if (typeof (scorecard as unknown) !== 'object' || (scorecard as unknown) === null)
    throw badOption('question', scorecard, 'an object with kpis, period, by and more');
  const { kpis, limit }: { readonly kpis?: unknown; readonly limit?: unknown } = scorecard;
  const isList = Array.isArray(kpis) && kpis.every((one) => typeof one === 'object' && one !== null);
  if (kpis !== undefined && !isList) throw badOption('kpis', kpis, 'a list of objects such as { kpi: "net-sales" }');
  if (limit !== undefined && !(Number.isInteger(limit) && Number(limit) >= 0))
    throw badOption('limit', limit, 'a whole number of segments');
  return scorecard;
}
