import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { localTime } from './local-time.js';
import { momentOf } from './orders.js';
import type { Order } from './orders.js';
import type { Visits } from './traffic.js';

const minute = 60_000;

/** The carts of a day's visits: one for each purchase that went through one, and those that were left. */
export function cartsOn(visits: readonly Visits[], orders: readonly Order[], chance: Chance): Row[] {
  const bought = orders
    .filter(({ boughtNow }) => !boughtNow)
    .map(({ id, at, visits: of }) => {
      const createdAt = Math.max(of.day.start, at - minute * (2 + chance.wait(14)));
      return { of, createdAt, orderId: id, convertedAt: at };
    });
  const left = visits.flatMap((of) =>
    Array.from({ length: of.carts - of.purchases }, () => ({
      of,
      createdAt: momentOf(of.day, of.device, chance),
      orderId: undefined,
      convertedAt: undefined,
    })),
  );
  return [...bought, ...left]
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(({ of, createdAt, orderId, convertedAt }, index) => ({
      cartId: `${of.day.date.replaceAll('-', '')}-${index + 1}`,
      createdAt: localTime(createdAt),
      orderId,
      convertedAt: convertedAt === undefined ? undefined : localTime(convertedAt),
      channel: of.channel.id,
      device: of.device.id,
      country: of.country.id,
    }));
}
