import { group, rollup, sum } from 'd3';
import type { ShopDay } from './calendar.js';
import { campaignName, standing } from './campaigns.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import type { Order } from './orders.js';
import type { Visits } from './traffic.js';
import { kroner } from './money.js';

interface Market {
  readonly network: string;
  /** Kroner a click, and clicks an impression. */
  readonly click: number;
  readonly rate: number;
}

const markets: Readonly<Record<string, Market>> = {
  'paid-search': { network: 'Google Ads', click: 4.6, rate: 0.058 },
  'paid-shopping': { network: 'Google Ads', click: 3.1, rate: 0.012 },
  'paid-social': { network: 'Meta Ads', click: 3.3, rate: 0.011 },
};
/** Everybody bids for Black Week. */
const blackWeekBids = 1.45;
/** The agency's fee, kroner on the first of a month. */
const agencyFee = 24_000;

/**
 * What the shop paid for its visits on a day, by channel, campaign and device, with what came of it by last click.
 * @param scale the size of the shop: its agency is as big
 */
export function advertisingOn(
  day: ShopDay,
  visits: readonly Visits[],
  orders: readonly Order[],
  scale: number,
  chance: Chance,
): Row[] {
  const credited = group(
    orders.filter(({ cancelledAt }) => cancelledAt === undefined),
    ({ visits: { channel, device }, campaign }) => `${channel.id} ${campaign} ${device.id}`,
  );
  const clicksBy = rollup(
    visits.filter(({ channel }) => markets[channel.id]),
    (some) => sum(some, ({ sessions }) => sessions),
    ({ channel }) => channel.id,
    ({ device }) => device.id,
  );
  const media = [...clicksBy].flatMap(([channel, byDevice]) =>
    [...byDevice].flatMap(([device, sessions]) =>
      standing[channel]!.flatMap(({ id, clicks: share }) => {
        const { network, click, rate } = markets[channel]!;
        // Some click and are gone before the page counts them.
        const clicks = chance.count(sessions * share * 1.05);
        const campaign = campaignName(channel, id, day);
        const bids = day.campaign?.id === 'black-week' ? blackWeekBids : 1;
        const won = credited.get(`${channel} ${campaign} ${device}`) ?? [];
        const row = {
          date: day.date,
          channel,
          network,
          campaign,
          device,
          cost: Math.round(clicks * chance.around(click * bids, 0.06) * 100) / 100,
          impressions: Math.round(clicks / chance.around(rate, 0.05)),
          clicks,
          attributedRevenue: kroner(sum(won, ({ gross, discount }) => gross - discount)),
          attributedOrders: won.length,
          attributedNewCustomers: won.filter(({ isFirst }) => isFirst).length,
        };
        return clicks > 0 || won.length > 0 ? [row] : [];
      }),
    ),
  );
  if (!day.date.endsWith('-01')) return media;
  return [...media, { date: day.date, kind: 'other', campaign: 'agency', cost: Math.round(agencyFee * scale) }];
}
