/** What every contender draws: shops with their sales by day, in a window and in the one before it. */

const MS_PER_DAY = 86_400_000;
const first = Date.UTC(2026, 0, 7);
export const days = 90;
export const currency = 'DKK';

/** Two windows of 90 days, each with 90 days before it: what is drawn first, and what it is updated to. */
export const windows = [days, 2 * days].map((from) => ({
  from,
  period: `${iso(from)}/${iso(from + days - 1)}`,
}));

/** @param {number} day counted from the first one */
function iso(day) {
  return new Date(first + day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The window before, in days of the page's clock. */
export const before = ({ from }) => [from - days, from - 1].map((day) => new Date(first + day * MS_PER_DAY));

/**
 * @typedef {{ name: string, current: number[], before: number[], total: number, totalBefore: number, window: number }} Shop
 * @param {number} count
 * @returns {{ rows: object[], sets: Shop[][] }} the same figures as rows of daily numbers, and as series for each window
 */
export function makeShops(count) {
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const rows = [];
  const courses = Array.from({ length: count }, (_, shop) => {
    let level = 2000 + 9000 * random();
    return Array.from({ length: 3 * days }, (_, day) => {
      level *= 0.97 + 0.0607 * random();
      const netSales = Math.round(level * (day % 7 > 4 ? 1.3 : 1));
      rows.push({ date: iso(day), channel: nameOf(shop), netSales });
      return netSales;
    });
  });
  const sets = windows.map(({ from }, window) =>
    courses.map((course, shop) => {
      const current = course.slice(from, from + days);
      const previous = course.slice(from - days, from);
      return { name: nameOf(shop), current, before: previous, total: sum(current), totalBefore: sum(previous), window };
    }),
  );
  return { rows, sets };
}

const nameOf = (shop) => `Shop ${shop + 1}`;
