import type { ColumnsInput, TableInput } from './input.js';

/** Rows of any origin, read field by field: what a format hands to the core. */
export interface Records {
  readonly length: number;
  readonly fields: readonly string[];
  /**
   * One field's cells by row, of all rows or from one row to before another: to be read only. It may end early, with
   * empty cells behind. Undefined where there is no such field.
   */
  cells(field: string, start?: number, end?: number): ArrayLike<unknown> | undefined;
  /** Why a row cannot be read at all; undefined where it can. */
  problem?(row: number): string | undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** Whether a value is a column: a list, or a typed array. */
export const isColumn = (value: unknown): value is readonly unknown[] | Float64Array =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);

/** Looks at rows as objects, or at columns, as records. The input is neither copied nor changed. */
export function recordsOf(table: TableInput): Records {
  return Array.isArray(table) ? fromRows(table as readonly Row[]) : fromColumns(table as ColumnsInput);
}

function fromRows(rows: readonly Row[]): Records {
  const fields = fieldsOf(rows);
  return {
    length: rows.length,
    fields,
    cells: (field, start = 0, end = rows.length) =>
      fields.includes(field) ? gather(start, end, (row) => rows[row]?.[field]) : undefined,
  };
}

/** Optional fields may be absent from any one row, so a single row does not tell which fields there are. */
function fieldsOf(rows: readonly Row[]): readonly string[] {
  const fields: string[] = [];
  for (const row of rows) {
    // Rows mostly have the same fields in the same order.
    let next = 0;
    for (const field in row) {
      const nth = field === fields[next] ? next : fields.indexOf(field);
      next = nth < 0 ? fields.push(field) : nth + 1;
    }
  }
  return fields;
}

function fromColumns(columns: ColumnsInput): Records {
  const fields = Object.keys(columns);
  const length = Math.max(0, ...fields.map((field) => columns[field]?.length ?? 0));
  return {
    length,
    fields,
    cells: (field, start = 0, end = length) => {
      const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
      return start === 0 && end === length ? column : column?.slice(start, end);
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
    cells: (field, start = 0, end = rows.length) => {
      const index = columns.get(field);
      return index === undefined ? undefined : gather(start, end, (row) => rows[row]?.[index]);
    },
  };
}

function gather(start: number, end: number, cell: (row: number) => unknown): unknown[] {
  const cells = new Array<unknown>(end - start);
  for (let row = start; row < end; row++) cells[row - start] = cell(row);
  return cells;
}
