import type { Records } from '../core/dataset/records.js';

/** A plain table as its cells' texts: one header a column, rows of any length. */
export interface HtmlTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function isHtmlTable(value: object): value is HtmlTable {
  return 'headers' in value && Array.isArray(value.headers) && 'rows' in value && Array.isArray(value.rows);
}

/** The table's rows, field by field; blanks around headers and cells do not count. */
export function tableRecords({ headers, rows }: HtmlTable): Records {
  const fields = headers.map((header) => header.trim());
  return {
    length: rows.length,
    fields: fields.filter((field, index) => field && fields.indexOf(field) === index),
    cells: (field) => {
      const index = field ? fields.indexOf(field) : -1;
      return index < 0 ? undefined : (row) => rows[row]?.[index]?.trim();
    },
  };
}
