import type { Catalog } from '../core/catalog/catalog.js';
import type { DatasetBuilder } from '../core/dataset/builder.js';
import type { DataNote } from '../core/dataset/input.js';
import { KpiError } from '../core/error.js';
import type { Shape } from './load-dataset.js';
import { expectPart, mappingHelp } from './readers.js';

/** Tells what columns may be that nothing reads. What that takes is fetched once there are some. */
export interface UnreadColumns {
  /** Looks at what has been added so far. */
  look(): void;
  notes(): Promise<readonly DataNote[]>;
  /** An error, with the columns that may be what is missing. */
  explained(error: unknown): Promise<unknown>;
}

/** @param read the columns that the mapping reads, and the mapping */
export function unreadColumns(
  builder: DatasetBuilder,
  { sources, mapping }: Pick<Shape, 'sources' | 'mapping'>,
  catalog: Catalog | undefined,
): UnreadColumns {
  const unread = () =>
    builder.unread.map((each) => ({ ...each, columns: each.columns.filter(({ name }) => !sources.includes(name)) }));
  const areThere = () => unread().some(({ columns }) => columns.length > 0);
  // Without help the data are read, or refused, all the same.
  const help = () => mappingHelp().catch(() => undefined);
  return {
    look() {
      if (areThere()) expectPart(mappingHelp);
    },
    async notes() {
      return (areThere() && (await help())?.likelyNotes(unread(), catalog, mapping)) || [];
    },
    async explained(error) {
      const isMissing = error instanceof KpiError && error.code === 'missing-field';
      return (isMissing && (await help())?.withLikelyMap(error, unread(), catalog, mapping)) || error;
    },
  };
}
