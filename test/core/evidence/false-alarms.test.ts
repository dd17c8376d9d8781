import { randomLcg, randomLogNormal, randomNormal, randomPoisson } from 'd3';
import { describe, expect, test, vi } from 'vitest';
import type { DailyInputs } from '../../../src/core/evidence/daily-shares.js';
import { dailyShares } from '../../../src/core/evidence/daily-shares.js';
import type { DailyValues } from '../../../src/core/evidence/days.js';
import { dailyChange, daysTest } from '../../../src/core/evidence/days.js';
import { dispersionOf } from '../../../src/core/evidence/dispersion.js';
import { eventsError, poisson } from '../../../src/core/evidence/poisson.js';
import { shareError, twoProportion } from '../../../src/core/evidence/two-proportion.js';
import { meanError, welch } from '../../../src/core/evidence/welch.js';
import { amongMany, onItsOwn } from '../../../src/core/evaluate/verdict.js';
import { addDays } from '../../../src/core/time/day.js';
import { day } from '../time/written.js';
import { columnsOf, figureBy } from './figure-by.js';

// Thousands of shops, on machines that do other things beside.
vi.setConfig({ testTimeout: 60_000 });

const repetitions = 2000;
const monday = day('2026-03-02');
/** How busy each weekday is, Monday first. */
const week = [1.15, 1.1, 1.05, 1, 0.95, 0.7, 1.05];

type Row = Readonly<Record<string, number>>;
type Columns = DailyInputs;

/** The days of a window, from a shop in which nothing changes from window to window. */
type Shop = () => readonly Row[];

type Test = (here: Columns, there: Columns) => number;

/** How often each of the tests sees a change where there is none; all of them in the same shops. */
function falseAlarms<Name extends string>(
  shop: Shop,
  tests: Readonly<Record<Name, Test>>,
  level = onItsOwn.pValue,
): Record<Name, number> {
  const columns = (): Columns => {
    const rows = shop();
    return columnsOf(Object.fromEntries(Object.keys(rows[0]!).map((name) => [name, rows.map((row) => row[name]!)])));
  };
  const names = Object.keys(tests) as Name[];
  const alarms = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let i = 0; i < repetitions; i++) {
    const [here, there] = [columns(), columns()];
    for (const name of names) if (tests[name](here, there) < level) alarms[name] += 1 / repetitions;
  }
  return alarms;
}

const total = (columns: Columns, name: string): number => columns[name]!.reduce((sum, value) => sum + value, 0);

const dailyOf = (formula: string, here: Columns, there: Columns) => {
  const values = (columns: Columns, weeks: number): DailyValues => ({
    first: addDays(monday, 7 * weeks),
    values: dailyShares(columns, figureBy(formula)),
  });
  return dailyChange(values(here, 52), values(there, 0));
};

const share = (columns: Columns) => ({ successes: total(columns, 'orders'), trials: total(columns, 'visits') });
const sample = (columns: Columns) => ({
  n: total(columns, 'orders'),
  sum: total(columns, 'sales'),
  squares: total(columns, 'squares'),
});
const events = (columns: Columns) => ({
  count: total(columns, 'orders'),
  exposure: columns['orders']!.length,
});

const asIfIndependent = {
  'a share': (here: Columns, there: Columns) => twoProportion(share(here), share(there)).pValue,
  'a mean': (here: Columns, there: Columns) => welch(sample(here), sample(there)).pValue,
  'a number of events': (here: Columns, there: Columns) => poisson(events(here), events(there)).pValue,
};

const asClustered = {
  'a share': (here: Columns, there: Columns) => {
    const dispersion = dispersionOf(dailyOf('orders / visits', here, there), shareError(share(here), share(there)));
    return twoProportion(share(here), share(there), dispersion).pValue;
  },
  'a mean': (here: Columns, there: Columns) => {
    const dispersion = dispersionOf(dailyOf('sales / orders', here, there), meanError(sample(here), sample(there)));
    return welch(sample(here), sample(there), dispersion).pValue;
  },
  'a number of events': (here: Columns, there: Columns) => {
    const dispersion = dispersionOf(dailyOf('orders', here, there), eventsError(events(here), events(there)));
    return poisson(events(here), events(there), dispersion).pValue;
  },
  'a sum, by days': (here: Columns, there: Columns) => daysTest(dailyOf('sales', here, there)!).pValue,
  'a ratio, by days': (here: Columns, there: Columns) => daysTest(dailyOf('sales / visits', here, there)!).pValue,
};

