import type { Declared, Measures } from '../declare-measure.js';
import { distinct, money, stock, sum } from '../declare-measure.js';

/** A kind of resource, which is known on the days that have any record of it. */
const used = (kind: string, unit: Declared['unit'], more = ''): Declared =>
  sum('quantity', unit, `kind = ${kind}${more}`, { known: `kind = ${kind}` });

/** What the company uses and gives, and who works there. */
export const companyMeasures: Measures = {
  emissions: {
    emissionsKgCo2e: sum('kgCo2e', 'kgCO2e', 'scope ≠ 2 or method empty or method = param(scope2Method)'),
  },
  resourceUse: {
    energyKwh: used('energy', 'kWh'),
    wasteKg: used('waste', 'kg'),
    wasteRecycledKg: used('waste', 'kg', ' and treatment in (recycled, reused, composted)'),
    materialKg: used('material', 'kg'),
    materialSustainableKg: used('material', 'kg', ' and sustainable'),
  },
  communityActions: {
    communityAmount: money('amount'),
    csrParticipants: distinct('employeeId'),
  },
  workforce: {
    headcount: stock('headcount', { standard: { attribute: 'all', level: 'all' }, isPrivate: true }),
  },
};
