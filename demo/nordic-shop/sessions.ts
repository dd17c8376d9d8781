import { group } from 'd3';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { localTime } from './local-time.js';
import { momentOf } from './orders.js';
import type { Order } from './orders.js';
import type { Visits } from './traffic.js';

const minute = 60_000;
const returning = 0.34;

/** Writes the visits one by one, as a server that notes every session does. */
export class VisitLog {
  /** Browsers seen lately, by country and device. */
  readonly #seen = new Map<string, string[]>();
  readonly #sessionOf = new Map<Order, string>();
  #visitors = 0;

  /** The session of an order. */
  sessionOf(order: Order): string | undefined {
    return this.#sessionOf.get(order);
  }

  /** The sessions of a day, in the order of the clock; each purchase belongs to one of the day's orders. */
  sessionsOn(visits: readonly Visits[], orders: readonly Order[], chance: Chance): Row[] {
    const ordersOf = group(orders, ({ visits: of }) => of);
    const all = visits.flatMap((of) => {
      const mine = ordersOf.get(of) ?? [];
      const through = mine.filter(({ boughtNow }) => !boughtNow);
      const past = mine.filter(({ boughtNow }) => boughtNow);
      // The first have gone furthest; those who bought at once left no cart, so they stand behind the carts.
      return Array.from({ length: of.sessions }, (_, rank) => {
        const order = through[rank] ?? (rank >= of.carts ? past[rank - of.carts] : undefined);
        return {
          of,
          rank,
          order,
          at: order ? order.at - minute * (3 + chance.wait(9)) : momentOf(of.day, of.device, chance),
        };
      });
    });
    return all
      .sort((a, b) => a.at - b.at)
      .map(({ of, rank, order, at }, index) => {
        const sessionId = `${of.day.date.replaceAll('-', '')}-${index + 1}`;
        if (order) this.#sessionOf.set(order, sessionId);
        const bounced = rank >= of.sessions - of.bounced;
        return {
          sessionId,
          startedAt: localTime(Math.max(of.day.start, at)),
          visitorId: this.#visitor(of, chance),
          channel: of.channel.id,
          device: of.device.id,
          country: of.country.id,
          pageviews: bounced ? 1 : 2 + chance.count(rank < of.viewed ? 5 : 1),
          productViewed: rank < of.viewed,
          addedToCart: rank < of.carts,
          checkoutStarted: rank < of.checkouts,
          purchased: order !== undefined,
        };
      });
  }

  #visitor({ country, device }: Visits, chance: Chance): string {
    const key = `${country.id} ${device.id}`;
    let seen = this.#seen.get(key);
    if (!seen) this.#seen.set(key, (seen = []));
    const again = chance.happens(returning) ? seen[Math.floor(seen.length * chance.next())] : undefined;
    if (again) return again;
    const visitor = `v${this.#visitors++}`;
    seen.push(visitor);
    // Somebody who stayed away for long comes with a new cookie.
    if (seen.length > 4_000) seen.splice(0, 2_000);
    return visitor;
  }
}
