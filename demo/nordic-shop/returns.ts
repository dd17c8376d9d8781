import { weighted } from './chance.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import type { Shipment } from './delivery.js';
import { localTime } from './local-time.js';
import { kroner } from './money.js';
import type { OrderLine } from './orders.js';

/** Goods that came back, or money without goods; money in whole øre. */
export interface Refund {
  readonly id: string;
  readonly orderId: string;
  readonly at: number;
  readonly line: OrderLine;
  readonly amount: number;
  readonly units: number;
  readonly restockedCost: number;
  readonly kind: 'return' | 'refund-only';
  readonly reason: string;
}

const reasons = weighted(['changed-mind', 'not-as-described', 'damaged', 'defective', 'late'], [46, 22, 16, 11, 5]);
/** The share of lines that come back, by category; presents more often. */
const rates: Readonly<Record<string, number>> = {
  Textiles: 0.12,
  Furniture: 0.12,
  Lighting: 0.1,
  Bath: 0.07,
  Kitchen: 0.06,
  Candles: 0.025,
};
const giftFactor = 1.35;
const day = 86_400_000;

/** What of a parcel is sent back, about two weeks after it came. */
export function returnsOf({ order, deliveredAt }: Shipment, chance: Chance): Refund[] {
  return order.lines.flatMap((line, index) => {
    const rate = rates[line.product.category]! * (order.visits.day.giftSeason ? giftFactor : 1);
    if (!chance.happens(rate)) return [];
    const reason = reasons(chance.next());
    // A candle that broke is not sent back.
    const kept = reason === 'damaged' && line.product.price < 12_000;
    const units = chance.happens(0.7) ? line.quantity : 1;
    const share = units / line.quantity;
    const restocked = kept || reason === 'damaged' || reason === 'defective' ? 0 : units * line.product.cost;
    return [
      {
        id: `${order.id}-${index + 1}`,
        orderId: order.id,
        at: deliveredAt + day * (3 + chance.around(9, 0.5)),
        line,
        amount: Math.round((line.price * line.quantity - line.discount) * share),
        units: kept ? 0 : units,
        restockedCost: restocked,
        kind: kept ? ('refund-only' as const) : ('return' as const),
        reason,
      },
    ];
  });
}

/** A refund as the shop's system keeps it. */
export function refundRow({ id, orderId, at, line, amount, units, restockedCost, kind, reason }: Refund): Row {
  return {
    refundId: id,
    orderId,
    refundedAt: localTime(at),
    sku: line.product.sku,
    amount: kroner(amount),
    units,
    restockedCost: kroner(restockedCost),
    kind,
    reason,
  };
}
