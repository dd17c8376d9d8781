import { expect, test } from 'vitest';
import { recordsOf } from '../../src/core/dataset/records.js';
import { slicesOf } from '../../src/formats/records-slices.js';

test('cells and problems of later slices are those of their own rows', () => {
  const days = Array.from({ length: 20_000 }, (_, row) => row);
  const records = { ...recordsOf({ days }), problem: (row: number) => (row % 9999 === 1 ? `row ${row}` : undefined) };
  const slices = [...slicesOf(records)];
  expect(slices.length).toBeGreaterThan(1);
  const read = slices.flatMap((slice) =>
    Array.from({ length: slice.length }, (_, row) => [slice.cells('days')![row], slice.problem!(row)]),
  );
  expect(read).toEqual(days.map((row) => [row, records.problem(row)]));
});
