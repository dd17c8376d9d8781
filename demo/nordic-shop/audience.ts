import type { ShopDay } from './calendar.js';
import { daysBetween } from './calendar.js';
import { weighted } from './chance.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { localTime } from './local-time.js';
import { story } from './story.js';

const hour = 3_600_000;

/** Followers at the start and what comes to them a day, and how many of them see a post. */
const networks = [
  { id: 'instagram', followers: 18_400, growth: 11, seen: 0.34, formats: ['reel', 'photo', 'story'] },
  { id: 'facebook', followers: 22_900, growth: 2, seen: 0.12, formats: ['photo', 'link'] },
  { id: 'tiktok', followers: 3_100, growth: 14, seen: 1.1, formats: ['video'] },
] as const;
const onNetwork = weighted(networks, [5, 2, 3]);

const followersOn = (network: (typeof networks)[number], date: string): number =>
  Math.round(network.followers + network.growth * daysBetween(story.first, date));

/** Posts of a day, with what came of them; one in twelve is made by a partner. */
export function postsOn(today: ShopDay, scale: number, chance: Chance): Row[] {
  return Array.from({ length: chance.count(1.3) }, (_, index) => {
    const network = onNetwork(chance.next());
    const influencer = chance.happens(1 / 12);
    const reach = Math.round(
      followersOn(network, today.date) * network.seen * scale * (influencer ? 2.6 : 1) * chance.around(1, 0.45),
    );
    const impressions = Math.round(reach * (1.12 + 0.3 * chance.next()));
    const likes = chance.among(impressions, influencer ? 0.034 : 0.022);
    const clicks = chance.among(impressions, network.id === 'facebook' ? 0.021 : 0.011);
    return {
      postId: `${today.date.replaceAll('-', '')}-${index + 1}`,
      publishedAt: localTime(today.start + (8 + 12 * chance.next()) * hour),
      network: network.id,
      account: 'nordhavn',
      format: network.formats[Math.floor(chance.next() * network.formats.length)],
      influencer,
      impressions,
      reach,
      likes,
      comments: chance.among(impressions, 0.0017),
      shares: chance.among(impressions, 0.0011),
      clicks,
      conversions: chance.among(clicks, influencer ? 0.031 : 0.019),
    };
  });
}

/** How many follow the shop, counted every Monday. */
export const followersCounted = (today: ShopDay, scale: number): Row[] =>
  today.weekday === 1
    ? networks.map((network) => ({
        date: today.date,
        network: network.id,
        account: 'nordhavn',
        followers: Math.round(followersOn(network, today.date) * scale),
      }))
    : [];

const lists = [
  { medium: 'sms', joins: 5.2, leaves: 0.0011 },
  { medium: 'push', joins: 8.6, leaves: 0.0019 },
] as const;

/** Who reads what the shop sends. In the weeks of presents it writes more often, and more people leave. */
export class Lists {
  readonly #readers = new Map<string, string[]>(lists.map(({ medium }) => [medium, []]));
  #next = 1;

  /** Those who join and leave in a day. */
  pass(today: ShopDay, scale: number, chance: Chance): Row[] {
    return lists.flatMap(({ medium, joins, leaves }) => {
      const readers = this.#readers.get(medium)!;
      const event = (subscriberId: string, type: string): Row => ({
        ...{ subscriberId, medium, type },
        at: localTime(today.start + (7 + 15 * chance.next()) * hour),
      });
      const leaving = chance.among(readers.length, leaves * (today.giftSeason ? 2.2 : 1));
      const left = Array.from({ length: leaving }, () => {
        const [id] = readers.splice(Math.floor(chance.next() * readers.length), 1);
        return event(id!, 'opt-out');
      });
      const joined = Array.from({ length: chance.count(joins * today.demand * scale) }, () => {
        const id = `s${this.#next++}`;
        readers.push(id);
        return event(id, 'opt-in');
      });
      return [...left, ...joined];
    });
  }
}

const stores = [
  { platform: 'ios', downloads: 9 },
  { platform: 'android', downloads: 12 },
] as const;

/** Downloads of the shop's app. */
export const downloadsOn = (today: ShopDay, scale: number, chance: Chance): Row[] =>
  stores.map(({ platform, downloads }) => ({
    date: today.date,
    platform,
    count: chance.count(downloads * today.demand * scale),
  }));
