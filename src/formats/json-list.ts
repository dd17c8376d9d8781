import { alikeRows } from './alike-rows.js';
import { inSlices } from './in-slices.js';
import type { Taken } from './in-slices.js';
import { malformed } from './json.js';
import type { Rows } from './records-slices.js';

/** What stands between one row and the next. */
const nextRow = /,[ \t\n\r]*\{/y;

/**
 * Reads a JSON list of objects, a slice of whole ones at a time: no task parses all of it, and no more than a slice of
 * the text is held. The first rows come as objects.
 *
 * @param length of a slice in characters, where no row is longer
 * @throws KpiError `malformed-data` as `parseJson`
 */
export async function* readJsonList(chunks: AsyncIterable<string>, length?: number): AsyncGenerator<Rows> {
  // Makes a list of what is left again, once rows were taken off it.
  let opening = '';
  let position = 0;
  let endOf: typeof certainEnd = likelyEnd;
  const take = (text: string): Taken<Rows> | undefined => {
    const end = endOf(text, opening.length);
    // What parses was cut between two rows: inside of one, something would be left open.
    const rows = end > 0 ? rowsIn(text.slice(0, end), opening) : undefined;
    if (rows?.length) {
      opening = '[';
      position += end + 1;
      return { value: rows, end: end + 1 };
    }
    if (endOf === certainEnd) return undefined;
    endOf = certainEnd;
    return take(text);
  };
  const rest = yield* inSlices(chunks, take, length);
  const text = opening + rest;
  const rows = listIn(text);
  if (!rows) throw malformed(text, { start: position - opening.length });
  yield rows;
}

/** @param opening before what are not the first rows */
const rowsIn = (text: string, opening: string): Rows | undefined =>
  (opening && alikeRows(text, ',')) || listIn(`${opening}${text}]`);

function listIn(text: string): unknown[] | undefined {
  try {
    return JSON.parse(text) as unknown[];
  } catch {
    return undefined;
  }
}

function isBeforeRow(text: string, comma: number): boolean {
  nextRow.lastIndex = comma;
  return nextRow.test(text);
}

/** The comma behind what looks like the last whole row; its like may stand in a text, or in a list within a row. */
function likelyEnd(text: string): number {
  let end = text.lastIndexOf('},');
  while (end > 0 && !isBeforeRow(text, end + 1)) end = text.lastIndexOf('},', end - 1);
  return end + 1;
}

/** The comma behind the last whole row, for rows with lists of objects: takes a look at every character. */
function certainEnd(text: string, depthAtStart: number): number {
  let depth = depthAtStart;
  let end = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) at += character === '\\' ? 1 : 0;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (character === ',' && depth === 1 && isBeforeRow(text, at)) end = at;
  }
  return end;
}
