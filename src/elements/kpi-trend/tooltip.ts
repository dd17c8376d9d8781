import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Tooltip } from '../../visuals/tooltip.layout.js';
import { sample } from '../../visuals/trend.js';
import type { SeriesLayout } from '../../visuals/trend.layout.js';
import { placeAt } from '../place-at.js';

/** The tooltip; the live region says the same to those who do not see it. */
export function tooltipBox({ title, rows, note, ...corner }: Tooltip): TemplateResult {
  return html`<div class="tooltip" part="tooltip" aria-hidden="true" ${placeAt(corner)}>
    <b>${title}</b>
    ${rows.map(
      ({ series, name, text, chosen }) =>
        html`<div class=${chosen ? 'row chosen' : 'row'}>${swatch(series)}<span>${name}</span><b>${text}</b></div>`,
    )}
    ${note === undefined ? nothing : html`<div class="quiet">${note}</div>`}
  </div>`;
}

/** What a line, a bar or the target rule looks like. */
export function swatch(of: SeriesLayout | 'target'): TemplateResult {
  return html`<svg class="swatch" viewBox="0 0 16 8" aria-hidden="true">${sample(of)}</svg>`;
}
