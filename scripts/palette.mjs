/**
 * The colours of the token files as numbers: what a mode of a preset resolves to, and how well two of them part.
 * Pure, so that the build, the tests and the stories reckon alike.
 *
 * @typedef {[lightness: number, a: number, b: number]} Lab an Oklab colour, lightness 0 to 1
 * @typedef {'light' | 'dark' | 'contrast' | 'contrast-dark'} Mode
 * @typedef {{ share: number, with: string, hue?: number, chroma?: number }} Mix
 * @typedef {{ colorSpace?: string, components: number[], hex?: string }} Colour
 * @typedef {{ 'kpi-elements.modes'?: Record<string, any>, 'kpi-elements.mix'?: Mix }} Extensions
 * @typedef {{ $description?: string, $value?: any, $extensions?: Extensions }} Token
 * @typedef {Record<string, Token>} Group
 * @typedef {{ $description?: string, color?: Group, dimension?: Group, font?: Group }} TokenFile
 */

/** @type {Mode[]} */
export const modes = ['light', 'dark', 'contrast', 'contrast-dark'];

/** The tokens of a group of the file, without what the format itself names. @returns {[string, Token][]} */
export const entries = (group = {}) => Object.entries(group).filter(([name]) => !name.startsWith('$'));

/** How a colour is made of others. @param {Token} token @returns {Mix | undefined} */
export const mixOf = (token) => token.$extensions?.['kpi-elements.mix'];

/** `{color.accent}` names `accent`. @param {unknown} value @returns {string | undefined} */
export const aliasOf = (value) => /^\{color\.(.+)\}$/.exec(String(value))?.[1];

/** A value in a mode; a mode that names none takes the mode that it refines. */
export const inMode = (token, mode) => {
  const others = token.$extensions?.['kpi-elements.modes'] ?? {};
  return others[mode] ?? (mode === 'contrast-dark' ? others.dark : undefined) ?? token.$value;
};

