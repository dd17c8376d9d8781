import { dsvFormat } from 'd3';
import { KpiError } from '../core/error.js';
import type { Records } from '../core/dataset/records.js';
import { recordsOfCells } from '../core/dataset/records.js';
import { sliceLength } from './text.js';

const delimiters = [',', ';', '\t', '|'];

/**
 * Reads delimited text with a header line, a slice of whole records at a time. The delimiter is the commonest of
 * comma, semicolon, tab and bar in the header; quoted cells may hold it, line ends and doubled quotes.
 *
 * @returns the records of each slice; the first comes even without rows, so that its fields can be seen
 * @throws KpiError `malformed-data` when a quote is never closed, or the header names a column twice
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<Records> {
  // d3-dsv's parseRows: no eval, 0.9 kB beside the D3 that is here anyway, 48 MB in half a second. Papa Parse is
  // 7.3 kB and slower; uDSV is faster, but needs `new Function`, which a strict Content-Security-Policy forbids.
  let read: ((text: string) => Records) | undefined;
  let delimiter = ',';
  let rest = '';
  let limit = sliceLength;
  for await (const chunk of chunks) {
    rest += chunk;
    while (rest.length >= limit) {
      if (!read) delimiter = delimiterOf(rest);
      const { end } = wholeRecords(rest.slice(0, limit), delimiter);
      if (end === 0) {
        limit *= 2; // One record longer than the slice.
        continue;
      }
      limit = sliceLength;
      read ??= reader(delimiter);
      yield read(rest.slice(0, end));
      rest = rest.slice(end);
    }
  }
  if (!read) delimiter = delimiterOf(rest);
  const { open } = wholeRecords(rest, delimiter);
  if (open !== undefined) {
    const excerpt = rest.slice(open, open + 40);
    throw new KpiError('malformed-data', `The CSV opens a quote that is never closed: ${excerpt} …`, { excerpt });
  }
  read ??= reader(delimiter);
  if (rest) yield read(rest);
}

/** The text's rows, after the header that only the first text has. */
function reader(delimiter: string): (text: string) => Records {
  const format = dsvFormat(delimiter);
  let header: readonly string[] | undefined;
  return (text) => {
    const rows = format.parseRows(text).filter((row) => row.length > 1 || row[0]?.trim());
    header ??= headerOf(rows.shift() ?? []);
    const width = header.length;
    return {
      ...recordsOfCells(header, rows),
      // A delimiter too many, such as an unquoted decimal comma, moves every cell after it to another column.
      problem: (row) => {
        const cells = rows[row] ?? [];
        const isTooLong = cells.length > width && cells.slice(width).some((cell) => cell.trim());
        return isTooLong ? `${cells.length} cells where the header has ${width}` : undefined;
      },
    };
  };
}

function headerOf(cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  const field = names.find((name, index) => name && names.indexOf(name) < index);
  if (field === undefined) return names;
  throw new KpiError('malformed-data', `The CSV header names the column "${field}" twice.`, { field });
}

function delimiterOf(text: string): string {
  const header = (/[^\r\n]+/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/**
 * Where the last whole record of a text ends, 0 if none does, and where a quote opens that does not close. A quote
 * opens a cell at its beginning only, as in the parser.
 */
function wholeRecords(text: string, delimiter: string): { end: number; open: number | undefined } {
  let end = 0;
  let plain = 0;
  const endIn = (from: number, to: number) => {
    const line = text.slice(from, to).lastIndexOf('\n');
    if (line >= 0) end = from + line + 1;
  };
  for (let quote = text.indexOf('"'); quote >= 0;) {
    const before = text[quote - 1];
    if (before === undefined || before === delimiter || before === '\n' || before === '\r') {
      endIn(plain, quote);
      let close = text.indexOf('"', quote + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) return { end, open: quote };
      plain = close + 1;
    }
    quote = text.indexOf('"', Math.max(plain, quote + 1));
  }
  endIn(plain, text.length);
  return { end, open: undefined };
}
