import { css } from 'lit';

/** The proof in a panel. */
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
    margin-block-start: 12px;
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
