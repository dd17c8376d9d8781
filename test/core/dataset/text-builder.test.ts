import { describe, expect, test } from 'vitest';
import { flagBuilder, listBuilder, textBuilder } from '../../../src/core/dataset/text-builder.js';

describe('texts', () => {
  test('each distinct one is kept once; numbers are their text; empty is no text', () => {
    const builder = textBuilder();
    for (const cell of ['b', 'a', '', 17850, null, 'b', undefined, '17850', true]) builder.append(cell);
    const { codes, values } = builder.finish();
    expect(Array.from(codes, (code) => values[code])).toEqual([
      ...['b', 'a', undefined, '17850', undefined, 'b', undefined, '17850', 'true'],
    ]);
    expect(values).toEqual(['b', 'a', '17850', 'true']);
  });

  test('an object is no text', () => {
    expect(textBuilder().append({})).toBe('expected a text');
  });
});

test('an empty cell may mean something', () => {
  const builder = textBuilder(false, 'media');
  for (const cell of ['other', '', undefined, 'media']) builder.append(cell);
  const { codes, values } = builder.finish();
  expect([...codes].map((code) => values[code])).toEqual(['other', 'media', 'media', 'media']);
  const flags = flagBuilder(true);
  for (const cell of ['', false]) flags.append(cell);
  expect([...flags.finish().values]).toEqual([1, 0]);
});

describe('lists of texts', () => {
  const read = (...cells: readonly unknown[]): (string | undefined)[] => {
    const builder = listBuilder();
    for (const cell of cells) expect(builder.append(cell)).toBeUndefined();
    const { codes, values } = builder.finish();
    return [...codes].map((code) => values[code]);
  };

  test('come as lists, or with commas between; without any the cell is empty', () => {
    expect(read(['a', 'b'], 'a, b', 'a', [], '', null, ' , ')).toEqual(['a,b', 'a,b', 'a', ...Array<undefined>(4)]);
  });

  test.each([[1], [['a', 1]], [{}]])('%j is refused', (cell) => {
    expect(listBuilder().append(cell)).toBe('expected a list of texts');
  });
});

describe('yes and no', () => {
  test('in the words that exports use', () => {
    const builder = flagBuilder();
    for (const cell of [true, 'TRUE', 'yes', 1, '1', false, 'No', 0, '0', '', null]) {
      expect(builder.append(cell)).toBeUndefined();
    }
    expect([...builder.finish().values]).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2]);
  });

  test.each(['maybe', 2, {}])('%j is refused', (cell) => {
    expect(flagBuilder().append(cell)).toBe('expected true or false');
  });
});
