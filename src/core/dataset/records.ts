import type { ColumnsInput, TableInput } from './input.js';

/** Rows of any origin, read field by field: what a format hands to the core. */
export interface Records {
  readonly length: number;
  /** How many rows the table has, where these are a part and all are at hand. */
  readonly ofAll?: number | undefined;
  readonly fields: readonly string[];
  /**
   * One field's cells by row, of all rows or from one row to before another: to be read only. It may end early, with
   * empty cells behind. Undefined where there is no such field.
   */
  cells(field: string, start?: number, end?: number): ArrayLike<unknown> | undefined;
  /** What stood in a cell before a format made of it what `cells` has; undefined where it is the same. */
  written?(field: string, row: number): unknown;
  /** Why a row cannot be read at all; undefined where it can. */
  problem?(row: number): string | undefined;
}

export type Row = Readonly<Record<string, unknown>>;

/** Whether a value is a column: a list, or a typed array. */
export const isColumn = (value: unknown): value is readonly unknown[] | Float64Array =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);

/** Looks at rows as objects, or at columns, as records. The input is not changed. */
export function recordsOf(table: TableInput): Records {
  return Array.isArray(table) ? fromRows(table as readonly Row[]) : fromColumns(table as ColumnsInput);
}

/** Some of the rows, from one to before another. */
export function rowsOf(records: Records, start: number, end: number): Records {
  return {
    length: end - start,
    ofAll: records.ofAll,
    fields: records.fields,
    cells: (field, from = 0, to = end - start) => records.cells(field, start + from, start + to),
    written: (field, row) => records.written?.(field, start + row),
    problem: (row) => records.problem?.(start + row),
  };
}

const rowsPerSlice = 8192;

/** A list, so many items at a time: of a million rows the columns never stand beside them. At least one slice. */
export function* sliced<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start === 0 || start < items.length; start += rowsPerSlice)
    yield items.slice(start, start + rowsPerSlice);
}

/** Optional fields may be absent from any one row, so a single row does not tell which fields there are. */
function fromRows(rows: readonly Row[]): Records {
  const { length } = rows;
  const fields: string[] = [];
  const columns: unknown[][] = [];
  for (let row = 0; row < length; row++) {
    const cells = rows[row]!;
    // Rows mostly have the same fields in the same order.
    let next = 0;
    for (const field in cells) {
      let nth = field === fields[next] ? next : fields.indexOf(field);
      if (nth < 0) {
        nth = fields.push(field) - 1;
        columns.push(new Array<unknown>(length));
      }
      columns[nth]![row] = cells[field];
      next = nth + 1;
    }
  }
  return {
    length,
    fields,
    cells: (field, start = 0, end = length) => part(columns[fields.indexOf(field)], start, end, length),
  };
}

function fromColumns(columns: ColumnsInput): Records {
  const fields = Object.keys(columns);
  const length = Math.max(0, ...fields.map((field) => columns[field]?.length ?? 0));
  return {
    length,
    fields,
    cells: (field, start = 0, end = length) =>
      part(Object.hasOwn(columns, field) ? columns[field] : undefined, start, end, length),
  };
}

function part(
  column: ColumnsInput[string] | undefined,
  start: number,
  end: number,
  length: number,
): ColumnsInput[string] | undefined {
  return start === 0 && end === length ? column : column?.slice(start, end);
}

/**
 * Looks at rows of cells as records. A column without a name is not read, nor is the second of two with the same. A cell
 * too many, as of an unquoted decimal comma or of a header that spans columns, leaves open which column the others are of.
 */
export function recordsOfCells(header: readonly string[], rows: readonly (readonly string[])[]): Records {
  const { length: width } = header;
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
    problem: (row) => {
      const cells = rows[row] ?? [];
      const isTooLong = cells.length > width && cells.slice(width).some((cell) => cell.trim());
      return isTooLong ? `${cells.length} cells where the header has ${width}` : undefined;
    },
  };
}

function gather(start: number, end: number, cell: (row: number) => unknown): unknown[] {
  const cells = new Array<unknown>(end - start);
  for (let row = start; row < end; row++) cells[row - start] = cell(row);
  return cells;
}
