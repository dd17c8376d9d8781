import { css } from 'lit';

/** The proof in a panel, and its table. */
export const proofStyles = css`
  .facts {
    display: grid;
    /* Formulas need more room than names. */
    grid-template-columns: fit-content(40%) 1fr;
    gap: 4px 14px;
    margin: 10px 0 0;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_grid);
  }
  /* Nothing stands above them. */
  slot + .facts {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    margin: 0;
  }
  .facts dd .quiet {
    margin: 2px 0 0;
  }
  .report {
    margin-block: 10px 0;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_grid);
  }
  .report summary {
    border-radius: 4px;
    cursor: pointer;
  }
  .report .quiet {
    margin-block-start: 6px;
  }
  .report .facts {
    margin-block-start: 6px;
    padding: 0;
    border: 0;
  }
  .panel table {
    border-collapse: collapse;
  }
  .panel caption {
    padding-block-end: 8px;
    font-weight: 600;
    text-align: start;
  }
  .panel :is(th, td) {
    padding: 5px 16px 5px 0;
    border-block-end: 1px solid var(--_grid);
    text-align: start;
    white-space: nowrap;
  }
  .panel th {
    color: var(--_muted);
    font-weight: 500;
  }
  .panel .numeric {
    text-align: end;
  }
  .panel tr > :last-child {
    padding-inline-end: 0;
  }
  /* Its words stand below those above them. */
  .menu {
    margin: 8px -10px -6px;
  }
  .menu button {
    display: block;
    inline-size: 100%;
    padding: 6px 10px;
    border-radius: 7px;
  }
  .menu button:hover {
    background: color-mix(in oklab, var(--_text) 7%, transparent);
  }
`;
