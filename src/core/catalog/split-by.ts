import type { Catalog } from './catalog.js';
import type { MeasureDefinition } from './definition.js';

/** Whether the rows that a measure is taken from may name a dimension, or a true/false field, to split and filter it by. */
export function isSplitBy(
  { entities }: Catalog,
  { entity, perLine, items, ownDimensions = [] }: MeasureDefinition,
  dimension: string,
): boolean {
  if (items?.dimension === dimension || ownDimensions.includes(dimension)) return true;
  return [entity, perLine ? 'orderLines' : []].flat().some((id) => {
    const { dimensions = [], own = {}, fields = {} } = entities[id] ?? {};
    const isNamed = dimensions.includes(dimension) && !Object.hasOwn(own, dimension);
    return isNamed || Object.values(own).includes(dimension) || fields[dimension]?.type === 'bool';
  });
}
