import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/core/catalog/rules.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateRules, rulesAbout, rulesOn } from '../../../src/core/evaluate/evaluate-rules.js';

const march = { period: '2026-03-01/2026-03-31', asOf: '2026-03-31' };
/** That the few days of these shops do not fill a month is one rule's matter, which has a test of its own. */
const others = rules.filter(({ id }) => id !== 'R17');
const fired = (tables: TablesInput, question: object = march, among: typeof rules = others) =>
  evaluateRules(createDataset(tables, { currency: 'DKK', timeZone: 'UTC' }), question, among);
const ids = (tables: TablesInput, question?: object) => fired(tables, question).map(({ id }) => id);

const order = (orderId: number, grossSales: number, cogs: number, more: object = {}) => ({
  ...{ orderId, placedAt: '2026-03-02T10:00:00Z', grossSales, cogs, channel: 'email', ...more },
});
const spend = (cost: number, attributedRevenue: number) => ({ date: '2026-03-02', cost, attributedRevenue });

describe('rules', () => {
  it('fire with the figures that made them', () => {
    // Two orders of 100 with goods for 60: a margin of 40 %. Ads brought 160 for 80: 2 × 0.4 = 0.8 of each krone back.
    const found = fired({ orders: [order(1, 100, 60), order(2, 100, 60)], adSpend: [spend(80, 160)] });
    expect(found).toEqual([
      {
        id: 'R04',
        kind: 'health',
        level: 'warning',
        figures: [
          {
            id: 'roas',
            isMeasure: false,
            unit: 'ratio',
            currency: 'DKK',
            value: 2,
            isChange: false,
            difference: undefined,
            where: undefined,
          },
          {
            ...{ id: 'gross-margin', isMeasure: false, unit: 'percent', currency: 'DKK', value: 0.4 },
            ...{ isChange: false, difference: undefined, where: undefined },
          },
        ],
      },
    ]);
  });

  it('say nothing where they hold', () => {
    // 160 for 50 is 3.2; times 0.4 it is 1.28.
    expect(ids({ orders: [order(1, 100, 60), order(2, 100, 60)], adSpend: [spend(50, 160)] })).toEqual([]);
  });

  it('are silent about ads that no margin could pay back, and name the margin', () => {
    // 100 − 150 < 0: every sale loses money, whatever the ads bring.
    expect(ids({ orders: [order(1, 100, 150)], adSpend: [spend(80, 90)] })).toEqual(['R03']);
  });

  it('are not evaluated without their figures', () => {
    expect(ids({ orders: [order(1, 100, 60)] })).toEqual([]);
    expect(ids({})).toEqual([]);
  });

  it('find what cannot be: the more serious first', () => {
    const daily = { date: '2026-03-02', sessions: 10, sessionsWithPurchase: 12, adClicks: 5, adImpressions: 4 };
    const parts = { ...daily, orderRevenue: 90, grossSales: 100, discounts: 5 };
    // 100 − 5 is 95, not 90; 12 of 10 sessions bought; 5 clicks on 4 views.
    expect(ids({ dailyMeasures: [parts] })).toEqual(['R11', 'R12', 'R13']);
  });

  it('forgive what rounding does to sums of money', () => {
    const daily = { date: '2026-03-02', orderRevenue: 0.3, grossSales: 0.1 + 0.2, discounts: 0 };
    expect(ids({ dailyMeasures: [daily] })).toEqual([]);
  });

  it('take the filter of the question', () => {
    const orders = [order(1, 100, 150), order(2, 100, 10, { channel: 'direct' })];
    expect(ids({ orders }, { ...march, where: 'channel=email' })).toEqual(['R03']);
    expect(ids({ orders }, { ...march, where: 'channel=direct' })).toEqual([]);
  });

  it('count a change only where it is hardly chance', () => {
    const carts = (month: string, abandoned: number) =>
      Array.from({ length: 400 }, (_, index) => ({
        cartId: `${month} ${index}`,
        createdAt: `2026-${month}-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00Z`,
        convertedAt:
          index < abandoned ? undefined : `2026-${month}-${String(1 + (index % 28)).padStart(2, '0')}T10:30:00Z`,
      }));
    const february = carts('02', 240);
    const asked = { period: '2026-03-01/2026-03-28', compare: '2026-02-01/2026-02-28', asOf: '2026-03-31' };
    // 60 % to 75 % of 400 carts: z = 0.15 / √(0.675 · 0.325 · 2 / 400) = 4.5. To 63 %: 0.87.
    expect(ids({ carts: [...february, ...carts('03', 300)] }, asked)).toEqual(['R23']);
    expect(ids({ carts: [...february, ...carts('03', 252)] }, asked)).toEqual([]);
    expect(fired({ carts: [...february, ...carts('03', 300)] }, asked)[0]?.figures).toMatchObject([
      { id: 'cart-abandonment-rate', isChange: true, value: 0.25, difference: expect.closeTo(0.15) },
    ]);
  });

  it('do not hold a figure against a threshold that is meant for another', () => {
    // The time of the whole load stands for the largest content, for which 2.5 s is the limit.
    const views = (month: string, loadMs: number) =>
      Array.from({ length: 28 }, (_, day) => ({ at: `2026-${month}-${String(day + 1).padStart(2, '0')}`, loadMs }));
    expect(ids({ pageLoads: [...views('02', 4000), ...views('03', 4000)] })).toEqual([]);
  });

  it('tell that days are missing', () => {
    const dailyMeasures = Array.from({ length: 28 }, (_, day) => ({
      date: `2026-02-${String(day + 1).padStart(2, '0')}`,
      sessions: 10,
      // Two of 28 are empty: with the sessions 54 of 56 are there; with new customers 52, which is less than 95 %.
      orders: day < 2 ? undefined : 3,
      newCustomers: day > 25 ? undefined : 1,
    }));
    const february = { period: '2026-02-01/2026-02-28', asOf: '2026-02-28' };
    const columns = (...names: readonly ('sessions' | 'orders' | 'newCustomers')[]): TablesInput => ({
      dailyMeasures: dailyMeasures.map((row) =>
        Object.fromEntries(['date', ...names].map((name) => [name, row[name as 'sessions']])),
      ),
    });
    expect(fired(columns('sessions', 'orders'), february, rules)).toEqual([]);
    expect(fired(columns('orders', 'newCustomers'), february, rules)).toMatchObject([
      { id: 'R17', figures: [{ id: 'data-completeness', value: 52 / 56 }] },
    ]);
  });

  it('ask what can be asked', () => {
    expect(() => fired({}, { ...march, by: 'channel', grains: 'day' })).toThrow('grains');
  });
});

describe('the rules about a KPI', () => {
  it('are those that read it', () => {
    expect(rulesAbout(['roas']).map(({ id }) => id)).toEqual(['R04', 'R05']);
    expect(rulesAbout(['sessions']).map(({ id }) => id)).toEqual(['R12']);
    expect(rulesAbout(['net-sales'])).toEqual([]);
  });

  it('belong beside what they name first', () => {
    expect(rulesOn(['roas', 'attributedRevenue', 'adCost']).map(({ id }) => id)).toEqual(['R04', 'R05', 'R15']);
    // Both are read by rules whose subject is another figure.
    expect(rulesOn(['customer-lifetime-value', 'contribution-margin'])).toEqual([]);
    expect(rules.filter(({ id }) => rulesOn([id]).length > 0)).toEqual([]);
    expect(rulesOn(rules.flatMap(({ expression }) => expression.match(/[A-Za-z][\w-]+/g) ?? []))).toEqual(rules);
  });
});
