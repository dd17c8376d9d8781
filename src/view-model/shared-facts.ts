import type { FactView, KpiView } from './view.js';

/** The proof of several figures: each under its KPI's name, then what is true of all of them. */
export function sharedFacts(views: readonly KpiView[]): readonly FactView[] {
  const every = (fact: FactView) =>
    views.every(({ facts }) => facts.some(({ term, detail }) => term === fact.term && detail === fact.detail));
  const shared = (views[0]?.facts ?? []).filter(every);
  const own = views.map(({ heading, figure }) => ({ term: heading, detail: figure.full }));
  return [...own, ...shared];
}
