import { css } from 'lit';

/** What the rows of a scorecard show once they are there: what can be pressed, what is selected, what is drawn. */
export const scorecardRowStyles = css`
  thead button,
  .in-name button {
    border-radius: 4px;
  }
  thead button {
    position: relative;
    /* At least 24 px to point at. */
    margin-block: -4px;
    padding-block: 4px;
    white-space: nowrap;
  }
  :is(thead, .in-name) button:hover {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  thead th[aria-sort]:not([aria-sort='none']) {
    font-weight: 600;
  }
  /* Beside the words, so that nothing moves when it comes. */
  .way {
    position: absolute;
    inset-inline-start: calc(100% + 3px);
    inset-block-end: 4px;
  }
  :is(.in-value, .in-kpi) .way {
    inset-inline: auto calc(100% + 3px);
  }
  tbody tr:has(button) {
    cursor: pointer;
  }
  tbody tr:has(button):hover > * {
    background: color-mix(in oklab, var(--_text) 3%, var(--_surface));
  }
  .scroll .selected.selected > * {
    background: var(--_selected);
  }
  .selected {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  #tip {
    max-inline-size: min(300px, calc(100% - 16px));
    padding: 10px 12px;
    font-size: 12px;
  }
  #tip p:not(:first-child) {
    color: var(--_muted);
  }
  @media (prefers-reduced-motion: no-preference) {
    /* The pointer on its way across opens nothing. */
    #tip {
      animation: appear 0.15s 0.25s ease-out backwards;
    }
  }
  .in-course path {
    vector-effect: non-scaling-stroke;
  }
  .in-course .line {
    stroke-width: 1.5;
  }
  .in-course .ground {
    display: none;
  }
  .rim,
  .dot,
  .hole {
    fill: none;
    stroke-linecap: round;
  }
  .dot {
    stroke: var(--_accent);
    stroke-width: 5;
  }
  :not(.hollow) > .rim {
    stroke: none;
  }
  .hollow .hole {
    stroke: var(--_raised);
    stroke-width: 2.5;
  }
  .part {
    display: inline-block;
    inline-size: calc(100% - 54px);
    block-size: 6px;
    margin-inline-end: 8px;
    border-radius: 3px;
    vertical-align: 1px;
  }
  .in-share bdi {
    display: inline-block;
    inline-size: 46px;
    text-align: end;
  }
  :is(.part, .bullet):dir(rtl) {
    transform: scaleX(-1);
  }
  :is(.part, .bullet) path {
    fill: none;
    stroke-width: 6;
  }
  .goal {
    display: flex;
    gap: 10px;
    align-items: center;
    color: var(--_muted);
    font-size: 12px;
  }
  .bullet {
    flex: none;
    inline-size: 80px;
    block-size: 14px;
  }
  .bullet path {
    stroke-linecap: round;
  }
  .bullet .pace {
    stroke: color-mix(in oklab, var(--_accent) 40%, var(--_track));
    stroke-dasharray: none;
  }
  .bullet .tick {
    stroke: var(--_text);
    stroke-width: 2;
    stroke-linecap: butt;
  }
  .goal.reached span {
    color: var(--_positive);
    font-weight: 600;
  }

  @container (min-width: 480px) {
    .scroll .failed > tr:first-child > * {
      border-block-start: 1px solid var(--_grid);
    }
  }
  @container (max-width: 479px) {
    thead button {
      margin: 0;
      padding: 0;
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
    .way {
      position: static;
    }
    /* A card has one ground: its cells have gaps between them. */
    .scroll .selected.selected.selected > *,
    .scroll tbody tr:has(button):hover > * {
      background: none;
    }
    tbody tr:has(button):hover {
      background: color-mix(in oklab, var(--_text) 3%, var(--_surface));
    }
    .scroll tbody .selected {
      background: var(--_selected);
    }
  }
`;
