import { css } from 'lit';

/** What widgets and the picker share: where the page's rules end, the type, plain buttons, and what a panel looks like. */
export const baseStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .base,
  .base *,
  .base *::before {
    box-sizing: border-box;
  }
  .base {
    /* What a page's rules would hand down stops here, but for what it means for all that it holds. */
    all: initial;
    box-sizing: border-box;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    color: var(--_text);
    font-family: var(--_font);
    font-size: 13px;
    font-variant: tabular-nums;
    font-synthesis: none;
    line-height: 1.45;
    text-align: start;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  button {
    all: unset;
    box-sizing: border-box;
    cursor: pointer;
    font: inherit;
  }
  button:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .panel {
    position: absolute;
    inset: auto;
    margin: 0;
    inline-size: max-content;
    max-inline-size: calc(100% - 16px);
    max-block-size: calc(100% - 16px);
    padding: 6px;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: min(var(--_radius), 12px);
    background: var(--_raised);
    color: var(--_text);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.06),
      0 12px 32px rgb(0 0 0 / 0.14);
    font-size: 13px;
  }
`;
