import { sum } from 'd3';
import type { ShopDay } from './calendar.js';
import { weighted } from './chance.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { localTime } from './local-time.js';
import { momentOf } from './orders.js';
import { story } from './story.js';
import type { Visits } from './traffic.js';

const sampled = 44;
const paths = weighted(['/', '/category', '/product', '/cart', '/checkout'], [18, 30, 38, 6, 8]);
const paint: Readonly<Record<string, number>> = { mobile: 2_150, tablet: 1_900, desktop: 1_350 };
const heavy: Readonly<Record<string, number>> = {
  '/': 1.12,
  '/category': 1.08,
  '/product': 1,
  '/cart': 0.72,
  '/checkout': 0.7,
};

/** A sample of a day's page loads, in proportion to its visits. */
export function pageLoadsOn(today: ShopDay, visits: readonly Visits[], scale: number, chance: Chance): Row[] {
  const total = sum(visits, ({ sessions }) => sessions);
  const choose = weighted(
    visits,
    visits.map(({ sessions }) => sessions),
  );
  const faster = today.date >= story.imageService.from ? story.imageService.time : 1;
  // Servers are slower on the day when everybody comes.
  const load = today.demand > 3 ? 1.25 : 1;
  return Array.from({ length: total > 0 ? chance.count(sampled * scale) : 0 }, () => {
    const { device, country } = choose(chance.next());
    const path = paths(chance.next());
    return {
      at: momentOf(today, device, chance),
      lcpMs: Math.round(chance.around(paint[device.id]! * heavy[path]! * faster * load, 0.48)),
      path,
      device: device.id,
      country: country.id,
    };
  })
    .sort((a, b) => a.at - b.at)
    .map(({ at, ...load }) => ({ at: localTime(at), ...load }));
}
