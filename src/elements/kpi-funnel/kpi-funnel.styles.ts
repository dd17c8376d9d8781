import { css, unsafeCSS } from 'lit';
import { columnWidth } from '../../visuals/funnel-room.js';

/** Up to so many stages the room is known before the figures are. */
export const mostStages = 12;

/** Room for so many stages: below each other, and beside each other where the container is wide enough for the layout. */
const rooms = Array.from({ length: mostStages - 1 }, (_, index) => index + 2).map(
  (stages) => `
    .stages-${stages} { --_room: ${stages * 118 + 76}px }
    .stages-${stages}.split { --_room: ${stages * 150 + 130}px }
    @container (min-width: ${stages * columnWidth}px) {
      .stages-${stages} :is(.drawing, .message) { --_room: 408px }
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
  @container (max-width: ${unsafeCSS(5 * columnWidth)}px) {
    .changes {
      flex-basis: 100%;
    }
  }
  .change {
    display: inline-flex;
    margin-inline-end: 10px;
  }
  .against svg {
    inline-size: 14px;
    block-size: 12px;
    margin-inline-end: 5px;
    vertical-align: -1.5px;
  }
  .terms {
    grid-row: 3;
  }
  /* What is said below the stages takes its room from them: nothing moves when it appears. */
  .room {
    grid-row: 4;
    display: grid;
    container-type: inline-size;
  }
  .drawing {
    display: flex;
    flex-direction: column;
    min-block-size: var(--_room);
    padding-block-start: 12px;
  }
  .chart {
    flex: 1 0 auto;
    position: relative;
    min-inline-size: 0;
    border-radius: 4px;
    touch-action: pan-y;
  }
  /* The shape of what is coming: bars that get shorter, beside or below each other. */
  .chart.blank {
    display: block;
    border-radius: 0;
    clip-path: polygon(0 0, 100% 0, 62% 22%, 28% 46%, 14% 70%, 8% 100%, 0 100%);
  }
  @container (min-width: ${unsafeCSS(5 * columnWidth)}px) {
    .chart.blank {
      clip-path: polygon(
        0 50%,
        0 0,
        18% 0,
        18% 22%,
        38% 22%,
        38% 38%,
        59% 38%,
        59% 44%,
        79% 44%,
        79% 47%,
        100% 47%,
        100% 50%
      );
    }
  }
  .chart:focus-visible {
    outline-offset: 6px;
  }
  ${unsafeCSS(rooms.join(''))}
  .chart > svg:first-child {
    position: absolute;
    inset: 0 auto auto 0;
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
    min-block-size: calc(var(--_room) + min(var(--_figure-size), 28px) * 1.2);
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
    fill-opacity: 0.16;
  }
  .lost.worst {
    fill: var(--_negative);
  }
  /* On a page's own ground, quiet words have less to spare for what lies below them; on a difficult one, nothing. */
  .inherit text.note:not(.good, .bad) {
    fill: color-mix(in oklab, var(--_text) 40%, var(--_quiet));
  }
  .inherit:is(.contrast, .plain) :is(.join, .lost) {
    fill: none;
    stroke: var(--_border);
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
