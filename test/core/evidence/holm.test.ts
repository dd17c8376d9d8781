import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holm } from '../../../src/core/evidence/holm.js';

test('worked by hand', () => {
  // 4 × 0.005; 3 × 0.01; 2 × 0.03; and 0.04, which may not be below the one before.
  const corrected = holm([0.01, 0.04, 0.03, 0.005]);
  [0.03, 0.06, 0.06, 0.02].forEach((pValue, test) => expect(corrected[test]).toBeCloseTo(pValue, 15));
  expect(holm([0.7, 0.6])).toEqual([1, 1]);
  expect(holm([0.03])).toEqual([0.03]);
  expect(holm([])).toEqual([]);
});

test('raises, keeps the order, and does no more than to count every test (Bonferroni)', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (pValues) => {
      const corrected = holm(pValues);
      pValues.forEach((pValue, test) => {
        expect(corrected[test]).toBeGreaterThanOrEqual(pValue);
        expect(corrected[test]).toBeLessThanOrEqual(Math.min(1, pValue * pValues.length));
        pValues.forEach((other, nth) => {
          if (other < pValue) expect(corrected[nth]).toBeLessThanOrEqual(corrected[test]!);
        });
      });
    }),
  );
});
