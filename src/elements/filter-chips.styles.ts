import { css } from 'lit';

/** What filters a widget, or those of a page. */
export const filterStyles = css`
  .filters {
    display: flex;
    gap: 4px 6px;
    min-inline-size: 0;
  }
  .chip {
    position: relative;
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 24px;
    padding: 1px 9px;
    border-radius: 12px;
    background: var(--_selected);
    box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--_accent) 22%, transparent);
    color: var(--_text);
    font-size: 12px;
    font-weight: 500;
    line-height: 18px;
  }
  /* As high under a finger as other buttons. */
  .chip::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  @media (pointer: coarse) {
    .chip::after {
      inset-block: -10px;
    }
  }
  .chip.own {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--_accent);
  }
  .chip bdi,
  .unfiltered {
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
    padding-inline: 8px;
    color: var(--_muted);
    font-size: 11px;
    line-height: 16px;
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
