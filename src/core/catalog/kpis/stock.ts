import { census, mean, ratio, share } from '../declare-kpi.js';

export const stock = [
  census('inventory-level', 'count', 'neutral', 'inventoryUnits', 'LAST'),
  census(
    'days-of-inventory',
    'duration',
    'neutral',
    'max(inventoryUnits, 0) / (unitsSold / days()) * 86400',
    'RECOMPUTE',
  ),
  census('stockout-rate', 'percent', 'down', 'skuDaysOutOfStock / skuDaysTracked', 'ROS'),
  mean('order-cycle-time', 'duration', 'down', 'cycleSeconds', 'deliveredOrders', 'cycleSecondsSquares'),
  share('on-time-delivery-rate', 'up', 'onTimeDeliveries', 'promisedDeliveries'),
  ratio('return-rate', 'percent', 'down', 'unitsReturned / unitsSold'),
  ratio('refund-rate', 'percent', 'down', 'refundedAmount / orderRevenue'),
];
