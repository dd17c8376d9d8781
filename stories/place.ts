import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { styleMap } from 'lit/directives/style-map.js';

/** Where a widget stands in a story. */
export interface Place {
  /** Width of the container, px. */
  width?: number;
  /** Height of the container, px. */
  height?: number;
  scheme?: 'light' | 'dark';
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** The ground of a page, light or dark, as an inline style. */
export const grounds = (scheme: 'light' | 'dark'): string =>
  scheme === 'dark'
    ? 'color-scheme: dark; color: #f0f2f5; background: #0e1014'
    : 'color-scheme: light; color: #171a24; background: #f4f5f8';

/** A page's corner with a widget in it. What a story leaves open, the toolbar decides. */
export function placed(widget: unknown, { width = 320, height, scheme, lang, dir }: Place): TemplateResult {
  const box = { width: `${width}px`, height: height === undefined ? 'auto' : `${height}px`, maxWidth: '100%' };
  return html`<main
    lang=${ifDefined(lang)}
    dir=${ifDefined(dir)}
    style=${`padding: 20px; ${scheme ? grounds(scheme) : ''}`}
  >
    <div style=${styleMap(box)}>${widget}</div>
  </main>`;
}

/** An element with its settings as properties. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  settings: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), settings);
}
