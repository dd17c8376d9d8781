import { html } from 'lit';
import type { TemplateResult } from 'lit';
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

/** A page's corner with a widget in it. */
export function placed(widget: unknown, { width = 320, height, scheme = 'light', lang, dir }: Place): TemplateResult {
  const dark = scheme === 'dark';
  const style = {
    padding: '20px',
    colorScheme: scheme,
    color: dark ? '#f0f2f5' : '#171a24',
    background: dark ? '#0e1014' : '#f4f5f8',
  };
  const box = { width: `${width}px`, height: height === undefined ? 'auto' : `${height}px`, maxWidth: '100%' };
  return html`<main lang=${lang ?? 'en'} dir=${dir ?? 'ltr'} style=${styleMap(style)}>
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
