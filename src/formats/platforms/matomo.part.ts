/**
 * Matomo: `VisitsSummary.get` and `Goals.get` of the Reporting API by day (`period=day&date=last30`), as JSON or XML.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | the name of a member, `<result date="…">` | `date` | needed |
 * | `nb_visits`, `nb_uniq_visitors` | `sessions`, `visitors` | |
 * | `bounce_count`, `sum_visit_length` | `bouncedSessions`, `sessionSeconds` | a bounce of Matomo’s is a visit of one page |
 * | an e-commerce order’s goal: `nb_conversions`, `nb_visits_converted`, `items` | `orders`, `sessionsWithPurchase`, `unitsSold` | |
 * | its `revenue` − `revenue_tax` − `revenue_shipping` | `orderRevenue` | |
 * | `revenue_discount`, `revenue_tax`, `revenue_shipping` | `discounts`, `taxes`, `shippingCharged` | `grossSales` = `orderRevenue` + `discounts` |
 * | a day that is empty | 0 | |
 *
 * Refused: reports without dates, by weeks, months or years, and rows by label, of which Matomo may give the first hundred
 * only. Dropped: ratios, and `nb_visits_converted` of all goals together. Matomo names no currency.
 * https://developer.matomo.org/api-reference/reporting-api
 */
import { addDecimals } from '../../core/decimal.js';
import type { Answer, Reading, Row } from './answer.js';

type Fields = Readonly<Record<string, string>>;

const ofVisits: Fields = {
  sessions: 'nb_visits',
  visitors: 'nb_uniq_visitors',
  bouncedSessions: 'bounce_count',
  sessionSeconds: 'sum_visit_length',
};
const ofOrders: Fields = {
  orders: 'nb_conversions',
  sessionsWithPurchase: 'nb_visits_converted',
  unitsSold: 'items',
  discounts: 'revenue_discount',
  taxes: 'revenue_tax',
  shippingCharged: 'revenue_shipping',
};

export function read(answer: Answer): Reading {
  const days = daysOf(answer);
  const expected = 'VisitsSummary.get or Goals.get by day (period=day and a range of dates)';
  if (days.length === 0 || days.some(([date]) => !/^\d{4}-\d\d-\d\d$/.test(date))) throw answer.unlike(expected);
  const isGiven = (field: string) => days.some(([, day]) => day.has(field));
  const isOrders = isGiven('revenue_subtotal');
  if (!isOrders && !isGiven('nb_visits')) throw answer.unlike(expected);
  const fields = Object.entries(isOrders ? ofOrders : ofVisits).filter(([, theirs]) => isGiven(theirs));
  return {
    tables: {
      dailyMeasures: days.map(([date, day]) => {
        const read: Record<string, unknown> = { date };
        for (const [ours, theirs] of fields) read[ours] = day.number(theirs) ?? 0;
        return isOrders ? { ...read, ...salesOf(day) } : read;
      }),
    },
  };
}

function salesOf(day: Answer): Row {
  const part = (field: string) => day.number(field) ?? 0;
  const orderRevenue = [-part('revenue_tax'), -part('revenue_shipping')].reduce(
    (sum, amount) => addDecimals(sum, amount),
    part('revenue'),
  );
  return { orderRevenue, grossSales: addDecimals(orderRevenue, part('revenue_discount')) };
}

/** JSON has the days as members; XML as results, of which a single one is no list. */
function daysOf(answer: Answer): readonly (readonly [string, Answer])[] {
  if (!answer.has('results')) return answer.members();
  const results = answer.isList('results.result') ? answer.list('results.result') : [answer.at('results.result')];
  return results.map((result) => [result.text('@date') ?? '', result]);
}
