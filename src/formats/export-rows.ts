import type { Records } from '../core/dataset/records.js';
import { platformReader } from './platform-reader.js';
import { tableOf } from './recognise.js';

/**
 * Rows as they are, or of a platform's export in our fields.
 *
 * @param platform whose export it is; `auto` where fields that are none of ours may tell, undefined where it is none's
 * @throws KpiError `unrecognised-data` or `missing-part`
 */
export async function* exportRows(
  slices: AsyncIterable<Records>,
  platform: string | undefined,
): AsyncGenerator<Records> {
  let read: ((records: Records) => Records) | undefined;
  for await (const records of slices) {
    const { fields } = records;
    const isPlain = platform === undefined || (platform === 'auto' && tableOf(fields) !== undefined);
    read ??= isPlain ? (rows) => rows : await (await platformReader()).exportReader(fields, platform);
    yield read(records);
  }
}
