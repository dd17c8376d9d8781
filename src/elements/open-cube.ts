import { unexpected } from '../core/error.js';
import { fetched } from '../core/fetched.js';
import type { DataInput, Opened } from './data-controller.js';
import type * as engine from './engine.part.js';

/**
 * Opens a source that is asked for cubes: there are no data yet, and what is to be asked for each widget knows.
 *
 * @param part the engine, which makes results of the answers
 * @param anew whether what was answered before is asked anew
 * @throws KpiError `missing-part`; `bad-option` where there is nothing that can be asked so, or what a page says is
 *   about rows
 */
export async function openCube(part: typeof engine, input: DataInput, anew: boolean): Promise<Opened> {
  const { query } = input.options;
  if (query !== 'cube')
    throw unexpected('bad-option', `query: "${query}" is not possible`, 'query', query, ['rows', 'cube']);
  if (input.src === undefined)
    throw unexpected('bad-option', 'query: data in the page are not asked', 'query', query, [
      'rows',
      'cube with an address (src)',
    ]);
  const { openDesk } = await fetched(import('./cube.part.js'));
  const cube = await openDesk(part, input, anew);
  return { dataset: cube.blank.dataset, engine: part, cube };
}
