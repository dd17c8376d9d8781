import type { KpiResult, Warning } from '../core/evaluate/result.js';
import { definitions, explainEnglish } from '../locale/en/explain.js';
import { warningText } from './explain.js';
import { factsOf } from './facts.js';
import type { ExplainKey } from '../locale/messages.js';
import type { ProofView, TrendView } from './view.js';
import type { Words } from './words.js';

/** What a KPI means, in one sentence; undefined for one that nobody has defined. */
export const definitionOf = (kpi: string, { messages }: Words): string | undefined =>
  (messages.kpis[kpi]?.definition ?? definitions[kpi]) || undefined;

/** What a figure means and what it rests on. */
export function kpiProof(result: KpiResult, plain: Words): ProofView {
  const words = plain.saying(explainEnglish);
  return {
    definition: definitionOf(result.kpi, words),
    notes: notesOf([result], words),
    facts: factsOf(result, words),
  };
}

/** On which terms figures stand, each told once. */
function notesOf(results: readonly KpiResult[], words: Words<ExplainKey>): readonly string[] {
  // Why a change is not judged, which may be true of the other window alone.
  const unjudged = results
    .flatMap(({ comparisons }) => comparisons.flatMap(({ warnings }) => warnings))
    .filter(({ code }) => code === 'short-history');
  return [...new Set([...warningsOf(results), ...unjudged].map((warning) => warningText(warning, words)))];
}

/** Of several figures each is made of other tables, of which other rows were left out: the report below has all of them. */
export const warningsOf = (results: readonly KpiResult[]): readonly Warning[] =>
  results.flatMap(({ warnings }) => warnings).filter(({ code }) => results.length === 1 || code !== 'rows-refused');

/** The same of a trend: of one KPI, or of several what they share. */
export function trendProof(results: readonly KpiResult[], { kpis, omitted }: TrendView, plain: Words): ProofView {
  const words = plain.saying(explainEnglish);
  const proofs = results.map((result) => kpiProof(result, words));
  const [first] = proofs;
  const isOne = proofs.length === 1;
  return {
    definition: isOne ? first?.definition : undefined,
    notes: [...notesOf(results, words), ...omitted],
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
