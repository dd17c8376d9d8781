/** One record of a table; a field that it lacks is an empty cell. */
export type Row = Readonly<Record<string, unknown>>;

/** A table as columns, as a data set may hold it. */
export type Columns = Readonly<Record<string, readonly unknown[]>>;

/** Turns rows into columns; an empty cell is `null`, as in JSON. */
export function columnsOf(rows: readonly Row[]): Columns {
  const fields = new Set<string>();
  for (const row of rows) for (const field in row) fields.add(field);
  return Object.fromEntries([...fields].map((field) => [field, rows.map((row) => row[field] ?? null)]));
}
