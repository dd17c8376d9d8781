import { css } from 'lit';
import { chartStyles } from '../chart.styles.js';
import { listStyles } from './scorecard-list.styles.js';

/** A table that reads like one; where it is narrow, a list of its rows. All that its skeleton needs, too. */
export const scorecardStyles = [
  chartStyles,
  css`
    .layout {
      --_row: 44px;
      --_group: 38px;
      display: flex;
      flex-direction: column;
      block-size: 100%;
      padding: calc(var(--_space) * 0.8) var(--_space);
    }
    .compact .layout {
      --_row: 34px;
      --_group: 30px;
    }
    /* Rows of a box that is lower than they are scroll below their heads. */
    .scroll {
      flex: 0 1 auto;
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
      /* What marks a row reaches beyond its words. */
      margin-inline: -8px;
    }
    .scroll table {
      inline-size: 100%;
      border-collapse: separate;
      border-spacing: 0;
    }
    .scroll caption {
      padding: 0 8px 8px;
      color: var(--_muted);
      font-size: 12px;
      font-weight: 400;
      line-height: 18px;
      text-align: start;
    }
    .scroll caption > span + span::before {
      content: ' · ';
    }
    .scroll th,
    .scroll td {
      block-size: var(--_row);
      padding-block: 2px;
      padding-inline: 16px 0;
      border-block-end: 1px solid var(--_grid);
      font-weight: 400;
      text-align: end;
      white-space: nowrap;
    }
    .scroll tr > :first-child {
      padding-inline-start: 8px;
    }
    .scroll tr > :last-child {
      padding-inline-end: 8px;
    }
    .scroll .in-name {
      min-inline-size: 104px;
      text-align: start;
      white-space: normal;
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    .scroll :is(tbody, tfoot) .in-name {
      padding-block: 3px;
      color: var(--_text);
      line-height: 18px;
    }
    .scroll .in-name:has(.notes) {
      padding-block: 8px;
    }
    .in-name .notes {
      max-inline-size: 48ch;
    }
    .skeleton td::before {
      visibility: hidden;
    }
    @container (min-width: 480px) {
      /* More columns than there is room for move below the names. */
      .several .in-name {
        position: sticky;
        z-index: 1;
        inset-inline-start: 0;
        background: var(--_surface);
      }
    }
    .scroll .in-change,
    .scroll .in-course,
    .scroll .in-share,
    .scroll .in-target {
      text-align: start;
    }
    .in-course,
    .in-change,
    .in-target,
    .in-value {
      inline-size: 1%;
    }

    .scroll thead th {
      position: sticky;
      z-index: 2;
      inset-block-start: 0;
      block-size: 32px;
      padding-block: 4px;
      background: var(--_surface);
      border-block-end-color: var(--_border);
      color: var(--_muted);
      font-size: 12px;
      line-height: 16px;
      vertical-align: bottom;
    }
    /* On a page's own ground nothing can lie over the rows: no colour is sure to be that of the ground. */
    .inherit .scroll :is(thead th, .in-name) {
      position: static;
      background: none;
    }
    .several thead :is(button, .blank) {
      white-space: normal;
      text-wrap: balance;
    }
    .scroll .group th {
      block-size: var(--_group);
      padding-inline: 8px;
      color: var(--_muted);
      font-size: 12px;
      font-weight: 600;
      text-align: start;
      vertical-align: bottom;
    }

    .scroll td.in-value,
    td .own {
      font-size: 14px;
      font-weight: 600;
      white-space: nowrap;
    }
    .scroll .unit {
      font-size: 0.86em;
      font-weight: 400;
    }
    .scroll .change {
      flex-wrap: nowrap;
    }
    .in-kpi .change {
      justify-content: end;
      font-size: 12px;
      line-height: 16px;
    }
    .scroll tfoot tr:last-child > * {
      border-block-end: 0;
      font-weight: 600;
    }
    .scroll tfoot tr:first-child > * {
      border-block-start: 1px solid var(--_control);
    }
    .scroll tbody > tr:last-child > * {
      border-block-end: 0;
    }
    .message {
      flex: 1;
      min-block-size: 160px;
      justify-items: center;
      text-align: center;
      text-wrap: balance;
    }
    td.in-course svg {
      display: block;
      inline-size: 104px;
      block-size: 40px;
      margin-block: -6px;
      overflow: visible;
      direction: ltr;
    }
    @container (min-width: 880px) {
      td.in-course svg {
        inline-size: 208px;
      }
    }
    td.in-share {
      inline-size: 34%;
      min-inline-size: 120px;
    }
  `,
  listStyles,
];
