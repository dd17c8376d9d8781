import type { Records } from '../core/dataset/records.js';
import { recordsOfCells } from '../core/dataset/records.js';

/** A plain table as its cells' texts: one header a column, rows of any length. */
export interface HtmlTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function isHtmlTable(value: object): value is HtmlTable {
  return 'headers' in value && Array.isArray(value.headers) && 'rows' in value && Array.isArray(value.rows);
}

/** The table's rows, field by field; blanks around headers and cells do not count, nor do rows of nothing else. */
export const tableRecords = ({ headers, rows }: HtmlTable): Records =>
  recordsOfCells(
    trimmed(headers),
    rows.map(trimmed).filter((cells) => cells.some(Boolean)),
  );

const trimmed = (cells: readonly string[]): readonly string[] => cells.map((cell) => cell.trim());
