/**
 * Turns the token files of src/theme into the style sheet that widgets adopt and into what the package ships.
 *
 *   node scripts/tokens.mjs          writes src/theme/tokens.styles.ts and src/theme/limits.ts
 *   node scripts/tokens.mjs dist     writes dist/themes/*.css and dist/tokens.json
 *
 * Written here rather than asked of Style Dictionary: modes, mixes and what a page overrides would all be formats of
 * our own there. Old Safari (17.4) has no light-dark(): it gets sRGB values, dark ones where dark is asked for by name.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { aliasOf, entries, hex, inMode, lab, limit, mixOf } from './palette.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(root, `src/theme/${name}.json`), 'utf8'));

/** The default preset, and what others change of it. */
export const tokens = read('tokens');
export const presets = { shopify: read('shopify'), wordpress: read('wordpress') };

const oklch = ({ components: [lightness, chroma, hue] }) => `oklch(${lightness} ${chroma} ${hue})`;
const lightDark = (light, dark) => (token) =>
  `light-dark(${oklch(inMode(token, light))}, ${oklch(inMode(token, dark))})`;
const srgb = (mode) => (token) => hex(lab(inMode(token, mode)));

/** A size or a list of typefaces. */
const plain = (value) =>
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
const turned = (token) => `oklch(from ${made(token)} l c calc(h + ${mixOf(token).hue}))`;

const rule = (selector, declarations) =>
  declarations.length > 0 ? `${selector} {\n${declarations.map((line) => `  ${line};`).join('\n')}\n}` : '';

/** What a token file declares, sorted by how it is written in a style sheet. */
function parts(file, declare) {
  const colours = entries(file.color);
  const sizes = [...entries(file.dimension), ...entries(file.font)];
  const write = (list, value) => list.map(([name, token]) => declare(name, value(token)));
  const given = colours.filter(([, token]) => !aliasOf(token.$value));
  const mixed = colours.filter(([, token]) => aliasOf(token.$value));
  return {
    given: (value) => write(given, value),
    mixed: () => write(mixed, made),
    turned: () =>
      write(
        mixed.filter(([, token]) => mixOf(token)?.hue),
        turned,
      ),
    sizes: () => write(sizes, (token) => plain(token.$value)),
    compact: () =>
      write(
        sizes.filter(([, token]) => inMode(token, 'compact') !== token.$value),
        (token) => plain(inMode(token, 'compact')),
      ),
  };
}

/** The adopted sheet: what a page has set, else the token, under names that no page can reach by accident. */
export async function tokenStyles() {
  const declare = (name, value) => `--_${name}: var(--kpi-${name}, ${value})`;
  const base = parts(tokens, declare);
  const others = Object.entries(presets).map(([name, file]) => [`.base.${name}`, parts(file, declare)]);
  const css = [
    rule('.base', [...base.given(srgb('light')), ...base.mixed(), ...base.sizes()]),
    rule('.base.dark', base.given(srgb('dark'))),
    ...others.flatMap(([selector, preset]) => [
      rule(selector, [...preset.given(srgb('light')), ...preset.sizes()]),
      rule(`${selector}.dark`, preset.given(srgb('dark'))),
    ]),
    rule('.base.base.compact', base.compact()),
    '@supports (color: light-dark(#000, #fff)) {',
    rule('.base, .base.dark', base.given(lightDark('light', 'dark'))),
    ...others.map(([selector, preset]) =>
      rule(`${selector}, ${selector}.dark`, preset.given(lightDark('light', 'dark'))),
    ),
    rule('.base.base.contrast', base.given(lightDark('contrast', 'contrast-dark'))),
    '@media (prefers-contrast: more) {',
    rule('.base.base.base', base.given(lightDark('contrast', 'contrast-dark'))),
    '}',
    '}',
    // From the text colour of the page too, which the inherited theme takes.
    '@supports (color: oklch(from currentcolor l c h)) {',
    rule('.base', base.turned()),
    '}',
  ].join('\n');
  return generated(
    'src/theme/tokens.styles.ts',
    `import { css } from 'lit';

/** Every token as a custom property of the widget's own, which the page's \`--kpi-…\` property overrides. */
export const tokenStyles = css\`
${css}
\`;
`,
  );
}

/** On which grounds of a page the default colours hold. */
export const limits = () =>
  generated(
    'src/theme/limits.ts',
    `/** Luminance of the darkest ground that bears the light colours, and of the lightest that bears the dark ones. */
export const limits = {
  light: ${limit(tokens, 'light').toFixed(3)},
  dark: ${limit(tokens, 'dark').toFixed(3)},
  'contrast light': ${limit(tokens, 'contrast').toFixed(3)},
  'contrast dark': ${limit(tokens, 'contrast-dark').toFixed(3)},
};
`,
  );

/** A source file in the project's own format. */
async function generated(path, text) {
  const filepath = join(root, path);
  const notice = '// Generated from the token files by scripts/tokens.mjs.\n';
  return format(notice + text, { ...(await resolveConfig(filepath)), filepath });
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'dist') {
    write(join(root, 'dist/tokens.json'), readFileSync(join(root, 'src/theme/tokens.json'), 'utf8'));
  } else {
    write(join(root, 'src/theme/tokens.styles.ts'), await tokenStyles());
    write(join(root, 'src/theme/limits.ts'), await limits());
  }
}
