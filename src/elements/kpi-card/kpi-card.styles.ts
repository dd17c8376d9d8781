import { css } from 'lit';

/** A card: one column, with the sparkline below from edge to edge; beside the figure where the card is wide. */
export const cardStyles = css`
  /* Blocks, with the chart at the bottom: a grid would lay every card out twice. */
  .layout {
    --_chart: 68px;
    position: relative;
    block-size: 100%;
    padding-block: calc(var(--_space) * 0.8) calc(var(--_chart) + 8px);
  }
  .top,
  .figure,
  .changes,
  .terms,
  .message,
  .footer {
    padding-inline: var(--_space);
  }
  .figure {
    margin-block: 4px 3px;
  }
  .chart {
    position: absolute;
    inset: auto 0 0;
    block-size: var(--_chart);
    border-radius: 0 0 calc(var(--_radius) - 1px) calc(var(--_radius) - 1px);
  }
  .chart > svg {
    border-radius: inherit;
    overflow: hidden;
    /* It is there with the figure: nothing comes later that would have to be softened. */
    animation: none;
  }
  /* The drawing is stretched to its box: it need not be measured, and nothing is drawn twice. */
  .chart path {
    vector-effect: non-scaling-stroke;
  }
  .rim,
  .dot,
  .hole {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 4.5;
    stroke-linecap: round;
  }
  .rim {
    stroke: var(--_surface);
    stroke-width: 7.5;
  }
  .hollow .dot {
    stroke-width: 7.8;
  }
  .hollow .hole {
    stroke: var(--_raised);
    stroke-width: 4.2;
  }
  .pointed .rim {
    stroke-width: 9.5;
  }
  .pointed .dot {
    stroke-width: 6.5;
  }
  .pointed.hollow .dot {
    stroke-width: 9.8;
  }
  .pointed.hollow .hole {
    stroke-width: 6.2;
  }
  .compact .layout {
    --_chart: 48px;
  }
  /* Beside the figure where the card is wide; above what the page puts below it, which is as high as it is. */
  :is(.wide, .footed) .layout {
    display: grid;
    grid-template-rows: auto auto auto auto 1fr auto;
    padding-block-end: 0;
  }
  :is(.wide, .footed) .layout > * {
    grid-column: 1;
  }
  :is(.wide, .footed) .terms {
    grid-row: 4;
  }
  :is(.wide, .footed) :is(.chart, .message) {
    grid-row: 5;
  }
  :is(.wide, .footed) .chart {
    position: relative;
    align-self: end;
    margin-block-start: 8px;
  }
  :is(.wide, .footed) .footer {
    grid-row: 6;
  }
  .bare .layout {
    padding-block-end: calc(var(--_space) * 0.9);
  }
  /* As high as a figure with its chart: nothing jumps when there is nothing to show. */
  .message {
    align-content: start;
    min-block-size: calc(var(--_figure-size) * 1.2 + 103px - var(--_space) * 0.9);
    padding-block-start: 4px;
  }
  .readout {
    display: flex;
    flex-wrap: wrap;
    column-gap: 7px;
  }
  .readout b {
    font-weight: 600;
  }
  .footer {
    display: block;
  }
  /*
   * What a card's room changes hangs on classes. Container queries would give each card a pass of style and layout of
   * its own; what they need of .base stays, so that a parent that shrinks to fit sees the same width.
   */
  .base {
    container-type: normal;
    contain: inline-size;
  }
  /* Too narrow for both: the figure stays, the sparkline goes. */
  .narrow .layout {
    --_space: 14px;
    padding-block-end: 14px;
  }
  .narrow .chart,
  .narrow .meter {
    display: none;
  }
  .narrow .message {
    min-block-size: 0;
  }
  .tiny {
    container-type: inline-size;
  }
  .tiny .figure {
    font-size: min(var(--_figure-size), 17cqi);
  }
  .wide .layout {
    grid-template-columns: minmax(220px, auto) minmax(0, 1fr);
    column-gap: var(--_space);
    padding-block-end: calc(var(--_space) * 0.8);
  }
  .wide .top {
    grid-column: 1 / -1;
  }
  .wide.bare .layout {
    grid-template-columns: 1fr;
  }
  .wide .chart {
    grid-area: 2 / 2 / 6 / 3;
    align-self: stretch;
    block-size: auto;
    min-block-size: 68px;
    margin-block: 0;
    border-radius: 4px;
    margin-inline-end: var(--_space);
  }
  /* The figure's rows give the height, not the drawing's proportions. */
  .wide .chart > svg {
    position: absolute;
    inset: 0;
  }
  .wide .message {
    grid-column: 1 / -1;
    min-block-size: 0;
  }
`;
