import { fetched } from '../core/fetched.js';
import type { LoadOptions } from './load-dataset.js';
import type * as part from './readers.part.js';

/** What only some data need, fetched once. @throws KpiError `missing-part` */
export const readers = (): Promise<typeof part> => fetched(import('./readers.part.js'));

/** Begins to fetch it where the options or the address tell that it will be needed, so that it comes beside the data. */
export function expectData({ format, map, prepare }: LoadOptions, { pathname }: Pick<URL, 'pathname'>): void {
  const isOther = format === undefined || format === 'auto' ? !/\.csv$/i.test(pathname) : format === 'json';
  if (isOther && map === undefined && !prepare) return;
  readers().catch(() => {
    // Whoever reads the data says so.
  });
}
