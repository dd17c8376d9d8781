/**
 * Turns src/theme/tokens.json into the style sheet that widgets adopt and into what the package ships.
 *
 *   node scripts/tokens.mjs          writes src/theme/tokens.styles.ts
 *   node scripts/tokens.mjs dist     writes dist/themes/default.css and dist/tokens.json
 *
 * Old Safari (17.4) has no light-dark(): it gets the sRGB values, dark ones where dark is asked for by name.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src/theme/tokens.json');

/** A colour token's value in a mode; a mode that names none takes the mode that it refines. */
const inMode = (token, mode) => {
  const modes = token.$extensions['kpi-elements.modes'];
  return modes[mode] ?? (mode === 'contrast-dark' ? modes.dark : undefined) ?? token.$value;
};
const oklch = ({ components: [lightness, chroma, hue] }) => `oklch(${lightness} ${chroma} ${hue})`;
const lightDark = (token, light, dark) => `light-dark(${oklch(inMode(token, light))}, ${oklch(inMode(token, dark))})`;

const plain = (token) =>
  Array.isArray(token.$value)
    ? token.$value.map((name) => (/ /.test(name) ? `'${name}'` : name)).join(', ')
    : `${token.$value.value}${token.$value.unit}`;

const entries = (group) => Object.entries(group).filter(([name]) => !name.startsWith('$'));

/** Declarations of one rule. `declare` says how a name and a default become one. */
const rule = (selector, declarations) => `${selector} {\n${declarations.map((line) => `  ${line};`).join('\n')}\n}`;

/**
 * @param {object} tokens the parsed token file
 * @param {(name: string, value: string) => string} declare
 * @param {Record<'base' | 'dark' | 'contrast', string>} selectors
 */
function sheet(tokens, declare, selectors) {
  const colors = entries(tokens.color);
  const sizes = [...entries(tokens.dimension), ...entries(tokens.font)];
  const of = (value) => colors.map(([name, token]) => declare(name, value(token)));
  return [
    rule(selectors.base, [
      ...of((token) => token.$value.hex),
      ...sizes.map(([name, token]) => declare(name, plain(token))),
    ]),
    rule(
      selectors.dark,
      of((token) => inMode(token, 'dark').hex),
    ),
    `@supports (color: light-dark(#000, #fff)) {`,
    rule(
      `${selectors.base}, ${selectors.dark}`,
      of((token) => lightDark(token, 'light', 'dark')),
    ),
    rule(
      selectors.contrast,
      of((token) => lightDark(token, 'contrast', 'contrast-dark')),
    ),
    `@media (prefers-contrast: more) {`,
    rule(
      selectors.base,
      of((token) => lightDark(token, 'contrast', 'contrast-dark')),
    ),
    `}`,
    `}`,
  ].join('\n');
}

/** The adopted sheet: what a page has set, else the token, under names that no page can reach by accident. */
export async function tokenStyles() {
  const tokens = JSON.parse(readFileSync(source, 'utf8'));
  const css = sheet(tokens, (name, value) => `--_${name}: var(--kpi-${name}, ${value})`, {
    base: '.base',
    dark: '.base.dark',
    contrast: '.base.contrast',
  });
  const file = join(root, 'src/theme/tokens.styles.ts');
  const text = `// Generated from tokens.json by scripts/tokens.mjs.
import { css } from 'lit';

/** Every token as a custom property of the widget's own, which the page's \`--kpi-…\` property overrides. */
export const tokenStyles = css\`
${css}
\`;
`;
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

/** The default preset as a page may link it, change it and hand it on. */
export function defaultTheme() {
  const tokens = JSON.parse(readFileSync(source, 'utf8'));
  return `${sheet(tokens, (name, value) => `--kpi-${name}: ${value}`, {
    base: ':root',
    dark: "[data-kpi-appearance='dark']",
    contrast: "[data-kpi-appearance='contrast']",
  })}\n`;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'dist') {
    write(join(root, 'dist/themes/default.css'), defaultTheme());
    write(join(root, 'dist/tokens.json'), readFileSync(source, 'utf8'));
  } else {
    write(join(root, 'src/theme/tokens.styles.ts'), await tokenStyles());
  }
}
