import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAhead } from '../../src/formats/look-ahead.js';
import { sliceLength } from '../../src/formats/slice-length.js';
import { chunksOf } from '../../src/formats/text.js';
import { streamOf } from './stream-of.js';

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

describe('chunks of text', () => {
  test('law: bytes may be cut anywhere, also inside a letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), async (text, length) => {
        const bytes = new TextEncoder().encode(`\uFEFF${text}`);
        expect(await textOf(chunksOf(streamOf(bytes, length)))).toBe(text);
      }),
    );
  });

  test.each([
    ['text', () => '\uFEFFa,b'],
    ['a response', () => new Response('\uFEFFa,b')],
    ['a stream of texts', () => streamOf('\uFEFFa,b', 2)],
  ])('%s loses its byte order mark', async (_, input) => {
    expect(await textOf(chunksOf(input()))).toBe('a,b');
  });

  test('a long text comes in slices', async () => {
    const lengths: number[] = [];
    for await (const chunk of chunksOf('x'.repeat(2.5 * sliceLength))) lengths.push(chunk.length);
    expect(lengths).toEqual([sliceLength, sliceLength, sliceLength / 2]);
  });

  test('a reader that leaves early cancels the stream', async () => {
    let cancelled = false;
    for await (const chunk of chunksOf(streamOf('abc', 1, () => (cancelled = true)))) {
      if (chunk === 'a') break;
    }
    expect(cancelled).toBe(true);
  });
});

describe('telling the format', () => {
  test.each([
    ['[{"a":1}]', 'json'],
    ['\n {"orders": []}', 'json'],
    ['{\n"orders": []\n}', 'json'],
    ['{"a":1}\n{"a":2}\n', 'ndjson'],
    ['{"a":1}\r\n{"a":2}', 'ndjson'],
    ['a,b\n1,2', 'csv'],
    ['"a";"b"', 'csv'],
    ['date', 'csv'],
  ])('%j is %s', async (text, format) => {
    const ahead = await lookAhead(chunksOf(streamOf(text, 1)));
    expect(ahead.format).toBe(format);
    expect(await textOf(ahead.chunks)).toBe(text);
  });

  test.each(['', ' \n'])('%j is malformed', async (text) => {
    await expect(lookAhead(chunksOf(text))).rejects.toMatchObject({
      code: 'malformed-data',
      details: { found: 'nothing' },
    });
  });

  test('an HTML page is malformed, and is read no further', async () => {
    let cancelled = false;
    const page = `<!doctype html><title>Log in – Shop</title>${'x'.repeat(2 ** 20)}`;
    const stream = streamOf(page, 2 ** 17, () => (cancelled = true));
    await expect(lookAhead(chunksOf(stream))).rejects.toMatchObject({
      code: 'malformed-data',
      details: { found: 'html', title: 'Log in – Shop' },
    });
    expect(cancelled).toBe(true);
  });
});
