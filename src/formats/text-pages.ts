import type { Records } from '../core/dataset/records.js';
import { KpiError } from '../core/error.js';
import { namesOf } from '../core/excerpt.js';
import { readCsv } from './csv.js';
import type { Tell } from './note.js';

/**
 * Reads CSV that comes in pages, of which each has the header of the first. A page without any text has no rows.
 *
 * @param first the chunks of the first page
 * @param further the texts of those after it
 * @param delimiter where it is named
 * @param tell hears of lines above the first header
 * @throws KpiError `incomplete-data` for a page with another header; as `readCsv`
 */
export async function* readCsvPages(
  first: AsyncIterable<string>,
  further: AsyncIterable<string>,
  delimiter?: string,
  tell?: Tell,
): AsyncGenerator<Records> {
  let header: readonly string[] = [];
  for await (const records of readCsv(first, delimiter, tell)) {
    header = records.fields;
    yield records;
  }
  let page = 1;
  for await (const text of further) {
    page++;
    if (!text.trim()) continue;
    for await (const records of readCsv([text], delimiter)) {
      if (records.fields.join('\n') !== header.join('\n')) throw otherHeader(page, records.fields, header);
      yield records;
    }
  }
}

/** The lines of all pages as one text: a page may end without a line end. */
export async function* linesOfPages(
  first: AsyncIterable<string>,
  further: AsyncIterable<string>,
): AsyncGenerator<string> {
  yield* first;
  for await (const text of further) {
    yield `\n${text}`;
  }
}

function otherHeader(page: number, fields: readonly string[], expected: readonly string[]): KpiError {
  const message = `Page ${page} of the CSV begins with ${namesOf(fields)}. Expected the header of the first page: ${namesOf(expected)}.`;
  return new KpiError('incomplete-data', message, { page, fields, expected });
}
