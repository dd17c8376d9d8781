import { css } from 'lit';

/** What is drawn in a funnel's room, and the words around it. */
export const funnelDrawingStyles = css`
  .path {
    color: var(--_muted);
    unicode-bidi: plaintext;
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
  @media not (forced-colors: active) {
    .inherit text.note:not(.good, .bad) {
      fill: color-mix(in oklab, var(--_text) 40%, var(--_quiet));
    }
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
