import { costed, kpi } from '../declare-kpi.js';

export const profit = [
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
  kpi(
    'contribution-margin',
    'percent',
    'up',
    'kpi(gross-margin) + (shippingCharged - refundedShipping - fulfilmentCost - paymentFees) / kpi(net-sales)',
    'RECOMPUTE',
  ),
];
