import type { Column, NumberColumn } from './column.js';
import type { Table } from './table.js';

/** The table with the fields that its entity has a default for, filled. A table without rows stays without columns. */
export function withDefaults(table: Table): Table {
  const columns: Record<string, Column> = {};
  for (const [field, { default: value }] of Object.entries(table.entity.fields)) {
    if (value === undefined || table.length === 0) continue;
    columns[field] = value === true ? filledFlags(table, field) : filledTexts(table, field, value);
  }
  return table.with(columns);
}

/** The column with 0 in its empty cells. */
export function withDefaultZero(table: Table, field: string): NumberColumn {
  const column = table.numbers(field);
  return column
    ? { ...column, values: column.values.map((value) => (Number.isNaN(value) ? 0 : value)) }
    : { kind: 'number', values: new Float64Array(table.length), scale: 1, exact: true };
}

function filledFlags(table: Table, field: string): Column {
  const values = table.flags(field)?.values ?? new Uint8Array(table.length).fill(2);
  return { kind: 'flag', values: values.map((flag) => (flag === 2 ? 1 : flag)) };
}

function filledTexts(table: Table, field: string, value: string): Column {
  const { codes, values } = table.texts(field) ?? { codes: new Int32Array(table.length).fill(-1), values: [] as string[] };
  const known = values.indexOf(value);
  const code = known < 0 ? values.length : known;
  return {
    kind: 'text',
    codes: codes.map((each) => (each < 0 ? code : each)),
    values: known < 0 ? [...values, value] : values,
  };
}
