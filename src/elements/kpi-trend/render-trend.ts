import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FailedFigure, TrendView } from '../../view-model/view.js';
import type { PanelsLayout } from '../../visuals/panels.layout.js';
import { tooltip } from '../../visuals/tooltip.layout.js';
import { trend } from '../../visuals/trend.js';
import type { SeriesLayout } from '../../visuals/trend.layout.js';
import type { Span } from '../explore-controller.js';
import { swatch, tooltipBox } from './tooltip.js';

/**
 * The panels of a trend, with what stands under the crosshair.
 *
 * @param active the point under the crosshair
 * @param pointed the one whose figures are told in a box
 * @param line the chosen line, by its position among those of all panels
 * @param span what the person has chosen, first and last point
 */
export function renderTrend(
  drawing: PanelsLayout,
  active: number | undefined,
  pointed: number | undefined,
  line: number | undefined,
  span: Span | undefined,
): TemplateResult {
  const { width, height, panels } = drawing;
  const box = pointed === undefined ? undefined : tooltip(panels, pointed, line);
  return html`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
      ${trend(drawing, active, { span, line })}
    </svg>
    ${box ? tooltipBox(box) : nothing}`;
}

/** One of several KPIs that cannot be shown, in place of its figure. */
export const renderFailed = ({ heading, reason }: FailedFigure): TemplateResult =>
  html`<div class="summary failed">
    <div class="name">${heading}</div>
    <p class="notes" part="message">${reason}</p>
  </div>`;

/** Names the lines where there is no room beside their ends. */
export function renderLegend({ panels }: PanelsLayout, view: TrendView): TemplateResult | typeof nothing {
  const seen = new Set<string>();
  const named = panels.flatMap((panel, nth) => {
    if (panel.endLabels.length > 0 || panel.series.length < 2) return [];
    // What has its name above the panel, or looks the same in one before, is not named again.
    const told = ({ line: { role, label }, shade }: SeriesLayout): boolean => {
      const look = `${role} ${shade} ${label}`;
      if (label === panel.title?.text || seen.has(look)) return true;
      seen.add(look);
      return false;
    };
    return [
      ...panel.series
        .filter((series) => !told(series))
        .map((series) => html`<span>${swatch(series)}${series.line.label}</span>`),
      ...(panel.target === undefined ? [] : [html`<span>${swatch('target')}${view.panels[nth]?.target?.label}</span>`]),
    ];
  });
  return named.length > 0 ? html`<div class="legend">${named}</div>` : nothing;
}
