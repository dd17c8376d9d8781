import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nordicShop } from '../../../demo/nordic-shop/shop.js';
import type { NordicShop } from '../../../demo/nordic-shop/shop.js';
import { createDataset, evaluateFunnel } from '../../../src/headless.js';
import { factsOf, rowsOf } from './facts.js';

const hash = (shop: NordicShop): string => createHash('sha256').update(JSON.stringify(shop)).digest('hex');
const small = { days: 40, scale: 0.05 } as const;

// Two years of rows are walked through: a busy machine needs its time.
describe('a Nordic shop', { timeout: 30_000 }, () => {
  const whole = nordicShop();

  it('is what STORY.md tells', () => {
    const told = readFileSync(new URL('../../../demo/nordic-shop/STORY.md', import.meta.url), 'utf8');
    const rows = [...told.matchAll(/^\| ([^|]+?) +\| +([^|]+?) +\|$/gm)].map(([, name, value]) => [name, value]);
    const table = Object.fromEntries(rows.filter(([name]) => name !== 'Fact' && !name?.startsWith('-'))) as unknown;
    expect(table).toEqual(factsOf(whole));
  });

  it('leaks worst where the checkout fails, in the week that holds it', () => {
    const { currency, timeZone, asOf, ...tables } = whole;
    const dataset = createDataset(tables, { currency, timeZone, asOf });
    const week = (period: string) => {
      const { stages, worst } = evaluateFunnel(dataset, { period, asOf, compare: 'previous-period' });
      return worst && [stages[worst.stage]!.measure, worst.fell];
    };
    expect(week('2026-10-08/2026-10-14')).toEqual(['sessionsWithPurchase', true]);
    expect(week('2026-10-10/2026-10-16')).toEqual(['sessionsWithPurchase', true]);
    // Before, nothing fell: the step with the lowest rate.
    expect(week('2026-09-24/2026-09-30')).toEqual(['sessionsWithAddToCart', false]);
  });

  it('is the same at every run, and another with another seed', () => {
    expect(hash(nordicShop(small))).toBe(hash(nordicShop(small)));
    expect(hash(nordicShop({ ...small, seed: 8 }))).not.toBe(hash(nordicShop(small)));
  });

  it('has the same days however far back it goes', () => {
    const from = '2026-10-18';
    const late = nordicShop({ days: 14 });
    for (const table of ['dailyMeasures', 'pageLoads'] as const) {
      const time = table === 'dailyMeasures' ? 'date' : 'at';
      expect(rowsOf(late, table)).toEqual(rowsOf(whole, table).filter((row) => String(row[time]) >= from));
    }
    const placed = (shop: NordicShop) =>
      rowsOf(shop, 'orders').map(({ placedAt, grossSales }) => [placedAt, grossSales]);
    expect(placed(late)).toEqual(placed(whole).filter(([placedAt]) => String(placedAt) >= from));
  });

  it('counts its visits as it lists them', () => {
    const counts = rowsOf(nordicShop(small), 'dailyMeasures');
    const log = nordicShop({ ...small, traffic: 'sessions' });
    const sessions = rowsOf(log, 'sessions');
    const tally = new Map<string, Record<string, number>>();
    for (const row of sessions) {
      const key = [String(row['startedAt']).slice(0, 10), row['channel'], row['device'], row['country']].join();
      const counted = tally.get(key) ?? {};
      const add = (measure: string, is: unknown) => (counted[measure] = (counted[measure] ?? 0) + (is ? 1 : 0));
      add('sessions', true);
      add('bouncedSessions', row['pageviews'] === 1 && !row['addedToCart'] && !row['purchased']);
      add('sessionsWithProductView', row['productViewed']);
      add('sessionsWithAddToCart', row['addedToCart']);
      add('sessionsWithCheckout', row['checkoutStarted']);
      add('sessionsWithPurchase', row['purchased']);
      add('sessionsCartAndPurchase', row['addedToCart'] && row['purchased']);
      add('sessionsCheckoutAndPurchase', row['checkoutStarted'] && row['purchased']);
      tally.set(key, counted);
    }
    for (const { date, channel, device, country, ...measures } of counts) {
      if (measures['sessions'] === 0) continue;
      expect(tally.get([date, channel, device, country].join())).toEqual(measures);
    }
    const bought = new Set(sessions.filter(({ purchased }) => purchased).map(({ sessionId }) => sessionId));
    expect(new Set(rowsOf(log, 'orders').map(({ sessionId }) => sessionId))).toEqual(bought);
    // Orders know nothing of how visits are told.
    expect(log.orderLines).toEqual(nordicShop(small).orderLines);
  });

  it('adds up: an order is its lines, a cart leads to its order, an advertisement to its sales', () => {
    const ore = (value: unknown) => Math.round(Number(value) * 100);
    const orders = new Map(rowsOf(whole, 'orders').map((row) => [row['orderId'], row]));
    const sums = new Map<unknown, { gross: number; discount: number; units: number; cost: number }>();
    for (const line of rowsOf(whole, 'orderLines')) {
      const sum = sums.get(line['orderId']) ?? { gross: 0, discount: 0, units: 0, cost: 0 };
      sum.gross += Number(line['quantity']) * ore(line['unitPrice']);
      sum.discount += ore(line['discount']);
      sum.units += Number(line['quantity']);
      sum.cost += Number(line['quantity']) * ore(line['unitCost']);
      sums.set(line['orderId'], sum);
    }
    expect(sums.size).toBe(orders.size);
    for (const [id, { grossSales, discounts, units, cogs }] of orders)
      expect(sums.get(id)).toEqual({ gross: ore(grossSales), discount: ore(discounts), units, cost: ore(cogs) });

    for (const { orderId, createdAt, convertedAt } of rowsOf(whole, 'carts')) {
      if (orderId === null) continue;
      expect(convertedAt).toBe(orders.get(orderId)!['placedAt']);
      expect(Date.parse(String(createdAt))).toBeLessThanOrEqual(Date.parse(String(convertedAt)));
    }

    let attributed = 0;
    for (const row of rowsOf(whole, 'adSpend')) attributed += ore(row['attributedRevenue'] ?? 0);
    let sold = 0;
    for (const { channel, grossSales, discounts, cancelledAt } of orders.values()) {
      if (String(channel).startsWith('paid-') && cancelledAt === null) sold += ore(grossSales) - ore(discounts);
    }
    expect(attributed).toBe(sold);
  });

  it('gives back no more than was paid, and only after it came', () => {
    const lines = new Map(
      rowsOf(whole, 'orderLines').map((row) => [`${String(row['orderId'])} ${String(row['sku'])}`, row]),
    );
    const delivered = new Map(rowsOf(whole, 'shipments').map((row) => [row['orderId'], row['deliveredAt']]));
    for (const { orderId, sku, amount, units, refundedAt } of rowsOf(whole, 'refunds')) {
      const line = lines.get(`${String(orderId)} ${String(sku)}`)!;
      const paid = Number(line['quantity']) * Number(line['unitPrice']) - Number(line['discount']);
      expect(Number(amount)).toBeLessThanOrEqual(paid + 0.005);
      expect(Number(units)).toBeLessThanOrEqual(Number(line['quantity']));
      const came = delivered.get(orderId);
      if (came) expect(Date.parse(String(refundedAt))).toBeGreaterThan(Date.parse(String(came)));
    }
  });

  it('lives by the clock of Copenhagen', () => {
    const times = rowsOf(whole, 'orders').map(({ placedAt }) => String(placedAt));
    const inWinter = (time: string) =>
      time < '2025-03-30T02' || (time >= '2025-10-26T03' && time < '2026-03-29T02') || time >= '2026-10-25T03';
    // In the hour that comes twice both offsets are right.
    const twice = (time: string) => time.startsWith('2025-10-26T02') || time.startsWith('2026-10-25T02');
    for (const time of times) {
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+0[12]:00$/);
      if (!twice(time)) expect(time.slice(16), time).toBe(inWinter(time) ? '+01:00' : '+02:00');
    }
    expect(times.filter((time) => /^(2025-03-30|2026-03-29)T02/.test(time))).toEqual([]);
    expect(times.every((time, index) => index === 0 || Date.parse(times[index - 1]!) <= Date.parse(time))).toBe(true);
    expect([times[0]!.slice(0, 10), times.at(-1)!.slice(0, 10)]).toEqual(['2024-11-01', '2026-10-31']);
  });

  it.each(['daily', 'sessions'] as const)('is read without a row refused: %s', (traffic) => {
    const { currency, timeZone, asOf, ...tables } = traffic === 'daily' ? whole : nordicShop({ ...small, traffic });
    const { report } = createDataset({ ...tables }, { currency, timeZone, asOf });
    expect(report.tables.map(({ table, refused, replaced }) => ({ table, refused, replaced }))).toEqual(
      Object.keys(tables).map((table) => ({ table, refused: 0, replaced: 0 })),
    );
    expect(report.tables.map(({ last }) => last).filter((last) => last! > asOf)).toEqual([]);
  });
});
