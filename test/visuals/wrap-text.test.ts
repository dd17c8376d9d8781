import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/visuals/text-width.js';
import { wrapText } from '../../src/visuals/wrap-text.js';

describe('a text in lines', () => {
  it.each([
    ['Added to cart', 100, ['Added to cart']],
    ['Added to cart', 60, ['Added to', 'cart']],
    ['organic-search', 60, ['organic-', 'search']],
    ['Wyświetlenie produktu', 90, ['Wyświetlenie', 'produktu']],
    // A word that is too wide by itself is broken, as is a script without spaces.
    ['Zusammenstellung', 40, ['Zusa', 'mmen', 'stellu', 'ng']],
    ['加入購物車', 30, ['加入', '購物', '車']],
    ['−0.25 個百分點', 64, ['−0.25', '個百分點']],
    ['流失。', 26, ['流', '失。']],
    ['', 60, []],
  ])('%s in %d px', (text, room, lines) => {
    expect(wrapText(text, 12, room)).toEqual(lines);
  });

  it('loses no sign, and no line is wider than the room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aW −-/, 購物。') }),
        fc.integer({ min: 40, max: 200 }),
        (text, room) => {
          const lines = wrapText(text, 12, room);
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          // Marks that may not begin a line may hang over the edge.
          for (const line of lines) expect(textWidth(line.replace(/。+$/, ''), 12)).toBeLessThanOrEqual(room);
        },
      ),
    );
  });
});
