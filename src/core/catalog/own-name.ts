import type { Catalog } from './catalog.js';

/** What a measure's entity has under a dimension's name, where that is something of its own: the id that tells it apart. */
export const ownName = ({ entities, measures }: Catalog, measure: string, dimension: string): string | undefined =>
  entities[measures.get(measure)?.entity ?? '']?.own?.[dimension];
