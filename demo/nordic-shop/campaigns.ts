import type { ShopDay } from './calendar.js';
import { weighted } from './chance.js';

/** What a channel runs all year: campaigns with their shares of the clicks and how much likelier a click buys. */
export const standing: Readonly<Record<string, readonly { id: string; clicks: number; buys: number }[]>> = {
  'paid-search': [
    { id: 'brand', clicks: 0.35, buys: 1.7 },
    { id: 'generic', clicks: 0.65, buys: 0.62 },
  ],
  'paid-social': [
    { id: 'prospecting', clicks: 0.7, buys: 0.7 },
    { id: 'retargeting', clicks: 0.3, buys: 1.7 },
  ],
  'paid-shopping': [{ id: 'whole-range', clicks: 1, buys: 1 }],
  email: [{ id: 'newsletter', clicks: 1, buys: 1 }],
};
/** Channels whose messages are about the shop's campaign while there is one. */
const seasonal = new Set(['email', 'paid-social']);

const choices = Object.fromEntries(
  Object.entries(standing).map(([channel, list]) => [
    channel,
    weighted(
      list.map(({ id }) => id),
      list.map(({ clicks, buys }) => clicks * buys),
    ),
  ]),
);

/** The name that a campaign carries on a day. */
export function campaignName(channel: string, campaign: string, day: ShopDay): string {
  return day.campaign && seasonal.has(channel) && campaign !== 'retargeting' ? day.campaign.id : campaign;
}

/** The campaign of a purchase, by a number in [0, 1); nothing for a channel that runs none. */
export function campaignsOf(channel: string, day: ShopDay): ((share: number) => string) | undefined {
  const choice = choices[channel];
  return choice && ((share) => campaignName(channel, choice(share), day));
}