/** @param {Colour} colour @returns {Lab} */
export function lab({ components: [lightness, chroma, hue] }) {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** As `color-mix(in oklab, one share, other)`. @param {Lab} one @param {number} share @param {Lab} other @returns {Lab} */
export const mix = (one, share, other) => one.map((part, index) => part * share + other[index] * (1 - share));

/** @param {Lab} colour @param {number} degrees @param {number} factor of the chroma @returns {Lab} */
function turn([lightness, a, b], degrees = 0, factor = 1) {
  const angle = Math.atan2(b, a) + (degrees * Math.PI) / 180;
  const chroma = Math.hypot(a, b) * factor;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** Linear sRGB, outside 0 to 1 where a screen cannot show it (Björn Ottosson's matrices). @param {Lab} colour */
export function linear([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const clip = (part) => Math.min(1, Math.max(0, part));

/** WCAG 2 relative luminance, 0 to 1. @param {Lab} colour */
export function luminance(colour) {
  const [red, green, blue] = linear(colour).map(clip);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast of two luminances, 1 to 21. @param {number} one @param {number} other */
export const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** The sRGB fallback of a colour. @param {Lab} colour */
export const hex = (colour) =>
  `#${linear(colour)
    .map(clip)
    .map((part) => (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055))
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/**
 * Every colour of a preset in a mode. High contrast is the same in every preset.
 * @param {TokenFile} tokens the default preset's file
 * @param {TokenFile} preset the file of another one, which names only what differs
 * @param {Mode} mode
 * @returns {Record<string, Lab>}
 */
export function palette(tokens, preset, mode) {
  const own = mode.startsWith('contrast') ? {} : (preset.color ?? {});
  const found = new Map();
  const find = (name) => {
    if (!found.has(name)) found.set(name, reckon(own[name] ?? tokens.color[name]));
    return found.get(name);
  };
  const reckon = (token) => {
    const value = inMode(token, mode);
    const alias = aliasOf(value);
    if (!alias) return lab(value);
    const made = mixOf(token);
    if (!made) return find(alias);
    return turn(mix(find(alias), made.share, find(aliasOf(made.with))), made.hue, made.chroma);
  };
  return Object.fromEntries(entries(tokens.color).map(([name]) => [name, find(name)]));
}

const series = [1, 2, 3, 4, 5, 6].map((number) => `series-${number}`);

/** What must part from what, and by how much: text 4.5:1, graphics 3:1. High contrast asks 7:1 of text on the surface. */
export const pairs = [
  ...['text', 'muted', 'positive', 'negative', 'neutral'].flatMap((text) => [
    { front: text, back: 'surface', least: 4.5 },
    { front: text, back: 'raised', least: 4.5 },
    { front: text, back: 'selected', least: 4.5 },
  ]),
  ...['positive', 'negative', 'neutral'].map((text) => ({ front: text, back: `${text}-soft`, least: 4.5 })),
  ...['accent', 'control', 'focus', 'ghost', 'loss', ...series].map((shape) => ({
    front: shape,
    back: 'surface',
    least: 3,
  })),
  ...['accent', 'focus', 'negative'].map((shape) => ({ front: shape, back: 'selected', least: 3 })),
  ...['accent', 'positive', 'negative'].map((shape) => ({ front: shape, back: 'track', least: 3 })),
];

/**
 * The ground, as a luminance, up to which a mode's verdicts and series can be read: the lightest for dark ones, the
 * darkest for light ones. Text and quiet words are the page's own there, so they say nothing about the ground.
 * @param {TokenFile} tokens
 * @param {Mode} mode
 */
export function limit(tokens, mode) {
  const colours = palette(tokens, {}, mode);
  const asked = pairs.filter(({ front }) => /^(accent|positive|negative|series-[135])$/.test(front));
  let reached = colours.surface[0];
  for (const step = mode.endsWith('dark') ? 0.002 : -0.002; reached >= 0 && reached <= 1; reached += step) {
    const surface = { $value: { components: [reached + step, 0, 0] } };
    const there = palette({ color: { ...tokens.color, surface } }, {}, mode);
    const parts = ({ front, back, least }) => ratio(luminance(there[front]), luminance(there[back])) >= least;
    if (!asked.every(parts)) break;
  }
  return luminance([reached, 0, 0]);
}

const rounded = (number) => Math.round(number * 1000) / 1000;

/** A colour as the format writes it, with its sRGB fallback. @param {Lab} colour */
function written([lightness, a, b]) {
  const chroma = Math.hypot(a, b);
  const hue = chroma < 0.0005 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const components = [rounded(lightness), rounded(chroma), Math.round(hue * 10) / 10];
  return { colorSpace: 'oklch', components, hex: hex([lightness, a, b]) };
}

/**
 * A preset in full: its own tokens over those of the default one, which keep what they are for.
 * @param {TokenFile} tokens
 * @param {TokenFile} [preset]
 * @returns {Required<Omit<TokenFile, '$description'>>}
 */
export function whole(tokens, preset = {}) {
  const over = (group) =>
    Object.fromEntries(entries(tokens[group]).map(([name, token]) => [name, { ...token, ...preset[group]?.[name] }]));
  return { color: over('color'), dimension: over('dimension'), font: over('font') };
}

/**
 * The tokens as the package ships them, the default preset first and the others under `presets`: every colour worked
 * out in every mode, with an sRGB value for tools that read no OKLCH.
 * @param {TokenFile} tokens
 * @param {Record<string, TokenFile>} presets
 * @returns {Required<TokenFile> & { presets: Record<string, Required<TokenFile>> }}
 */
export function shipped(tokens, presets) {
  const types = Object.fromEntries(['color', 'dimension', 'font'].map((group) => [group, tokens[group].$type]));
  const preset = (file) => {
    const palettes = Object.fromEntries(modes.map((mode) => [mode, palette(tokens, file, mode)]));
    const full = whole(tokens, file);
    for (const [name, token] of Object.entries(full.color)) {
      const { light, ...others } = Object.fromEntries(modes.map((mode) => [mode, written(palettes[mode][name])]));
      const $extensions = { 'kpi-elements.modes': others };
      full.color[name] = { $description: token.$description, $value: light, $extensions };
    }
    return Object.fromEntries(Object.entries(full).map(([group, all]) => [group, { $type: types[group], ...all }]));
  };
  const others = Object.entries(presets).map(([name, file]) => [
    name,
    { $description: file.$description, ...preset(file) },
  ]);
  return { ...preset({}), presets: Object.fromEntries(others) };
}
