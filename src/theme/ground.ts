import { limits } from './limits.js';

/** What a colour weighs: WCAG 2 relative luminance, 0 to 1, and how opaque it is. */
export interface Weight {
  readonly luminance: number;
  readonly alpha: number;
}

/** Which of the built-in colours can be read on a ground; `plain`: none but the text's own. */
export type Palette = 'light' | 'dark' | 'contrast light' | 'contrast dark' | 'plain light' | 'plain dark';

const toLinear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const fromRgb = (red: number, green: number, blue: number) =>
  0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
const fromOklab = (lightness: number, a: number, b: number) =>
  -0.0405801784 * (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3 +
  1.1122568696 * (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3 -
  0.0716766787 * (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
const fromLab = (lightness: number) => (lightness > 8 ? ((lightness + 16) / 116) ** 3 : lightness / 903.3);

const weights: Readonly<Record<string, (one: number, two: number, three: number) => number>> = {
  rgb: (red, green, blue) => fromRgb(red / 255, green / 255, blue / 255),
  rgba: (red, green, blue) => fromRgb(red / 255, green / 255, blue / 255),
  color: fromRgb,
  oklab: fromOklab,
  oklch: (lightness, chroma, hue) =>
    fromOklab(lightness, chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)),
  lab: fromLab,
  lch: fromLab,
};

/**
 * Weighs a colour as `getComputedStyle` writes it. Wide gamuts are taken for sRGB: their luminance differs by little.
 * @returns undefined for a notation that no browser answers with
 */
export function weigh(colour: string): Weight | undefined {
  const [, notation = '', inside = ''] = /^(\w+)\((?:[a-z][\w-]* )?([^)]+)\)$/.exec(colour) ?? [];
  const parts = inside.split(/[\s,/]+/).map((part) => (part === 'none' ? 0 : Number(part)));
  const [one = NaN, two = NaN, three = NaN, alpha = 1] = parts;
  const luminance = weights[notation]?.(one, two, three) ?? NaN;
  return Number.isNaN(luminance + alpha) ? undefined : { luminance, alpha };
}

/** What is seen of a colour that lies on another one; near what browsers do, who mix encoded sRGB. */
export function over({ luminance, alpha }: Weight, ground: number): number {
  return (alpha * luminance ** (1 / 2.2) + (1 - alpha) * ground ** (1 / 2.2)) ** 2.2;
}

const ratio = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** How much of the text's colour the quiet words of the inherited theme keep. */
const quiet = 0.72;

/**
 * The colours that hold 4.5:1 as text and 3:1 as graphics on a page's own ground.
 * @param ground luminance of what the widget stands on
 * @param text luminance of the page's text there
 */
export function paletteOn(ground: number, text: number): Palette {
  const scheme = text > ground ? 'dark' : 'light';
  const holds = (limit: number) => (scheme === 'dark' ? ground <= limit : ground >= limit);
  const quietHolds = ratio(over({ luminance: text, alpha: quiet }, ground), ground) >= 4.5;
  if (quietHolds && holds(limits[scheme])) return scheme;
  return `${holds(limits[`contrast ${scheme}`]) ? 'contrast' : 'plain'} ${scheme}`;
}
