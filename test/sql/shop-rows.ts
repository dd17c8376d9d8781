import { zoneOf } from '../../src/core/time/zone.js';

/** Orders, refunds and sessions as a shop's database holds them; times are instants, an empty text is unknown. */
export interface ShopRows {
  readonly orders: Record<string, unknown>[];
  readonly refunds: Record<string, unknown>[];
  readonly sessions: Record<string, unknown>[];
}

/** The same numbers from 0 to 1 at every run (Mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A shop's rows from one local day to another, both with rows, and an order every ten minutes around a clock change.
 * @param change the instant at which the clock changes, ISO
 */
export function shopRows(seed: number, timeZone: string, first: string, last: string, change: string): ShopRows {
  const random = seeded(seed);
  const zone = zoneOf(timeZone);
  const from = zone.instantAt(Date.parse(`${first}T00:00Z`));
  const to = zone.instantAt(Date.parse(`${last}T23:59Z`));
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const moment = (): number => Math.floor((from + random() * (to - from)) / 1000) * 1000;
  const iso = (instant: number): string => new Date(instant).toISOString();
  const channel = (): string => pick(['email', 'email', 'direct', 'organic-search', 'paid-search', '']);
  const aroundChange = Array.from({ length: 48 }, (_, index) => Date.parse(change) + (index - 24) * 600_000);
  const times = [from, to, ...aroundChange, ...Array.from({ length: 2500 }, moment)];

  const orders = times.map((placedAt, index) => ({
    orderId: `o${index}`,
    placedAt: iso(placedAt),
    grossSales: Math.floor(random() * 50_000) / 100,
    discounts: random() < 0.3 ? Math.floor(random() * 2000) / 100 : 0,
    customerId: random() < 0.1 ? '' : `c${Math.floor(random() * 900)}`,
    channel: channel(),
    isTest: random() < 0.02,
  }));
  const refunds = Array.from({ length: 250 }, (_, index) => ({
    refundId: `r${index}`,
    // Some refunds are of orders that are older than the data.
    orderId: `o${Math.floor(random() * (orders.length + 30))}`,
    refundedAt: iso(moment()),
    amount: Math.floor(random() * 10_000) / 100,
  }));
  const sessions = [from, to, ...aroundChange, ...Array.from({ length: 6000 }, moment)].map((startedAt, index) => ({
    sessionId: `s${index}`,
    startedAt: iso(startedAt),
    channel: channel(),
    purchased: random() < 0.3,
  }));
  return { orders, refunds, sessions };
}
