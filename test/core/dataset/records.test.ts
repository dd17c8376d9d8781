import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../../src/core/dataset/records.js';

const read = (records: ReturnType<typeof recordsOf>): unknown[][] =>
  records.fields.map((field) => Array.from({ length: records.length }, (_, row) => records.cells(field)![row]));

describe('records', () => {
  test('of rows: every field that any row has', () => {
    const records = recordsOf([{ a: 1 }, { b: 2 }, { a: 3, b: 4 }]);
    expect(records.fields).toEqual(['a', 'b']);
    expect(read(records)).toEqual([
      [1, undefined, 3],
      [undefined, 2, 4],
    ]);
    expect(records.cells('c')).toBeUndefined();
  });

  test('of columns: as long as the longest', () => {
    const records = recordsOf({ a: [1, 2, 3], b: [4] });
    expect(read(records)).toEqual([
      [1, 2, 3],
      [4, undefined, undefined],
    ]);
    expect(records.cells('toString')).toBeUndefined();
  });

  test('of nothing', () => {
    expect(recordsOf([])).toMatchObject({ length: 0, fields: [] });
    expect(recordsOf({})).toMatchObject({ length: 0, fields: [] });
  });
});
