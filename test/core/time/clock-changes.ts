import type { Day } from '../../../src/core/time/day.js';
import { addDays, MS_PER_DAY } from '../../../src/core/time/day.js';
import type { Zone } from '../../../src/core/time/zone.js';
import { zoneOf } from '../../../src/core/time/zone.js';
import { day } from './written.js';

/** Every zone that changed its clock in the last ten years, with the last two days on which it did. */
export const clockChanges: readonly { readonly zone: Zone; readonly changed: Day }[] = Intl.supportedValuesOf(
  'timeZone',
).flatMap((id) => {
  const zone = zoneOf(id);
  const offsetOn = (at: Day): number => zone.instantAt(at * MS_PER_DAY) - at * MS_PER_DAY;
  const found: { zone: Zone; changed: Day }[] = [];
  // Month by month back from the newest, and day by day where the offset differs.
  for (let at = day('2026-01-01'); at > day('2016-01-01') && found.length < 2; at = addDays(at, -30)) {
    const before = addDays(at, -30);
    if (offsetOn(before) === offsetOn(at)) continue;
    let changed = before;
    while (offsetOn(addDays(changed, 1)) === offsetOn(before)) changed = addDays(changed, 1);
    found.push({ zone, changed });
  }
  return found;
});
