import { css, unsafeCSS } from 'lit';
import { columnWidth } from '../../visuals/funnel-columns.layout.js';

/** Up to so many stages the room is known before the figures are. */
export const mostStages = 12;

/** Room for so many stages: below each other, and beside each other where the container is wide enough for the layout. */
const rooms = Array.from({ length: mostStages - 1 }, (_, index) => index + 2).map(
  (stages) => `
    .stages-${stages} .chart { min-block-size: ${stages * 106 - 50}px }
    .stages-${stages}.split .chart { min-block-size: ${stages * 164}px }
    @container (min-width: ${stages * columnWidth}px) {
      .stages-${stages} .chart, .stages-${stages}.split .chart { min-block-size: 340px }
    }`,
);

/** A funnel: its figure and change in a row, the stages, and the worst leak in words. */
export const funnelStyles = css`
  .layout {
    display: grid;
    grid-template-rows: auto auto auto 1fr auto;
    block-size: 100%;
    padding: calc(var(--_space) * 0.8) var(--_space);
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    align-items: baseline;
  }
  .figure {
    font-size: min(var(--_figure-size), 28px);
  }
  .path {
    color: var(--_muted);
    unicode-bidi: plaintext;
  }
  .summary > svg {
    flex: none;
    inline-size: 14px;
    block-size: 12px;
    margin-inline-start: -7px;
  }
  .terms {
    grid-row: 3;
  }
  /* What is said below the stages takes its room from them: nothing moves when it appears. */
  .drawing {
    grid-row: 4;
    display: flex;
    flex-direction: column;
    padding-block-start: 12px;
  }
  .room {
    flex: 1;
    display: grid;
    container-type: inline-size;
  }
  .chart {
    position: relative;
    min-inline-size: 0;
    border-radius: 4px;
    touch-action: pan-y;
  }
  ${unsafeCSS(rooms.join(''))}
  .chart > svg:first-child {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    direction: ltr;
  }
  .least {
    display: block;
  }
  .leak {
    margin: 12px 0 0;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_border);
    line-height: 20px;
    text-wrap: pretty;
  }
  .leak,
  .drawing .notes {
    unicode-bidi: plaintext;
  }
  .leak b {
    font-weight: 600;
  }
  .drawing .notes {
    margin-block-start: 4px;
  }
  .message {
    grid-row: 4;
    min-block-size: 340px;
    justify-items: center;
    text-align: center;
    text-wrap: balance;
  }
  .footer {
    grid-row: 5;
  }

  text {
    fill: var(--_text);
    font-size: 12px;
  }
  text.name {
    font-size: 13px;
    font-weight: 500;
  }
  text.count {
    font-size: 18px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  text.rate {
    font-size: 14px;
    font-weight: 600;
  }
  text.note {
    fill: var(--_muted);
  }
  text.good {
    fill: var(--_positive);
  }
  text.bad {
    fill: var(--_negative);
  }
  .triangle {
    font-size: 9px;
  }
  .bar,
  .reach {
    fill: var(--_accent);
  }
  .reach.worst {
    fill: var(--_negative);
  }
  .join {
    fill: var(--_accent);
    fill-opacity: 0.16;
  }
  .lost {
    fill: var(--_loss);
    fill-opacity: 0.14;
  }
  .lost.worst {
    fill: var(--_negative);
  }
  .entered {
    fill: var(--_accent);
    fill-opacity: 0.12;
    stroke: var(--_accent);
    stroke-dasharray: 2 2;
  }
  .ghost {
    fill: none;
    stroke: var(--_ghost);
    stroke-width: 1.2;
    stroke-dasharray: 3 2.5;
  }
  .lining {
    fill: none;
    stroke: var(--_raised);
    stroke-width: 3;
    stroke-dasharray: 3 2.5;
  }
  .scale {
    fill: var(--_track);
  }
  .was {
    fill: var(--_text);
  }
  .rule {
    stroke: var(--_grid);
  }
  .active {
    fill: var(--_text);
    fill-opacity: 0.05;
  }
  .selected {
    fill: var(--_selected);
    stroke: var(--_focus);
    stroke-width: 1.5;
  }
`;
