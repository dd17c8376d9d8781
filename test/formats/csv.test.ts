import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Records } from '../../src/core/dataset/records.js';
import { readCsv } from '../../src/formats/csv.js';
import { sliceLength } from '../../src/formats/slice-length.js';
import { chunksOf } from '../../src/formats/text.js';
import { streamOf } from './stream-of.js';

async function slicesOf(text: string, chunkLength?: number): Promise<Records[]> {
  const slices: Records[] = [];
  for await (const slice of readCsv(chunksOf(streamOf(text, chunkLength)))) slices.push(slice);
  return slices;
}

function rowsOf(slices: readonly Records[]): unknown[][] {
  return slices.flatMap((slice) => {
    const cells = slice.fields.map((field) => slice.cells(field)!);
    return Array.from({ length: slice.length }, (_, row) => cells.map((column) => column[row]));
  });
}

async function read(text: string): Promise<{ fields: readonly string[]; rows: unknown[][] }> {
  const slices = await slicesOf(text);
  return { fields: slices[0]!.fields, rows: rowsOf(slices) };
}

describe('CSV', () => {
  test.each([
    ['comma', 'a,b\n1,2', ['a', 'b'], [['1', '2']]],
    ['semicolon, decimal comma', 'a;b\n1,5;2', ['a', 'b'], [['1,5', '2']]],
    ['tab', 'a\tb\n1\t2\n', ['a', 'b'], [['1', '2']]],
    ['bar', 'a|b\n1|2', ['a', 'b'], [['1', '2']]],
    ['what the first line says, as Excel does', 'sep=;\r\na;b,,,c\r\n1;2', ['a', 'b,,,c'], [['1', '2']]],
    ['the same with a tab, in quotes', '"sep=\t"\na\tb\n1\t2', ['a', 'b'], [['1', '2']]],
    ['delimiters quoted in the header do not count', '"a;x;y;z",b\n1,2', ['a;x;y;z', 'b'], [['1', '2']]],
    [
      'carriage returns',
      'a,b\r\n1,2\r\n3,4\r\n',
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['quoted line end, delimiter and quote', 'a,b\n"x\n""y"", z",2', ['a', 'b'], [['x\n"y", z', '2']]],
    [
      'a quote inside a plain cell is a character',
      'a,b\n5" screen,2\n3,4',
      ['a', 'b'],
      [
        ['5" screen', '2'],
        ['3', '4'],
      ],
    ],
    ['text after a closed quote stays', 'a,b\n"5"" disk" old,2', ['a', 'b'], [['5" disk old', '2']]],
    ['lone carriage returns', 'a,b\r1,2\r', ['a', 'b'], [['1', '2']]],
    ['blank lines', 'a,b\n\n1,2\n  \n', ['a', 'b'], [['1', '2']]],
    ['blanks around names', ' a , b\n1,2', ['a', 'b'], [['1', '2']]],
    ['columns without a name', 'a,, ,b\n1,2,3,4', ['a', 'b'], [['1', '4']]],
    ['a short row', 'a,b\n1', ['a', 'b'], [['1', undefined]]],
    ['empty cells', 'a,b,c\n,"",1', ['a', 'b', 'c'], [['', '', '1']]],
    [
      'rows of blanks, as spreadsheets end in',
      'a,b\n1,2\n,\n , \n3,4\n,""',
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a header alone', 'a,b\n', ['a', 'b'], []],
    ['one column', 'a\n1\n2', ['a'], [['1'], ['2']]],
  ])('%s', async (_, text, fields, rows) => {
    expect(await read(text)).toEqual({ fields, rows });
  });

  test('a field that is not there has no cells', async () => {
    const [slice] = await slicesOf('a,b\n1,2');
    expect(slice!.cells('c')).toBeUndefined();
  });

  test('a row with more cells than the header has a problem; trailing empty cells are none', async () => {
    const [slice] = await slicesOf('a,,b\n1,2,3\n1,2,3,5\n1,2,3,, \n1\n');
    expect([0, 1, 2, 3].map((row) => slice!.problem!(row))).toEqual([
      undefined,
      '4 cells where the header has 3',
      undefined,
      undefined,
    ]);
  });

  test('so has one with a cell behind the last name: a decimal comma has cut a number in two', async () => {
    const [slice] = await slicesOf('a,b,\n1,2,\n1,1,250\n');
    expect([0, 1].map((row) => slice!.problem!(row))).toEqual([undefined, '3 cells where the header has 2']);
  });

  test('a header that names a column twice is refused: which one counts is not known', async () => {
    await expect(slicesOf('a,b, a\n1,2,3')).rejects.toMatchObject({
      code: 'malformed-data',
      message: 'The CSV header names the column "a" twice.',
      details: { field: 'a' },
    });
  });

  test('a quote that never closes is an error with its beginning, not a swallowed file', async () => {
    await expect(slicesOf('a,b\n1,"lost\n2,3\n')).rejects.toMatchObject({
      code: 'malformed-data',
      details: { excerpt: '"lost\n2,3\n' },
    });
  });

  const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', ',', ';', '\n', '\r\n', '\t', '|', 'é', '日', ' ') });
  const written = (cells: readonly string[]) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',');

  test('law: what is written is read, however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, chunkLength, lineEnd) => {
          const text = [['x', 'y', 'z'], ...rows].map(written).join(lineEnd);
          const filled = rows.filter((row) => row.some((each) => each.trim()));
          expect(rowsOf(await slicesOf(text, chunkLength))).toEqual(filled);
        },
      ),
    );
  });

  test('law: slices are cut between records only, quoted line ends or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 8 }),
        async (pattern) => {
          const lines = Math.ceil((2.5 * sliceLength) / written(pattern.flat()).length) * pattern.length;
          const rows = Array.from({ length: lines }, (_, row) => [...pattern[row % pattern.length]!, String(row)]);
          const slices = await slicesOf(['x,y,z', ...rows.map(written)].join('\n'), 100_000);
          expect(slices.length).toBeGreaterThan(1);
          expect(rowsOf(slices)).toEqual(rows);
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);

  test('one record longer than a slice', async () => {
    const long = 'x\n'.repeat(sliceLength);
    expect(rowsOf(await slicesOf(`a,b\n1,"${long}"\n2,y`, 50_000))).toEqual([
      ['1', long],
      ['2', 'y'],
    ]);
  });
});
