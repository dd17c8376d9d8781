import type { KpiDefinition } from './definition.js';

type More = Partial<KpiDefinition>;
type Declared = Omit<KpiDefinition, 'group'>;

const kpi = (
  id: string,
  unit: KpiDefinition['unit'],
  direction: KpiDefinition['direction'],
  formula: string,
  acrossPeriods: KpiDefinition['acrossPeriods'],
  test: NonNullable<KpiDefinition['test']> = 'days',
  more?: More,
): Declared => ({ id, unit, direction, formula, acrossPeriods, defaultComparison: 'previous-period', test, ...more });

/** The share of the trials that are successes. */
const share = (id: string, direction: 'up' | 'down', successes: string, trials: string, more?: More): Declared =>
  kpi(id, 'percent', direction, `${successes} / ${trials}`, 'ROS', 'two-proportion', {
    testInputs: { successes, trials },
    ...more,
  });

/** A sum per unit, whose squares tell how much it varies. */
const mean = (
  id: string,
  unit: KpiDefinition['unit'],
  direction: 'up' | 'down',
  sum: string,
  n: string,
  squares: string,
): Declared => kpi(id, unit, direction, `${sum} / ${n}`, 'ROS', 'welch', { testInputs: { n, sum, squares } });

/** A number of events. */
const events = (id: string, count: string): Declared =>
  kpi(id, 'count', 'up', count, 'SUM', 'poisson', { testInputs: { count, exposure: 'days()' } });

/** A figure over the orders whose cost is known. */
const costed = (refuseBelow: number): More => ({
  complete: { part: 'costedRevenue', whole: 'orderRevenue', refuseBelow },
});
const recompute: More = { acrossPeriods: 'RECOMPUTE' };

const groups: Readonly<Record<string, readonly Declared[]>> = {
  sales: [
    kpi('gross-merchandise-value', 'currency', 'up', 'grossSales', 'SUM'),
    kpi('net-sales', 'currency', 'up', 'orderRevenue - refundedAmount', 'SUM', 'days', {
      fallbacks: [{ formula: 'netSales' }],
    }),
    kpi(
      'total-sales',
      'currency',
      'up',
      'orderRevenue - refundedAmount + shippingCharged - refundedShipping + taxes - refundedTaxes + duties',
      'SUM',
    ),
    events('order-count', 'orders'),
    mean('average-order-value', 'currency', 'up', 'orderRevenue', 'orders', 'orderRevenueSquares'),
    share('conversion-rate', 'up', 'sessionsWithPurchase', 'sessions'),
    mean('units-per-order', 'ratio', 'up', 'unitsSold', 'orders', 'orderUnitsSquares'),
    kpi('revenue-per-visitor', 'currency', 'up', 'orderRevenue / sessions', 'ROS'),
  ],
  profit: [
    kpi(
      'gross-profit',
      'currency',
      'up',
      'costedRevenue - costedRefunds - (cogs - restockedCost)',
      'SUM',
      'days',
      costed(0.95),
    ),
    kpi(
      'gross-margin',
      'percent',
      'up',
      '1 - (cogs - restockedCost) / (costedRevenue - costedRefunds)',
      'ROS',
      'days',
      costed(0.5),
    ),
  ],
  customers: [
    kpi('customer-acquisition-cost', 'currency', 'down', 'marketingCost / newCustomers', 'ROS'),
    share('repeat-purchase-rate', 'up', 'repeatCustomers', 'activeCustomers', recompute),
    share('returning-customer-rate', 'up', 'returningCustomers', 'activeCustomers', recompute),
    events('new-customers', 'newCustomers'),
  ],
  traffic: [
    kpi('website-traffic', 'count', 'up', 'sessions', 'SUM'),
    share('bounce-rate', 'down', 'bouncedSessions', 'sessions'),
    kpi('page-load-time', 'duration', 'down', 'lcpMsP75 / 1000', 'RECOMPUTE'),
  ],
  cart: [
    share('cart-abandonment-rate', 'down', 'abandonedCarts', 'maturedCarts'),
    share('checkout-completion-rate', 'up', 'sessionsCheckoutAndPurchase', 'sessionsWithCheckout'),
  ],
  stock: [
    kpi('inventory-level', 'count', 'neutral', 'inventoryUnits', 'LAST', 'census'),
    kpi('stockout-rate', 'percent', 'down', 'skuDaysOutOfStock / skuDaysTracked', 'ROS', 'census'),
    mean('order-cycle-time', 'duration', 'down', 'cycleSeconds', 'deliveredOrders', 'cycleSecondsSquares'),
    kpi('return-rate', 'percent', 'down', 'unitsReturned / unitsSold', 'ROS'),
  ],
  marketing: [kpi('roas', 'ratio', 'up', 'attributedRevenue / adCost', 'ROS')],
  service: [
    mean(
      'net-promoter-score',
      'score',
      'up',
      '100 * (npsPromoters - npsDetractors)',
      'npsResponses',
      '10000 * (npsPromoters + npsDetractors)',
    ),
    kpi('first-response-time', 'duration', 'down', 'firstResponseP50', 'RECOMPUTE'),
  ],
};

/** Every KPI by id; catalogue, section 3. */
export const kpiCatalog: ReadonlyMap<string, KpiDefinition> = new Map(
  Object.entries(groups).flatMap(([group, kpis]) => kpis.map((each) => [each.id, { group, ...each }])),
);
