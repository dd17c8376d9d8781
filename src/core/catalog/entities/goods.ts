import type { EntityDefinition } from '../definition.js';
import { entity } from '../declare-entity.js';

const ofOrder = 'device channel source campaign country platform customerType';

/** What lies in stock, and is on its way. */
export const goodsTables: readonly EntityDefinition[] = [
  entity(
    'inventorySnapshots',
    'date sku location',
    'date',
    'sku category location',
    [
      'date date!',
      'id sku!',
      'int onHandUnits!',
      'money unitCost',
      'currency currency',
      'string location category',
      'bool listed=true',
    ],
    { absence: 'carry' },
  ),
  entity('stockEvents', 'eventId', 'at', 'sku location', [
    'id eventId',
    'datetime at!',
    'id sku!',
    'enum type!',
    'int units!',
    'string location',
  ]),
  entity('shipments', 'shipmentId', 'deliveredAt', `carrier ${ofOrder}`, [
    'id shipmentId! orderId!',
    'datetime orderPlacedAt shippedAt deliveredAt promisedAt>',
    'bool isFinal',
    'string carrier country',
  ]),
];
