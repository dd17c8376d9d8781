import type { KpiDefinition } from './definition.js';

type More = Partial<KpiDefinition>;

const kpi = (
  group: string,
  id: string,
  unit: KpiDefinition['unit'],
  direction: KpiDefinition['direction'],
  formula: string,
  acrossPeriods: KpiDefinition['acrossPeriods'],
  test: NonNullable<KpiDefinition['test']>,
  more?: More,
): KpiDefinition => ({
  id,
  group,
  unit,
  direction,
  formula,
  acrossPeriods,
  defaultComparison: 'previous-period',
  test,
  ...more,
});

/** The share of the trials that are successes. */
const share = (group: string, id: string, direction: 'up' | 'down', successes: string, trials: string, more?: More) =>
  kpi(group, id, 'percent', direction, `${successes} / ${trials}`, 'ROS', 'two-proportion', {
    testInputs: { successes, trials },
    ...more,
  });

const list: readonly KpiDefinition[] = [
  kpi('sales', 'net-sales', 'currency', 'up', 'orderRevenue - refundedAmount', 'SUM', 'days', {
    fallbacks: [{ formula: 'netSales' }],
  }),
  kpi(
    'sales',
    'total-sales',
    'currency',
    'up',
    'orderRevenue - refundedAmount + shippingCharged - refundedShipping + taxes - refundedTaxes + duties',
    'SUM',
    'days',
  ),
  kpi('sales', 'order-count', 'count', 'up', 'orders', 'SUM', 'poisson', {
    testInputs: { count: 'orders', exposure: 'days()' },
  }),
  kpi('sales', 'average-order-value', 'currency', 'up', 'orderRevenue / orders', 'ROS', 'welch', {
    testInputs: { n: 'orders', sum: 'orderRevenue', squares: 'orderRevenueSquares' },
  }),
  share('sales', 'conversion-rate', 'up', 'sessionsWithPurchase', 'sessions'),
  kpi('sales', 'units-per-order', 'ratio', 'up', 'unitsSold / orders', 'ROS', 'welch', {
    testInputs: { n: 'orders', sum: 'unitsSold', squares: 'orderUnitsSquares' },
  }),
  kpi('sales', 'revenue-per-visitor', 'currency', 'up', 'orderRevenue / sessions', 'ROS', 'days'),
  kpi(
    'profit',
    'gross-profit',
    'currency',
    'up',
    'costedRevenue - costedRefunds - (cogs - restockedCost)',
    'SUM',
    'days',
    { complete: { part: 'costedRevenue', whole: 'orderRevenue', refuseBelow: 0.95 } },
  ),
  kpi(
    'profit',
    'gross-margin',
    'percent',
    'up',
    '1 - (cogs - restockedCost) / (costedRevenue - costedRefunds)',
    'ROS',
    'days',
    { complete: { part: 'costedRevenue', whole: 'orderRevenue', refuseBelow: 0.5 } },
  ),
  kpi('customers', 'customer-acquisition-cost', 'currency', 'down', 'marketingCost / newCustomers', 'ROS', 'days'),
  share('customers', 'repeat-purchase-rate', 'up', 'repeatCustomers', 'activeCustomers', {
    acrossPeriods: 'RECOMPUTE',
  }),
  share('customers', 'returning-customer-rate', 'up', 'returningCustomers', 'activeCustomers', {
    acrossPeriods: 'RECOMPUTE',
  }),
  kpi('customers', 'new-customers', 'count', 'up', 'newCustomers', 'SUM', 'poisson', {
    testInputs: { count: 'newCustomers', exposure: 'days()' },
  }),
  kpi('traffic', 'website-traffic', 'count', 'up', 'sessions', 'SUM', 'days'),
  share('traffic', 'bounce-rate', 'down', 'bouncedSessions', 'sessions'),
  kpi('traffic', 'page-load-time', 'duration', 'down', 'lcpMsP75 / 1000', 'RECOMPUTE', 'days'),
  share('cart', 'cart-abandonment-rate', 'down', 'abandonedCarts', 'maturedCarts'),
  share('cart', 'checkout-completion-rate', 'up', 'sessionsCheckoutAndPurchase', 'sessionsWithCheckout'),
  kpi('stock', 'inventory-level', 'count', 'neutral', 'inventoryUnits', 'LAST', 'census'),
  kpi('stock', 'stockout-rate', 'percent', 'down', 'skuDaysOutOfStock / skuDaysTracked', 'ROS', 'census'),
  kpi('stock', 'order-cycle-time', 'duration', 'down', 'cycleSeconds / deliveredOrders', 'ROS', 'welch', {
    testInputs: { n: 'deliveredOrders', sum: 'cycleSeconds', squares: 'cycleSecondsSquares' },
  }),
  kpi('stock', 'return-rate', 'percent', 'down', 'unitsReturned / unitsSold', 'ROS', 'days'),
  kpi('marketing', 'roas', 'ratio', 'up', 'attributedRevenue / adCost', 'ROS', 'days'),
  kpi(
    'service',
    'net-promoter-score',
    'score',
    'up',
    '100 * (npsPromoters - npsDetractors) / npsResponses',
    'ROS',
    'welch',
    {
      testInputs: {
        n: 'npsResponses',
        sum: '100 * (npsPromoters - npsDetractors)',
        squares: '10000 * (npsPromoters + npsDetractors)',
      },
    },
  ),
  kpi('service', 'first-response-time', 'duration', 'down', 'firstResponseP50', 'RECOMPUTE', 'days'),
];

/** Every KPI by id; catalogue, section 3. */
export const kpiCatalog: ReadonlyMap<string, KpiDefinition> = new Map(list.map((each) => [each.id, each]));
