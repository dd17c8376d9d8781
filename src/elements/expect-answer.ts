import { unexpected } from '../core/error.js';
import type { LoadOptions } from '../formats/load-dataset.js';
import { expectData } from '../formats/readers.js';

/**
 * Begins to fetch what the answer of a source will need.
 *
 * @param src the address; undefined where data are in the page
 * @param query what it is asked for
 * @throws KpiError `bad-option` where that is nothing that it can be asked
 */
export function expectAnswer(options: LoadOptions, src: string | undefined, query = 'rows'): void {
  if (query === 'rows') return expectData(options, src);
  if (query !== 'cube')
    throw unexpected('bad-option', `query: "${query}" is not possible`, 'query', query, ['rows', 'cube']);
  if (src === undefined)
    throw unexpected('bad-option', 'query: data in the page are not asked', 'query', query, [
      'rows',
      'cube with an address (src)',
    ]);
}
