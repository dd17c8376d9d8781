import { advertisingOn } from './advertising.js';
import { downloadsOn, followersCounted, Lists, postsOn } from './audience.js';
import { allDays } from './calendar.js';
import { cartsOn } from './carts.js';
import { chanceFor } from './chance.js';
import { columnsOf } from './columns.js';
import type { Columns, Row } from './columns.js';
import { companyBooks } from './company.js';
import type { CompanyBooks } from './company.js';
import { Customers } from './customers.js';
import { ship, shipmentRow } from './delivery.js';
import { participantsOn } from './experiment.js';
import { timeZone } from './local-time.js';
import { lineRows, OrderBook, orderRow } from './orders.js';
import { pageLoadsOn } from './page-loads.js';
import { productRange } from './products.js';
import { refundRow, returnsOf } from './returns.js';
import type { Refund } from './returns.js';
import { reviewRow, reviewsOf } from './reviews.js';
import type { Review } from './reviews.js';
import { ticketRow, ticketsOn } from './service.js';
import { VisitLog } from './sessions.js';
import { Warehouse } from './stock.js';
import { story } from './story.js';
import { answerRow, answerTo } from './surveys.js';
import type { Answer } from './surveys.js';
import { dailyTraffic, visitsOn } from './traffic.js';

export interface ShopOptions {
  /** Another seed is another shop with the same story. */
  readonly seed?: number;
  /** Only the last so many days. */
  readonly days?: number;
  /** A shop of another size: 0.1 has a tenth of the visits, and so of all that comes of them. */
  readonly scale?: number;
  /** Visits as counts a day, channel, device and country, or one by one. */
  readonly traffic?: 'daily' | 'sessions';
}

/** A data set: each table as columns. */
export interface NordicShop extends CompanyBooks {
  readonly currency: 'DKK';
  readonly timeZone: string;
  /** The last day, complete. */
  readonly asOf: string;
  readonly orders: Columns;
  readonly orderLines: Columns;
  readonly refunds: Columns;
  readonly carts: Columns;
  readonly adSpend: Columns;
  readonly shipments: Columns;
  readonly tickets: Columns;
  readonly surveys: Columns;
  readonly pageLoads: Columns;
  readonly inventorySnapshots: Columns;
  readonly reviews: Columns;
  readonly subscriberEvents: Columns;
  readonly appInstalls: Columns;
  readonly socialPosts: Columns;
  readonly socialAccounts: Columns;
  readonly experimentUnits: Columns;
  /** One of the two, as `traffic` asks. */
  readonly dailyMeasures?: Columns;
  readonly sessions?: Columns;
}

/** Each has chance of its own. New ones are added at the end, so that the others stay as they are. */
const matters =
  'traffic orders carts ads parcels tickets pages stock sessions reviews posts lists downloads experiment'.split(' ');

/** Tables that are written day by day. */
const written = [
  ...(['orders', 'orderLines', 'carts', 'adSpend', 'shipments', 'tickets', 'pageLoads', 'inventorySnapshots'] as const),
  ...(['dailyMeasures', 'sessions', 'socialPosts', 'socialAccounts', 'subscriberEvents', 'appInstalls'] as const),
  'experimentUnits',
] as const;
type Written = (typeof written)[number];

/** Customers of each country from before the data begins. */
const knownCustomers = { DK: 5_200, SE: 1_500, NO: 900 };

/** The Nordic shop: two years of a made-up shop for the home, always the same for the same options. See STORY.md. */
export function nordicShop({ seed = 10, days, scale = 1, traffic = 'daily' }: ShopOptions = {}): NordicShop {
  const all = allDays();
  const end = all.at(-1)!.end;
  const range = productRange(chanceFor(seed, -1, 0));
  const book = new OrderBook(range, new Customers(knownCustomers, scale));
  const warehouse = new Warehouse(range, scale, chanceFor(seed, -1, 1));
  const log = traffic === 'sessions' ? new VisitLog() : undefined;
  const refunds: Refund[] = [];
  const answers: Answer[] = [];
  const reviews: Review[] = [];
  const lists = new Lists();
  const tables = Object.fromEntries(written.map((table): [string, Row[]] => [table, []])) as Record<Written, Row[]>;

  all.forEach((day, index) => {
    if (days !== undefined && index < all.length - days) return;
    const chance = (matter: string) => chanceFor(seed, index, matters.indexOf(matter));
    const today = visitsOn(day, chance('traffic'), scale);
    const ordered = book.ordersOf(today, chance('orders'));
    const write = (table: Written, rows: readonly Row[]): void => void tables[table].push(...rows);
    if (log) write('sessions', log.sessionsOn(today, ordered, chance('sessions')));
    else write('dailyMeasures', dailyTraffic(today));
    write(
      'orders',
      ordered.map((order) => orderRow(order, log?.sessionOf(order))),
    );
    write('orderLines', ordered.flatMap(lineRows));
    const isKept = day.date >= story.keptFrom;
    if (isKept) write('carts', cartsOn(today, ordered, chance('carts')));
    write('adSpend', advertisingOn(day, today, ordered, scale, chance('ads')));
    const parcels = chance('parcels');
    const opinions = chance('reviews');
    for (const order of ordered.filter(({ cancelledAt }) => cancelledAt === undefined)) {
      const shipment = ship(order, parcels);
      if (isKept && shipment.shippedAt < end) write('shipments', [shipmentRow(shipment, end)]);
      refunds.push(...returnsOf(shipment, parcels));
      answers.push(...answerTo(shipment, parcels));
      reviews.push(...reviewsOf(shipment, opinions));
    }
    write(
      'tickets',
      ticketsOn(day, today, chance('tickets')).map((ticket) => ticketRow(ticket, end)),
    );
    write('pageLoads', pageLoadsOn(day, today, scale, chance('pages')));
    const sold = ordered.filter(({ cancelledAt }) => cancelledAt === undefined).flatMap(({ lines }) => lines);
    write('inventorySnapshots', warehouse.pass(day, sold, chance('stock')));
    write('socialPosts', postsOn(day, scale, chance('posts')));
    write('socialAccounts', followersCounted(day, scale));
    write('subscriberEvents', lists.pass(day, scale, chance('lists')));
    write('appInstalls', downloadsOn(day, scale, chance('downloads')));
    write('experimentUnits', participantsOn(today, chance('experiment')));
  });

  const known = <Event extends { at: number }>(events: readonly Event[]): Event[] =>
    events.filter(({ at }) => at < end).sort((a, b) => a.at - b.at);
  return {
    currency: 'DKK',
    timeZone,
    asOf: all.at(-1)!.date,
    ...(Object.fromEntries(
      Object.entries(tables)
        .filter(([table]) => table !== (log ? 'dailyMeasures' : 'sessions'))
        .map(([table, rows]) => [table, columnsOf(rows)]),
    ) as Record<Exclude<Written, 'sessions' | 'dailyMeasures'>, Columns>),
    refunds: columnsOf(known(refunds).map(refundRow)),
    surveys: columnsOf(known(answers).map(answerRow)),
    reviews: columnsOf(known(reviews).map((review) => reviewRow(review, end))),
    ...companyBooks(all, all[all.length - Math.min(days ?? all.length, all.length)]!.date),
  };
}
