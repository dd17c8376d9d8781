import { css } from 'lit';

/** What filters a widget, in a line below its heading. */
export const filterStyles = css`
  .top {
    flex: none;
    flex-wrap: wrap;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    flex-basis: 100%;
    gap: 4px 6px;
    min-inline-size: 0;
    margin-block-end: 4px;
  }
  .chip {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: 24px;
    padding: 1px 8px;
    padding-inline: 10px 8px;
    border-radius: 12px;
    background: var(--_selected);
    box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--_accent) 22%, transparent);
    color: var(--_text);
    font-size: 12px;
    font-weight: 500;
    line-height: 18px;
  }
  .chip.own {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--_accent);
  }
  .chip bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip svg {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.6;
    stroke-linecap: round;
  }
  .chip:hover svg {
    stroke: var(--_text);
  }
  .unfiltered {
    color: var(--_muted);
    font-size: 12px;
    padding-block: 3px;
    line-height: 18px;
    unicode-bidi: plaintext;
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid ButtonText;
    }
    .chip.own {
      border: 2px solid Highlight;
    }
  }
`;
