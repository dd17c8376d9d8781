import { css } from 'lit';

/** What every widget is made of: its surface, its heading, its hero figure, its changes, its quiet buttons and panels. */
export const frameStyles = css`
  .base {
    display: block;
    container-type: inline-size;
    /* Containment takes the natural width away: this is what a shrink-to-fit parent sees. */
    contain-intrinsic-inline-size: 240px;
    position: relative;
    block-size: 100%;
    /* A host's box that is too low cuts off; it never spills over what follows. */
    overflow: clip;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  /* What is waited for longer than half a second: a light along the upper edge. */
  :host(:is(:state(loading), :state(refreshing))) .base::before {
    content: '';
    position: absolute;
    inset: 0 0 auto;
    block-size: 2px;
    background: var(--_accent);
    animation: appear 0s 0.5s backwards;
  }
  /* Its width is the room's, and its height never changes, whatever is drawn. */
  .ruler {
    position: absolute;
    inset-inline: 0;
  }

  .top {
    display: flex;
    align-items: start;
    gap: 8px;
    min-block-size: 24px;
  }
  /* What filters it: tabs that hang from its upper edge, where nothing stands. They come and go, and nothing moves. */
  .top > .filters {
    position: absolute;
    inset-block-start: 0;
    inset-inline: calc(var(--_space) - 8px) calc(var(--_space) + 22px);
  }
  .top .chip {
    min-block-size: 0;
    padding: 0 8px 1px;
    border-radius: 0 0 8px 8px;
    font-size: 11px;
    line-height: 15px;
  }
  .top .chip::after {
    inset-block: 0 -8px;
  }
  @media (pointer: coarse) {
    .top .chip::after {
      inset-block-end: -28px;
    }
    .icon,
    ::slotted([slot='actions']) {
      position: relative;
      z-index: 1;
    }
  }
  .heading {
    flex: 1;
    min-inline-size: 0;
    padding-block: 2px;
    color: var(--_muted);
    font-size: 13px;
    font-weight: 500;
    line-height: 20px;
    overflow-wrap: anywhere;
    hyphens: auto;
    text-wrap: balance;
  }
  .figure {
    font-size: var(--_figure-size);
    font-weight: 600;
    letter-spacing: -0.022em;
    line-height: 1.2;
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  .unit {
    color: var(--_muted);
    font-size: 0.52em;
    font-weight: 500;
    letter-spacing: -0.005em;
  }
  .changes {
    min-block-size: 20px;
    line-height: 20px;
  }
  .change {
    display: flex;
    flex-wrap: wrap;
    column-gap: 7px;
    align-items: baseline;
  }
  .verdict {
    display: inline-flex;
    gap: 4px;
    align-items: baseline;
    font-weight: 600;
    white-space: nowrap;
  }
  .verdict bdi {
    unicode-bidi: isolate;
  }
  .glyph {
    inline-size: 9px;
    block-size: 9px;
    fill: currentcolor;
  }
  .good {
    color: var(--_positive);
  }
  .bad {
    color: var(--_negative);
  }
  .neutral {
    color: var(--_neutral);
  }
  .against,
  .quiet {
    color: var(--_muted);
  }
  /* Words keep the order of their own language, also in a page that runs the other way. */
  .against,
  .status span,
  .message > *,
  .panel p {
    unicode-bidi: plaintext;
  }
  .status {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-block-start: 2px;
    color: var(--_muted);
    font-size: 12px;
    line-height: 20px;
  }
  .meter {
    flex: none;
    inline-size: 72px;
    block-size: 4px;
  }
  .meter path {
    fill: none;
    stroke-width: 4;
    stroke-linecap: round;
  }
  .track {
    stroke: var(--_track);
  }
  .pace {
    stroke: var(--_muted);
    stroke-dasharray: 0.1 4;
  }
  .share {
    stroke: var(--_accent);
  }
  .reached .share {
    stroke: var(--_positive);
  }
  .reached span {
    color: var(--_positive);
    font-weight: 600;
  }

  .chart:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .icon {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    margin-inline-end: -5px;
    border-radius: 50%;
    color: var(--_muted);
  }
  /* Its room is kept: the name beside it breaks where it will. */
  .icon[hidden] {
    visibility: hidden;
  }
  .icon svg {
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.4;
    stroke-linecap: round;
  }
  .icon:hover {
    background: color-mix(in oklab, var(--_text) 7%, transparent);
    color: var(--_text);
  }
  .visually-hidden:not(:focus, :active) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Its name is laid out when it is seen. */
  .as-table:is(:focus, :active)::before {
    content: attr(aria-label);
  }
  .as-table:focus {
    position: absolute;
    z-index: 1;
    inset-block-end: 8px;
    inset-inline-end: 8px;
    padding: 4px 10px;
    border-radius: 8px;
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_border);
    font-weight: 500;
  }

  .message {
    display: grid;
    gap: 4px;
    align-content: center;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .message strong {
    color: var(--_text);
    font-weight: 600;
  }
  .message .stale {
    color: var(--_muted);
  }
  .notes {
    margin: 0;
    color: var(--_muted);
    font-size: 12px;
  }
  .blank {
    display: inline-block;
    line-height: 0.86;
    vertical-align: middle;
    border-radius: 6px;
    background: color-mix(in oklab, var(--_text) 8%, transparent);
    color: transparent;
    user-select: none;
  }
  /* Breaks where the words will. */
  .blank.words {
    display: inline;
    line-height: inherit;
    vertical-align: baseline;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  .blank.words::before {
    content: attr(data-words);
  }
  @media (prefers-reduced-motion: no-preference) {
    .blank {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    .chart > svg {
      animation: appear 0.2s ease-out;
    }
    :host(:is(:state(loading), :state(refreshing))) .base::before {
      inset: 0 100% auto -40%;
      animation: run 1.4s 0.5s ease-in-out infinite backwards;
    }
  }
  @keyframes run {
    to {
      translate: 350%;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
