import type { EntityDefinition } from '../definition.js';
import { entity } from '../declare-entity.js';

/** What a shop says of its data and wants of its figures: no facts. */
export const settingTables: readonly EntityDefinition[] = [
  entity(
    'targets',
    'kpiId periodStart periodEnd',
    'periodStart',
    '',
    ['string kpiId!', 'date periodStart! periodEnd!', 'decimal value!% benchmark%', 'string benchmarkSource'],
    { absence: undefined, names: { kpiId: 'kpi' }, once: 'value', until: 'periodEnd' },
  ),
  entity('coverage', 'entityId from', 'from', '', ['string entityId!', 'date from! to!'], {
    absence: undefined,
    names: { entityId: 'table' },
    until: 'to',
  }),
  entity(
    'controlTotals',
    'measure source start end',
    'start',
    '',
    ['string measure! source!', 'date start! end!', 'decimal value!%'],
    { absence: undefined, names: { measure: 'figure' }, until: 'end' },
  ),
  entity('rates', 'date base quote', 'date', '', ['date date!', 'currency base! quote!', 'decimal rate!+'], {
    absence: undefined,
  }),
];
