import { css } from 'lit';

/** A card: one column, with the sparkline below from edge to edge; beside the figure where the card is wide. */
export const cardStyles = css`
  .layout {
    display: grid;
    grid-template-rows: auto auto auto auto 1fr auto;
    block-size: 100%;
    padding-block-start: calc(var(--_space) * 0.8);
  }
  .layout > * {
    grid-column: 1;
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
  .terms {
    grid-row: 4;
  }
  .chart {
    grid-row: 5;
    align-self: end;
    block-size: 68px;
    margin-block-start: 8px;
    border-radius: 0 0 calc(var(--_radius) - 1px) calc(var(--_radius) - 1px);
  }
  .chart > svg {
    border-radius: inherit;
    overflow: hidden;
  }
  .compact .chart {
    block-size: 48px;
  }
  .bare .layout {
    padding-block-end: calc(var(--_space) * 0.9);
  }
  /* As high as a figure with its chart: nothing jumps when there is nothing to show. */
  .message {
    grid-row: 5;
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
    grid-row: 6;
  }

  /* Too narrow for both: the figure stays, the sparkline goes. */
  @container (max-width: 199px) {
    .layout {
      --_space: 14px;
      padding-block-end: 14px;
    }
    .chart,
    .meter {
      display: none;
    }
    .message {
      min-block-size: 0;
    }
  }
  @container (max-width: 159px) {
    .figure {
      font-size: min(var(--_figure-size), 17cqi);
    }
  }
  @container (min-width: 520px) {
    .layout {
      grid-template-columns: minmax(220px, auto) minmax(0, 1fr);
      grid-template-rows: auto auto auto auto 1fr auto;
      column-gap: var(--_space);
      padding-block-end: calc(var(--_space) * 0.8);
    }
    .top {
      grid-column: 1 / -1;
    }
    .bare .layout {
      grid-template-columns: 1fr;
    }
    .chart {
      grid-area: 2 / 2 / 6 / 3;
      align-self: stretch;
      block-size: auto;
      min-block-size: 68px;
      margin-block: 0;
      border-radius: 4px;
      margin-inline-end: var(--_space);
    }
    .message {
      grid-column: 1 / -1;
      min-block-size: 0;
    }
  }
`;
