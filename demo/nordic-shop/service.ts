import { nextWorkingHour } from './calendar.js';
import type { ShopDay } from './calendar.js';
import { weighted } from './chance.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { localTime } from './local-time.js';
import { devices } from './markets.js';
import { momentOf } from './orders.js';
import { story } from './story.js';
import type { Visits } from './traffic.js';

const minute = 60_000;

/** A customer's request; the answer is the first by a person. */
export interface Ticket {
  readonly id: string;
  readonly createdAt: number;
  readonly firstResponseAt: number;
  readonly channel: string;
  readonly reason: string;
  readonly isComplaint: boolean;
  readonly country: string;
}

const channels = weighted(['email', 'chat', 'form', 'phone'], [48, 30, 14, 8]);
const reasons = weighted(['delivery', 'product', 'return', 'payment', 'other'], [36, 24, 22, 6, 12]);
const requestsPerCheckout = 0.055;
/** Of those whose payment failed, the share that write. */
const writeOfFault = 0.06;

/** Requests of a day: about parcels and products, and about payments that failed. */
export function ticketsOn(today: ShopDay, visits: readonly Visits[], chance: Chance): Ticket[] {
  const isFault = today.date >= story.fault.first && today.date <= story.fault.last;
  // The queue grows with what is asked: before Christmas, and while payments fail.
  const queue = (today.giftSeason ? 2.4 : 1) * (isFault ? 2 : 1);
  const tickets = visits.flatMap(({ country, device, checkouts, purchases }) => {
    const failed = isFault && device.id === story.fault.device ? chance.among(checkouts - purchases, writeOfFault) : 0;
    const usual = chance.among(checkouts, requestsPerCheckout);
    return Array.from({ length: failed + usual }, (_, index) => {
      const createdAt = momentOf(today, devices[1]!, chance);
      const channel = channels(chance.next());
      const effort = channel === 'chat' ? 6 : channel === 'phone' ? 3 : 130;
      const reason = index < failed ? 'payment' : reasons(chance.next());
      return {
        createdAt,
        firstResponseAt: nextWorkingHour(createdAt) + minute * chance.around(effort * queue, 0.8),
        channel,
        reason,
        isComplaint: index < failed || (reason !== 'other' && chance.happens(0.14)),
        country: country.id,
      };
    });
  });
  return tickets
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((ticket, index) => ({ ...ticket, id: `${today.date.replaceAll('-', '')}-${index + 1}` }));
}

/** A request as the help desk keeps it; one that is answered after the end of the data has no answer yet. */
export function ticketRow(ticket: Ticket, end: number): Row {
  return {
    ticketId: ticket.id,
    createdAt: localTime(ticket.createdAt),
    firstResponseAt: ticket.firstResponseAt < end ? localTime(ticket.firstResponseAt) : undefined,
    isComplaint: ticket.isComplaint,
    channel: ticket.channel,
    reason: ticket.reason,
    country: ticket.country,
  };
}
