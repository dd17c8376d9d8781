import type { ShopDay } from './calendar.js';
import { campaignsOf } from './campaigns.js';
import { weighted } from './chance.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import type { Customers } from './customers.js';
import { localTime } from './local-time.js';
import type { Device } from './markets.js';
import { devices } from './markets.js';
import { kroner } from './money.js';
import { popularity, priceOn } from './products.js';
import type { Product } from './products.js';
import type { Visits } from './traffic.js';

/** Goods of one kind in an order; money in whole øre, without tax. */
export interface OrderLine {
  readonly product: Product;
  readonly quantity: number;
  readonly price: number;
  readonly discount: number;
}

/** A purchase; money in whole øre, without tax. */
export interface Order {
  readonly id: string;
  readonly at: number;
  readonly visits: Visits;
  /** Past cart and checkout. */
  readonly boughtNow: boolean;
  /** Nobody known: a guest. */
  readonly customer: string | undefined;
  readonly isFirst: boolean;
  readonly campaign: string | undefined;
  readonly lines: readonly OrderLine[];
  readonly gross: number;
  readonly discount: number;
  readonly shipping: number;
  readonly tax: number;
  readonly cost: number;
  readonly units: number;
  readonly cancelledAt: number | undefined;
}

const hourOf = new Map(devices.map(({ id, hours }) => [id, weighted([...hours.keys()], hours)]));
/** Freight, and the basket from which it is free. */
const freight = 3_120;
const freeFrom = 39_920;
const guests = 0.12;
const cancelled = 0.012;
const couponForNew = 0.1;

/** A moment of the day at which people with this device are in shops, evenly spread inside its hour. */
export function momentOf({ start, end }: ShopDay, device: Device, chance: Chance): number {
  const hour = hourOf.get(device.id)!(chance.next());
  return start + ((hour + chance.next()) / 24) * (end - start);
}

/** Writes the orders of the days handed in, one after the other. */
export class OrderBook {
  readonly #ordinary: (share: number) => Product;
  readonly #gifts: (share: number) => Product;
  readonly #customers: Customers;
  #number = 100_000;

  constructor(range: readonly Product[], customers: Customers) {
    this.#gifts = weighted(range, popularity(range, true));
    this.#ordinary = weighted(range, popularity(range));
    this.#customers = customers;
  }

  /** All purchases of a day's visits, in the order of the clock. */
  ordersOf(visits: readonly Visits[], chance: Chance): Order[] {
    const purchases = visits.flatMap((each) =>
      Array.from({ length: each.purchases + each.boughtNow }, (_, index) => ({
        visits: each,
        boughtNow: index >= each.purchases,
        at: momentOf(each.day, each.device, chance),
      })),
    );
    return purchases.sort((a, b) => a.at - b.at).map((purchase) => this.#order(purchase, chance));
  }

  #order(purchase: Pick<Order, 'visits' | 'boughtNow' | 'at'>, chance: Chance): Order {
    const { day, channel, country } = purchase.visits;
    const isGuest = chance.happens(guests);
    const isReturning = !isGuest && (purchase.boughtNow || chance.happens(channel.returning));
    const customer = isGuest ? undefined : this.#customers.buy(country.id, isReturning, chance);
    const isFirst = customer !== undefined && !isReturning;
    const hasCoupon = isFirst && !day.campaign && channel.id !== 'paid-shopping' && chance.happens(0.3);
    const lines = this.#lines(day, purchase.boughtNow, hasCoupon ? couponForNew : 0, chance);
    const sum = (of: (line: OrderLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
    const gross = sum(({ price, quantity }) => price * quantity);
    const discount = sum((line) => line.discount);
    const shipping = gross - discount < freeFrom ? freight : 0;
    return {
      ...purchase,
      id: String(++this.#number),
      customer,
      isFirst,
      campaign: campaignsOf(channel.id, day)?.(chance.next()),
      lines,
      gross,
      discount,
      shipping,
      tax: Math.round((gross - discount + shipping) * country.vat),
      cost: sum(({ product, quantity }) => product.cost * quantity),
      units: sum(({ quantity }) => quantity),
      cancelledAt: chance.happens(cancelled) ? purchase.at + chance.wait(3 * 3_600_000) : undefined,
    };
  }

  #lines(day: ShopDay, single: boolean, coupon: number, chance: Chance): OrderLine[] {
    const pick = day.giftSeason ? this.#gifts : this.#ordinary;
    const count = single ? 1 : 1 + Math.min(9, chance.count(day.giftSeason ? 1.4 : 1.12));
    const products = new Set(Array.from({ length: count }, () => pick(chance.next())));
    const share = day.campaign?.discount ?? 0;
    return [...products].map((product) => {
      const quantity = 1 + Math.min(11, chance.count(product.more));
      const price = priceOn(product, day.date);
      return { product, quantity, price, discount: Math.round(price * quantity * (share || coupon)) };
    });
  }
}

/** An order as the shop's system keeps it. */
export function orderRow(order: Order, sessionId?: string): Row {
  const { channel, device, country } = order.visits;
  return {
    orderId: order.id,
    placedAt: localTime(order.at),
    customerId: order.customer,
    ...(sessionId === undefined ? {} : { sessionId }),
    grossSales: kroner(order.gross),
    discounts: kroner(order.discount),
    shippingCharged: kroner(order.shipping),
    taxes: kroner(order.tax),
    cogs: kroner(order.cost),
    units: order.units,
    isFirstOrder: order.isFirst,
    cancelledAt: order.cancelledAt === undefined ? undefined : localTime(order.cancelledAt),
    device: device.id,
    channel: channel.id,
    campaign: order.campaign,
    country: country.id,
  };
}

/** The lines of an order. */
export function lineRows({ id, lines }: Order): Row[] {
  return lines.map(({ product, quantity, price, discount }) => ({
    orderId: id,
    sku: product.sku,
    category: product.category,
    quantity,
    unitPrice: kroner(price),
    discount: kroner(discount),
    unitCost: kroner(product.cost),
  }));
}
