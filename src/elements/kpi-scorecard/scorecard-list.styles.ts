import { css } from 'lit';

/** A narrower scorecard drops its courses; a narrow one is a list of its rows: the same table, laid out otherwise. */
export const listStyles = css`
  @container (min-width: 480px) and (max-width: 639px) {
    .scroll .in-course {
      display: none;
    }
  }
  @container (min-width: 480px) and (max-width: 559px) {
    .bullet {
      display: none;
    }
  }

  /* Each row a card: its name and its course, its figure with the change beside it, then the rest. */
  @container (max-width: 479px) {
    .scroll :is(table, caption, thead, tbody, tfoot) {
      display: block;
    }
    .scroll caption {
      padding-block-end: 2px;
    }
    /* Two lines wherever one might not do, so that nothing moves when the dates come. */
    @container (max-width: 399px) {
      .scroll caption > span {
        display: block;
      }
      .scroll caption > span + span::before {
        content: none;
      }
    }
    /* What the list can be sorted by. */
    .scroll thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      align-items: baseline;
      padding: 0 8px 4px;
    }
    .scroll thead tr::before {
      content: '⇅';
      content: '⇅' / '';
      color: var(--_muted);
      line-height: 24px;
    }
    .scroll thead th:not([aria-sort]) {
      display: none;
    }
    .scroll thead th {
      position: static;
      line-height: 24px;
    }
    .scroll :is(tbody, tfoot) tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
      align-items: center;
      padding: 10px 8px;
      border-block-end: 1px solid var(--_grid);
    }
    .scroll .group th {
      line-height: 18px;
    }
    .scroll .group.group {
      padding-block: 16px 6px;
    }
    .scroll :is(tbody, tfoot) tr:last-child {
      border-block-end: 0;
    }
    .scroll tfoot tr:first-child {
      border-block-start: 1px solid var(--_control);
    }
    .scroll tr :is(th, td),
    .scroll tr > :is(:first-child, :last-child),
    .scroll tfoot tr:first-child > *,
    .scroll .group th {
      inline-size: auto;
      min-inline-size: 0;
      block-size: auto;
      padding: 0;
      border: 0;
      white-space: normal;
    }
    .scroll :is(tbody, tfoot) .in-name {
      grid-area: 1 / 1;
      /* For the mark of what rules find, which hangs behind the name. */
      padding-inline-end: 16px;
      color: var(--_muted);
      line-height: 20px;
    }
    .scroll tr:has(.notes) .in-name {
      grid-column: 1 / -1;
    }
    .scroll td.in-value {
      grid-area: 2 / 1;
      font-size: 20px;
      line-height: 28px;
      text-align: start;
    }
    td.in-value .unit {
      font-size: 0.7em;
      line-height: 1;
    }
    .scroll td.in-change {
      grid-area: 2 / 2;
      justify-self: end;
    }
    /* Of several comparisons, or other ones than in other rows, each has a line of its own, which names it. */
    .scroll .in-change:is(.mixed, .in-change ~ *, :has(~ .in-change)) {
      display: flex;
      grid-area: auto / 1 / auto / -1;
      gap: 12px;
      justify-content: space-between;
      justify-self: stretch;
      min-block-size: 20px;
      line-height: 20px;
    }
    .mixed .change {
      flex: 1;
      flex-direction: row-reverse;
      justify-content: space-between;
    }
    .scroll td.in-change:not(.mixed):is(.in-change ~ *, :has(~ .in-change))::before {
      content: attr(data-label);
      content: attr(data-label) / '';
      color: var(--_muted);
    }
    .scroll td.in-course {
      grid-area: 1 / 2;
      justify-self: end;
    }
    td.in-course svg {
      inline-size: 84px;
      block-size: 32px;
    }
    .scroll :is(td.in-share, td.in-target) {
      grid-column: 1 / -1;
      line-height: 20px;
    }
    .scroll :is(td.in-share, td.in-target):has(> *) {
      margin-block-start: 4px;
    }
    /* Of several KPIs each has a place of its own, side by side: its name, its figure, its change, in line with the next. */
    .scroll .several :is(tbody, tfoot) tr {
      grid-template-columns: repeat(auto-fill, minmax(min(112px, 100%), 1fr));
      align-items: start;
    }
    .scroll .several :is(tbody, tfoot) .in-name {
      grid-column: 1 / -1;
      color: var(--_text);
      font-weight: 600;
    }
    .scroll td.in-kpi {
      display: grid;
      grid-row: span 3;
      grid-template-rows: subgrid;
      margin-block-start: 4px;
      text-align: start;
    }
    td.in-kpi::before {
      content: attr(data-label);
      content: attr(data-label) / '';
      align-self: end;
      color: var(--_muted);
      font-size: 12px;
      font-weight: 400;
      line-height: 16px;
    }
    .in-kpi .change {
      justify-content: start;
    }
  }
`;
