import type { EntityDefinition } from '../definition.js';
import { entity } from '../declare-entity.js';

/** Fields of an order that its lines may carry instead. */
const orderFields = [
  'id customerId sessionId',
  'currency currency',
  'money shippingCharged taxes duties fulfilmentCost paymentFees',
  'datetime cancelledAt',
  'bool isFirstOrder isTest',
  'enum device platform channel',
  'string source campaign country',
];
const ofOrder = 'device channel source campaign country platform customerType';
const ofLine = 'sku category brand';

/** What is bought, by whom, and what comes back. */
export const orderTables: readonly EntityDefinition[] = [
  entity('orders', 'orderId', 'placedAt', ofOrder, [
    'id orderId!',
    'datetime placedAt!',
    'money grossSales! discounts+ cogs+',
    'int units',
    ...orderFields,
  ]),
  entity(
    'orderLines',
    'lineId',
    'placedAt',
    `${ofLine} ${ofOrder}`,
    [
      'id orderId! lineId sku',
      // Required where there is no table of orders to join.
      'datetime placedAt',
      'int quantity',
      'money unitPrice lineTotal discount+ unitCost+',
      'string category brand',
      ...orderFields,
    ],
    { oneOf: [['lineTotal'], ['quantity', 'unitPrice']] },
  ),
  entity('refunds', 'refundId sku', 'refundedAt', `reason kind ${ofLine} ${ofOrder}`, [
    'id refundId! orderId!',
    'datetime refundedAt!',
    'money amount!+ shippingAmount+ taxAmount+ restockedCost+',
    'int units+',
    'enum kind=return',
    'currency currency',
    'string reason category brand',
    'id sku',
  ]),
  entity('customers', 'customerId', 'firstOrderAt', '', ['id customerId!', 'datetime firstOrderAt'], {
    absence: undefined,
  }),
];
