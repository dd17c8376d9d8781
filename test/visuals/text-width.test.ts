import { expect, it } from 'vitest';
import { figureFits } from '../../src/visuals/figure-fits.js';
import { textWidth } from '../../src/visuals/text-width.js';

it.each([
  ['1234', 24],
  ['il.,', 13.6],
  ['MW%', 27],
  ['淨銷售額', 40],
  ['', 0],
])('%s is about %d px wide at 10 px', (text, width) => {
  expect(textWidth(text, 10)).toBeCloseTo(width, 9);
});

it('measures a figure with its unit at about half size', () => {
  const figure = {
    parts: [
      { kind: 'number', text: '100' },
      { kind: 'unit', text: '%' },
    ],
    text: '100%',
    full: '100%',
  } as const;
  // 3 × 0.6 × 30 + 0.9 × 30 × 0.52 = 54 + 14.04
  expect(figureFits(figure, 68.05, 30)).toBe(true);
  expect(figureFits(figure, 68, 30)).toBe(false);
});
