import { KpiError } from '../core/error.js';
import type { Records } from '../core/dataset/records.js';
import { recordsOfCells } from '../core/dataset/records.js';
import { excerptOf } from '../core/excerpt.js';
import { delimiterOf, headerAt } from './csv-layout.js';
import { inSlices } from './in-slices.js';
import { note } from './note.js';
import type { Tell } from './note.js';

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Reads delimited text with a header line, a slice of whole records at a time. Blank lines and a title may stand above it. Quoted cells may hold the delimiter, line
 * ends and doubled quotes.
 *
 * @param named the delimiter; default as the first lines tell
 * @param tell hears of lines above the header that are not read
 * @returns the records of each slice; the first comes even without rows, so that its fields can be seen
 * @throws KpiError `malformed-data` when a quote is never closed, or the header names a column twice
 */
export async function* readCsv(
  chunks: AsyncIterable<string> | readonly string[],
  named?: string,
  tell: Tell = () => undefined,
): AsyncGenerator<Records> {
  const recordsOf = afterHeader(tell);
  let delimiter: string | undefined;
  const rest = yield* inSlices(chunks, (text) => {
    delimiter ??= named ?? delimiterOf(text, rowsOf);
    const { rows, end } = wholeRows(text, delimiter);
    return end > 0 ? { value: recordsOf(rows), end } : undefined;
  });
  const isFirst = delimiter === undefined;
  delimiter ??= named ?? delimiterOf(rest, rowsOf);
  const { rows, open } = wholeRows(`${rest}\n`, delimiter);
  if (open !== undefined) {
    const excerpt = rest.slice(open, open + 40);
    throw new KpiError('malformed-data', `The CSV opens a quote that is never closed: ${excerpt} …`, { excerpt });
  }
  if (isFirst || rest) yield recordsOf(rows);
}

/** Rows as records, after the header that only the first ones have. */
function afterHeader(tell: Tell): (rows: readonly string[][]) => Records {
  let header: readonly string[] | undefined;
  return (all) => {
    const rows = all.filter((row) => row.some((cell) => cell.trim()));
    if (!header && /^sep=.?$/i.test(rows[0]?.[0] ?? '')) rows.shift();
    const above = header ? [] : rows.splice(0, headerAt(rows));
    const title = above.flat().find((cell) => cell.trim());
    if (title !== undefined) {
      const text = excerptOf(title);
      tell(note('lines-above', `Above the header of the CSV stands what is not read: ${text}.`, { text }));
    }
    header ??= headerOf(rows.shift() ?? []);
    return recordsOfCells(header, rows);
  };
}

/** What stands behind the last name is a cell too many: `1,250` was cut in two. */
function headerOf(cells: readonly string[]): readonly string[] {
  const all = cells.map((cell) => cell.trim());
  const names = all.slice(0, all.findLastIndex(Boolean) + 1);
  const field = names.find((name, index) => name && names.indexOf(name) < index);
  if (field === undefined) return names;
  throw new KpiError('malformed-data', `The CSV header names the column "${field}" twice.`, { field });
}

/** Rows of cells that end in the text. */
const rowsOf = (text: string, delimiter: string): string[][] => wholeRows(text, delimiter).rows;

/** Rows of cells, where the last whole one of them ends, and where a quote opens that does not close. */
interface WholeRows {
  readonly rows: string[][];
  readonly end: number;
  readonly open?: number;
}

/** Reads the records of a text whose line ends it holds, too. A quote opens a cell at its beginning only. */
function wholeRows(text: string, delimiter: string): WholeRows {
  // A parser of a package is bigger (d3-dsv also writes, Papa Parse has 7 kB) or needs `new Function` (uDSV), which a
  // strict Content-Security-Policy forbids.
  const separator = delimiter.charCodeAt(0);
  const { length } = text;
  const rows: string[][] = [];
  let row: string[] = [];
  let end = 0;
  for (let at = 0; ; at++) {
    let quoted = '';
    if (text.charCodeAt(at) === quote) {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
      if (close < 0) return { rows, end, open: at };
      quoted = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    const from = at;
    let code = text.charCodeAt(at);
    while (at < length && code !== separator && code !== lineFeed && code !== carriageReturn) {
      code = text.charCodeAt(++at);
    }
    // Whether a line feed follows a carriage return is not known at the end.
    if (at >= length - (code === carriageReturn ? 1 : 0)) return { rows, end };
    row.push(quoted + text.slice(from, at));
    if (code === separator) continue;
    if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++;
    rows.push(row);
    row = [];
    end = at + 1;
  }
}
