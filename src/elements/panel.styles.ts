import { css } from 'lit';

/** The panel, and its table. */
export const panelStyles = css`
  .panel {
    max-inline-size: min(420px, calc(100% - 16px));
    max-block-size: min(560px, 100%);
    /* Its opening shows where the focus is. */
    outline: none;
    padding: 14px 16px;
    overflow-wrap: anywhere;
  }
  .panel:has(table) {
    max-inline-size: min(640px, calc(100% - 16px));
  }
  .panel p {
    margin: 0 0 8px;
  }
  .panel p:last-child {
    margin: 0;
  }
  table {
    border-collapse: collapse;
  }
  caption {
    padding-block-end: 8px;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 5px 16px 5px 0;
    border-block-end: 1px solid var(--_grid);
    text-align: start;
    white-space: nowrap;
  }
  th {
    color: var(--_muted);
    font-weight: 500;
  }
  .numeric {
    text-align: end;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
`;
