// Generated from tokens.json by scripts/tokens.mjs.
import { css } from 'lit';

/** Every token as a custom property of the widget's own, which the page's `--kpi-…` property overrides. */
export const tokenStyles = css`
  .base {
    --_surface: var(--kpi-surface, #ffffff);
    --_text: var(--kpi-text, #171a24);
    --_muted: var(--kpi-muted, #5d6370);
    --_border: var(--kpi-border, #e0e3e8);
    --_grid: var(--kpi-grid, #e7e9ee);
    --_accent: var(--kpi-accent, #3b5fd8);
    --_positive: var(--kpi-positive, #157c4f);
    --_negative: var(--kpi-negative, #c52c26);
    --_neutral: var(--kpi-neutral, #5d6370);
    --_radius: var(--kpi-radius, 14px);
    --_space: var(--kpi-space, 18px);
    --_figure-size: var(--kpi-figure-size, 34px);
    --_font: var(--kpi-font, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
  }
  .base.dark {
    --_surface: var(--kpi-surface, #16181e);
    --_text: var(--kpi-text, #f0f2f5);
    --_muted: var(--kpi-muted, #a3a8b2);
    --_border: var(--kpi-border, #2a2e35);
    --_grid: var(--kpi-grid, #272a30);
    --_accent: var(--kpi-accent, #879ef9);
    --_positive: var(--kpi-positive, #58cf92);
    --_negative: var(--kpi-negative, #fb8274);
    --_neutral: var(--kpi-neutral, #a3a8b2);
  }
  @supports (color: light-dark(#000, #fff)) {
    .base,
    .base.dark {
      --_surface: var(--kpi-surface, light-dark(oklch(1 0 0), oklch(0.21 0.012 265)));
      --_text: var(--kpi-text, light-dark(oklch(0.22 0.02 268), oklch(0.96 0.005 265)));
      --_muted: var(--kpi-muted, light-dark(oklch(0.5 0.022 265), oklch(0.73 0.016 265)));
      --_border: var(--kpi-border, light-dark(oklch(0.915 0.008 265), oklch(0.3 0.014 265)));
      --_grid: var(--kpi-grid, light-dark(oklch(0.935 0.006 265), oklch(0.285 0.012 265)));
      --_accent: var(--kpi-accent, light-dark(oklch(0.53 0.19 267), oklch(0.72 0.135 272)));
      --_positive: var(--kpi-positive, light-dark(oklch(0.52 0.115 158), oklch(0.77 0.14 158)));
      --_negative: var(--kpi-negative, light-dark(oklch(0.54 0.19 28), oklch(0.74 0.15 28)));
      --_neutral: var(--kpi-neutral, light-dark(oklch(0.5 0.022 265), oklch(0.73 0.016 265)));
    }
    .base.contrast {
      --_surface: var(--kpi-surface, light-dark(oklch(1 0 0), oklch(0.12 0.005 265)));
      --_text: var(--kpi-text, light-dark(oklch(0 0 0), oklch(1 0 0)));
      --_muted: var(--kpi-muted, light-dark(oklch(0.36 0.02 265), oklch(0.86 0.01 265)));
      --_border: var(--kpi-border, light-dark(oklch(0.5 0.02 265), oklch(0.65 0.015 265)));
      --_grid: var(--kpi-grid, light-dark(oklch(0.85 0.01 265), oklch(0.35 0.012 265)));
      --_accent: var(--kpi-accent, light-dark(oklch(0.42 0.19 267), oklch(0.82 0.09 272)));
      --_positive: var(--kpi-positive, light-dark(oklch(0.42 0.09 158), oklch(0.85 0.13 158)));
      --_negative: var(--kpi-negative, light-dark(oklch(0.45 0.17 28), oklch(0.82 0.1 28)));
      --_neutral: var(--kpi-neutral, light-dark(oklch(0.36 0.02 265), oklch(0.86 0.01 265)));
    }
    @media (prefers-contrast: more) {
      .base {
        --_surface: var(--kpi-surface, light-dark(oklch(1 0 0), oklch(0.12 0.005 265)));
        --_text: var(--kpi-text, light-dark(oklch(0 0 0), oklch(1 0 0)));
        --_muted: var(--kpi-muted, light-dark(oklch(0.36 0.02 265), oklch(0.86 0.01 265)));
        --_border: var(--kpi-border, light-dark(oklch(0.5 0.02 265), oklch(0.65 0.015 265)));
        --_grid: var(--kpi-grid, light-dark(oklch(0.85 0.01 265), oklch(0.35 0.012 265)));
        --_accent: var(--kpi-accent, light-dark(oklch(0.42 0.19 267), oklch(0.82 0.09 272)));
        --_positive: var(--kpi-positive, light-dark(oklch(0.42 0.09 158), oklch(0.85 0.13 158)));
        --_negative: var(--kpi-negative, light-dark(oklch(0.45 0.17 28), oklch(0.82 0.1 28)));
        --_neutral: var(--kpi-neutral, light-dark(oklch(0.36 0.02 265), oklch(0.86 0.01 265)));
      }
    }
  }
`;
