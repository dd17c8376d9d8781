import type { MeasureDefinition } from '../definition.js';
import type { Measures } from '../declare-measure.js';
import { count, distinct, money, orElse, sum } from '../declare-measure.js';

const perLine = (
  expression: string,
  aggregation: 'sum' | 'countDistinct' = 'sum',
): Pick<MeasureDefinition, 'perLine'> => ({ perLine: { aggregation, expression } });
const none = orElse('0');
const someParts = orElse('0', 'parts-unknown');
const after = 'grossSales - discounts';
const costed = 'counted and cogs known';

/** Orders, what comes back of them, and the customers who place them. */
export const orderMeasures: Measures = {
  orders: {
    orders: count('counted', perLine('orderId', 'countDistinct')),
    grossSales: money('grossSales', 'counted', perLine('amount')),
    discounts: money('discounts', 'counted', { ...none, ...perLine('discount') }),
    orderRevenue: money(after, 'counted', {
      whenAbsent: [{ formula: after }, { formula: 'netSales + refundedAmount' }],
      ...perLine('amount - discount'),
    }),
    shippingCharged: money('shippingCharged', 'counted', someParts),
    taxes: money('taxes', 'counted', someParts),
    duties: money('duties', 'counted', none),
    cogs: money('cogs', costed, perLine('cogs')),
    costedRevenue: money(after, costed, {
      ...orElse('orderRevenue', 'costs-assumed-complete'),
      ...perLine('amount - discount'),
    }),
    fulfilmentCost: money('fulfilmentCost', 'counted'),
    paymentFees: money('paymentFees', 'counted'),
    unitsSold: sum('units', 'count', 'counted', perLine('quantity')),
    identifiedOrders: count('counted and customerId known', perLine('orderId', 'countDistinct')),
    activeCustomers: distinct('customerId', 'counted', perLine('customerId', 'countDistinct')),
    newCustomers: count('counted and firstOrder', perLine('orderId', 'countDistinct')),
    returningCustomers: distinct('customerId', 'counted', {
      without: 'firstOrder',
      ...orElse('activeCustomers - newCustomers'),
    }),
    repeatCustomers: distinct('customerId', 'counted', { atLeast: 2 }),
    customersAtStart: distinct('customerId', 'counted', { daily: 'no', active: 'before' }),
    customersRetained: distinct('customerId', 'counted', { daily: 'no', active: 'throughout' }),
    orderRevenueSquares: sum(`(${after}) * (${after})`, 'square', 'counted'),
    orderUnitsSquares: sum('units * units', 'square', 'counted'),
  },
  dailyMeasures: { netSales: money('netSales') },
  refunds: {
    refundedAmount: money('amount', 'counted', orElse('0', 'refunds-unknown')),
    costedRefunds: money('amount', 'counted and costed', orElse('refundedAmount')),
    refundedShipping: money('shippingAmount', 'counted', none),
    refundedTaxes: money('taxAmount', 'counted', none),
    unitsReturned: sum('units', 'count', 'counted and kind in (return, exchange)'),
    restockedCost: money('restockedCost', 'counted and costed', none),
  },
};
