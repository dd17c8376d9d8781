import type { Measures } from '../declare-measure.js';
import { count, stock, sum } from '../declare-measure.js';

const arrived = 'final and deliveredAt known';
const cycle = 'deliveredAt - placedAt';
const promised = 'final and promisedAt known and promisedAt ≤ asOf';

/** What lies in stock, and is on its way. */
export const goodsMeasures: Measures = {
  inventorySnapshots: {
    inventoryUnits: stock('onHandUnits'),
    openingUnits: stock('onHandUnits', { daily: 'derived', opening: 'inventoryUnits' }),
    averageInventoryValue: stock('onHandUnits * unitCost', { aggregation: 'mean', unit: 'currency', daily: 'avg' }),
    skuDaysTracked: count('listed', { per: 'sku' }),
    skuDaysOutOfStock: count('listed and onHandUnits ≤ 0', { per: 'sku' }),
  },
  stockEvents: { unitsReceived: sum('units', 'count', 'type = receipt') },
  shipments: {
    deliveredOrders: count(arrived),
    cycleSeconds: sum(cycle, 'duration', arrived),
    cycleSecondsSquares: sum(`(${cycle}) * (${cycle})`, 'square', arrived),
    promisedDeliveries: count(promised, { on: 'promisedAt' }),
    onTimeDeliveries: count(`${promised} and deliveredAt ≤ promisedAt`, { on: 'promisedAt' }),
  },
};
