import { css } from 'lit';
import { chartStyles } from '../chart.styles.js';

/** A table that reads like one; where it is narrow, a list of its rows. */
export const scorecardStyles = [
  chartStyles,
  css`
    .layout {
      padding: calc(var(--_space) * 0.8) var(--_space);
    }
    p.against {
      margin: 0 0 6px;
      font-size: 12px;
    }
    .scroll {
      overflow-x: auto;
      overscroll-behavior-x: contain;
    }
    .scroll table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    .scroll th,
    .scroll td {
      padding: 7px 0 7px 18px;
      border-block-end: 1px solid var(--_grid);
      font-weight: 400;
      text-align: end;
      vertical-align: middle;
    }
    .compact .scroll th,
    .compact .scroll td {
      padding-block: 3px;
    }
    .scroll th.name {
      padding-inline: 6px 0;
      text-align: start;
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    thead th {
      color: var(--_muted);
      font-size: 12px;
      white-space: nowrap;
    }
    thead button,
    th.name button {
      all: unset;
      min-block-size: 24px;
      cursor: pointer;
    }
    thead button:hover,
    th.name button:hover {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    thead button:focus-visible,
    th.name button:focus-visible {
      border-radius: 4px;
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
    .way {
      display: inline-block;
      inline-size: 1em;
      text-align: center;
    }
    .group th {
      padding-block: 16px 4px;
      padding-inline: 6px;
      color: var(--_muted);
      font-size: 12px;
      font-weight: 600;
      text-align: start;
    }
    .scroll td.value {
      font-size: 15px;
      font-weight: 600;
      white-space: nowrap;
      unicode-bidi: isolate;
    }
    .value .unit {
      font-size: 0.8em;
    }
    .change {
      justify-content: end;
    }
    th.course,
    td.course {
      inline-size: 122px;
    }
    td.course svg {
      display: block;
      inline-size: 104px;
      block-size: 30px;
      overflow: visible;
      direction: ltr;
    }
    .mark path {
      fill: none;
      stroke-linecap: round;
      vector-effect: non-scaling-stroke;
    }
    .mark .rim {
      stroke: var(--_raised);
      stroke-width: 7;
    }
    .mark .dot {
      stroke: var(--_accent);
      stroke-width: 4.5;
    }
    .hollow .dot {
      stroke-width: 6.5;
    }
    .hollow .hole {
      stroke: var(--_raised);
      stroke-width: 3.4;
    }
    td.share {
      min-inline-size: 92px;
    }
    .part {
      display: block;
      inline-size: 100%;
      block-size: 4px;
      margin-block-start: 3px;
    }
    .part path {
      fill: none;
      stroke-width: 4;
    }
    .part .track {
      stroke: var(--_track);
    }
    .part .share {
      stroke: var(--_accent);
    }
    [dir='rtl'] .part,
    .part:dir(rtl) {
      transform: scaleX(-1);
    }
    .status {
      justify-content: end;
    }
    tbody tr:has(button) {
      cursor: pointer;
    }
    .selected {
      background: var(--_selected);
      outline: 2px solid var(--_focus);
      outline-offset: -2px;
    }
    tfoot tr:last-child th,
    tfoot tr:last-child td {
      border-block-end: 0;
      border-block-start: 1px solid var(--_control);
      font-weight: 600;
    }
    tbody:last-of-type tr:last-child > * {
      border-block-end-color: var(--_border);
    }
    .terms {
      margin-block-end: 4px;
    }
    .notes {
      margin: 2px 0 0;
      max-inline-size: 40ch;
    }
    .skeleton td:first-child {
      text-align: start;
    }
    .message {
      min-block-size: 160px;
      align-content: center;
      justify-items: center;
      text-align: center;
      text-wrap: balance;
    }

    /* Each row a card: its name, its figure with the change beside it, then the rest. */
    @container (max-width: 519px) {
      .scroll table,
      .scroll tbody,
      .scroll tfoot {
        display: block;
      }
      .scroll thead {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .scroll tr {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 1px 12px;
        align-items: center;
        padding: 8px 6px;
        border-block-end: 1px solid var(--_grid);
      }
      .scroll th,
      .scroll td,
      .scroll th.name,
      .group th,
      tfoot tr:last-child > * {
        inline-size: auto;
        padding: 0;
        border: 0;
      }
      .scroll tr.group {
        padding-block: 14px 4px;
        border: 0;
      }
      .scroll th.name {
        color: var(--_muted);
      }
      .scroll td.value {
        grid-area: 2 / 1;
        font-size: 20px;
        text-align: start;
      }
      .scroll td.value ~ td.value {
        grid-area: auto;
        font-size: 13px;
      }
      .scroll td.value ~ td.value::before {
        content: attr(data-label) ' ';
        color: var(--_muted);
        font-weight: 400;
      }
      .scroll td.change {
        grid-area: 3 / 1;
        text-align: start;
      }
      td.change .change {
        justify-content: start;
      }
      td.course {
        grid-area: 1 / 2 / span 3;
      }
      .scroll td.share,
      .scroll td.target {
        grid-column: 1 / -1;
        text-align: start;
      }
      td.target .status {
        justify-content: start;
      }
      tfoot tr {
        border-block-start: 0;
      }
    }
  `,
];
