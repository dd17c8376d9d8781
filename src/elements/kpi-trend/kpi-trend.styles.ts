import { css } from 'lit';

/** A trend: its figure and change in a row, then the chart, which takes what room there is. */
export const trendStyles = css`
  .layout {
    --_drawing: 236px;
    display: grid;
    grid-template-rows: repeat(3, max-content) minmax(0, 1fr) max-content;
    block-size: 100%;
    padding: calc(var(--_space) * 0.8) var(--_space);
  }
  .compact .layout {
    --_drawing: 176px;
  }
  /*
   * The legend takes its room from the chart: what is below does not move when it appears. In a host's box that is too
   * low the chart shrinks before anything is cut.
   */
  .drawing {
    grid-row: 4;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 6px;
    contain: size;
    contain-intrinsic-block-size: calc(var(--_drawing) * (0.45 + 0.55 * var(--_panels, 1)) - 8px);
    min-block-size: calc(76px * var(--_panels, 1) + 24px);
    padding-block-start: 8px;
  }
  .panels-2 {
    --_panels: 2;
  }
  .panels-3 {
    --_panels: 3;
  }
  .panels-4 {
    --_panels: 4;
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    align-items: baseline;
  }
  /* Whether the change fits beside the figure is not left to its words: nothing moves when they come. */
  @container (max-width: 359px) {
    .summary {
      display: grid;
    }
  }
  .figure {
    font-size: min(var(--_figure-size), 28px);
  }
  .terms {
    grid-row: 3;
  }
  .chart {
    grid-row: 2;
    min-inline-size: 0;
  }
  .chart > svg {
    position: absolute;
    inset: 0;
  }
  .message {
    grid-row: 4;
    align-content: center;
    min-block-size: calc(var(--_drawing) + min(var(--_figure-size), 28px) * 1.2);
    justify-items: center;
    text-align: center;
    text-wrap: balance;
  }
  .footer {
    grid-row: 5;
  }
`;
