import { daysAfter, nextWorkingHour } from './calendar.js';
import { weighted } from './chance.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { localDate, localTime, midnight } from './local-time.js';
import { countries } from './markets.js';
import type { Order } from './orders.js';

/** A parcel on its way. */
export interface Shipment {
  readonly order: Order;
  readonly shippedAt: number;
  readonly deliveredAt: number;
  /** The last day promised. */
  readonly promised: string;
  readonly carrier: string;
}

const hour = 3_600_000;
const day = 24 * hour;
/** The first carrier of a country takes most of its parcels. */
const carrierOf = new Map(
  countries.map((country) => [
    country,
    weighted(
      country.carriers,
      country.carriers.map((_, rank) => 1 / (1 + rank)),
    ),
  ]),
);

/** Packs an order and hands it to a carrier; before Christmas and after Black Friday everybody waits. */
export function ship(order: Order, chance: Chance): Shipment {
  const { country, day: placed } = order.visits;
  const date = placed.date.slice(5);
  const rush = placed.campaign?.id === 'black-week' || (date >= '12-08' && date <= '12-20') ? 1.7 : 1;
  const packed = nextWorkingHour(order.at + chance.wait(5 * hour * rush));
  const deliveredAt = packed + chance.around(country.transit * day * rush ** 0.6, 0.32);
  return {
    order,
    shippedAt: packed,
    deliveredAt: byDay(deliveredAt),
    promised: daysAfter(localDate(order.at), country.promised),
    carrier: carrierOf.get(country)!(chance.next()),
  };
}

/** Whether a parcel came on its promised day or before. */
export const isOnTime = ({ deliveredAt, promised }: Shipment): boolean =>
  deliveredAt < midnight(daysAfter(promised, 1));

/** Nobody rings at night: what would arrive then arrives between 9 and 21 on the shop's clock. */
function byDay(instant: number): number {
  const start = midnight(localDate(instant));
  return start + 9 * hour + ((instant - start) / day) * 12 * hour;
}

/** A parcel as the carriers report it up to the end of the data. */
export function shipmentRow({ order, shippedAt, deliveredAt, promised, carrier }: Shipment, end: number): Row {
  return {
    shipmentId: `p${order.id}`,
    orderId: order.id,
    shippedAt: localTime(shippedAt),
    deliveredAt: deliveredAt < end ? localTime(deliveredAt) : undefined,
    promisedAt: promised,
    carrier,
    country: order.visits.country.id,
  };
}
