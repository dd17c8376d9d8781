import { describe, expect, it } from 'vitest';
import type { Mode } from '../../scripts/palette.mjs';
import { lab, luminance, mix, pairs, palette, ratio } from '../../scripts/palette.mjs';
import { tokens } from '../../scripts/tokens.mjs';
import { over, paletteOn, weigh } from '../../src/theme/ground.js';

describe('a colour is weighed as a browser writes it', () => {
  it.each([
    ['rgb(255, 255, 255)', 1, 1],
    ['rgb(0, 0, 0)', 0, 1],
    // WCAG's own sample: #777777 has 4.48:1 on white.
    ['rgb(119, 119, 119)', 1.05 / 4.478 - 0.05, 1],
    ['rgba(255, 255, 255, 0.4)', 1, 0.4],
    ['rgba(0, 0, 0, 0)', 0, 0],
    ['color(srgb 1 1 1 / 0.5)', 1, 0.5],
    ['color(display-p3 1 1 1)', 1, 1],
    ['color(srgb 5e-1 0.5 0.5)', 0.214, 1],
    ['oklab(1 0 0)', 1, 1],
    // lime, whose luminance is the green share of white
    ['oklch(0.86644 0.294827 142.495)', 0.7152, 1],
    ['oklch(0.86644 0.294827 142.495 / 0.25)', 0.7152, 0.25],
    ['oklab(0.86644 -0.233888 0.179498)', 0.7152, 1],
    ['oklch(1 none none)', 1, 1],
    ['lab(50 0 0)', 0.1842, 1],
    ['lab(4 20 -20)', 0.00443, 1],
    ['lch(100 0 0)', 1, 1],
  ])('%s', (colour, expected, alpha) => {
    const weight = weigh(colour)!;
    expect(weight.luminance).toBeCloseTo(expected, 3);
    expect(weight.alpha).toBe(alpha);
  });

  it.each(['', 'transparent', 'rgb()', 'rgb(1, 2)', 'hsl(1 2% 3%)', 'color(srgb a b c)'])(
    '%s is no such colour',
    (colour) => {
      expect(weigh(colour)).toBe(undefined);
    },
  );
});

it('a veil over a ground lies between the two', () => {
  expect(over({ luminance: 1, alpha: 0 }, 0.3)).toBeCloseTo(0.3);
  expect(over({ luminance: 1, alpha: 1 }, 0.3)).toBeCloseTo(1);
  // Half white over black is #808080.
  expect(over({ luminance: 1, alpha: 0.5 }, 0)).toBeCloseTo(0.216, 2);
});

describe('on a ground stand only colours that can be read there', () => {
  it.each([
    ['white', 1, 0, 'light'],
    ['the grey of an admin page', 0.871, 0.03, 'light'],
    ['a grey', 0.7, 0, 'contrast light'],
    ['a mid-tone under black', 0.3, 0, 'plain light'],
    ['a mid-tone under white', 0.15, 1, 'plain dark'],
    ['a dark grey', 0.05, 1, 'contrast dark'],
    ['near black', 0.01, 0.9, 'dark'],
    // 5.4:1, of which the quiet words would keep too little
    ['white under pale text', 1, 0.145, 'contrast light'],
  ])('%s', (_, ground, text, expected) => {
    expect(paletteOn(ground, text)).toBe(expected);
  });

  const grounds = Array.from({ length: 101 }, (_, index) => index / 100);
  it.each(['light', 'dark'] as const)('%s text, from black to white', (scheme) => {
    const text = scheme === 'dark' ? 1 : 0;
    for (const lightness of grounds) {
      const ground = luminance([lightness, 0, 0]);
      if (ratio(ground, text) < 4.5) continue;
      const [strength, kind = strength] = paletteOn(ground, text).split(' ');
      expect(kind).toBe(scheme);
      if (strength === 'plain') continue;
      const mode: Mode = strength !== 'contrast' ? scheme : scheme === 'dark' ? 'contrast-dark' : 'contrast';
      const surface = { $value: { components: [lightness, 0, 0] } };
      const there = palette({ color: { ...tokens.color, surface } }, {}, mode);
      for (const { front, back, least } of pairs) {
        if (!/^(accent|positive|negative|series-[135])$/.test(front)) continue;
        expect(
          ratio(luminance(there[front]!), luminance(there[back]!)),
          `${front} on ${lightness}`,
        ).toBeGreaterThanOrEqual(least - 0.02);
      }
    }
  });

  it('quiet words keep 4.5:1 unless they are given up', () => {
    for (const lightness of grounds) {
      const text = luminance([lightness, 0, 0]);
      if (ratio(text, 1) < 4.5 || paletteOn(1, text) !== 'light') continue;
      const quiet = mix(lab({ components: [lightness, 0, 0] }), 0.72, [1, 0, 0]);
      expect(ratio(luminance(quiet), 1)).toBeGreaterThan(4.3);
    }
  });
});
