import type { KpiResult } from '../core/evaluate/result.js';
import { definitions, explainEnglish } from '../locale/en/explain.js';
import { warningText } from './explain.js';
import { factsOf } from './facts.js';
import type { ProofView, TrendView } from './view.js';
import type { Words } from './words.js';

/** What a KPI means, in one sentence; undefined for one that nobody has defined. */
export const definitionOf = (kpi: string, { messages }: Words): string | undefined =>
  (messages.kpis[kpi]?.definition ?? definitions[kpi]) || undefined;

/** What a figure means and what it rests on. */
export function kpiProof(result: KpiResult, plain: Words): ProofView {
  const words = plain.saying(explainEnglish);
  // Why a change is not judged, which may be true of the other window alone.
  const unjudged = result.comparisons.flatMap(({ warnings }) =>
    warnings.filter(({ code }) => code === 'short-history'),
  );
  return {
    definition: definitionOf(result.kpi, words),
    notes: [...new Set([...result.warnings, ...unjudged].map((warning) => warningText(warning, words)))],
    facts: factsOf(result, words),
  };
}

/** The same of a trend: of one KPI, or of several what they share. */
export function trendProof(results: readonly KpiResult[], { kpis, omitted }: TrendView, words: Words): ProofView {
  const proofs = results.map((result) => kpiProof(result, words));
  const [first] = proofs;
  const isOne = proofs.length === 1;
  return {
    definition: isOne ? first?.definition : undefined,
    notes: [...new Set([...proofs.flatMap(({ notes }) => notes), ...omitted])],
    facts: isOne ? first!.facts : [...figuresOf(kpis), ...sharedFacts(proofs)],
  };
}

/** Each figure under its KPI's name. */
const figuresOf = (kpis: TrendView['kpis']): ProofView['facts'] =>
  kpis.map(({ heading, figure }) => ({ term: heading, detail: figure.full }));

/** What is true of all of them. */
const sharedFacts = ([first, ...others]: readonly ProofView[]): ProofView['facts'] =>
  (first?.facts ?? []).filter((fact) =>
    others.every(({ facts }) => facts.some(({ term, detail }) => term === fact.term && detail === fact.detail)),
  );
