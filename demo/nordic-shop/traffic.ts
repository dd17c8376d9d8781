import { daysBetween } from './calendar.js';
import type { ShopDay } from './calendar.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { channels, countries, countryShares, devices, funnel } from './markets.js';
import type { Channel, Country, Device } from './markets.js';
import { story } from './story.js';

/** The visits of one day from one channel and country with one kind of device, and how far they went. */
export interface Visits {
  readonly day: ShopDay;
  readonly channel: Channel;
  readonly country: Country;
  readonly device: Device;
  readonly sessions: number;
  readonly bounced: number;
  readonly viewed: number;
  readonly carts: number;
  readonly checkouts: number;
  /** Purchases through the checkout, and those that went past cart and checkout. */
  readonly purchases: number;
  readonly boughtNow: number;
}

/** Visits on an ordinary day of the data's first week. */
const visitsADay = 1_975;

/**
 * The visits of a day, by channel, country and device.
 * @param scale a shop of another size: 0.1 has a tenth of the visits
 */
export function visitsOn(day: ShopDay, chance: Chance, scale: number): Visits[] {
  const weather = chance.around(1, 0.05);
  const shares = countryShares(day.date);
  return channels.flatMap((channel) => {
    const ofChannel = visitsADay * scale * day.demand * weather * channel.share * chance.around(1, 0.07);
    return countries.flatMap((country, index) => {
      const share = shares[index]!;
      if (share === 0) return [];
      return devices.map((device) => {
        const sessions = chance.count(ofChannel * share * device.share);
        const bounced = chance.among(sessions, channel.bounce * device.bounce);
        const viewed = chance.among(sessions - bounced, funnel.views);
        const carts = chance.among(viewed, cartRate(day, channel, country, device));
        const checkouts = chance.among(carts, funnel.checkouts);
        const purchases = chance.among(checkouts, completionRate(day, device));
        const boughtNow = day.date < story.buyNow.from ? 0 : chance.among(viewed - carts, story.buyNow.rate);
        return { day, channel, country, device, sessions, bounced, viewed, carts, checkouts, purchases, boughtNow };
      });
    });
  });
}

function cartRate({ date, campaign }: ShopDay, channel: Channel, country: Country, device: Device): number {
  const { priceRise } = story;
  const faded = channel.id === story.fading.channel ? fadedOn(date) : 1;
  const dearer = date < priceRise.from ? 1 : priceRise.carts;
  return funnel.carts * channel.carts * country.carts * device.carts * (campaign?.carts ?? 1) * faded * dearer;
}

function fadedOn(date: string): number {
  const { from, to, carts } = story.fading;
  return 1 - (1 - carts) * Math.max(0, daysBetween(from, date) / daysBetween(from, to));
}

function completionRate({ date }: ShopDay, device: Device): number {
  const { first, last, device: failing, completed } = story.fault;
  const fails = device.id === failing && date >= first && date <= last;
  return device.completed * (fails ? completed : 1);
}

/** What an analytics tool exports: a row a day, channel, device and country, with counts. */
export function dailyTraffic(visits: readonly Visits[]): Row[] {
  return visits.map(
    ({ day, channel, device, country, sessions, bounced, viewed, carts, checkouts, purchases, boughtNow }) => ({
      date: day.date,
      channel: channel.id,
      device: device.id,
      country: country.id,
      sessions,
      bouncedSessions: bounced,
      sessionsWithProductView: viewed,
      sessionsWithAddToCart: carts,
      sessionsWithCheckout: checkouts,
      sessionsWithPurchase: purchases + boughtNow,
      sessionsCartAndPurchase: purchases,
      sessionsCheckoutAndPurchase: purchases,
    }),
  );
}
