import type { MeasureDefinition } from './definition.js';
import type { Measures } from './declare-measure.js';
import { companyMeasures } from './measures/company.js';
import { goodsMeasures } from './measures/goods.js';
import { marketingMeasures } from './measures/marketing.js';
import { orderMeasures } from './measures/orders.js';
import { serviceMeasures } from './measures/service.js';
import { settingMeasures } from './measures/settings.js';
import { visitMeasures } from './measures/visits.js';

const declared: Measures = {
  ...orderMeasures,
  ...visitMeasures,
  ...goodsMeasures,
  ...marketingMeasures,
  ...serviceMeasures,
  ...companyMeasures,
  ...settingMeasures,
};

/** The named aggregates by id; catalogue, section 2. */
export const measures: ReadonlyMap<string, MeasureDefinition> = new Map(
  Object.entries(declared).flatMap(([entity, ofEntity]) =>
    Object.entries(ofEntity).map(([id, measure]) => [id, { id, entity, ...measure }]),
  ),
);