/** Draws from one stream, the same at every run. */
function chance(seed: number) {
  const next = randomLcg(seed);
  const events = randomPoisson.source(next);
  const normal = randomNormal.source(next)(0, 1);
  const value = randomLogNormal.source(next)(Math.log(400), 0.6);
  return {
    count: (mean: number): number => events(mean)(),
    amount: (): number => value(),
    /** Factors of days around 1, each with something of the day before. */
    levels: (days: number, spread: number, follows: number): number[] => {
      let level = normal();
      return Array.from({ length: days }, () => {
        const factor = Math.exp(spread * level);
        level = follows * level + Math.sqrt(1 - follows * follows) * normal();
        return factor;
      });
    },
  };
}

/** A day's orders: how many, their values, and the squares of these. */
function salesOf(orders: number, amount: () => number): Row {
  let [sales, squares] = [0, 0];
  for (let i = 0; i < orders; i++) {
    const value = amount();
    sales += value;
    squares += value * value;
  }
  return { orders, sales, squares };
}

/** 5 % within 2 points. */
function expectNominal(alarms: Readonly<Record<string, number>>): void {
  for (const [test, rate] of Object.entries(alarms)) {
    expect(rate, test).toBeGreaterThanOrEqual(0.03);
    expect(rate, test).toBeLessThanOrEqual(0.07);
  }
}

test('where every visit is on its own', () => {
  const { count, amount } = chance(0.11);
  // Weekdays differ in how busy they are, and in how many visits buy.
  const shop: Shop = () =>
    Array.from({ length: 28 }, (_, index) => {
      const busy = week[index % 7]!;
      const visits = count(180 * busy);
      return { visits, ...salesOf(Math.min(visits, count(visits * 0.03 * busy)), amount) };
    });
  expectNominal(falseAlarms(shop, asIfIndependent));
});

test('of next to nothing, the exact tests are no bolder than they say', () => {
  const { count } = chance(0.37);
  // Three orders or so in four weeks.
  const shop: Shop = () =>
    week.concat(week, week, week).map((busy) => {
      const visits = count(4 * busy);
      return { visits, orders: Math.min(visits, count(visits * 0.03 * busy)) };
    });
  const { 'a share': share, 'a number of events': events } = asIfIndependent;
  const exact =
    (test: Test): Test =>
    (here, there) =>
      total(here, 'orders') + total(there, 'orders') > 0 ? test(here, there) : 1;
  for (const rate of Object.values(falseAlarms(shop, { share: exact(share), events: exact(events) })))
    expect(rate).toBeLessThanOrEqual(0.05);
});

describe.each([28, 56])('where visits and orders come in clusters, %d days against as many', (days) => {
  const { count, amount, levels } = chance(0.23);
  // A campaign, a queue or the weather makes a day a fifth better or worse, and the next one a little too.
  const shop: Shop = () => {
    const [reach, mood, basket] = [levels(days, 0.2, 0.3), levels(days, 0.2, 0.3), levels(days, 0.15, 0.3)];
    return week.concat(...Array.from({ length: days / 7 - 1 }, () => week)).map((busy, index) => {
      const visits = count(200 * busy * reach[index]!);
      const orders = Math.min(visits, count(visits * 0.05 * mood[index]!));
      return { visits, ...salesOf(orders, () => amount() * basket[index]!) };
    });
  };
  test('the tests that know of it', () => expectNominal(falseAlarms(shop, asClustered)));

  test('among many figures one in a hundred is called out by chance', () => {
    for (const [test, rate] of Object.entries(falseAlarms(shop, asClustered, amongMany.pValue))) {
      expect(rate, test).toBeGreaterThan(0.002);
      expect(rate, test).toBeLessThanOrEqual(0.02);
    }
  });

  // What the widening is there for.
  test('as if every visit were on its own, they cry wolf', () => {
    for (const rate of Object.values(falseAlarms(shop, asIfIndependent))) expect(rate).toBeGreaterThan(0.1);
  });
});
