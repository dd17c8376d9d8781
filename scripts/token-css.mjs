/** How tokens are written in a style sheet. Pure: the files are handed in. */
import { aliasOf, entries, hex, inMode, lab, mixOf } from './palette.mjs';

const oklch = ({ components: [lightness, chroma, hue] }) => `oklch(${lightness} ${chroma} ${hue})`;

/** The value of a given colour: two modes of it, or the sRGB fallback of one. */
export const lightDark = (light, dark) => (token) =>
  `light-dark(${oklch(inMode(token, light))}, ${oklch(inMode(token, dark))})`;
export const srgb = (mode) => (token) => hex(lab(inMode(token, mode)));

/** A size or a list of typefaces. */
export const plain = (value) =>
  Array.isArray(value)
    ? value.map((name) => (/ /.test(name) ? `'${name}'` : name)).join(', ')
    : `${value.value}${value.unit}`;

const own = (reference) => `var(--_${aliasOf(reference)})`;

/** A colour that is made of others, as the browser is to make it. */
function made(token) {
  const mix = mixOf(token);
  if (!mix) return own(token.$value);
  return `color-mix(in oklab, ${own(token.$value)} ${Math.round(mix.share * 100)}%, ${own(mix.with)})`;
}
/** The same with its hue turned, where a browser can do so. */
function turned(token) {
  const { hue, chroma } = mixOf(token);
  return `oklch(from ${made(token)} l ${chroma ? `calc(c * ${chroma})` : 'c'} calc(h + ${hue}))`;
}

export const rule = (selector, declarations) =>
  declarations.length > 0 ? `${selector} {\n${declarations.map((line) => `  ${line};`).join('\n')}\n}` : '';

/** What a token file declares, sorted by how it is written. `declare` makes a name and a value one declaration. */
export function parts(file, declare) {
  const colours = entries(file.color);
  const sizes = [...entries(file.dimension), ...entries(file.font)];
  const write = (list, value) => list.map(([name, token]) => declare(name, value(token)));
  const given = colours.filter(([, token]) => !aliasOf(token.$value));
  const mixed = colours.filter(([, token]) => aliasOf(token.$value));
  const turning = mixed.filter(([, token]) => mixOf(token)?.hue);
  const shrinking = sizes.filter(([, token]) => inMode(token, 'compact') !== token.$value);
  return {
    given: (value) => write(given, value),
    mixed: () => write(mixed, made),
    turned: () => write(turning, turned),
    sizes: () => write(sizes, (token) => plain(token.$value)),
    compact: () => write(shrinking, (token) => plain(inMode(token, 'compact'))),
  };
}
