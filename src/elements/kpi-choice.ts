import { KpiError } from '../core/error.js';

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

/** @throws KpiError `bad-option` for anything else that a page may hand over */
export function readChoices(kpi: KpiChoices | undefined): readonly KpiChoice[] {
  const list: unknown = typeof kpi === 'string' ? kpi.split(/\s+/).filter(Boolean) : (kpi ?? []);
  if (!Array.isArray(list)) throw badKpi(kpi);
  return list.map((choice: unknown) => {
    if (typeof choice === 'string') return { kpi: choice };
    if (isChoice(choice)) return choice;
    throw badKpi(choice);
  });
}

const isChoice = (choice: unknown): choice is KpiChoice =>
  typeof choice === 'object' && choice !== null && 'kpi' in choice && typeof choice.kpi === 'string';

const expected = 'ids such as "net-sales order-count", or a list of { kpi, target, heading }';
const badKpi = (value: unknown): KpiError =>
  new KpiError('bad-option', `kpi: ${JSON.stringify(value)} is not possible. Expected ${expected}.`, {
    option: 'kpi',
    value,
    expected,
  });
