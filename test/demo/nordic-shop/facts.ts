import type { NordicShop } from '../../../demo/nordic-shop/shop.js';

type Row = Readonly<Record<string, string | number | boolean | null>>;
type Table = Exclude<keyof NordicShop, 'currency' | 'timeZone' | 'asOf'>;

/** The rows of a table that was given as columns. */
export function rowsOf(shop: NordicShop, table: Table): Row[] {
  const columns = shop[table] as Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
  const fields = Object.keys(columns);
  const { length } = columns[fields[0]!]!;
  return Array.from({ length }, (_, row) => Object.fromEntries(fields.map((field) => [field, columns[field]![row]!])));
}

const sum = (rows: readonly Row[], field: string): number => {
  let total = 0;
  for (const row of rows) total += Number(row[field] ?? 0);
  return total;
};

const between =
  (field: string, first: string, last: string) =>
  (row: Row): boolean =>
    String(row[field]).slice(0, 10) >= first && String(row[field]).slice(0, 10) <= last;

/** The smallest value that three quarters of the values do not exceed. */
function upperQuartile(rows: readonly Row[], field: string): number {
  const sorted = rows.map((row) => Number(row[field])).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.75) - 1]!;
}

const count = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const times = (factor: number): string => `× ${factor.toFixed(2)}`;
const kroner = (amount: number): string => `${count(amount)} kr.`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** What happened in the shop, measured row by row and by nothing of the library; as STORY.md writes it. */
export function factsOf(shop: NordicShop): Record<string, string> {
  const visits = rowsOf(shop, 'dailyMeasures');
  const orders = rowsOf(shop, 'orders');
  const lines = rowsOf(shop, 'orderLines');
  const refunds = rowsOf(shop, 'refunds');
  const ads = rowsOf(shop, 'adSpend');
  const tickets = rowsOf(shop, 'tickets');
  const loads = rowsOf(shop, 'pageLoads');
  const stock = rowsOf(shop, 'inventorySnapshots');

  const counted = orders.filter(({ cancelledAt }) => cancelledAt === null);
  const revenue = (some: readonly Row[]): number => sum(some, 'grossSales') - sum(some, 'discounts');
  const orderValue = (first: string, last: string): number => {
    const some = counted.filter(between('placedAt', first, last));
    return revenue(some) / some.length;
  };
  const ordersOn = (date: string): number => counted.filter(between('placedAt', date, date)).length;

  const completion = (device: string, first: string, last: string): number => {
    const some = visits.filter((row) => row['device'] === device && between('date', first, last)(row));
    return sum(some, 'sessionsCheckoutAndPurchase') / sum(some, 'sessionsWithCheckout');
  };
  const loadTime = (device: string, first: string, last: string): number =>
    upperQuartile(
      loads.filter((row) => row['device'] === device && between('at', first, last)(row)),
      'lcpMs',
    );
  const paymentRequests = (first: string, last: string, days: number): string =>
    (
      tickets.filter((row) => row['reason'] === 'payment' && between('createdAt', first, last)(row)).length / days
    ).toFixed(1);

  const social = (first: string, last: string) => {
    const seen = visits.filter((row) => row['channel'] === 'paid-social' && between('date', first, last)(row));
    const paid = ads.filter((row) => row['channel'] === 'paid-social' && between('date', first, last)(row));
    return {
      share: sum(seen, 'sessions') / sum(visits.filter(between('date', first, last)), 'sessions'),
      conversion: sum(seen, 'sessionsWithPurchase') / sum(seen, 'sessions'),
      roas: sum(paid, 'attributedRevenue') / sum(paid, 'cost'),
    };
  };
  const before = social('2025-08-01', '2025-10-31');
  const after = social('2026-08-01', '2026-10-31');

  const priceOf = (sku: string, first: string, last: string): number => {
    const placed = new Map(orders.map((row) => [row['orderId'], row]));
    const line = lines.find(
      (row) => row['sku'] === sku && between('placedAt', first, last)(placed.get(row['orderId'])!),
    );
    return Number(line!['unitPrice']);
  };

  const visitsOn = (weekday: number): number => {
    const some = visits.filter(({ date }) => new Date(String(date)).getUTCDay() === weekday);
    return sum(some, 'sessions') / new Set(some.map(({ date }) => date)).size;
  };
  const inMonth = (rows: readonly Row[], month: string): Row[] =>
    rows.filter(({ date }) => String(date).startsWith(month));
  const outOfStock = (month: string): number => {
    const some = inMonth(stock, month);
    return some.filter(({ onHandUnits }) => Number(onHandUnits) <= 0).length / some.length;
  };
  const participants = rowsOf(shop, 'experimentUnits');
  const cartsBegun = (variant: string): number => {
    const some = participants.filter((row) => row['variant'] === variant);
    return sum(some, 'converted') / some.length;
  };
  const polish = counted.filter(({ country }) => country === 'PL');
  const lastQuarter = counted.filter(between('placedAt', '2026-08-01', '2026-10-31'));

  return {
    'Orders, cancelled ones among them': count(orders.length),
    'Orders that count': count(counted.length),
    'Order lines': count(lines.length),
    Visits: count(sum(visits, 'sessions')),
    'Conversion rate': percent(sum(visits, 'sessionsWithPurchase') / sum(visits, 'sessions')),
    'Sales after discounts': kroner(revenue(counted)),
    'Average order value': kroner(revenue(counted) / counted.length),
    'Guests among the orders': percent(orders.filter(({ customerId }) => customerId === null).length / orders.length),
    'First orders among the identified ones': percent(
      orders.filter(({ isFirstOrder }) => isFirstOrder).length /
        orders.filter(({ customerId }) => customerId !== null).length,
    ),
    Refunds: count(refunds.length),
    'Units returned of units sold': percent(sum(refunds, 'units') / sum(counted, 'units')),
    'Visits, November 2025 to October 2026 against the year before': times(
      sum(visits.filter(between('date', '2025-11-01', '2026-10-31')), 'sessions') /
        sum(visits.filter(between('date', '2024-11-01', '2025-10-31')), 'sessions'),
    ),
    'Visits on a Sunday against a Saturday': times(visitsOn(0) / visitsOn(6)),
    'Visits in July 2026 against May 2026': times(
      sum(inMonth(visits, '2026-07'), 'sessions') / sum(inMonth(visits, '2026-05'), 'sessions'),
    ),
    'Orders on Black Friday, 28 November 2025': count(ordersOn('2025-11-28')),
    'Orders on Friday, 31 October 2025': count(ordersOn('2025-10-31')),
    'Checkout completion on phones, 8–16 October 2026': percent(completion('mobile', '2026-10-08', '2026-10-16')),
    'Checkout completion on phones, 10 September – 7 October 2026': percent(
      completion('mobile', '2026-09-10', '2026-10-07'),
    ),
    'Checkout completion on desktops, 8–16 October 2026': percent(completion('desktop', '2026-10-08', '2026-10-16')),
    'Checkout completion on desktops, 10 September – 7 October 2026': percent(
      completion('desktop', '2026-09-10', '2026-10-07'),
    ),
    'Page load time on phones, 8–16 October 2026': seconds(loadTime('mobile', '2026-10-08', '2026-10-16')),
    'Page load time on phones, 10 September – 7 October 2026': seconds(loadTime('mobile', '2026-09-10', '2026-10-07')),
    'Requests about payments a day, 8–16 October 2026': paymentRequests('2026-10-08', '2026-10-16', 9),
    'Requests about payments a day, 10 September – 7 October 2026': paymentRequests('2026-09-10', '2026-10-07', 28),
    'Paid social, share of visits, August – October 2025': percent(before.share),
    'Paid social, share of visits, August – October 2026': percent(after.share),
    'Paid social, conversion rate, August – October 2025': percent(before.conversion),
    'Paid social, conversion rate, August – October 2026': percent(after.conversion),
    'Paid social, ROAS, August – October 2025': before.roas.toFixed(2),
    'Paid social, ROAS, August – October 2026': after.roas.toFixed(2),
    'List price of CAN-01, March against February 2026': times(
      priceOf('CAN-01', '2026-03-02', '2026-03-31') / priceOf('CAN-01', '2026-02-01', '2026-03-01'),
    ),
    'Average order value, 20 January – 1 March 2026': kroner(orderValue('2026-01-20', '2026-03-01')),
    'Average order value, 2 March – 19 April 2026': kroner(orderValue('2026-03-02', '2026-04-19')),
    'First Polish order': String(polish[0]!['placedAt']).slice(0, 10),
    'Poland, share of orders, August – October 2026': percent(
      lastQuarter.filter(({ country }) => country === 'PL').length / lastQuarter.length,
    ),
    'Page load time on phones, 1 May – 9 June 2025': seconds(loadTime('mobile', '2025-05-01', '2025-06-09')),
    'Page load time on phones, 10 June – 20 July 2025': seconds(loadTime('mobile', '2025-06-10', '2025-07-20')),
    'Participants of the experiment': count(participants.length),
    'Carts begun on the product page as before': percent(cartsBegun('as-before')),
    'Carts begun with photos of rooms': percent(cartsBegun('room-photos')),
    'Carts begun with a guide to sizes': percent(cartsBegun('size-guide')),
    'Products out of stock, Saturdays of October 2026': percent(outOfStock('2026-10')),
  };
}
