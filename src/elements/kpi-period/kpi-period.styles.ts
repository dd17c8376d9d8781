import { css } from 'lit';

/** A row of quiet buttons, and what they open. */
export const pickerStyles = css`
  .base {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    --_corner: min(var(--_radius), 10px);
  }
  .button {
    display: flex;
    flex-wrap: wrap;
    column-gap: 8px;
    align-items: baseline;
    position: relative;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 7px 12px;
    padding-inline-end: 32px;
    border: 1px solid var(--_border);
    border-radius: var(--_corner);
    background: var(--_surface);
    line-height: 20px;
  }
  .compact .button {
    min-block-size: 30px;
    padding-block: 4px;
  }
  .button:hover {
    border-color: var(--_control);
  }
  .button.blank {
    inline-size: 220px;
  }
  .button svg {
    position: absolute;
    inset-inline-end: 13px;
    inset-block-start: calc(50% - 3px);
    inline-size: 10px;
    block-size: 6px;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .value {
    font-weight: 600;
  }
  .label,
  .dates,
  .quiet {
    color: var(--_muted);
  }
  .value,
  .name,
  .dates,
  p {
    unicode-bidi: plaintext;
  }
  /* In the room that the buttons leave: no chip makes a line of its own, and moves the page. */
  .filters {
    flex: 1 1 0;
    container-type: inline-size;
    align-items: center;
  }
  /* Where that is no room for words, what filters stands on the widgets. */
  @container (max-width: 96px) {
    .chip bdi {
      display: none;
    }
    .chip {
      padding-inline: 7px;
    }
  }
  p {
    margin: 0;
    font-size: 12px;
  }
  .problem {
    align-self: center;
    color: var(--_negative);
    font-weight: 500;
  }
`;
