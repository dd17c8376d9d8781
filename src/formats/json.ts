import { KpiError } from '../core/error.js';
import { recordsOf } from '../core/dataset/records.js';
import type { Records } from '../core/dataset/records.js';
import { alikeRows } from './alike-rows.js';
import { inSlices } from './in-slices.js';
import { malformedAt } from './json-position.js';

/**
 * Parses JSON, and says where it is wrong.
 *
 * @throws KpiError `malformed-data` with `position` (from 0), `excerpt` and `truncated`
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(text);
  }
}

/**
 * Reads one JSON object a line, a slice of whole lines at a time. Blank lines do not count.
 *
 * @throws KpiError `malformed-data` with the `line`, counted from 1
 */
export async function* readNdjson(chunks: AsyncIterable<string>): AsyncGenerator<Records> {
  let lines = 0;
  const read = (text: string): Records => {
    const alike = alikeRows(text, '\n');
    if (alike) {
      lines += alike.length;
      return alike;
    }
    const rows: Record<string, unknown>[] = [];
    for (const line of text.split('\n')) {
      lines++;
      if (line.trim()) rows.push(rowOf(line, lines));
    }
    return recordsOf(rows);
  };
  const rest = yield* inSlices(chunks, (text) => {
    const end = text.lastIndexOf('\n');
    return end < 0 ? undefined : { value: read(text.slice(0, end)), end: end + 1 };
  });
  if (rest.trim()) yield read(rest);
}

function rowOf(text: string, line: number): Record<string, unknown> {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    throw malformed(text, { line });
  }
  if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Record<string, unknown>;
  throw new KpiError('malformed-data', `Line ${line} of the NDJSON is not an object: ${text.slice(0, 40)}`, { line });
}

/**
 * Where a text is no JSON.
 *
 * @param line of NDJSON that the text is
 * @param start where in a whole the text starts, with a character that stands for another
 */
export function malformed(text: string, { line, start = 0 }: { line?: number; start?: number } = {}): KpiError {
  const inside = malformedAt(text) ?? text.length;
  const position = start + inside;
  const truncated = inside === text.length;
  const excerpt = text.slice(Math.max(start > 0 ? 1 : 0, inside - 20), inside + 20);
  const where = line === undefined ? `position ${position}` : `line ${line}, position ${position}`;
  return new KpiError(
    'malformed-data',
    `The JSON is malformed at ${where}${truncated ? ': it ends too early' : ''}, near ${JSON.stringify(excerpt)}.`,
    { format: line === undefined ? 'json' : 'ndjson', position, line, excerpt, truncated },
  );
}
