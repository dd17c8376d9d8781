/** A preset as a page may link it, change it and hand it on. Pure: files and tags are handed in. */
import { inMode, whole } from './palette.mjs';
import { lightDark, parts, plain, rule, srgb } from './token-css.mjs';

/** Without weight, so that whatever the page says itself wins, in any order. */
const page = ':where(:root)';
const declare = (name, value) => `--kpi-${name}: ${value}`;
const unset = (name) => declare(name, 'initial');

/**
 * The page's own look. Here nothing can be measured as `theme="inherit"` does: light text is taken to stand on a dark
 * ground. Every value is the same when it is taken twice, since each place reckons from the text colour that it has.
 */
function inherited({ color }) {
  // 1 where the text is light, else 0.
  const dark = 'clamp(0, (l - 0.6) * 99, 1)';
  const between = (one, other) => (one === other ? `${one}` : `calc(${one} + ${(other - one).toFixed(3)} * ${dark})`);
  const verdict = (name) => {
    const [light, chroma, hue] = inMode(color[name], 'light').components;
    const [lighter, paler, other] = inMode(color[name], 'dark').components;
    return `oklch(from currentcolor ${between(light, lighter)} ${between(chroma, paler)} ${between(hue, other)})`;
  };
  const quiet = 'oklch(from currentcolor clamp(0.45, l, 0.8) c h)';
  return [
    declare('surface', 'transparent'),
    declare('raised', `oklch(from currentcolor ${between(1, 0.21)} 0 0)`),
    declare('text', 'currentcolor'),
    declare('muted', quiet),
    declare('neutral', quiet),
    declare('border', 'color-mix(in oklab, currentcolor 16%, transparent)'),
    declare('grid', 'color-mix(in oklab, currentcolor 10%, transparent)'),
    ...['accent', 'positive', 'negative'].map((name) => declare(name, verdict(name))),
  ];
}

/**
 * @param {string} name of the preset
 * @param {object} tokens the default preset's file
 * @param {Record<string, object>} presets the files of the others, which name only what differs
 * @param {string[]} tags of the library
 */
export function themeSheet(name, tokens, presets, tags) {
  const file = whole(tokens, presets[name]);
  const theme = parts(file, declare);
  const inherits = name === 'inherit';
  // Nothing at all as a typeface: the page's own is inherited.
  const sizes = theme.sizes().map((line) => (inherits && line.startsWith('--kpi-font:') ? '--kpi-font: ' : line));
  const colours = inherits ? inherited(file) : theme.given(lightDark('light', 'dark'));
  const unsetAll = (declarations) => declarations.map((line) => unset(/^--kpi-([\w-]+):/.exec(line)[1]));

  /** Widgets, providers and pasted places that say this of themselves. */
  const saying = (attribute, value) => {
    const test = value === undefined ? attribute : `${attribute}='${value}'`;
    return `:is(${tags.join(', ')})[${test}], [data-kpi-${test}]`;
  };
  const reserved = ({ dimension }, mode) => [
    declare('reserved-space', plain(inMode(dimension.space, mode))),
    declare('reserved-figure', plain(inMode(dimension['figure-size'], mode))),
    declare('reserved-compact', mode === 'compact' ? 1 : 0),
  ];
  return [
    `/* The ${name} look for all widgets of a page. What the page says itself, as --kpi-…, wins. */`,
    ...(inherits
      ? [rule(page, sizes), '@supports (color: oklch(from currentcolor l c h)) {', rule(page, colours), '}']
      : [
          rule(page, [...theme.given(srgb('light')), ...sizes]),
          '@supports (color: light-dark(#000, #fff)) {',
          rule(page, colours),
          '}',
          '@supports not (color: light-dark(#000, #fff)) {',
          rule(saying('appearance', 'dark'), theme.given(srgb('dark'))),
          '}',
        ]),
    '/* More contrast is the same in every look, and built in. */',
    '@media (prefers-contrast: more) {',
    rule(page, unsetAll(colours)),
    '}',
    rule(saying('appearance', 'contrast'), unsetAll(colours)),
    '/* A widget that names a look or a density of its own has that one. */',
    rule(saying('density', 'compact'), unsetAll(theme.compact())),
    rule(saying('theme'), unsetAll([...colours, ...sizes])),
    rule(page, reserved(file)),
    ...['default', 'inherit', ...Object.keys(presets)].map((other) =>
      rule(saying('theme', other), reserved(whole(tokens, presets[other]))),
    ),
    rule(saying('density', 'compact'), reserved(file, 'compact')),
  ].join('\n');
}

/** The names that a preset's file may set. */
export const themeNames = (presets) => ['default', 'inherit', ...Object.keys(presets)];
