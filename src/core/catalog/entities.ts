import type { EntityDefinition, FieldDefinition, FieldType } from './definition.js';

type Fields = Readonly<Record<string, FieldDefinition>>;

const fields = (names: readonly string[], definition: FieldDefinition): Fields =>
  Object.fromEntries(names.map((name) => [name, definition]));
const required = (type: FieldType, ...names: readonly string[]): Fields => fields(names, { type, required: true });
const optional = (type: FieldType, ...names: readonly string[]): Fields => fields(names, { type });
/** Amounts whose sign the measure knows. */
const amounts = (...names: readonly string[]): Fields => fields(names, { type: 'money', positive: true });

/** Fields of an order that its lines may carry instead. */
const orderFields: Fields = {
  ...optional('id', 'customerId', 'sessionId'),
  ...optional('currency', 'currency'),
  ...optional('money', 'shippingCharged', 'taxes', 'duties'),
  ...optional('datetime', 'cancelledAt'),
  ...optional('bool', 'isFirstOrder', 'isTest'),
  ...optional('enum', 'device', 'platform', 'channel'),
  ...optional('string', 'source', 'campaign', 'country'),
};

/** Fields that tell where a visit came from. */
const visitFields: Fields = {
  ...optional('id', 'visitorId'),
  ...optional('enum', 'device', 'channel'),
  ...optional('string', 'source', 'medium', 'campaign', 'country'),
  platform: { type: 'enum', default: 'web' },
};

const orderDimensions = ['device', 'channel', 'source', 'campaign', 'country', 'platform', 'customerType'] as const;
const lineDimensions = ['sku', 'category', 'brand'] as const;
const visitDimensions = ['device', 'platform', 'channel', 'source', 'medium', 'campaign', 'country'] as const;

