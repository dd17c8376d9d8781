import { interpolateBasisClosed } from 'd3';
import { localDate, midnight } from './local-time.js';
import { blackFriday, campaigns, story } from './story.js';
import type { Campaign } from './story.js';

/** One day of the shop. */
export interface ShopDay {
  /** ISO date. */
  readonly date: string;
  /** Its first instant and the one after its last, epoch milliseconds: 23, 24 or 25 hours apart. */
  readonly start: number;
  readonly end: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Visits on an ordinary day of the data's first week are 1. */
  readonly demand: number;
  readonly campaign: Campaign | undefined;
  /** The weeks in which people buy presents. */
  readonly giftSeason: boolean;
}

const dayLength = 86_400_000;
const byWeekday = [1.16, 1.1, 1.02, 0.98, 0.97, 0.9, 0.87];
/** From January on: a full January, a summer dip with its low in July, and the dark months. */
const season = interpolateBasisClosed([1.02, 0.94, 0.95, 0.96, 0.92, 0.86, 0.68, 0.88, 0.98, 1.05, 1.2, 1.2]);
const holidays: Readonly<Record<string, number>> = { '12-24': 0.4, '12-25': 0.55, '12-26': 0.8, '12-31': 0.6 };

/** The date so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayLength).toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayLength;

/** Every day of the data. */
export function allDays(): ShopDay[] {
  return Array.from({ length: daysBetween(story.first, story.last) + 1 }, (_, index) =>
    dayOf(daysAfter(story.first, index), index),
  );
}

function dayOf(date: string, index: number): ShopDay {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const weekday = new Date(date).getUTCDay();
  const campaign = campaigns.find(({ spans }) => spans.some(([first, last]) => date >= first && date <= last));
  const ofYear = daysBetween(`${year}-01-01`, date) / 365;
  // The twelve anchors stand in the middle of their months.
  const demand =
    story.growth ** (index / 365) *
    season((ofYear - 1 / 24 + 1) % 1) *
    byWeekday[weekday]! *
    (isPayday(year, month, dayOfMonth) ? 1.12 : 1) *
    (holidays[date.slice(5)] ?? 1) *
    (campaign?.visits ?? 1) *
    (campaign?.id === 'black-week' && weekday === 5 ? blackFriday : 1);
  const giftSeason = (month === 11 && dayOfMonth >= 15) || (month === 12 && dayOfMonth <= 22);
  return { date, start: midnight(date), end: midnight(daysAfter(date, 1)), weekday, demand, campaign, giftSeason };
}

/** The last working day of a month, when salaries come, and the two days after it. */
function isPayday(year: number, month: number, dayOfMonth: number): boolean {
  return [0, 1, 2].some((after) => {
    const day = new Date(Date.UTC(year, month - 1, dayOfMonth - after));
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0));
    while (last.getUTCDay() % 6 === 0) last.setUTCDate(last.getUTCDate() - 1);
    return day.getTime() === last.getTime();
  });
}

/** The next instant at which people work: a weekday from 8 to 16. */
export function nextWorkingHour(instant: number): number {
  let date = localDate(instant);
  const opens = (): number => midnight(date) + 8 * 3_600_000;
  if (instant > opens() + 8 * 3_600_000) date = daysAfter(date, 1);
  while (new Date(date).getUTCDay() % 6 === 0) date = daysAfter(date, 1);
  return Math.max(instant, opens());
}
