import { expect, test } from 'vitest';
import { minorUnits } from '../../src/core/minor-units.js';

test('the currencies that the catalogue names have the decimals of ISO 4217', () => {
  const digits: Readonly<Record<number, string>> = {
    2: 'DKK SEK NOK PLN EUR USD TWD HKD HUF GBP CHF',
    0: 'JPY KRW ISK CLP VND',
    3: 'KWD BHD OMR JOD TND',
  };
  for (const [count, codes] of Object.entries(digits))
    for (const code of codes.split(' ')) expect([code, minorUnits(code)]).toEqual([code, Number(count)]);
  expect(minorUnits(undefined)).toBe(2);
});
