import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { KpiResult } from '../../core/evaluate/result.js';
import type { Notation } from '../../view-model/figure.js';
import { trendView } from '../../view-model/trend-view.js';
import type { TrendView } from '../../view-model/view.js';
import type { Words } from '../../view-model/words.js';
import { tooltip } from '../../visuals/tooltip.layout.js';
import { trend } from '../../visuals/trend.js';
import { trendLayout } from '../../visuals/trend.layout.js';
import type { Mark, TrendLayout } from '../../visuals/trend.layout.js';
import { text } from '../attribute.js';
import { KpiElement } from '../kpi-element.js';
import { look } from '../looks.js';
import { remember } from '../remember.js';
import type { Settings } from '../settings.js';
import { change, figure } from '../summary.js';
import { trendStyles } from './kpi-trend.styles.js';
import { swatch, tooltipBox } from './tooltip.js';

/**
 * One KPI over time, with what it is compared with, its target, or its segments.
 *
 * @tag kpi-trend
 *
 * @slot - data: `<script type="application/json">`, `<script type="text/csv">` or a `<table>`
 * @slot heading - replaces the name
 * @slot info - more about the figure, first in the panel
 * @slot actions - buttons beside the heading
 * @slot footer - below everything
 * @slot empty - replaces the words where there are no data
 * @slot error - replaces the words of an error
 *
 * @csspart base - the surface
 * @csspart heading - the name
 * @csspart figure - the figure of the whole period
 * @csspart change - a change's glyph, sign and figure
 * @csspart comparison - what a change is compared with
 * @csspart status - where the figure stands against its target
 * @csspart chart - the chart
 * @csspart tooltip - the facts of the point under the crosshair
 * @csspart table - the table behind the chart
 * @csspart message - the words of an empty trend or of an error
 * @csspart footer - the slot below everything
 *
 * @cssproperty --kpi-accent - the one colour that series are made from
 * @cssproperty --kpi-positive - good for the business
 * @cssproperty --kpi-negative - bad for the business
 * @cssproperty --kpi-neutral - a change without a verdict
 * @cssproperty --kpi-surface - the ground
 * @cssproperty --kpi-text - figures and names
 * @cssproperty --kpi-muted - labels and everything quiet
 * @cssproperty --kpi-border - the edge
 * @cssproperty --kpi-grid - lines of a chart
 * @cssproperty --kpi-radius - roundness of the corners
 * @cssproperty --kpi-space - padding
 * @cssproperty --kpi-font - typeface
 * @cssproperty --kpi-figure-size - size of the figure, up to 28 px
 *
 * @cssState loading - figures are awaited
 * @cssState ready - figures are drawn
 * @cssState empty - there are no data to show
 * @cssState error - something is wrong, in words
 * @cssState stale - the last refresh failed and older figures stand
 * @cssState refreshing - newer figures are awaited
 *
 * @event {CustomEvent<{ result: KpiResult }>} kpi-ready - new figures are drawn
 * @event {CustomEvent<{ error: KpiError }>} kpi-error - something is wrong
 * @event {CustomEvent<{ kpi: string, start: string, end: string, value: number }>} kpi-select - the person chose a point; cancelable
 *
 * @attr {string} lang - BCP 47; inherited from the page
 */
export class KpiTrend extends KpiElement<TrendView> {
  static override styles: CSSResultGroup = [KpiElement.styles, trendStyles];

  /** The dimension to split by: `channel`, `country`, `category` … */
  @property(text()) by: string | undefined;
  /** `auto`, `line`, `area`, `bar`. */
  @property(text()) mark: string | undefined;
  /** Whether segments stand on each other; rates never do. */
  @property({ type: Boolean }) stack = false;

  private drawing: TrendLayout | undefined;
  private readonly view = remember((result: KpiResult, words: Words, heading: string | undefined, notation: Notation) =>
    trendView(result, words, { heading, notation, room: 'wide' }),
  );
  private readonly draw = remember(
    (view: TrendView, mark: 'auto' | Mark, stack: boolean, width: number, height: number) =>
      trendLayout(view, { mark, stack, width, height }),
  );

  protected override asked() {
    return { ...super.asked(), by: this.by || undefined };
  }

  protected override describe(result: KpiResult, words: Words, settings: Settings): TrendView {
    const notation = look(this.localName, 'notation', settings.notation, ['auto', 'standard', 'compact']);
    return this.view(result, words, this.heading, notation);
  }

  protected override layOut(view: TrendView): void {
    const { width, height } = this.chartSize;
    const mark = look(this.localName, 'mark', this.mark, ['auto', 'line', 'area', 'bar']);
    this.drawing = width > 0 && view.lines.length > 0 ? this.draw(view, mark, this.stack, width, height) : undefined;
  }

  protected override places() {
    return this.drawing?.stops ?? [];
  }

  protected override renderView(view: TrendView, words: Words): TemplateResult {
    return html`
      <div class="summary">
        <div class="figure" part="figure">${figure(view.figure)}</div>
        <div class="changes">${view.changes.map(change)}</div>
      </div>
      ${this.renderTerms(view, words)}
      ${
        view.lines.length > 0
          ? html`<div class="drawing">
              ${this.renderLegend(view)} ${this.renderChart(this.renderTrend(), view, words)}
            </div>`
          : nothing
      }
    `;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`
      <div class="summary" aria-hidden="true">
        <div class="figure"><span class="blank">00000</span></div>
        <div class="changes"><span class="blank">0000000000000000</span></div>
      </div>
      ${this.target == null ? nothing : html`<div class="terms"><div class="status">&nbsp;</div></div>`}
      <div class="drawing"><div class="chart"></div></div>
    `;
  }

  private renderTrend(): TemplateResult | typeof nothing {
    if (!this.drawing) return nothing;
    const { width, height } = this.drawing;
    const { active } = this.explore;
    const box = active === undefined ? undefined : tooltip(this.drawing, active);
    return html`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">${trend(this.drawing, active)}</svg>
      ${box ? tooltipBox(box) : nothing}`;
  }

  /** Names the lines where there is no room beside their ends. */
  private renderLegend(view: TrendView): TemplateResult | typeof nothing {
    const { drawing } = this;
    if (!drawing || drawing.endLabels.length > 0 || drawing.series.length < 2) return nothing;
    return html`<div class="legend">
      ${drawing.series.map((series) => html`<span>${swatch(series)}${series.line.label}</span>`)}
      ${drawing.target === undefined ? nothing : html`<span>${swatch('target')}${view.target?.label}</span>`}
    </div>`;
  }
}
