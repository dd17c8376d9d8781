import type { EntityDefinition } from '../definition.js';
import { entity } from '../declare-entity.js';

/** What the company is and uses. */
export const companyTables: readonly EntityDefinition[] = [
  entity(
    'emissions',
    '',
    'periodStart',
    'scope category',
    ['date periodStart! periodEnd!', 'enum scope! method', 'decimal kgCo2e!', 'string category'],
    { absence: 'unknown', until: 'periodEnd' },
  ),
  entity(
    'resourceUse',
    '',
    'periodStart',
    'kind treatment',
    ['date periodStart! periodEnd!', 'enum kind! treatment', 'decimal quantity!', 'bool sustainable'],
    { absence: 'unknown', until: 'periodEnd' },
  ),
  entity('communityActions', '', 'date', 'programme', [
    'date date!',
    'money amount',
    'currency currency',
    'id employeeId',
    'string programme',
  ]),
  entity(
    'workforce',
    'date attribute attributeGroup level',
    'date',
    'attribute attributeGroup level',
    ['date date!', 'enum attribute! level=all', 'string attributeGroup!', 'int headcount!'],
    { absence: 'carry', holdsDays: 366 },
  ),
];
