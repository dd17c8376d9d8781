import { describe, expect, test } from 'vitest';
import { flagBuilder, listBuilder, textBuilder } from '../../../src/core/dataset/text-builder.js';
import { readCells } from './read-cells.js';

describe('texts', () => {
  test('each distinct one is kept once; numbers are their text; empty is no text', () => {
    const cells = ['b', 'a', '', 17850, null, 'b', undefined, '17850', true];
    const { codes, values } = readCells(textBuilder(), cells).column;
    expect(Array.from(codes, (code) => values[code])).toEqual([
      ...['b', 'a', undefined, '17850', undefined, 'b', undefined, '17850', 'true'],
    ]);
    expect(values).toEqual(['b', 'a', '17850', 'true']);
  });

  test('an object is no text', () => {
    expect(readCells(textBuilder(), [{}, NaN]).problems).toEqual({ 0: 'expected a text', 1: 'expected a text' });
  });

  test('a number that has lost its last digits is none', () => {
    const cells = JSON.parse(
      '[9007199254740991, 9007199254740993, 9007199254740992, -12345678901234567890]',
    ) as unknown[];
    expect(readCells(textBuilder(), [...cells, 12345678901234567890n]).problems).toEqual({
      ...{ 1: 'expected a text', 2: 'expected a text', 3: 'expected a text' },
    });
  });

  test.each([
    ['in order, then not', ['9', '10', '10', '11', '9', '100', '10', '12', '100']],
    ['out of order from the first on', ['b', 'a', 'a', 'b', 'c']],
    ['in order throughout', ['a1', 'a2', 'a10', 'b10']],
  ])('ids %s', (_, cells) => {
    const { codes, values } = readCells(textBuilder(), cells).column;
    expect(values).toEqual([...new Set(cells)]);
    expect([...codes]).toEqual(cells.map((cell) => values.indexOf(cell)));
  });

  test('an empty text that is a value stands beside others', () => {
    const { codes, values } = readCells(textBuilder(true), ['', 'a', undefined, '']).column;
    expect([...codes].map((code) => values[code])).toEqual(['', 'a', undefined, '']);
  });
});

test('an empty cell may mean something', () => {
  const { codes, values } = readCells(textBuilder(false, 'media'), ['other', '', undefined, 'media']).column;
  expect([...codes].map((code) => values[code])).toEqual(['other', 'media', 'media', 'media']);
  expect([...readCells(flagBuilder(true), ['', false]).column.values]).toEqual([1, 0]);
});

describe('lists of texts', () => {
  const read = (...cells: readonly unknown[]): (string | undefined)[] => {
    const { column, problems } = readCells(listBuilder(), cells);
    expect(problems).toEqual({});
    const { codes, values } = column;
    return [...codes].map((code) => values[code]);
  };

  test('come as lists, or with commas between; without any the cell is empty', () => {
    expect(read(['a', 'b'], 'a, b', 'a', [], '', null, ' , ')).toEqual(['a,b', 'a,b', 'a', ...Array<undefined>(4)]);
  });

  test.each([[1], [['a', 1]], [{}]])('%j is refused', (cell) => {
    expect(readCells(listBuilder(), [cell]).problems).toEqual({ 0: 'expected a list of texts' });
  });
});

describe('yes and no', () => {
  test('in the words that exports use', () => {
    const cells = [true, 'TRUE', 'yes', 1, '1', false, 'No', 0, '0', '', null];
    const { column, problems } = readCells(flagBuilder(), cells);
    expect(problems).toEqual({});
    expect([...column.values]).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2]);
  });

  test.each(['maybe', 2, {}])('%j is refused', (cell) => {
    expect(readCells(flagBuilder(), [cell]).problems).toEqual({ 0: 'expected true or false' });
  });
});
