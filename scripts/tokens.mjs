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
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { globSync } from 'tinyglobby';
import { aliasOf, entries, hex, inMode, lab, limit, shipped } from './palette.mjs';
import { themeNames, themeSheet } from './theme-sheet.mjs';
import { parts, rule } from './token-css.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file) => readFileSync(join(root, 'src/theme', file), 'utf8');

/** The default preset, and what others change of it. @type {import('./palette.mjs').TokenFile} */
export const tokens = JSON.parse(read('tokens.json'));
/** @type {Record<string, import('./palette.mjs').TokenFile>} */
export const presets = { shopify: JSON.parse(read('shopify.json')), wordpress: JSON.parse(read('wordpress.json')) };

/** A source file in the project's own format. */
async function generated(path, text) {
  const filepath = join(root, path);
  const notice = '// Generated from the token files by scripts/tokens.mjs.\n';
  return format(notice + text, { ...(await resolveConfig(filepath)), filepath });
}

/**
 * The adopted sheet: what a page has set, else the token, under names that no page can reach by accident. Its colours
 * stand as sRGB, which holds all of them, once each: old and new Safari are given the same values by different rules.
 */
export function tokenStyles() {
  const declare = (name, value) => `--_${name}: var(--kpi-${name}, ${value})`;
  const base = parts(tokens, declare);
  const given = entries(tokens.color).filter(([, token]) => !aliasOf(token.$value));
  const list = ({ color }, mode) => given.map(([name]) => hex(lab(inMode(color[name], mode)))).join(' ');
  const names = given.map(([name]) => name).join(' ');
  const looks = [
    ['base', tokens, 'light', 'dark'],
    ...Object.entries(presets).map(([name, file]) => [name, file, 'light', 'dark']),
    ['contrast', tokens, 'contrast', 'contrast-dark'],
  ];
  const others = Object.entries(presets).map(([name, file]) => [name, parts(file, declare)]);
  const css = [
    rule('.base', ['${base.light}', ...base.mixed(), ...base.sizes()]),
    rule('.base.dark', ['${base.dark}']),
    ...others.flatMap(([name, preset]) => [
      rule(`.base.${name}`, [`\${${name}.light}`, ...preset.sizes()]),
      rule(`.base.${name}.dark`, [`\${${name}.dark}`]),
    ]),
    rule('.base.base.compact', base.compact()),
    '@supports (color: light-dark(#000, #fff)) {',
    rule('.base, .base.dark', ['${base.both}']),
    ...others.map(([name]) => rule(`.base.${name}, .base.${name}.dark`, [`\${${name}.both}`])),
    rule('.base.base.contrast', ['${contrast.both}']),
    '@media (prefers-contrast: more) {',
    rule('.base.base.base', ['${contrast.both}']),
    '}',
    '}',
    '@supports not (color: light-dark(#000, #fff)) {',
    rule('.base.base.contrast', ['${contrast.light}']),
    rule('.base.base.contrast.dark', ['${contrast.dark}']),
    '@media (prefers-contrast: more) {',
    rule('.base.base.base', ['${contrast.light}']),
    rule('.base.base.base.dark', ['${contrast.dark}']),
    '}',
    '}',
    '@supports (color: oklch(from red l c h)) {',
    rule('.base', base.turned()),
    '}',
  ].join('\n');
  return generated(
    'src/theme/tokens.styles.ts',
    `import { css } from 'lit';
import { coloursOf } from './colours.js';

const look = coloursOf('${names}');
${looks.map(([name, file, light, dark]) => `const ${name} = look('${list(file, light)}', '${list(file, dark)}');`).join('\n')}

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

/** Every preset for a page, by name. @returns {Promise<[name: string, css: string][]>} */
export const themeSheets = () => {
  const tags = globSync('src/elements/kpi-*', { cwd: root, onlyDirectories: true }).map((path) => basename(path));
  const reserve = read('reserve.css');
  return Promise.all(
    themeNames(presets).map(async (name) => {
      const css = `${themeSheet(name, tokens, presets, tags.sort())}\n${reserve}`;
      return [name, await format(css, { parser: 'css', printWidth: 120, singleQuote: true })];
    }),
  );
};

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'dist') {
    for (const [name, css] of await themeSheets()) write(`dist/themes/${name}.css`, css);
    write('dist/tokens.json', await format(JSON.stringify(shipped(tokens, presets)), { parser: 'json' }));
  } else {
    write('src/theme/tokens.styles.ts', await tokenStyles());
    write('src/theme/limits.ts', await limits());
  }
}
