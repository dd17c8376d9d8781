import { css } from 'lit';

/** What filters a widget: tabs that hang from its upper edge, in the room that stands empty above the heading. */
export const filterStyles = css`
  .filters {
    display: flex;
    gap: 4px 6px;
    min-inline-size: 0;
  }
  .chip {
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
  /* They come and go, and nothing moves for them. */
  .top > .filters {
    position: absolute;
    inset-block-start: 0;
    inset-inline: calc(var(--_space) - 8px) calc(var(--_space) + 22px);
  }
  .top .chip {
    position: relative;
    min-block-size: 0;
    padding: 0 8px 1px;
    border-radius: 0 0 8px 8px;
    font-size: 11px;
    line-height: 15px;
  }
  /* As high under a finger as other buttons. */
  .top .chip::after {
    content: '';
    position: absolute;
    inset: 0 0 -8px;
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
