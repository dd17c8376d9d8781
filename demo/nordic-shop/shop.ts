import { advertisingOn } from './advertising.js';
import { allDays } from './calendar.js';
import { cartsOn } from './carts.js';
import { chanceFor } from './chance.js';
import { columnsOf } from './columns.js';
import type { Columns, Row } from './columns.js';
import { Customers } from './customers.js';
import { ship, shipmentRow } from './delivery.js';
import { timeZone } from './local-time.js';
import { lineRows, OrderBook, orderRow } from './orders.js';
import { pageLoadsOn } from './page-loads.js';
import { productRange } from './products.js';
import { refundRow, returnsOf } from './returns.js';
import type { Refund } from './returns.js';
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
export interface NordicShop {
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
  /** One of the two, as `traffic` asks. */
  readonly dailyMeasures?: Columns;
  readonly sessions?: Columns;
}

/** Each has chance of its own. New ones are added at the end, so that the others stay as they are. */
const matters = ['traffic', 'orders', 'carts', 'ads', 'parcels', 'tickets', 'pages', 'stock', 'sessions'] as const;

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
  const [visits, sessions, orders, orderLines, carts, adSpend, shipments, tickets, pageLoads, stock] = Array.from(
    { length: 10 },
    (): Row[] => [],
  ) as [Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[]];

  all.forEach((day, index) => {
    if (days !== undefined && index < all.length - days) return;
    const chance = (matter: (typeof matters)[number]) => chanceFor(seed, index, matters.indexOf(matter));
    const today = visitsOn(day, chance('traffic'), scale);
    const ordered = book.ordersOf(today, chance('orders'));
    if (log) sessions.push(...log.sessionsOn(today, ordered, chance('sessions')));
    else visits.push(...dailyTraffic(today));
    orders.push(...ordered.map((order) => orderRow(order, log?.sessionOf(order))));
    orderLines.push(...ordered.flatMap(lineRows));
    const isKept = day.date >= story.keptFrom;
    if (isKept) carts.push(...cartsOn(today, ordered, chance('carts')));
    adSpend.push(...advertisingOn(day, today, ordered, scale, chance('ads')));
    const parcels = chance('parcels');
    for (const order of ordered.filter(({ cancelledAt }) => cancelledAt === undefined)) {
      const shipment = ship(order, parcels);
      if (isKept && shipment.shippedAt < end) shipments.push(shipmentRow(shipment, end));
      refunds.push(...returnsOf(shipment, parcels));
      answers.push(...answerTo(shipment, parcels));
    }
    tickets.push(...ticketsOn(day, today, chance('tickets')).map((ticket) => ticketRow(ticket, end)));
    pageLoads.push(...pageLoadsOn(day, today, scale, chance('pages')));
    const sold = ordered.filter(({ cancelledAt }) => cancelledAt === undefined).flatMap(({ lines }) => lines);
    stock.push(...warehouse.pass(day, sold, chance('stock')));
  });

  const known = <Event extends { at: number }>(events: readonly Event[]): Event[] =>
    events.filter(({ at }) => at < end).sort((a, b) => a.at - b.at);
  return {
    currency: 'DKK',
    timeZone,
    asOf: all.at(-1)!.date,
    orders: columnsOf(orders),
    orderLines: columnsOf(orderLines),
    refunds: columnsOf(known(refunds).map(refundRow)),
    carts: columnsOf(carts),
    adSpend: columnsOf(adSpend),
    shipments: columnsOf(shipments),
    tickets: columnsOf(tickets),
    surveys: columnsOf(known(answers).map(answerRow)),
    pageLoads: columnsOf(pageLoads),
    inventorySnapshots: columnsOf(stock),
    ...(log ? { sessions: columnsOf(sessions) } : { dailyMeasures: columnsOf(visits) }),
  };
}
