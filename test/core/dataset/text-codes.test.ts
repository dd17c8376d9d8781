import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextCodes } from '../../../src/core/dataset/text-codes.js';

/** Ids as shops write them: counted up, with leading zeros, longer than a number can hold, and such as are none. */
const ids = fc.oneof(
  fc.nat({ max: 20 }).map((number) => `c${number}`),
  fc.nat({ max: 20 }).map((number) => `${number}`),
  fc.nat({ max: 20 }).map((number) => `c${String(number).padStart(3, '0')}`),
  fc.nat({ max: 2 ** 31 }).map((number) => `c${number}`),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map((number) => `c${number}`),
  fc.constantFrom('', 'c', 'd1', 'c1x', 'c-1', 'c1.0', 'c٣', 'c1e3'),
  fc.string(),
);

test('equal texts have the same number, others another, in the order in which they first come', () => {
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 200 }), (texts) => {
      const codes = new TextCodes();
      const distinct = [...new Set(texts)];
      expect(texts.map((text) => codes.of(text))).toEqual(texts.map((text) => distinct.indexOf(text)));
      expect(codes.values).toEqual(distinct);
    }),
    { numRuns: 1000 },
  );
});

test('a number that was too far for the table is still known when the table has grown', () => {
  // 2 and 1 are out of order, 100,000 is beyond the free places; then the table grows past it.
  const codes = new TextCodes();
  const first = [
    '2',
    '1',
    '100000',
    ...Array.from({ length: 20_000 }, (_, index) => `${index + 3}`),
    '110000',
    '100000',
  ];
  const distinct = new Map([...new Set(first)].map((text, code) => [text, code]));
  expect(first.map((text) => codes.of(text))).toEqual(first.map((text) => distinct.get(text)));
});

test('a text of a million digits is a text like others', () => {
  const digits = '9'.repeat(1_000_000);
  const codes = new TextCodes();
  expect([`${digits}x`, 'a', `${digits}x`, digits, digits].map((text) => codes.of(text))).toEqual([0, 1, 0, 2, 2]);
});
