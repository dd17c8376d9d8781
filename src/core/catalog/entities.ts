import type { EntityDefinition, FieldDefinition, FieldType } from './definition.js';

const required = (type: FieldType): FieldDefinition => ({ type, required: true });
const optional = (type: FieldType): FieldDefinition => ({ type });
const positiveMoney: FieldDefinition = { type: 'money', positive: true };

/** Fields of an order that its lines may carry instead. */
const orderFields = {
  customerId: optional('id'),
  sessionId: optional('id'),
  currency: optional('currency'),
  shippingCharged: optional('money'),
  taxes: optional('money'),
  duties: optional('money'),
  cancelledAt: optional('datetime'),
  isTest: optional('bool'),
  device: optional('enum'),
  platform: optional('enum'),
  channel: optional('enum'),
  source: optional('string'),
  campaign: optional('string'),
  country: optional('string'),
} as const;

const orderDimensions = ['device', 'channel', 'source', 'campaign', 'country', 'platform'] as const;
const lineDimensions = ['sku', 'category', 'brand'] as const;
const dailyDimensions = [...lineDimensions, ...orderDimensions, 'medium', 'landingPage', 'visitorType'];

/** The fact tables; catalogue, section 1. */
export const entities: Readonly<Record<string, EntityDefinition>> = {
  orders: {
    id: 'orders',
    key: ['orderId'],
    time: 'placedAt',
    absence: 'zero',
    dimensions: orderDimensions,
    fields: {
      orderId: required('id'),
      placedAt: required('datetime'),
      grossSales: required('money'),
      discounts: positiveMoney,
      units: optional('int'),
      ...orderFields,
    },
  },
  orderLines: {
    id: 'orderLines',
    key: ['lineId'],
    oneOf: [['lineTotal'], ['quantity', 'unitPrice']],
    time: 'placedAt',
    absence: 'zero',
    dimensions: [...lineDimensions, ...orderDimensions],
    fields: {
      lineId: optional('id'),
      orderId: required('id'),
      // Required where there is no table of orders to join.
      placedAt: optional('datetime'),
      sku: optional('id'),
      quantity: optional('int'),
      unitPrice: optional('money'),
      lineTotal: optional('money'),
      discount: positiveMoney,
      category: optional('string'),
      brand: optional('string'),
      ...orderFields,
    },
  },
  refunds: {
    id: 'refunds',
    key: ['refundId', 'sku'],
    time: 'refundedAt',
    absence: 'zero',
    dimensions: ['reason', 'kind', ...lineDimensions, ...orderDimensions],
    fields: {
      refundId: required('id'),
      orderId: required('id'),
      refundedAt: required('datetime'),
      amount: { ...positiveMoney, required: true },
      shippingAmount: positiveMoney,
      taxAmount: positiveMoney,
      currency: optional('currency'),
      units: optional('int'),
      kind: optional('enum'),
      reason: optional('string'),
      sku: optional('id'),
      category: optional('string'),
      brand: optional('string'),
    },
  },
  sessions: {
    id: 'sessions',
    key: ['sessionId'],
    time: 'startedAt',
    absence: 'zero',
    dimensions: [
      'device',
      'platform',
      'channel',
      'source',
      'medium',
      'campaign',
      'country',
      'landingPage',
      'visitorType',
    ],
    fields: {
      sessionId: required('id'),
      startedAt: required('datetime'),
      visitorId: optional('id'),
      device: optional('enum'),
      platform: optional('enum'),
      channel: optional('enum'),
      source: optional('string'),
      medium: optional('string'),
      campaign: optional('string'),
      country: optional('string'),
      landingPage: optional('string'),
      visitorType: optional('enum'),
      purchased: optional('bool'),
    },
  },
  dailyMeasures: {
    id: 'dailyMeasures',
    key: ['date', ...dailyDimensions],
    time: 'date',
    absence: 'unknown',
    dimensions: dailyDimensions,
    // Beside these, a column for any measure and any dimension.
    fields: { date: required('datetime'), currency: optional('currency') },
  },
};
