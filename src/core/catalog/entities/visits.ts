import type { EntityDefinition } from '../definition.js';
import { entity } from '../declare-entity.js';

/** Fields that tell where a visit came from. */
const visitFields = [
  'id visitorId',
  'enum device channel',
  'string source medium campaign country',
  'enum platform=web',
];
const ofVisit = 'device platform channel source medium campaign country';

/** What people do in the shop. */
export const visitTables: readonly EntityDefinition[] = [
  entity('sessions', 'sessionId', 'startedAt', `${ofVisit} landingPage visitorType`, [
    'id sessionId!',
    'datetime startedAt!',
    ...visitFields,
    'string landingPage',
    'enum visitorType',
    'int pageviews',
    'decimal durationSeconds',
    'bool engaged productViewed addedToCart checkoutStarted purchased',
    'string[] goals',
  ]),
  entity('events', '', 'at', ofVisit, ['datetime at!', 'string name!', 'id sessionId', 'bool isGoal', ...visitFields], {
    oneOf: [['sessionId'], ['visitorId']],
  }),
  entity(
    'carts',
    'cartId',
    'createdAt',
    'device platform channel country',
    [
      'id cartId!',
      'datetime createdAt! lastActivityAt convertedAt',
      'id orderId',
      'enum device platform channel',
      'string country',
    ],
    { derived: { matured: 'maturesAt ≤ asOf', abandoned: 'matured and not orderedInTime' } },
  ),
  entity('pageLoads', '', 'at', 'device path country', [
    'datetime at!',
    'decimal lcpMs loadMs',
    'enum device',
    'string path country',
  ]),
  entity(
    'experimentUnits',
    'experimentId unitId',
    'exposedAt',
    'experimentId variant device',
    ['id experimentId! unitId!', 'string variant!', 'bool isControl! converted!', 'datetime exposedAt!', 'enum device'],
    { once: 'variant', ends: true },
  ),
];
