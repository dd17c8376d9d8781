import { css } from 'lit';

/** What a trend draws, and the figures of several KPIs. */
export const trendDrawingStyles = css`
  .summaries {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 32px;
  }
  .several > .summary {
    display: block;
  }
  .several .figure {
    font-size: min(var(--_figure-size), 22px);
  }
  /* It lies over the names, as wide as they are, so that what filters hangs from the edge of the whole widget. */
  .unnamed .top {
    position: absolute;
    inset-inline: var(--_space);
    justify-content: end;
    pointer-events: none;
  }
  .unnamed .top > * {
    pointer-events: auto;
  }
  .unnamed .top > .filters {
    inset-block-start: calc(-0.8 * var(--_space));
    inset-inline: -8px 22px;
  }
  /* The widget is still named after it. */
  .unnamed .heading {
    display: none;
  }
  .unnamed .summaries {
    padding-inline-end: 32px;
  }
  .failed {
    flex: 1 1 180px;
    max-inline-size: 48ch;
  }
  .name {
    color: var(--_muted);
    font-size: 12px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    color: var(--_muted);
    font-size: 12px;
  }
  .legend span {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .line {
    stroke-width: 2;
  }
  .comparison {
    stroke-width: 1.4;
    stroke-dasharray: 4 4;
  }
  .rule {
    stroke: var(--_grid);
    stroke-width: 1;
  }
  .rule.zero {
    stroke: var(--_border);
  }
  text {
    fill: var(--_muted);
    font-size: 11px;
  }
  .axis.name {
    fill: var(--_text);
    font-weight: 500;
  }
  .shade-1 {
    --_shade: var(--_series-1);
  }
  .shade-2 {
    --_shade: var(--_series-2);
    stroke-dasharray: 7 3;
  }
  .shade-3 {
    --_shade: var(--_series-3);
    stroke-dasharray: 2 4;
  }
  .shade-4 {
    --_shade: var(--_series-4);
    stroke-dasharray: 9 3 2 3;
  }
  .shade-5 {
    --_shade: var(--_series-5);
    stroke-dasharray: 4 3;
  }
  .shade-6 {
    --_shade: var(--_series-6);
    stroke-dasharray: 1 3;
  }
  .line {
    stroke: var(--_shade);
  }
  .other-2 {
    stroke-dasharray: 1 3;
  }
  .other-3 {
    stroke-dasharray: 7 3 1 3;
  }
  .event {
    fill: color-mix(in oklab, var(--_text) 5%, transparent);
    stroke: var(--_muted);
    stroke-width: 1;
  }
  rect.event {
    stroke: none;
  }
  circle.event {
    fill: var(--_muted);
    stroke: var(--_surface);
  }
  .selected {
    fill: var(--_selected);
    stroke: var(--_focus);
    stroke-width: 1;
  }
  .running {
    stroke-dasharray: 1 4;
  }
  .bar,
  .stacked {
    fill: var(--_shade);
    stroke: none;
  }
  .stacked {
    fill-opacity: 0.3;
  }
  .bar.hollow {
    fill-opacity: 0.14;
    stroke: var(--_shade);
    stroke-width: 1.4;
    stroke-dasharray: 3 3;
  }
  .band {
    fill: color-mix(in oklab, var(--_text) 6%, transparent);
  }
  .before {
    stroke: var(--_text);
    stroke-width: 1.6;
    stroke-dasharray: 4 2.5;
  }
  .before.running {
    stroke-dasharray: 1 3;
  }
  .end {
    fill: var(--_shade, var(--_muted));
    stroke-dasharray: none;
  }
  .end.hollow {
    fill: var(--_surface);
    stroke: var(--_shade, var(--_muted));
  }
  .swatch {
    flex: none;
    inline-size: 16px;
    block-size: 8px;
    overflow: visible;
  }
  .tooltip {
    position: absolute;
    z-index: 1;
    inset: 0 auto auto 0;
    max-inline-size: 284px;
    padding: 9px 12px;
    border: 1px solid var(--_border);
    border-radius: 9px;
    background: var(--_raised);
    box-shadow: 0 6px 20px rgb(0 0 0 / 0.12);
    font-size: 12px;
    line-height: 18px;
    pointer-events: none;
    direction: inherit;
  }
  .tooltip b {
    font-weight: 600;
  }
  .row {
    display: flex;
    gap: 8px;
    align-items: center;
    white-space: nowrap;
  }
  .row span {
    flex: 1;
    color: var(--_muted);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .row b {
    padding-inline-start: 8px;
  }
  .faded > * {
    opacity: 0.4;
  }
  .chosen > .line {
    stroke-width: 3;
  }
  .chosen > .stacked {
    fill-opacity: 0.6;
  }
  .row.chosen {
    margin-inline: -6px;
    padding-inline: 6px;
    border-radius: 4px;
    background: var(--_selected);
  }
  .row.chosen span {
    color: var(--_text);
    font-weight: 600;
  }
`;
