import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinctByCell, quantileByCell } from '../../../src/core/dataset/by-cell.js';
import { rowsByCell } from '../../../src/core/dataset/cell-rows.js';
import type { TextColumn } from '../../../src/core/dataset/column.js';
import { sumByCell } from '../../../src/core/dataset/sum.js';

const texts = (codes: readonly number[]): TextColumn => ({
  kind: 'text',
  codes: Int32Array.from(codes),
  values: ['a', 'b', 'c', 'd', 'e', 'f'],
});

test('each text counts once a cell; rows without a cell or a text count nowhere', () => {
  const codes = texts([0, 1, 0, -1, 2, 1, 0]);
  const cells = rowsByCell(Int32Array.of(0, 0, 0, 0, -1, 1, 1), 3);
  expect([...distinctByCell(codes, cells)]).toEqual([2, 2, 0]);
  expect([...distinctByCell(codes, cells, 2)]).toEqual([1, 0, 0]);
  // The text of the third row is left out of its cell, and of no other.
  expect([...distinctByCell(codes, cells, 1, Uint8Array.of(0, 0, 1, 0, 0, 0, 0))]).toEqual([1, 2, 0]);
});

test('it counts what sets count', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: -1, max: 3 }), fc.boolean()));
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 3 }), (pairs, atLeast) => {
      const expected = [0, 1, 2, 3].map((cell) => {
        const within = pairs.filter(([code, of]) => of === cell && code >= 0);
        const times = (code: number): number => within.filter(([other]) => other === code).length;
        const isOut = (code: number): boolean => within.some(([other, , out]) => other === code && out);
        return [...new Set(within.map(([code]) => code))].filter((code) => times(code) >= atLeast && !isOut(code))
          .length;
      });
      const counted = distinctByCell(
        texts(pairs.map(([code]) => code)),
        rowsByCell(
          Int32Array.from(pairs, ([, cell]) => cell),
          4,
        ),
        atLeast,
        Uint8Array.from(pairs, ([, , out]) => Number(out)),
      );
      expect([...counted]).toEqual(expected);
    }),
  );
});

const oracle = '../shared/oracles/percentiles.json';
if (!existsSync(oracle)) console.warn(`Skipped: ${oracle} is absent.`);

interface Percentiles {
  values: number | number[];
  p50: number;
  p75: number;
  p90: number;
  p95: number;
}

describe('quantiles', () => {
  const column = (values: readonly number[], scale = 1) =>
    ({ kind: 'number', values: Float64Array.from(values), scale, exact: true }) as const;

  test('lie between the two values around (n − 1) p, cell by cell', () => {
    // Cell 0: 1, 2, 3, 4 → (4 − 1) × 0.75 = 2.25, so 3 + 0.25 × (4 − 3); cell 1: 7 alone; cell 2: nothing.
    const cells = rowsByCell(Int32Array.of(0, 0, 1, 0, -1, 0, 1), 3);
    expect([...quantileByCell(column([4, 1, 7, 3, 99, 2, NaN]), cells, 0.75)]).toEqual([3.25, 7, NaN]);
    expect([...quantileByCell(column([250, 350], 100), rowsByCell(Int32Array.of(0, 0), 1), 0.5)]).toEqual([3]);
  });

  test.skipIf(!existsSync(oracle))('are those that R computes', () => {
    const { cases } = JSON.parse(readFileSync(oracle, 'utf8')) as { cases: Percentiles[] };
    expect(cases.length).toBeGreaterThan(3);
    for (const { values, ...shares } of cases) {
      const list = [values].flat();
      for (const [name, expected] of Object.entries(shares)) {
        const [found] = quantileByCell(
          column(list),
          rowsByCell(new Int32Array(list.length), 1),
          Number(name.slice(1)) / 100,
        );
        expect(found).toBeCloseTo(expected, 10);
      }
    }
  });
});

test('figures that are no decimals are summed with compensation', () => {
  const values = Float64Array.of(1e16, 1, -1e16, NaN, 1);
  const sums = sumByCell(
    { kind: 'number', values, scale: 1, exact: false },
    rowsByCell(Int32Array.of(0, 0, 0, 0, -1), 1),
  );
  expect([...sums]).toEqual([1]);
});
