import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson, readNdjson } from '../../src/formats/json.js';
import { malformedAt } from '../../src/formats/json-position.js';
import { sliceLength } from '../../src/formats/slice-length.js';
import { chunksOf } from '../../src/formats/text.js';
import { streamOf } from './stream-of.js';

async function readRows(text: string, chunkLength = 1000): Promise<{ rows: unknown[]; slices: number }> {
  const rows: unknown[] = [];
  let slices = 0;
  for await (const slice of readNdjson(chunksOf(streamOf(text, chunkLength)))) {
    slices++;
    const cells = slice.cells('row');
    for (let row = 0; row < slice.length; row++) rows.push(cells?.[row]);
  }
  return { rows, slices };
}

describe('JSON', () => {
  test.each([
    ['truncated', '[{"orderId": 1}, {"ord', { position: 22, truncated: true }],
    ['ends between rows', '[{"orderId": 1},', { position: 16, truncated: true }],
    ['trailing comma', '[1, 2, ]', { position: 7, truncated: false }],
    ['single quotes', "{'a': 1}", { position: 1, truncated: false }],
    ['a word', '{"a": undefined}', { position: 6, truncated: false }],
    ['two values', '{} {}', { position: 3, truncated: false }],
    ['a leading zero', '[01]', { position: 2, truncated: false }],
    ['the wrong bracket', '{"a": [1}', { position: 8, truncated: false }],
    ['a line end in a text', '"a\nb"', { position: 0, truncated: false }],
  ])('malformed: %s', (_, text, details) => {
    let error: unknown;
    try {
      parseJson(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: 'malformed-data', details: { format: 'json', ...details } });
  });

  test('the excerpt shows what stands there', () => {
    expect(() => parseJson(`[${'1, '.repeat(50)}oops, 2]`)).toThrow('near ", 1, 1, 1, 1, 1, 1, oops, 2]"');
  });

  test('law: a place is found in exactly the texts that do not parse', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const nearJson = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', '"', '\\', ',', ':', '[', '}', '0', 'e', '-', '.', '\u0001', ' '),
      )
      .map(([json, at, drop, add]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + add + json.slice(place + drop);
      });
    fc.assert(
      fc.property(nearJson, (text) => {
        expect(malformedAt(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('a control character after a backslash is where its text begins', () => {
    expect(malformedAt('["\\\u0001\\", 1')).toBe(1);
  });

  test('law: everything before the place can be the beginning of JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (json, at) => {
        const place = at % json.length;
        // A control character may stand nowhere, so that is where it stops, or where the text around it begins.
        const found = malformedAt(`${json.slice(0, place)}\u0001${json.slice(place)}`)!;
        expect(found).toBeLessThanOrEqual(place);
        expect(json.slice(found, place)).not.toMatch(/^[[\]{},:]/);
      }),
    );
  });
});

describe('NDJSON', () => {
  test('rows, blank lines, carriage returns, no line end after the last', async () => {
    expect((await readRows('{"row": 1}\r\n\n{"row": "two"}\n{"row": null}')).rows).toEqual([1, 'two', null]);
  });

  test.each([
    ['{"row": 1}\n{"row": }\n', { line: 2, position: 8 }],
    ['{"row": 1}\n\n[2]\n', { line: 3 }],
    ['{"row": 1}\n2', { line: 2 }],
  ])('%j names the line', async (text, details) => {
    await expect(readRows(text)).rejects.toMatchObject({ code: 'malformed-data', details });
  });

  test('the line is counted over slices', async () => {
    const good = '{"row": 1}\n'.repeat(Math.ceil((2 * sliceLength) / 11));
    await expect(readRows(`${good}oops\n${good}`, 70_000)).rejects.toMatchObject({
      details: { line: good.length / 11 + 1 },
    });
  });

  test('law: rows are read whole and in order, however they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.integer({ min: 1, max: 50 }), async (values, chunkLength) => {
        const text = values.map((row) => JSON.stringify({ row })).join('\n');
        const seen = values.map((row) => JSON.parse(JSON.stringify(row)) as unknown);
        expect((await readRows(text, chunkLength)).rows).toEqual(seen);
      }),
    );
  });

  test('a long text comes in slices, also around a line longer than one', async () => {
    const values = [...Array(20_000).keys(), 'x'.repeat(2 * sliceLength), ...Array(20_000).keys()];
    const { rows, slices } = await readRows(values.map((row) => JSON.stringify({ row })).join('\n'), 60_000);
    expect(rows).toEqual(values);
    expect(slices).toBeGreaterThan(2);
  });
});
