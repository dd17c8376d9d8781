import type { Declared, Measures } from '../declare-measure.js';
import { count } from '../declare-measure.js';

const computed = (more?: Partial<Declared>): Declared =>
  count(undefined, { aggregation: 'computed', daily: 'no', ...more });

/** What follows from what a shop wants of its figures, and from what its data hold. */
export const settingMeasures: Measures = {
  targets: {
    kpisWithTarget: computed({ on: 'periodEnd' }),
    kpisOnTarget: computed({ on: 'periodEnd' }),
  },
  coverage: {
    expectedCells: computed(),
    presentCells: computed(),
  },
};
