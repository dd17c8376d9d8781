import { css } from 'lit';

/** What is drawn in a row's cells: its course, its share, its target. */
export const drawingStyles = css`
  td.in-course svg {
    display: block;
    inline-size: 104px;
    block-size: 40px;
    margin-block: -6px;
    overflow: visible;
    direction: ltr;
  }
  @container (min-width: 880px) {
    td.in-course svg {
      inline-size: 208px;
    }
  }
  .in-course path {
    vector-effect: non-scaling-stroke;
  }
  .in-course .line {
    stroke-width: 1.5;
  }
  .in-course .ground {
    display: none;
  }
  .rim,
  .dot,
  .hole {
    fill: none;
    stroke-linecap: round;
  }
  .dot {
    stroke: var(--_accent);
    stroke-width: 5;
  }
  :not(.hollow) > .rim {
    stroke: none;
  }
  .hollow .hole {
    stroke: var(--_raised);
    stroke-width: 2.5;
  }
  td.in-share {
    inline-size: 34%;
    min-inline-size: 120px;
  }
  .part {
    display: inline-block;
    inline-size: calc(100% - 54px);
    block-size: 6px;
    margin-inline-end: 8px;
    border-radius: 3px;
    vertical-align: 1px;
  }
  .in-share bdi {
    display: inline-block;
    inline-size: 46px;
    text-align: end;
  }
  :is(.part, .bullet):dir(rtl) {
    transform: scaleX(-1);
  }
  :is(.part, .bullet) path {
    fill: none;
    stroke-width: 6;
  }
  .goal {
    display: flex;
    gap: 10px;
    align-items: center;
    color: var(--_muted);
    font-size: 12px;
  }
  .bullet {
    flex: none;
    inline-size: 80px;
    block-size: 14px;
  }
  .bullet path {
    stroke-linecap: round;
  }
  .bullet .pace {
    stroke: color-mix(in oklab, var(--_accent) 40%, var(--_track));
    stroke-dasharray: none;
  }
  .bullet .tick {
    stroke: var(--_text);
    stroke-width: 2;
    stroke-linecap: butt;
  }
  .goal.reached span {
    color: var(--_positive);
    font-weight: 600;
  }
`;
