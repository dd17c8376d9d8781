import fc from 'fast-check';
import type { CubeAnswer, CubeRow } from '../../src/core/dataset/cube-answer.js';
import type { TablesInput } from '../../src/core/dataset/input.js';
import type { Zone } from '../../src/core/time/zone.js';
import { addDays, isoOf } from '../../src/core/time/day.js';
import type { Day } from '../../src/core/time/day.js';
import { day } from './time/written.js';

/** Orders, refunds and sessions in March and April 2026, over the clock changes of Europe and Lord Howe. */
export interface Shop {
  readonly orders: readonly OrderRow[];
  readonly refunds: readonly RefundRow[];
  readonly sessions: readonly SessionRow[];
}
interface OrderRow {
  readonly orderId: string;
  readonly placedAt: string;
  readonly grossSales: number;
  readonly discounts: number;
  readonly customerId: string;
  readonly channel: string;
  readonly isTest: boolean;
}
interface RefundRow {
  readonly refundId: string;
  readonly orderId: string;
  readonly refundedAt: string;
  readonly amount: number;
}
interface SessionRow {
  readonly sessionId: string;
  readonly startedAt: string;
  readonly channel: string;
  readonly purchased: boolean;
}

export const zoneIds = ['Europe/Copenhagen', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const;
export const first = '2026-03-16';
export const last = '2026-04-19';

const start = Date.parse('2026-03-16T12:00Z');
const end = Date.parse('2026-04-19T10:00Z');
const moments = fc
  .integer({ min: 0, max: (end - start) / 60_000 })
  .map((minute) => new Date(start + minute * 60_000).toISOString());
const cents = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max }).map((amount) => amount / 100);
const channels = fc.constantFrom('email', 'direct', 'paid-search', '');

const numbered = <T extends object, K extends string>(rows: readonly T[], key: K): (T & Record<K, string>)[] =>
  rows.map((row, index) => ({ ...row, [key]: String(index) })) as (T & Record<K, string>)[];

/** Shops whose first order opens on the first day, so that all of March to April is known. */
export const shops: fc.Arbitrary<Shop> = fc
  .record({
    orders: fc.array(
      fc.record({
        placedAt: moments,
        grossSales: cents(100_000),
        discounts: cents(2000),
        customerId: fc.constantFrom('', 'ann', 'bob', 'cat', 'dan'),
        channel: channels,
        isTest: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    refunds: fc.array(
      fc.record({ orderId: fc.nat({ max: 45 }).map(String), refundedAt: moments, amount: cents(5000) }),
      { minLength: 1, maxLength: 8 },
    ),
    sessions: fc.array(fc.record({ startedAt: moments, channel: channels, purchased: fc.boolean() }), {
      minLength: 1,
      maxLength: 40,
    }),
  })
  .map(({ orders: [opening, ...orders], refunds, sessions: [visit, ...sessions] }) => ({
    orders: numbered([{ ...opening!, placedAt: new Date(start).toISOString() }, ...orders], 'orderId'),
    refunds: numbered(refunds, 'refundId'),
    sessions: numbered([{ ...visit!, startedAt: new Date(start).toISOString() }, ...sessions], 'sessionId'),
  }));

export const tablesOf = ({ orders, refunds, sessions }: Shop): TablesInput =>
  ({ orders, refunds, sessions }) as unknown as TablesInput;

/** Inclusive windows of the shops' days. */
export const windows: fc.Arbitrary<readonly [Day, Day]> = fc
  .tuple(fc.nat({ max: 34 }), fc.nat({ max: 34 }))
  .map(([a, b]) => [addDays(day(first), Math.min(a, b)), addDays(day(first), Math.max(a, b))]);

export const interval = ([from, to]: readonly [Day, Day]): string => `${isoOf(from)}/${isoOf(to)}`;

/**
 * The cube answer of a shop, counted row by row in the plainest way there is: an oracle that shares nothing with the
 * core but the clock of the zone.
 * @param spans the windows to give distinct customers for
 */
export function cubeOf(
  shop: Shop,
  zone: Zone,
  by: readonly 'channel'[],
  spans: readonly (readonly [Day, Day])[],
): CubeAnswer {
  const dayOf = (time: string): Day => zone.dayAt(Date.parse(time));
  const counted = shop.orders.filter(({ isTest }) => !isTest);
  const orderOf = new Map(shop.orders.map((order) => [order.orderId, order]));
  const firstOf = new Map<string, OrderRow>();
  for (const order of counted) {
    const best = firstOf.get(order.customerId);
    const isFirst = !best || [order.placedAt, order.orderId] < [best.placedAt, best.orderId];
    if (order.customerId !== '' && isFirst) firstOf.set(order.customerId, order);
  }
  const isFirst = (order: OrderRow): boolean => firstOf.get(order.customerId) === order;
  const keys: readonly (string | null)[] = by.length > 0 ? ['email', 'direct', 'paid-search', ''] : [null];
  const within = <T extends { readonly channel: string }>(rows: readonly T[], key: string | null): T[] =>
    rows.filter(({ channel }) => key === null || channel === key);
  const cents = (amounts: readonly number[]): number =>
    amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;

  const buckets: CubeRow[] = [];
  for (let at = day(first); at <= day(last); at = addDays(at, 1)) {
    for (const key of keys) {
      const orders = within(counted, key).filter(({ placedAt }) => dayOf(placedAt) === at);
      const sessions = within(shop.sessions, key).filter(({ startedAt }) => dayOf(startedAt) === at);
      const refunds = shop.refunds
        .filter(({ orderId }) => !orderOf.get(orderId)?.isTest)
        .map((refund) => ({ ...refund, channel: orderOf.get(refund.orderId)?.channel ?? '' }));
      buckets.push({
        start: isoOf(at),
        ...(key === null ? {} : { channel: key }),
        orders: orders.length,
        orderRevenue: cents(orders.flatMap(({ grossSales, discounts }) => [grossSales, -discounts])),
        orderRevenueSquares:
          orders.reduce((sum, order) => sum + Math.round((order.grossSales - order.discounts) * 100) ** 2, 0) / 10_000,
        newCustomers: orders.filter(isFirst).length,
        refundedAmount: cents(
          within(refunds, key)
            .filter(({ refundedAt }) => dayOf(refundedAt) === at)
            .map(({ amount }) => amount),
        ),
        sessions: sessions.length,
        sessionsWithPurchase: sessions.filter(({ purchased }) => purchased).length,
      });
    }
  }
  const each = new Map(spans.map((span) => [interval(span), span]));
  const given = [...each.values()].flatMap(([from, to]) =>
    [null, ...keys.filter((key) => key !== null)].map((key): CubeRow => {
      const times = new Map<string, number>();
      const fresh = new Set<string>();
      for (const order of within(counted, key)) {
        const { placedAt, customerId } = order;
        if (customerId === '' || dayOf(placedAt) < from || dayOf(placedAt) > to) continue;
        times.set(customerId, (times.get(customerId) ?? 0) + 1);
        if (isFirst(order)) fresh.add(customerId);
      }
      return {
        ...{ start: isoOf(from), end: isoOf(to), channel: key },
        ...{ activeCustomers: times.size, repeatCustomers: [...times.values()].filter((count) => count > 1).length },
        returningCustomers: times.size - fresh.size,
      };
    }),
  );
  return { kind: 'kpi-cube', version: 1, timeZone: zone.id, asOf: last, by, buckets, windows: given };
}
