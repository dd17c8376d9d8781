import { css } from 'lit';

/** Lines, areas and points, in a sparkline as in a trend. */
export const chartStyles = css`
  .chart {
    position: relative;
    touch-action: pan-y;
    /* Dragging chooses days, not words. */
    -webkit-user-select: none;
    user-select: none;
    border-radius: 4px;
  }
  .chart > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    direction: ltr;
  }
  .line,
  .comparison,
  .target,
  .crosshair {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .line {
    stroke: var(--_accent);
    stroke-width: 1.8;
  }
  .running {
    stroke-dasharray: 1 4;
  }
  .comparison {
    stroke: var(--_muted);
    stroke-width: 1.1;
    stroke-dasharray: 0.5 3;
  }
  .target {
    stroke: var(--_muted);
    stroke-width: 1;
    opacity: 0.75;
  }
  .crosshair {
    stroke: var(--_muted);
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }
  .ground {
    stroke: none;
  }
  .fade-from {
    stop-color: var(--_accent);
    stop-opacity: 0.2;
  }
  .fade-to {
    stop-color: var(--_accent);
    stop-opacity: 0;
  }
  .end {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 1.5;
  }
  .inherit .end {
    stroke: none;
  }
  .end.hollow {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 1.8;
  }
`;
