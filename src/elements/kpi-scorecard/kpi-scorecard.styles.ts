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
    .scroll th.in-name {
      padding-inline: 6px 0;
      color: var(--_text);
      text-align: start;
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    .scroll thead th {
      color: var(--_muted);
      font-size: 12px;
      white-space: nowrap;
    }
    thead button,
    th.in-name button {
      all: unset;
      min-block-size: 24px;
      cursor: pointer;
    }
    thead button:hover,
    th.in-name button:hover {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    thead button:focus-visible,
    th.in-name button:focus-visible {
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
    .scroll td.in-value {
      font-size: 15px;
      font-weight: 600;
      white-space: nowrap;
      unicode-bidi: isolate;
    }
    .scroll td.in-more {
      white-space: nowrap;
      unicode-bidi: isolate;
    }
    .scroll .unit {
      font-size: 0.8em;
    }
    .change {
      justify-content: end;
    }
    .scroll thead th {
      white-space: normal;
      text-wrap: balance;
    }
    th.in-course,
    td.in-course {
      inline-size: 122px;
    }
    td.in-course svg {
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
    td.in-share {
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
      flex-wrap: wrap;
      gap: 0 8px;
      justify-content: end;
      font-size: 12px;
      line-height: 16px;
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
    th .notes {
      margin: 2px 0 0;
      max-inline-size: 44ch;
      white-space: normal;
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
      /* What the list can be sorted by. */
      .scroll thead {
        display: block;
      }
      .scroll thead tr {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
      }
      .scroll thead th:not([aria-sort]) {
        display: none;
      }
      .scroll tbody tr,
      .scroll tfoot tr {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 1px 12px;
        align-items: center;
        padding: 8px 6px;
        border-block-end: 1px solid var(--_grid);
      }
      .scroll th,
      .scroll td,
      .scroll th.in-name,
      .group th,
      tfoot tr:last-child th,
      tfoot tr:last-child td {
        inline-size: auto;
        padding: 0;
        border: 0;
      }
      .scroll tbody tr.group {
        padding-block: 14px 4px;
        border: 0;
      }
      .scroll th.in-name {
        color: var(--_muted);
      }
      .scroll tr:has(.notes) th.in-name {
        grid-area: 1 / 1 / 2 / -1;
      }
      .scroll td.in-value {
        grid-area: 2 / 1;
        font-size: 20px;
        text-align: start;
      }
      .scroll td.in-more {
        grid-column: 1 / -1;
        text-align: start;
      }
      .scroll td.in-more::before {
        content: attr(data-label) ' ';
        color: var(--_muted);
        font-weight: 400;
      }
      .scroll td.in-change {
        grid-area: 3 / 1;
        text-align: start;
      }
      td.in-change .change {
        justify-content: start;
      }
      td.in-course {
        grid-area: 1 / 2 / span 3;
      }
      .scroll td.in-share,
      .scroll td.in-target {
        grid-column: 1 / -1;
        text-align: start;
      }
      td.in-target .status {
        justify-content: start;
      }
      tfoot tr {
        border-block-start: 0;
      }
    }
  `,
];
