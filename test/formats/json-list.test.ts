import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KpiError } from '../../src/core/error.js';
import { parseJson } from '../../src/formats/json.js';
import { readJsonList } from '../../src/formats/json-list.js';
import { objectsOf } from '../../src/formats/records-slices.js';
import { sliceLength } from '../../src/formats/slice-length.js';
import { chunksOf } from '../../src/formats/text.js';
import { streamOf } from './stream-of.js';

async function listsIn(text: string, chunkLength: number, length?: number): Promise<(readonly unknown[])[]> {
  const lists: (readonly unknown[])[] = [];
  for await (const list of readJsonList(chunksOf(streamOf(text, chunkLength)), length)) lists.push(objectsOf(list));
  return lists;
}

const refusal = (read: () => unknown): Promise<KpiError | undefined> =>
  Promise.resolve()
    .then(read)
    .then(
      () => undefined,
      (error: KpiError) => error,
    );

/** What may be taken for the end of a row, and is none. */
const treacherous = fc.constantFrom('},{', '"},{"', '\\', '\\"', '}],', '{', ']', '\ud83d\ude00', '\u2028', '\ud800');
const texts = fc.oneof(treacherous, fc.string({ unit: 'grapheme' }));
const { value: values } = fc.letrec<{ value: unknown; row: unknown; list: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, texts, fc.jsonValue({ maxDepth: 1 }), tie('list'), tie('row')),
  row: fc.dictionary(texts, tie('value'), { maxKeys: 4 }),
  list: fc.array(fc.oneof(tie('row'), tie('value')), { maxLength: 4 }),
}));
const lists = fc.array(
  fc.oneof({ weight: 5, arbitrary: fc.dictionary(texts, values, { maxKeys: 5 }) }, { weight: 1, arbitrary: values }),
);
/** Written as programs write JSON, or with blanks wherever they may stand. */
const jsonTexts = fc.tuple(lists, fc.constantFrom(undefined, 1, '\t'), fc.boolean()).map(([list, indent, isLoose]) => {
  const text = JSON.stringify(list, null, indent);
  return isLoose ? ` ${text.replace(/^\[/, '[ \n').replace(/\]$/, '\r ] ')}` : text;
});
const lengths = fc.integer({ min: 1, max: 80 });

describe('a JSON list in slices', () => {
  test('law: it holds what JSON.parse finds, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(jsonTexts, lengths, lengths, async (text, chunkLength, length) => {
        expect((await listsIn(text, chunkLength, length)).flat(1)).toEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  }, 20_000);

  test('law: what is no JSON is refused as the whole text is, at the same place', async () => {
    const broken = fc
      .tuple(
        jsonTexts,
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', '"', '\\', ',', ':', '[', ']', '{', '}', '0', '\u0001'),
      )
      .map(([text, at, drop, add]) => {
        const place = 1 + (at % text.length);
        return text.slice(0, place) + add + text.slice(place + drop);
      })
      .filter((text) => /^\s*\[/.test(text));
    await fc.assert(
      fc.asyncProperty(broken, lengths, lengths, async (text, chunkLength, length) => {
        const whole = await refusal(() => parseJson(text));
        const sliced = await refusal(() => listsIn(text, chunkLength, length));
        expect(sliced?.code).toBe(whole?.code);
        expect({ ...sliced?.details, excerpt: '' }).toEqual({ ...whole?.details, excerpt: '' });
        expect(whole ? text.includes(sliced!.details['excerpt'] as string) : true).toBe(true);
      }),
      { numRuns: 2000 },
    );
  }, 20_000);

  test.each<[string, () => object]>([
    ['flat rows', () => ({ id: 1, name: 'x },{ y', at: '2026-11-01' })],
    ['rows with lists of objects', () => ({ id: 1, lines: Array.from({ length: 40 }, (_, id) => ({ id })) })],
    ['rows that begin and end with objects', () => ({ of: { id: 1 }, to: { id: 2 } })],
  ])('%s come in slices of about the length asked for', async (_, row) => {
    const rows = Array.from({ length: 2000 }, row);
    const read = await listsIn(JSON.stringify(rows), 5000, 10_000);
    expect(read.flat(1)).toEqual(rows);
    const slices = read.map((list) => JSON.stringify(list).length);
    expect(Math.max(...slices)).toBeLessThan(15_001);
    expect(slices.length).toBeLessThan((1.2 * JSON.stringify(rows).length) / 10_000);
  });

  test('a row longer than a slice is read whole, and those around it in slices', async () => {
    const rows = [...Array(40_000).keys()].map((id) => ({ id }));
    const all = [...rows, { lines: rows, text: 'x'.repeat(2 * sliceLength) }, ...rows];
    const read = await listsIn(JSON.stringify(all), 60_000);
    expect(read.flat(1)).toEqual(all);
    expect(read.length).toBeGreaterThan(2);
  });
});
