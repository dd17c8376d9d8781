import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tokenStyles } from '../../scripts/tokens.mjs';
import tokens from '../../src/theme/tokens.json' with { type: 'json' };

type Colour = { components: number[]; hex: string };
type Mode = 'light' | 'dark' | 'contrast' | 'contrast-dark';
const modes: Mode[] = ['light', 'dark', 'contrast', 'contrast-dark'];
const names = Object.keys(tokens.color).filter((name) => !name.startsWith('$')) as Name[];
type Name = Exclude<keyof typeof tokens.color, '$type'>;

function colour(name: Name, mode: Mode): Colour {
  const { $value, $extensions } = tokens.color[name];
  const others = $extensions['kpi-elements.modes'] as Partial<Record<Mode, Colour>>;
  return others[mode] ?? $value;
}

/** OKLCH to Oklab. */
const lab = ({ components: [lightness = 0, chroma = 0, hue = 0] }: Colour): number[] => [
  lightness,
  chroma * Math.cos((hue * Math.PI) / 180),
  chroma * Math.sin((hue * Math.PI) / 180),
];

/** Oklab to linear sRGB (Björn Ottosson's matrices). */
function linear([lightness = 0, a = 0, b = 0]: number[]): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const luminance = ([r = 0, g = 0, b = 0]: number[]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2 contrast of two Oklab colours. */
function contrast(one: number[], other: number[]): number {
  const [dark = 0, light = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const mix = (one: number[], share: number, other: number[]) =>
  one.map((part, index) => part * share + (other[index] ?? 0) * (1 - share));

it('are in the style sheet as they stand in the file: node scripts/tokens.mjs', async () => {
  const written = readFileSync(new URL('../../src/theme/tokens.styles.ts', import.meta.url), 'utf8');
  expect(written).toBe(await tokenStyles());
});

describe.each(modes)('the colours of %s', (mode) => {
  const on = (name: Name) => contrast(lab(colour(name, mode)), lab(colour('surface', mode)));

  it.each(['text', 'muted', 'positive', 'negative', 'neutral', 'accent'] as const)('%s can be read', (name) => {
    expect(on(name)).toBeGreaterThanOrEqual(mode.startsWith('contrast') ? 7 : 4.5);
  });

  it.each(names)('%s has an sRGB fallback of the same colour', (name) => {
    const { hex } = colour(name, mode);
    linear(lab(colour(name, mode))).forEach((part, index) => {
      const encoded = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
      expect(encoded * 255).toBeCloseTo(parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16), -0.3);
    });
  });

  it('make a ramp of shades that can all be told from the ground', () => {
    const [accent, text, surface] = [colour('accent', mode), colour('text', mode), colour('surface', mode)].map(lab);
    for (const shade of [mix(accent!, 0.42, text!), mix(accent!, 0.78, surface!)]) {
      expect(contrast(shade, surface!)).toBeGreaterThanOrEqual(3);
    }
  });
});
