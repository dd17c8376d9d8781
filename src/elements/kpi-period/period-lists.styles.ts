import { css } from 'lit';

/** What the buttons of a picker open. */
export const periodListStyles = css`
  li:focus-visible,
  input:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 20px;
    align-items: baseline;
    min-block-size: 30px;
    padding: 5px 10px;
    border-radius: 7px;
    line-height: 20px;
    cursor: pointer;
  }
  li:focus-visible {
    outline-offset: -2px;
  }
  li:hover {
    background: color-mix(in oklab, var(--_text) 6%, transparent);
  }
  li[aria-selected='true'] {
    background: var(--_selected);
    font-weight: 600;
  }
  li .dates {
    font-size: 12px;
    font-weight: 400;
  }
  .periods {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 200px;
    gap: 6px;
  }
  .periods ul {
    max-block-size: 380px;
    overflow: auto;
  }
  @media (min-height: 680px) {
    .periods ul {
      max-block-size: 640px;
    }
  }
  form {
    display: grid;
    gap: 10px;
    align-content: start;
    padding: 8px 10px 10px 16px;
    padding-inline: 16px 10px;
    border-inline-start: 1px solid var(--_grid);
  }
  fieldset {
    display: grid;
    gap: 10px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 8px;
    font-weight: 600;
  }
  label {
    display: grid;
    gap: 3px;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: 12px;
  }
  input {
    min-inline-size: 0;
    inline-size: 100%;
    block-size: 34px;
    margin: 0;
    padding: 4px 8px;
    border: 1px solid var(--_control);
    border-radius: 7px;
    background: transparent;
    color: var(--_text);
    font: inherit;
    font-size: 13px;
  }
  input[aria-invalid='true'] {
    border-color: var(--_negative);
  }
  .apply {
    min-block-size: 34px;
    padding: 6px 14px;
    border-radius: 7px;
    background: var(--_accent);
    color: var(--_surface);
    font-weight: 600;
    line-height: 22px;
    text-align: center;
  }
  .inherit .apply {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_control);
    color: var(--_text);
  }
  @media (max-width: 559px) {
    .periods {
      grid-template-columns: minmax(0, 1fr);
    }
    .periods ul {
      max-block-size: 236px;
    }
    form {
      padding: 12px 10px 8px;
      border-inline-start: 0;
      border-block-start: 1px solid var(--_grid);
    }
    fieldset {
      grid-template-columns: 1fr 1fr;
    }
    legend {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 559px) and (min-height: 900px) {
    .periods ul {
      max-block-size: 640px;
    }
  }
  @media (forced-colors: active) {
    li[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .apply {
      border: 1px solid ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
  }
`;
