import { css } from 'lit';

/** What may help, below the words of an error. */
export const failureStyles = css`
  .message .chip {
    margin-block-start: 4px;
    padding: 3px 12px;
    border-radius: 14px;
  }
  .message code {
    display: block;
    margin-block-start: 4px;
    padding: 6px 8px;
    border-radius: 6px;
    background: color-mix(in oklab, var(--_text) 6%, transparent);
    color: var(--_text);
    font:
      12px/18px ui-monospace,
      monospace;
    direction: ltr;
    user-select: all;
  }
  .chip[aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }
`;
