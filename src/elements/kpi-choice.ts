import { readList } from './choice-list.js';

/** One KPI among several, with what is its own. */
export interface KpiChoice {
  readonly kpi: string;
  /** In the KPI's unit, for the shown period; a flow may be given per time: `40000/month`. */
  readonly target?: string | number | undefined;
  /** Replaces the KPI's name. */
  readonly heading?: string | undefined;
}

/** What the `kpi` of a widget that shows several may hold: ids separated by spaces, or a list. */
export type KpiChoices = string | readonly (string | KpiChoice)[];

const written = {
  option: 'kpi',
  key: 'kpi',
  expected: 'ids such as "net-sales order-count", or a list of { kpi, target, heading }',
};

/** @throws KpiError `bad-option` for anything else that a page may hand over */
export const readChoices = (kpi: KpiChoices | undefined): readonly KpiChoice[] => readList(kpi, written);
