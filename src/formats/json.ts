import { KpiError } from '../core/error.js';
import { recordsOf } from '../core/dataset/records.js';
import type { Records } from '../core/dataset/records.js';
import { malformedAt } from './json-position.js';
import { sliceLength } from './slice-length.js';

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
  let rest = '';
  let lines = 0;
  const read = (text: string): Records => {
    const rows: Record<string, unknown>[] = [];
    for (const line of text.split('\n')) {
      lines++;
      if (line.trim()) rows.push(rowOf(line, lines));
    }
    return recordsOf(rows);
  };
  for await (const chunk of chunks) {
    rest += chunk;
    while (rest.length >= sliceLength) {
      // The last line end of the slice, or the first after it where one line is longer than the slice.
      const inside = rest.lastIndexOf('\n', sliceLength - 1);
      const end = inside >= 0 ? inside : rest.indexOf('\n', sliceLength);
      if (end < 0) break;
      yield read(rest.slice(0, end));
      rest = rest.slice(end + 1);
    }
  }
  if (rest.trim()) yield read(rest);
}

function rowOf(text: string, line: number): Record<string, unknown> {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    throw malformed(text, line);
  }
  if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Record<string, unknown>;
  throw new KpiError('malformed-data', `Line ${line} of the NDJSON is not an object: ${text.slice(0, 40)}`, { line });
}

function malformed(text: string, line?: number): KpiError {
  const position = malformedAt(text) ?? text.length;
  const truncated = position === text.length;
  const excerpt = text.slice(Math.max(0, position - 20), position + 20);
  const where = line === undefined ? `position ${position}` : `line ${line}, position ${position}`;
  return new KpiError(
    'malformed-data',
    `The JSON is malformed at ${where}${truncated ? ': it ends too early' : ''}, near ${JSON.stringify(excerpt)}.`,
    { format: line === undefined ? 'json' : 'ndjson', position, line, excerpt, truncated },
  );
}
