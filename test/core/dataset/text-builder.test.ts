import { describe, expect, test } from 'vitest';
import { FlagBuilder, TextBuilder } from '../../../src/core/dataset/text-builder.js';

describe('texts', () => {
  test('each distinct one is kept once; numbers are their text; empty is no text', () => {
    const builder = new TextBuilder();
    for (const cell of ['b', 'a', '', 17850, null, 'b', undefined, '17850', true]) builder.append(cell);
    const { codes, values } = builder.finish();
    expect(Array.from(codes, (code) => values[code])).toEqual([
      ...['b', 'a', undefined, '17850', undefined, 'b', undefined, '17850', 'true'],
    ]);
    expect(values).toEqual(['b', 'a', '17850', 'true']);
  });

  test('an object is no text', () => {
    expect(new TextBuilder().append({})).toBe('expected a text');
  });
});

describe('yes and no', () => {
  test('in the words that exports use', () => {
    const builder = new FlagBuilder();
    for (const cell of [true, 'TRUE', 'yes', 1, '1', false, 'No', 0, '0', '', null]) {
      expect(builder.append(cell)).toBeUndefined();
    }
    expect([...builder.finish().values]).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 2, 2]);
  });

  test.each(['maybe', 2, {}])('%j is refused', (cell) => {
    expect(new FlagBuilder().append(cell)).toBe('expected true or false');
  });
});
