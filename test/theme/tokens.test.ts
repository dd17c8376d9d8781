import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  entries,
  hex,
  inMode,
  linear,
  luminance,
  modes,
  pairs,
  palette,
  ratio,
  shipped,
} from '../../scripts/palette.mjs';
import { limits, presets, themeSheets, tokens, tokenStyles } from '../../scripts/tokens.mjs';

const files = { default: {}, ...presets };
const looks = Object.entries(files).flatMap(([name, file]) => modes.map((mode) => ({ name, file, mode })));
const source = (path: string) => readFileSync(new URL(`../../src/theme/${path}`, import.meta.url), 'utf8');

it('are in the sources as they stand in the files: node scripts/tokens.mjs', async () => {
  expect(source('tokens.styles.ts')).toBe(await tokenStyles());
  expect(source('limits.ts')).toBe(await limits());
});

describe.each(looks)('the $mode colours of $name', ({ file, mode }) => {
  const colours = palette(tokens, file, mode);
  const weight = (name: string) => luminance(colours[name]!);

  it.each(pairs)('$front on $back: $least', ({ front, back, least }) => {
    // High contrast asks 7:1 of text, and nearly so on grounds that are tinted.
    const asked =
      least === 4.5 && mode.startsWith('contrast') ? (back === 'surface' || back === 'raised' ? 7 : 6.5) : least;
    expect(ratio(weight(front), weight(back))).toBeGreaterThanOrEqual(asked);
  });

  it('give six series that a grey print tells apart', () => {
    const shades = [1, 2, 3, 4, 5, 6].map((number) => colours[`series-${number}`]![0]).sort((a, b) => a - b);
    shades.slice(1).forEach((shade, index) => expect(shade - shades[index]!).toBeGreaterThan(0.03));
  });

  it.each(entries(tokens.color).map(([name]) => name))('%s can be shown by every screen', (name) => {
    // Mixes with a turned hue may leave sRGB by a little: browsers bring them back.
    const most = name.startsWith('series-') ? 0.05 : 0.002;
    for (const part of linear(colours[name]!)) {
      expect(part).toBeGreaterThan(-most);
      expect(part).toBeLessThan(1 + most);
    }
  });
});

it('every token says what it is for', () => {
  for (const group of ['color', 'dimension', 'font'] as const) {
    for (const [name, token] of entries(tokens[group])) expect(token.$description, name).toMatch(/^[A-Z].+\.$/);
  }
});

it('a colour is worked out as CSS defines it', () => {
  // The specification's own samples: oklch(51.975% 0.17686 142.495) is green, #008000.
  const sample = { $value: { components: [0.51975, 0.17686, 142.495] } };
  const green = palette({ color: { sample } }, {}, 'light')['sample']!;
  expect(hex(green)).toBe('#008000');
  expect(ratio(luminance(green), 1)).toBeCloseTo(5.14, 2);
  expect(ratio(0, 1)).toBe(21);
});

it('are shipped worked out, with an sRGB value for each mode of each preset', () => {
  const all = shipped(tokens, presets);
  expect(all.color['accent']?.$value).toEqual({ colorSpace: 'oklch', components: [0.53, 0.19, 267], hex: '#3b5fd8' });
  expect(all.presets['shopify']?.color['text']?.$value).toMatchObject({ hex: '#303030' });
  for (const { color } of [all, ...Object.values(all.presets)]) {
    expect(entries(color).map(([name]) => name)).toEqual(entries(tokens.color).map(([name]) => name));
    for (const [name, token] of entries(color)) {
      for (const mode of modes)
        expect(inMode(token, mode), name).toMatchObject({ hex: expect.stringMatching(/^#[0-9a-f]{6}$/) });
    }
  }
});

describe('the presets for a page', async () => {
  const sheets = await themeSheets();

  it('are four', () => {
    expect(sheets.map(([name]) => name)).toEqual(['default', 'inherit', 'shopify', 'wordpress']);
  });

  it.each(sheets)('%s sets what the contract names', (_, css) => {
    const names = 'accent positive negative neutral surface text muted border grid radius space font figure-size';
    for (const name of names.split(' ')) expect(css).toContain(`--kpi-${name}:`);
  });

  it.each(sheets)('%s yields to what the page says, and to what a widget says of itself', (_, css) => {
    for (const [, selector] of css.matchAll(/^ *([^{}@]*:root[^{}]*)\{/gm)) expect(selector).toContain(':where(:root)');
    expect(css).toMatch(/\[theme\],[^{]*\{[^}]*--kpi-figure-size: initial/);
  });

  it.each(sheets)('%s keeps room for every tag that draws', (_, css) => {
    const drawing = [...css.matchAll(/:is\(([^)]*)\)\[theme\]/g)][0]![1]!.split(/,\s*/);
    expect(drawing).toContain('kpi-card');
    const reserved = [...css.matchAll(/data-kpi-element='(kpi-[a-z]+)'\]\)::before/g)].map(([, tag]) => tag);
    expect(reserved.sort()).toEqual(drawing.filter((tag) => tag !== 'kpi-provider').sort());
  });
});
