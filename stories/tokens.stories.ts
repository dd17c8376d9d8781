import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import {
  aliasOf,
  entries,
  hex,
  inMode,
  luminance,
  mixOf,
  modes,
  pairs,
  palette,
  ratio,
  whole,
} from '../scripts/palette.mjs';
import type { Lab, Mode, Token, TokenFile } from '../scripts/palette.mjs';
import shopify from '../src/theme/shopify.json';
import tokens from '../src/theme/tokens.json';
import wordpress from '../src/theme/wordpress.json';

// The files hold the format's own `$type` beside their tokens.
const base = tokens as unknown as TokenFile;
const presets: Record<string, TokenFile> = {
  default: base,
  shopify: shopify as unknown as TokenFile,
  wordpress: wordpress as unknown as TokenFile,
};

const meta: Meta<{ preset: string }> = {
  title: 'Tokens',
  argTypes: { preset: { control: 'select', options: Object.keys(presets) } },
  args: { preset: 'default' },
  parameters: { layout: 'fullscreen' },
};
export default meta;

type Story = StoryObj<{ preset: string }>;

const titles: Record<Mode, string> = {
  light: 'Light',
  dark: 'Dark',
  contrast: 'Contrast, light',
  'contrast-dark': 'Contrast, dark',
};

const sheet = html`<style>
  .tokens {
    padding: 24px;
    overflow-x: auto;
    background: #fff;
    color: #171a24;
    font:
      14px/1.5 system-ui,
      sans-serif;
  }
  .tokens h1 {
    margin: 0 0 4px;
    font-size: 22px;
  }
  .tokens p {
    max-inline-size: 75ch;
    margin: 0 0 20px;
  }
  .tokens table {
    border-collapse: collapse;
  }
  .tokens :is(th, td) {
    padding: 8px 20px 8px 0;
    border-block-end: 1px solid #e0e3e8;
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
  }
  .tokens thead th {
    font-weight: 600;
  }
  .tokens .for {
    max-inline-size: 32ch;
  }
  .tokens code {
    font-size: 13px;
    white-space: nowrap;
  }
  .swatch {
    display: inline-block;
    inline-size: 20px;
    block-size: 20px;
    margin-inline-end: 8px;
    border: 1px solid #8b8f99;
    border-radius: 5px;
    vertical-align: -5px;
  }
  .sample {
    padding: 2px 8px;
    border-radius: 5px;
  }
</style>`;

const page = (title: string, about: string, table: TemplateResult) =>
  html`${sheet}
    <main class="tokens" tabindex="0">
      <h1>${title}</h1>
      <p>${about}</p>
      ${table}
    </main>`;

const swatch = (colour: Lab) =>
  html`<span class="swatch" style="background: ${hex(colour)}"></span><code>${hex(colour)}</code>`;

/** How a colour is made, where it is made of others. */
function origin(token: Token): string {
  const alias = aliasOf(token.$value);
  const mix = mixOf(token);
  if (!alias) return '';
  if (!mix) return ` As ${alias}.`;
  const turned = mix.hue ? `, its hue turned by ${mix.hue}°` : '';
  return ` ${Math.round(mix.share * 100)} % ${alias}, the rest ${aliasOf(mix.with)}${turned}.`;
}

/** Every colour, what it is for, and its value in each appearance: all from the token files. */
export const Colours: Story = {
  render: ({ preset }) => {
    const file = presets[preset] ?? base;
    const palettes = modes.map((mode) => palette(base, file, mode));
    return page(
      `Colours of ${preset}`,
      'A page overrides each by its custom property. What is made of others follows them.',
      html`<table>
        <thead>
          <tr>
            <th scope="col">Custom property</th>
            <th scope="col">For</th>
            ${modes.map((mode) => html`<th scope="col">${titles[mode]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${entries(whole(base, file).color).map(
            ([name, token]) =>
              html`<tr>
                <th scope="row"><code>--kpi-${name}</code></th>
                <td class="for">${token.$description}${origin(token)}</td>
                ${palettes.map((colours) => html`<td>${swatch(colours[name]!)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`,
    );
  },
};

/** A size or a list of typefaces, as one text. */
const text = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : Object.values(value as { value: number; unit: string }).join(' ');

/** Sizes and typeface, comfortable and compact. */
export const Sizes: Story = {
  render: ({ preset }) => {
    const { dimension, font } = whole(base, presets[preset]);
    return page(
      `Sizes and typeface of ${preset}`,
      'In px and container units only: many hosts set the root’s size.',
      html`<table>
        <thead>
          <tr>
            <th scope="col">Custom property</th>
            <th scope="col">For</th>
            <th scope="col">Comfortable</th>
            <th scope="col">Compact</th>
          </tr>
        </thead>
        <tbody>
          ${[...entries(dimension), ...entries(font)].map(
            ([name, token]) =>
              html`<tr>
                <th scope="row"><code>--kpi-${name}</code></th>
                <td class="for">${token.$description}</td>
                <td>${text(token.$value)}</td>
                <td>${text(inMode(token, 'compact'))}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    );
  },
};

/** What must part from what: the same list that the tests hold every preset to. */
export const Contrast: Story = {
  render: ({ preset }) => {
    const palettes = modes.map((mode) => palette(base, presets[preset] ?? base, mode));
    return page(
      `Contrast in ${preset}`,
      'At least 4.5:1 for text and 3:1 for graphics, in every preset and appearance.',
      html`<table>
        <thead>
          <tr>
            <th scope="col">Front on back</th>
            <th scope="col">At least</th>
            ${modes.map((mode) => html`<th scope="col">${titles[mode]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${pairs.map(
            ({ front, back, least }) =>
              html`<tr>
                <th scope="row">${front} on ${back}</th>
                <td>${least}:1</td>
                ${palettes.map((colours) => {
                  const [one, other] = [colours[front]!, colours[back]!];
                  const reached = ratio(luminance(one), luminance(other)).toFixed(1);
                  return html`<td>
                    ${
                      least > 3
                        ? html`<span class="sample" style="background: ${hex(other)}; color: ${hex(one)}"
                            >${reached}:1</span
                          >`
                        : html`<span
                              class="swatch"
                              style="background: ${hex(one)}; border: 5px solid ${hex(other)}"
                            ></span
                            >${reached}:1`
                    }
                  </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>`,
    );
  },
};
