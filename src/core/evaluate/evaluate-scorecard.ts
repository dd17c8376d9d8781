import { kpiCatalog } from '../catalog/kpis.js';
import type { Dataset } from '../dataset/dataset.js';
import { evaluateKpi } from './evaluate-kpi.js';
import type { KpiQuestion } from './question.js';
import { largestFirst, restOfSegments } from './rest-of-segments.js';
import type { ScorecardResult } from './scorecard-result.js';
import { starterKpis } from './starter-kpis.js';

/** What a scorecard is asked: one question for several KPIs. */
export interface ScorecardQuestion extends Omit<KpiQuestion, 'kpi' | 'target'> {
  /** Default: the catalogue's starter set, as far as the data can answer it. */
  readonly kpis?: readonly Pick<KpiQuestion, 'kpi' | 'target'>[] | undefined;
  /** With `by`: how many segments stand on their own; the others are one. Default 8. */
  readonly limit?: number | undefined;
}

/**
 * Answers the same question about several KPIs, from one cube.
 * @throws KpiError as `evaluateKpi`
 */
export function evaluateScorecard(
  dataset: Dataset,
  { kpis = [], limit = 8, ...question }: ScorecardQuestion,
): ScorecardResult {
  const asked = kpis.length > 0 ? kpis : starterKpis(dataset).map((kpi) => ({ kpi, target: undefined }));
  const entries = asked.map(({ kpi, target }) => {
    const result = evaluateKpi(dataset, { ...question, kpi, target });
    const shown = largestFirst(result).slice(0, limit);
    return { group: kpiCatalog.get(kpi)?.group ?? '', result, shown, rest: restOfSegments(result, limit) };
  });
  const isMissing = entries.every(({ result }) => result.status === 'missing');
  return { status: entries.length > 0 && !isMissing ? 'ok' : 'missing', by: question.by, entries };
}
