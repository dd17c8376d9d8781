import { css } from 'lit';

/** What rules found: in the panel, on the face of a card, and beside the name of a row. */
export const ruleStyles = css`
  .panel h3 {
    margin: 12px 0 2px;
    font-size: inherit;
    font-weight: 600;
  }
  .panel ul {
    margin: 0;
    padding-inline-start: 18px;
  }
  .panel .findings {
    margin-block-end: 12px;
    padding: 0;
    list-style: none;
  }
  .findings li {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_muted);
  }
  .findings li + li {
    margin-block-start: 8px;
  }
  .findings .serious {
    border-color: var(--_negative);
  }
  .findings .quiet {
    display: block;
  }

  .finding {
    color: var(--_muted);
    font-size: 12px;
    line-height: 15px;
  }
  .finding.serious {
    color: var(--_text);
  }
  .mark {
    flex: none;
    inline-size: 11px;
    block-size: 11px;
    fill: currentcolor;
  }

  /*
   * On a card it takes the lower end of the sparkline's room, in one line or in two. The sparkline is stretched to what
   * it keeps: nothing moves when it comes.
   */
  .layout > .finding {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    gap: 6px;
    align-items: start;
    block-size: var(--_found);
    padding: 5px var(--_space) 0;
    border-block-start: 1px solid var(--_grid);
  }
  .layout > .finding,
  .finding ~ .chart {
    --_found: 27px;
  }
  .layout > .finding.long,
  .finding.long ~ .chart {
    --_found: 41px;
  }
  .finding > .mark {
    margin-block-start: 2px;
  }
  .finding > span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    line-clamp: 1;
    text-wrap: balance;
    unicode-bidi: plaintext;
  }
  .finding.long > span {
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  .finding:hover > span {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .finding:focus-visible {
    outline-offset: -2px;
  }
  .layout > .finding ~ .chart {
    inset-block-end: var(--_found);
    block-size: calc(var(--_chart) - var(--_found));
    border-radius: 0;
  }
  :is(.wide, .footed) .layout > .finding {
    position: static;
    grid-row: 5;
    align-self: end;
  }
  :is(.wide, .footed) .layout > .finding ~ .chart {
    inset-block-end: auto;
    margin-block-end: var(--_found);
  }
  .wide .layout > .finding {
    grid-area: 2 / 2 / 6 / 3;
    margin-inline-end: var(--_space);
    padding-inline: 0;
  }
  .wide .layout > .finding ~ .chart {
    block-size: auto;
    min-block-size: calc(68px - var(--_found));
  }
  /* Where there is no sparkline it stands for the button of the panel, which it opens. */
  :is(.narrow, .bare) .layout > .finding {
    inset: calc(var(--_space) * 0.8) calc(var(--_space) - 5px) auto auto;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 50%;
  }
  :is(.narrow, .bare) .finding .mark {
    inline-size: 14px;
    block-size: 14px;
    margin: 0;
  }
  :is(.narrow, .bare) .finding > span {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
  }
  :is(.narrow, .bare) .layout:has(> .finding) .icon {
    visibility: hidden;
  }

  /* In a row it hangs behind the name, and takes no room of its own. */
  .in-name:has(> .finding) {
    position: relative;
  }
  .in-name > .finding {
    position: absolute;
    display: inline-grid;
    place-items: center;
    block-size: 18px;
    margin-inline-start: 3px;
  }
  .in-name > .finding .mark {
    inline-size: 9px;
    block-size: 9px;
  }
  /* At least 24 px to point at. */
  .in-name > .finding::after {
    content: '';
    position: absolute;
    inset: -3px -7px;
  }
`;
