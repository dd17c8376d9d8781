import { css } from 'lit';

/** The button below the words of an error. */
export const failureStyles = css`
  .message .chip {
    margin-block-start: 4px;
    padding: 3px 12px;
    border-radius: 14px;
  }
  .chip[aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }
`;
