import type { Analyst, RowReader } from '../core/dataset/builder.js';
import type * as cubePart from '../core/dataset/read-cube.part.js';
import { fetched } from '../core/fetched.js';
import { isFormat, wordsOf } from './format-names.js';
import type { LoadOptions } from './load-dataset.js';
import { platformReader } from './platform-reader.js';
import type * as helpPart from './mapping-help.part.js';
import type * as part from './readers.part.js';

/** What only some data need, fetched once. @throws KpiError `missing-part` */
export const readers = (): Promise<typeof part> => fetched(import('./readers.part.js'));

/** What finds columns that look like fields, fetched once. @throws KpiError `missing-part` */
export const mappingHelp = (): Promise<typeof helpPart> => fetched(import('./mapping-help.part.js'));

/** What makes measures of single records, fetched once. @throws KpiError `missing-part` */
export const rowReader = (): Promise<RowReader> => fetched(import('../core/dataset/rows.part.js'));

/** What reads the answers to cube questions, fetched once. @throws KpiError `missing-part` */
export const cubeReader = (): Promise<typeof cubePart> => fetched(import('../core/dataset/read-cube.part.js'));

/** What reads experiments and how many targets are met, fetched once. @throws KpiError `missing-part` */
export const analyst = (): Promise<Analyst> => fetched(import('../core/evaluate/analysis.part.js'));

/** Begins to fetch a part. Whoever needs it then says so where it does not come. */
export function expectPart(part: () => Promise<unknown>): void {
  part().catch(() => undefined);
}

/**
 * Begins to fetch what the options or the address tell that data will need, so that it comes beside them.
 *
 * @param address where they come from; undefined where they are at hand, and soon tell themselves what they are
 */
export function expectData({ format: asked, map, prepare, table }: LoadOptions, address?: string): void {
  const [format] = wordsOf(asked);
  if (!isFormat(format)) expectPart(platformReader);
  const isOther = isFormat(format) && format !== 'auto' ? format !== 'json' : /\.csv(?![^?#])/i.test(address ?? '');
  if (isOther || map !== undefined || prepare) expectPart(readers);
  // What has another name, or none yet, may well be single records.
  if (table === undefined ? address !== undefined : table !== 'dailyMeasures') expectPart(rowReader);
}
