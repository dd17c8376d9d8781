import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../src/formats/load-dataset.js';
import { chunksOf } from '../../src/formats/text.js';

const ascii = 'date;orders\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian = false) =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap((at) => {
      const code = text.charCodeAt(at);
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
/** Of characters that Latin 1 has too. */
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function read(
  bytes: Uint8Array,
  { length = 4096, type = '' } = {},
): Promise<{ text: string; notes: readonly string[] }> {
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      for (let at = 0; at < bytes.length; at += length) stream.enqueue(bytes.slice(at, at + length));
      stream.close();
    },
  });
  const notes: string[] = [];
  let text = '';
  const input = type ? new Response(body, { headers: { 'content-type': type } }) : body;
  for await (const chunk of chunksOf(input, { tell: ({ code }) => notes.push(code) })) text += chunk;
  return { text, notes };
}

describe('a file', () => {
  const bytes = utf16('\uFEFFdate;orders\n2026-03-01;7\n');
  test.each([
    ['bytes', bytes],
    ['a buffer', bytes.buffer],
    ['a file', new Blob([bytes])],
  ])('as %s is read as text', async (_, data) => {
    const { report } = await loadDataset(data, { timeZone: 'UTC' });
    expect(report.tables).toMatchObject([{ table: 'dailyMeasures', rows: 1, first: '2026-03-01' }]);
  });
});

describe('bytes that are no plain UTF-8', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-16 with its mark', utf16(`\uFEFF${ascii}Ø日`), '', `${ascii}Ø日`],
    ['UTF-16, the other way round', utf16(`\uFEFF${ascii}Ø日`, true), '', `${ascii}Ø日`],
    ['UTF-16 without a mark', utf16(`${ascii}Ø`), '', `${ascii}Ø`],
    ['UTF-16 without a mark, the other way round', utf16(`${ascii}Ø`, true), '', `${ascii}Ø`],
    [
      'a charset that the response names',
      Uint8Array.from([...utf8(ascii), 0xb3]),
      'text/csv; charset="iso-8859-2"',
      `${ascii}ł`,
    ],
    ['Big5', Uint8Array.from([...utf8(ascii), 0xa4, 0xe9]), 'text/csv;charset=big5', `${ascii}日`],
    [
      'UTF-8, whatever else the response calls it',
      utf8(`${ascii}Søgning`),
      'text/csv; charset=iso-8859-1',
      `${ascii}Søgning`,
    ],
  ])('%s', async (_, bytes, type, text) => {
    expect(await read(bytes, { type })).toEqual({ text, notes: [] });
  });

  test.each(['', 'text/csv', 'text/csv; charset=utf-8', 'text/csv; charset=klingon'])(
    'Windows-1252 by default, with a note: %j',
    async (type) => {
      const bytes = Uint8Array.from([...latin1(`${ascii}Søgning `), 0x96, ...latin1(' pris '), 0x80]);
      const { text, notes } = await read(bytes, { type });
      expect(text).toBe(`${ascii}Søgning – pris €`);
      expect(notes).toEqual(['charset-assumed']);
    },
  );

  test('one broken byte among characters of UTF-8 is a lost character', async () => {
    const bytes = Uint8Array.from([...utf8('Sø, Sø, S'), 0xf8, ...utf8(', Sø')]);
    const { text, notes } = await read(bytes);
    expect(text).toBe('Sø, Sø, S\uFFFD, Sø');
    expect(notes).toEqual(['characters-lost']);
  });

  test('law: UTF-8 is read without a note, however it is cut', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/[\0\uFEFF]/.test(text));
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 7 }), async (text, length) => {
        expect(await read(utf8(text), { length })).toEqual({ text, notes: [] });
      }),
    );
  });

  test('law: UTF-16 with a mark is, too', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !text.startsWith('\uFEFF'));
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 7 }), fc.boolean(), async (text, length, bigEndian) => {
        expect((await read(utf16(`\uFEFF${text}`, bigEndian), { length })).text).toBe(text);
      }),
    );
  });

  test('law: a sentence in Latin 1 is, wherever its first letter beyond ASCII stands, and however it is cut', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', ';', '1', '\n', 'ø', 'å', 'é', 'ß'), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(letters, fc.integer({ min: 1, max: 7 }), async (text, length) => {
        expect((await read(latin1(`date ${text}`), { length })).text).toBe(`date ${text}`);
      }),
    );
  });

  test('the note stands in the data set’s report', async () => {
    const csv = latin1('orderId;placedAt;quantity;lineTotal;channel\n1;2026-11-01;1;10;Søgning\n');
    const { report } = await loadDataset(new Response(csv));
    expect(report.tables).toMatchObject([{ rows: 1, refused: 0 }]);
    expect(report.notes).toEqual([
      {
        code: 'charset-assumed',
        message: expect.stringContaining('Windows-1252') as string,
        details: { charset: 'Windows-1252' },
      },
    ]);
  });
});
