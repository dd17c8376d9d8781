import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Tooltip } from '../../visuals/tooltip.layout.js';
import { seriesClass } from '../../visuals/trend.js';
import { placeAt } from '../place-at.js';

/** The tooltip; the live region says the same to those who do not see it. */
export function tooltipBox({ title, rows, note, x, y }: Tooltip): TemplateResult {
  return html`<div class="tooltip" part="tooltip" aria-hidden="true" ${placeAt(x, y)}>
    <b>${title}</b>
    ${rows.map(
      ({ series, name, text }) =>
        html`<div class="row">${swatch(seriesClass(series))}<span>${name}</span><b>${text}</b></div>`,
    )}
    ${note === undefined ? nothing : html`<div class="quiet">${note}</div>`}
  </div>`;
}

/** A short piece of a line: its shade and its dash. */
export function swatch(look: string): TemplateResult {
  return html`<svg class="swatch" viewBox="0 0 16 8" aria-hidden="true"><path class=${look} d="M1 4H15" /></svg>`;
}