const tables: readonly EntityDefinition[] = [
  {
    id: 'orders',
    key: ['orderId'],
    time: 'placedAt',
    absence: 'zero',
    dimensions: orderDimensions,
    fields: {
      ...required('id', 'orderId'),
      ...required('datetime', 'placedAt'),
      ...required('money', 'grossSales'),
      ...amounts('discounts', 'cogs'),
      ...optional('int', 'units'),
      ...orderFields,
    },
  },
  {
    id: 'orderLines',
    key: ['lineId'],
    oneOf: [['lineTotal'], ['quantity', 'unitPrice']],
    time: 'placedAt',
    absence: 'zero',
    dimensions: [...lineDimensions, ...orderDimensions],
    fields: {
      ...required('id', 'orderId'),
      ...optional('id', 'lineId', 'sku'),
      // Required where there is no table of orders to join.
      ...optional('datetime', 'placedAt'),
      ...optional('int', 'quantity'),
      ...optional('money', 'unitPrice', 'lineTotal'),
      ...amounts('discount', 'unitCost'),
      ...optional('string', 'category', 'brand'),
      ...orderFields,
    },
  },
  {
    id: 'refunds',
    key: ['refundId', 'sku'],
    time: 'refundedAt',
    absence: 'zero',
    dimensions: ['reason', 'kind', ...lineDimensions, ...orderDimensions],
    fields: {
      ...required('id', 'refundId', 'orderId'),
      ...required('datetime', 'refundedAt'),
      amount: { type: 'money', required: true, positive: true },
      ...amounts('shippingAmount', 'taxAmount', 'restockedCost'),
      units: { type: 'int', positive: true },
      kind: { type: 'enum', default: 'return' },
      ...optional('currency', 'currency'),
      ...optional('string', 'reason', 'category', 'brand'),
      ...optional('id', 'sku'),
    },
  },
  {
    id: 'customers',
    key: ['customerId'],
    time: 'firstOrderAt',
    dimensions: [],
    fields: { ...required('id', 'customerId'), ...optional('datetime', 'firstOrderAt') },
  },
  {
    id: 'sessions',
    key: ['sessionId'],
    time: 'startedAt',
    absence: 'zero',
    dimensions: [...visitDimensions, 'landingPage', 'visitorType'],
    fields: {
      ...required('id', 'sessionId'),
      ...required('datetime', 'startedAt'),
      ...visitFields,
      ...optional('string', 'landingPage'),
      ...optional('enum', 'visitorType'),
      ...optional('int', 'pageviews'),
      ...optional('decimal', 'durationSeconds'),
      ...optional('bool', 'engaged', 'productViewed', 'addedToCart', 'checkoutStarted', 'purchased'),
      ...optional('string[]', 'goals'),
    },
  },
  {
    id: 'events',
    key: [],
    oneOf: [['sessionId'], ['visitorId']],
    time: 'at',
    absence: 'zero',
    dimensions: visitDimensions,
    fields: {
      ...required('datetime', 'at'),
      ...required('string', 'name'),
      ...optional('id', 'sessionId'),
      ...optional('bool', 'isGoal'),
      ...visitFields,
    },
  },
  {
    id: 'carts',
    key: ['cartId'],
    time: 'createdAt',
    absence: 'zero',
    dimensions: ['device', 'platform', 'channel', 'country'],
    fields: {
      ...required('id', 'cartId'),
      ...required('datetime', 'createdAt'),
      ...optional('datetime', 'lastActivityAt', 'convertedAt'),
      ...optional('id', 'orderId'),
      ...optional('enum', 'device', 'platform', 'channel'),
      ...optional('string', 'country'),
    },
    derived: { matured: 'maturesAt ≤ asOf', abandoned: 'matured and not orderedInTime' },
  },
  {
    id: 'adSpend',
    key: [],
    time: 'date',
    absence: 'inside',
    dimensions: ['channel', 'campaign', 'network', 'device', 'country'],
    fields: {
      ...required('date', 'date'),
      cost: { type: 'money', required: true, positive: true },
      kind: { type: 'enum', default: 'media' },
      ...optional('currency', 'currency'),
      ...optional('enum', 'channel', 'device'),
      ...optional('string', 'network', 'campaign', 'country'),
      ...optional('int', 'impressions', 'clicks'),
      ...optional('money', 'attributedRevenue'),
      ...optional('decimal', 'attributedOrders'),
    },
  },
  {
    id: 'inventorySnapshots',
    key: ['date', 'sku', 'location'],
    time: 'date',
    absence: 'carry',
    dimensions: ['sku', 'category', 'location'],
    fields: {
      ...required('date', 'date'),
      ...required('id', 'sku'),
      ...required('int', 'onHandUnits'),
      ...optional('string', 'location', 'category'),
      listed: { type: 'bool', default: true },
    },
  },
  {
    id: 'stockEvents',
    key: ['eventId'],
    time: 'at',
    absence: 'zero',
    dimensions: ['sku', 'location'],
    fields: {
      ...optional('id', 'eventId'),
      ...required('datetime', 'at'),
      ...required('id', 'sku'),
      ...required('enum', 'type'),
      ...required('int', 'units'),
      ...optional('string', 'location'),
    },
  },
  {
    id: 'shipments',
    key: ['shipmentId'],
    time: 'deliveredAt',
    absence: 'zero',
    dimensions: ['carrier', ...orderDimensions],
    fields: {
      ...required('id', 'shipmentId', 'orderId'),
      ...optional('datetime', 'orderPlacedAt', 'shippedAt', 'deliveredAt'),
      ...optional('bool', 'isFinal'),
      ...optional('string', 'carrier', 'country'),
    },
  },
  {
    id: 'tickets',
    key: ['ticketId'],
    time: 'createdAt',
    absence: 'zero',
    dimensions: ['channel', 'reason', 'country'],
    fields: {
      ...required('id', 'ticketId'),
      ...required('datetime', 'createdAt'),
      ...optional('datetime', 'firstResponseAt'),
      ...optional('enum', 'channel'),
      ...optional('string', 'reason', 'country'),
    },
  },
  {
    id: 'surveys',
    key: ['responseId'],
    time: 'submittedAt',
    absence: 'zero',
    dimensions: ['kind', 'country', 'customerType'],
    fields: {
      ...required('id', 'responseId'),
      ...required('datetime', 'submittedAt'),
      ...required('enum', 'kind'),
      ...required('int', 'score'),
      ...optional('enum', 'customerType'),
      ...optional('string', 'country'),
    },
  },
  {
    id: 'pageLoads',
    key: [],
    time: 'at',
    absence: 'zero',
    dimensions: ['device', 'path', 'country'],
    fields: {
      ...required('datetime', 'at'),
      ...optional('decimal', 'lcpMs', 'loadMs'),
      ...optional('enum', 'device'),
      ...optional('string', 'path', 'country'),
    },
  },
  {
    id: 'socialPosts',
    key: ['postId', 'publishedAt'],
    time: 'publishedAt',
    absence: 'zero',
    dimensions: ['network', 'account', 'format'],
    fields: {
      ...required('id', 'postId'),
      ...required('datetime', 'publishedAt'),
      ...required('string', 'network'),
      ...optional('string', 'account', 'format'),
      ...optional('int', 'impressions', 'clicks', 'conversions'),
    },
  },
];

const dailyDimensions = [...new Set(tables.flatMap(({ dimensions }) => dimensions))];

/** The fact tables by id; catalogue, section 1. */
export const entities: Readonly<Record<string, EntityDefinition>> = {
  ...Object.fromEntries(tables.map((table) => [table.id, table])),
  dailyMeasures: {
    id: 'dailyMeasures',
    key: ['date', ...dailyDimensions],
    time: 'date',
    absence: 'unknown',
    dimensions: dailyDimensions,
    // Beside these, a column for any measure and any dimension.
    fields: { ...required('datetime', 'date'), ...optional('currency', 'currency') },
  },
};
