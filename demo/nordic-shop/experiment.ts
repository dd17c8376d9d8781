import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { localTime } from './local-time.js';
import { story } from './story.js';
import type { Visits } from './traffic.js';

const hour = 3_600_000;

/** Visits of a day that take part in the experiment which then runs, split equally by chance; some begin a cart. */
export function participantsOn(visits: readonly Visits[], chance: Chance): Row[] {
  const { id, first, share, carts, variants } = story.experiment;
  const { date, start } = visits[0]!.day;
  if (date < first) return [];
  return visits.flatMap(({ device, viewed }) =>
    Array.from({ length: chance.among(viewed, share) }, () => {
      const variant = variants[Math.floor(chance.next() * variants.length)]!;
      return {
        experimentId: id,
        unitId: `v${date.replaceAll('-', '')}-${Math.floor(chance.next() * 1e9).toString(36)}`,
        variant: variant.id,
        isControl: variant === variants[0],
        exposedAt: localTime(start + Math.floor(24 * chance.next()) * hour),
        converted: chance.happens(carts * variant.carts),
        device: device.id,
      };
    }),
  );
}
