import { events, kpi, mean, ratio, share, total } from '../declare-kpi.js';

export const sales = [
  total('gross-merchandise-value', 'up', 'grossSales', 'currency'),
  kpi('net-sales', 'currency', 'up', 'orderRevenue - refundedAmount', 'SUM', 'days', {
    fallbacks: [{ formula: 'netSales' }],
  }),
  total(
    'total-sales',
    'up',
    'orderRevenue - refundedAmount + shippingCharged - refundedShipping + taxes - refundedTaxes + duties',
    'currency',
  ),
  events('order-count', 'up', 'orders'),
  mean('average-order-value', 'currency', 'up', 'orderRevenue', 'orders', 'orderRevenueSquares'),
  share('conversion-rate', 'up', 'sessionsWithPurchase', 'sessions'),
  share('goal-conversion-rate', 'up', 'sessionsWithGoal', 'sessions', { breakdown: ['goal'] }),
  mean('units-per-order', 'ratio', 'up', 'unitsSold', 'orders', 'orderUnitsSquares'),
  ratio('revenue-per-visitor', 'currency', 'up', 'orderRevenue / sessions'),
];
