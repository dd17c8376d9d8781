import type { Records } from '../core/dataset/records.js';
import type { Tell } from './note.js';
import { platformReader } from './platform-reader.js';
import type { ExportReader } from './read-platform.js';
import { tableOf } from './recognise.js';

/**
 * Rows as they are, or of a platform's export in our fields.
 *
 * @param platform whose export it is; `auto` where fields that are none of ours may tell, undefined where it is none's
 * @param tell hears whose they are
 * @throws KpiError `unrecognised-data` or `missing-part`
 */
export async function* exportRows(
  slices: AsyncIterable<Records>,
  platform: string | undefined,
  tell: Tell,
): AsyncGenerator<Records> {
  let reader: ExportReader | undefined;
  let isPlain: boolean | undefined;
  let [rows, taken] = [0, 0];
  for await (const records of slices) {
    const { fields, length } = records;
    isPlain ??= platform === undefined || (platform === 'auto' && tableOf(fields) !== undefined);
    if (!isPlain && !reader) {
      reader = await (await platformReader()).exportReader(fields, platform!);
      if (reader) tell(reader.note);
    }
    const read = reader ? reader.read(records) : records;
    rows += length;
    taken += read.length;
    yield read;
  }
  if (reader && rows > 0 && taken === 0) throw reader.nothingIn(rows);
}
