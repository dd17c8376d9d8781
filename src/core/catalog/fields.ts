import type { FieldDefinition, FieldType } from './definition.js';

type Fields = Readonly<Record<string, FieldDefinition>>;

const fields = (names: readonly string[], definition: FieldDefinition): Fields =>
  Object.fromEntries(names.map((name) => [name, definition]));
export const required = (type: FieldType, ...names: readonly string[]): Fields =>
  fields(names, { type, required: true });
export const optional = (type: FieldType, ...names: readonly string[]): Fields => fields(names, { type });
/** Amounts whose sign the measure knows. */
export const amounts = (...names: readonly string[]): Fields => fields(names, { type: 'money', positive: true });

/** Fields of an order that its lines may carry instead. */
export const orderFields: Fields = {
  ...optional('id', 'customerId', 'sessionId'),
  ...optional('currency', 'currency'),
  ...optional('money', 'shippingCharged', 'taxes', 'duties'),
  ...optional('datetime', 'cancelledAt'),
  ...optional('bool', 'isFirstOrder', 'isTest'),
  ...optional('enum', 'device', 'platform', 'channel'),
  ...optional('string', 'source', 'campaign', 'country'),
};

/** Fields that tell where a visit came from. */
export const visitFields: Fields = {
  ...optional('id', 'visitorId'),
  ...optional('enum', 'device', 'channel'),
  ...optional('string', 'source', 'medium', 'campaign', 'country'),
  platform: { type: 'enum', default: 'web' },
};
