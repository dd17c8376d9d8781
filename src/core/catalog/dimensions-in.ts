import { remember } from '../remember.js';
import type { Catalog } from './catalog.js';
import type { EntityDefinition } from './definition.js';

/** What rows are split and filtered by: the dimensions, and true/false fields such as a session's `addedToCart`. */
export const dimensionsIn = ({ entities }: Catalog): ReadonlySet<string> =>
  remember(
    knownDimensions,
    entities,
    () => new Set(Object.values(entities).flatMap((entity) => [...entity.dimensions, ...flagsOf(entity)])),
  );
const knownDimensions = new WeakMap<object, ReadonlySet<string>>();

function flagsOf({ fields }: EntityDefinition): string[] {
  return Object.keys(fields).filter((field) => fields[field]?.type === 'bool');
}
