import type { TableInput } from './input.js';

/** Rows of any origin, read field by field: what a format hands to the core. */
export interface Records {
  readonly length: number;
  readonly fields: readonly string[];
  /** Reads one field's cells by row, from 0; undefined where there is no such field. */
  cells(field: string): ((row: number) => unknown) | undefined;
  /** Why a row cannot be read at all; undefined where it can. */
  problem?(row: number): string | undefined;
}

/** Looks at rows as objects, or at columns, as records. The input is neither copied nor changed. */
export function recordsOf(table: TableInput): Records {
  return Array.isArray(table) ? fromRows(table) : fromColumns(table as Readonly<Record<string, readonly unknown[]>>);
}

function fromRows(rows: readonly Readonly<Record<string, unknown>>[]): Records {
  const fields = new Set<string>();
  // Optional fields may be absent from any one row, so a single row does not tell which fields there are.
  for (const row of rows) for (const field in row) fields.add(field);
  return {
    length: rows.length,
    fields: [...fields],
    cells: (field) => (fields.has(field) ? (row) => rows[row]?.[field] : undefined),
  };
}

function fromColumns(columns: Readonly<Record<string, readonly unknown[]>>): Records {
  const fields = Object.keys(columns);
  return {
    length: Math.max(0, ...fields.map((field) => columns[field]?.length ?? 0)),
    fields,
    cells: (field) => {
      const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
      return column && ((row) => column[row]);
    },
  };
}

/** Looks at rows of cells as records. A column without a name is not read, nor is the second of two with the same. */
export function recordsOfCells(header: readonly string[], rows: readonly (readonly string[])[]): Records {
  const columns = new Map<string, number>();
  header.forEach((name, index) => {
    if (name && !columns.has(name)) columns.set(name, index);
  });
  return {
    length: rows.length,
    fields: [...columns.keys()],
    cells: (field) => {
      const index = columns.get(field);
      return index === undefined ? undefined : (row) => rows[row]?.[index];
    },
  };
}
