import { css } from 'lit';

/** The panel. */
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
`;
