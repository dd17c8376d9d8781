import type { KpiDefinition } from './definition.js';

const list: readonly KpiDefinition[] = [
  {
    id: 'net-sales',
    group: 'sales',
    unit: 'currency',
    direction: 'up',
    formula: 'orderRevenue - refundedAmount',
    fallbacks: [{ formula: 'netSales' }],
    acrossPeriods: 'SUM',
    defaultComparison: 'previous-period',
  },
  {
    id: 'total-sales',
    group: 'sales',
    unit: 'currency',
    direction: 'up',
    formula: 'orderRevenue - refundedAmount + shippingCharged - refundedShipping + taxes - refundedTaxes + duties',
    acrossPeriods: 'SUM',
    defaultComparison: 'previous-period',
  },
  {
    id: 'order-count',
    group: 'sales',
    unit: 'count',
    direction: 'up',
    formula: 'orders',
    acrossPeriods: 'SUM',
    defaultComparison: 'previous-period',
  },
  {
    id: 'average-order-value',
    group: 'sales',
    unit: 'currency',
    direction: 'up',
    formula: 'orderRevenue / orders',
    acrossPeriods: 'ROS',
    defaultComparison: 'previous-period',
  },
  {
    id: 'conversion-rate',
    group: 'sales',
    unit: 'percent',
    direction: 'up',
    formula: 'sessionsWithPurchase / sessions',
    acrossPeriods: 'ROS',
    defaultComparison: 'previous-period',
  },
  {
    id: 'repeat-purchase-rate',
    group: 'customers',
    unit: 'percent',
    direction: 'up',
    formula: 'repeatCustomers / activeCustomers',
    acrossPeriods: 'RECOMPUTE',
    defaultComparison: 'previous-period',
  },
];

/** Every KPI by id; catalogue, section 3. */
export const kpiCatalog: ReadonlyMap<string, KpiDefinition> = new Map(list.map((kpi) => [kpi.id, kpi]));
