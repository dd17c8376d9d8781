import { daysBetween } from './calendar.js';
import { story } from './story.js';

/** Where visits come from: their share, and how these visitors differ. Factors multiply the rates of `funnel`. */
export interface Channel {
  readonly id: string;
  readonly share: number;
  /** The share of visits that see one page and leave. */
  readonly bounce: number;
  readonly carts: number;
  /** The share of identified orders that come from earlier customers. */
  readonly returning: number;
}

export const channels: readonly Channel[] = [
  { id: 'organic-search', share: 0.27, bounce: 0.44, carts: 1, returning: 0.42 },
  { id: 'direct', share: 0.18, bounce: 0.4, carts: 1.22, returning: 0.62 },
  { id: 'paid-search', share: 0.16, bounce: 0.42, carts: 1.14, returning: 0.34 },
  { id: 'paid-social', share: 0.14, bounce: 0.54, carts: 0.92, returning: 0.18 },
  { id: 'paid-shopping', share: 0.11, bounce: 0.47, carts: 1.06, returning: 0.22 },
  { id: 'email', share: 0.07, bounce: 0.34, carts: 1.65, returning: 0.9 },
  { id: 'organic-social', share: 0.05, bounce: 0.57, carts: 0.6, returning: 0.3 },
  { id: 'referral', share: 0.02, bounce: 0.45, carts: 0.9, returning: 0.28 },
];

export interface Device {
  readonly id: string;
  readonly share: number;
  readonly bounce: number;
  readonly carts: number;
  /** The share of checkouts that are completed. */
  readonly completed: number;
  /** Visits by hour of the day, from midnight on. */
  readonly hours: readonly number[];
}

// prettier-ignore
export const devices: readonly Device[] = [
  { id: 'mobile', share: 0.66, bounce: 1.07, carts: 0.9, completed: 0.6,
    hours: [9, 4, 2, 1, 1, 2, 6, 14, 20, 22, 24, 26, 29, 27, 26, 28, 32, 36, 40, 50, 60, 62, 46, 22] },
  { id: 'desktop', share: 0.29, bounce: 0.86, carts: 1.18, completed: 0.7,
    hours: [4, 2, 1, 1, 1, 1, 4, 14, 30, 42, 46, 45, 48, 46, 44, 42, 38, 32, 30, 36, 42, 40, 26, 11] },
  { id: 'tablet', share: 0.05, bounce: 0.95, carts: 1.05, completed: 0.65,
    hours: [5, 2, 1, 1, 1, 1, 5, 10, 16, 20, 21, 20, 20, 19, 19, 20, 22, 26, 32, 46, 58, 56, 34, 14] },
];

export interface Country {
  readonly id: string;
  readonly carts: number;
  /** VAT on goods and freight. */
  readonly vat: number;
  /** Days on the road, in the middle, and days promised. */
  readonly transit: number;
  readonly promised: number;
  readonly carriers: readonly string[];
}

export const countries: readonly Country[] = [
  { id: 'DK', carts: 1.06, vat: 0.25, transit: 1.1, promised: 4, carriers: ['GLS', 'PostNord'] },
  { id: 'SE', carts: 0.95, vat: 0.25, transit: 2, promised: 5, carriers: ['PostNord', 'Budbee'] },
  { id: 'NO', carts: 0.97, vat: 0.25, transit: 2.6, promised: 6, carriers: ['Bring'] },
  { id: 'PL', carts: 0.85, vat: 0.23, transit: 2.7, promised: 6, carriers: ['InPost'] },
];

/** The rates of an ordinary visit: product views of those that stay, then each step of the one before. */
export const funnel = { views: 0.76, carts: 0.178, checkouts: 0.6 };

/** How visits share out over the countries on a day; nothing for a country that is not open yet. */
export function countryShares(date: string): readonly number[] {
  const open = daysBetween(story.poland.opens, date);
  return [0.61, 0.21, 0.14, open < 0 ? 0 : 0.03 + 0.06 * Math.min(1, open / 365)];
}
