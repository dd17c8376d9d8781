import { badOption, refuseUnknown } from '../bad-option.js';
import type { OwnDefinitions, OwnKpi } from './own-definitions.js';
import { catalogWith } from './own-definitions.js';

/**
 * Checks a KPI of the shop's own at once, and adds what follows from its formula: how its periods come together, and
 * which test a change of it takes. What comes of it goes into `kpiDefinitions`, and into JSON; nothing is registered.
 *
 * @param others what else the shop defines and the formula may read: `measures`, `dimensions` and `parameters` as in
 *   `settings`, and other `kpis`
 * @throws KpiError `bad-option` for an id that is taken or misspelt, or a name that there is not; `bad-formula` for a
 *   formula that cannot be read, and for a KPI that refers to itself
 */
export function defineKpi(definition: OwnKpi, others: OwnDefinitions = {}): OwnKpi {
  refuseUnknown('others', others, ['kpis', 'measures', 'dimensions', 'parameters']);
  const own: unknown = others.kpis ?? [];
  if (!Array.isArray(own)) throw badOption('kpis', own, 'a list of definitions');
  const { kpis } = catalogWith({ ...others, kpis: [...(own as OwnKpi[]), definition] });
  return Object.freeze({ ...definition, ...(kpis.get(definition.id) as OwnKpi) });
}
