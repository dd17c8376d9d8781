import { measures } from './measures.js';

const taxes = new Set(['taxes', 'refundedTaxes']);
const costs = new Set(['cogs', 'restockedCost', 'fulfilmentCost', 'paymentFees']);
const sales = new Set(['orders', 'refunds', 'dailyMeasures']);

/**
 * What a measure has to do with tax: it is `tax` itself, a `cost`, which is always without it, or an amount of `sales`,
 * which includes it where the data say so (`taxTreatment`). Undefined for all else.
 */
export function taxRole(id: string): 'tax' | 'cost' | 'sales' | undefined {
  const measure = measures.get(id);
  if (taxes.has(id)) return 'tax';
  if (costs.has(id)) return 'cost';
  return measure?.unit === 'currency' && (sales.has(measure.entity) || id === 'attributedRevenue')
    ? 'sales'
    : undefined;
}
