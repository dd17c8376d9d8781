import type { EntityDefinition } from '../definition.js';
import { entity } from '../declare-entity.js';

/** What customers ask and say. */
export const serviceTables: readonly EntityDefinition[] = [
  entity(
    'tickets',
    'ticketId',
    'createdAt',
    'channel reason country',
    [
      'id ticketId!',
      'datetime createdAt! firstResponseAt',
      'bool isComplaint',
      'enum channel',
      'string reason country',
    ],
    { own: { channel: 'ticketChannel' } },
  ),
  entity('surveys', 'responseId', 'submittedAt', 'kind country customerType', [
    'id responseId!',
    'datetime submittedAt!',
    'enum kind!',
    'int score!',
    'enum customerType',
    'string country',
  ]),
  entity('reviews', 'reviewId', 'createdAt', 'sku category site', [
    'id reviewId! sku',
    'datetime createdAt! respondedAt',
    'decimal rating!',
    'string category site',
  ]),
];
