import { measures } from '../core/catalog/measures.js';

/** What tells a table by its fields. */
export interface Sign {
  readonly table: string;
  /** All of these … */
  readonly fields: readonly string[];
  /** … and all of one of these. */
  readonly oneOf?: readonly (readonly string[])[];
}

const sign = (table: string, fields: string, oneOf?: readonly string[]): Sign => ({
  table,
  fields: fields.split(' '),
  ...(oneOf && { oneOf: oneOf.map((group) => group.split(' ')) }),
});

/** What rows of ad spend have beside date and cost, and daily numbers have not. */
const adColumns = ['impressions', 'clicks', 'network', 'kind', 'campaign', 'attributedRevenue'];

/** What tells a table, the narrowest first: a refund has an order's number too, and so have a line and a parcel. */
export const signs: readonly Sign[] = [
  sign('refunds', 'refundId amount'),
  sign('shipments', 'shipmentId orderId'),
  sign('carts', 'cartId createdAt'),
  sign('surveys', 'responseId submittedAt score'),
  sign('tickets', 'ticketId createdAt'),
  sign('orderLines', 'orderId', ['quantity unitPrice', 'lineTotal']),
  sign('orders', 'orderId placedAt grossSales'),
  sign('sessions', 'sessionId startedAt'),
  sign('experimentUnits', 'experimentId unitId exposedAt'),
  sign('events', 'at name', ['sessionId', 'visitorId']),
  sign('pageLoads', 'at', ['lcpMs', 'loadMs']),
  sign('inventorySnapshots', 'date sku onHandUnits'),
  sign('stockEvents', 'at sku type units'),
  sign('subscriberEvents', 'subscriberId at medium type'),
  sign('socialPosts', 'postId publishedAt'),
  sign('customers', 'customerId firstOrderAt'),
  sign('adSpend', 'date cost', adColumns),
  sign('dailyMeasures', 'date', [...measures.keys()]),
];

/** The table that rows with such fields are; undefined where nothing tells. */
export function tableOf(fields: readonly string[]): string | undefined {
  const found = new Set(fields);
  const all = (wanted: readonly string[]) => wanted.every((field) => found.has(field));
  return signs.find((each) => all(each.fields) && (!each.oneOf || each.oneOf.some(all)))?.table;
}
