import { census, costed, mean, ratio, share, yearly } from '../declare-kpi.js';

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
  census('inventory-turnover', 'ratio', 'up', '(cogs - restockedCost) / averageInventoryValue', 'RECOMPUTE', {
    ...yearly,
    ...costed(0.95),
  }),
  census(
    'sell-through-rate',
    'percent',
    'up',
    '(unitsSold - unitsReturned) / (openingUnits + unitsReceived)',
    'RECOMPUTE',
  ),
  mean('order-cycle-time', 'duration', 'down', 'cycleSeconds', 'deliveredOrders', 'cycleSecondsSquares'),
  share('on-time-delivery-rate', 'up', 'onTimeDeliveries', 'promisedDeliveries'),
  ratio('return-rate', 'percent', 'down', 'unitsReturned / unitsSold'),
  ratio('refund-rate', 'percent', 'down', 'refundedAmount / orderRevenue'),
];
