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
  @container (max-width: ${unsafeCSS(5 * columnWidth)}px) {
    .changes {
      flex-basis: 100%;
    }
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
`;
