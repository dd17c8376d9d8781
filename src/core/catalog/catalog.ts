import type { EntityDefinition, KpiDefinition, MeasureDefinition } from './definition.js';
import { entities } from './entities.js';
import { kpiCatalog } from './kpis.js';
import { measures } from './measures.js';

/** What can be asked of data: the catalogue, or the catalogue with a shop's own definitions beside it. */
export interface Catalog {
  readonly kpis: ReadonlyMap<string, KpiDefinition>;
  readonly measures: ReadonlyMap<string, MeasureDefinition>;
  readonly entities: Readonly<Record<string, EntityDefinition>>;
  /** A shop's own parameters; those of the catalogue have types of their own. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** The catalogue as it is. */
export const catalog: Catalog = { kpis: kpiCatalog, measures, entities, parameters: {} };
