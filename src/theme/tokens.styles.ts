// Generated from the token files by scripts/tokens.mjs.
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
    --_positive: var(--kpi-positive, #137248);
    --_negative: var(--kpi-negative, #bf2923);
    --_neutral: var(--kpi-neutral, #5d6370);
    --_raised: var(--kpi-raised, var(--_surface));
    --_control: var(--kpi-control, color-mix(in oklab, var(--_muted) 70%, var(--_surface)));
    --_focus: var(--kpi-focus, var(--_accent));
    --_selected: var(--kpi-selected, color-mix(in oklab, var(--_accent) 8%, var(--_surface)));
    --_track: var(--kpi-track, color-mix(in oklab, var(--_text) 10%, var(--_surface)));
    --_ghost: var(--kpi-ghost, var(--_muted));
    --_loss: var(--kpi-loss, color-mix(in oklab, var(--_muted) 70%, var(--_surface)));
    --_positive-soft: var(--kpi-positive-soft, color-mix(in oklab, var(--_positive) 8%, var(--_surface)));
    --_negative-soft: var(--kpi-negative-soft, color-mix(in oklab, var(--_negative) 8%, var(--_surface)));
    --_neutral-soft: var(--kpi-neutral-soft, color-mix(in oklab, var(--_neutral) 8%, var(--_surface)));
    --_series-1: var(--kpi-series-1, var(--_accent));
    --_series-2: var(--kpi-series-2, color-mix(in oklab, var(--_accent) 30%, var(--_text)));
    --_series-3: var(--kpi-series-3, color-mix(in oklab, var(--_accent) 83%, var(--_surface)));
    --_series-4: var(--kpi-series-4, color-mix(in oklab, var(--_accent) 55%, var(--_text)));
    --_series-5: var(--kpi-series-5, color-mix(in oklab, var(--_accent) 92%, var(--_surface)));
    --_series-6: var(--kpi-series-6, color-mix(in oklab, var(--_accent) 74%, var(--_text)));
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
  .base.shopify {
    --_surface: var(--kpi-surface, #ffffff);
    --_text: var(--kpi-text, #303030);
    --_muted: var(--kpi-muted, #5d5d5d);
    --_border: var(--kpi-border, #e4e4e4);
    --_grid: var(--kpi-grid, #ebebeb);
    --_accent: var(--kpi-accent, #0374b7);
    --_positive: var(--kpi-positive, #056641);
    --_negative: var(--kpi-negative, #b12822);
    --_neutral: var(--kpi-neutral, #5d5d5d);
    --_radius: var(--kpi-radius, 12px);
    --_space: var(--kpi-space, 16px);
    --_figure-size: var(--kpi-figure-size, 28px);
    --_font: var(
      --kpi-font,
      Inter,
      -apple-system,
      BlinkMacSystemFont,
      'San Francisco',
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      sans-serif
    );
  }
  .base.shopify.dark {
    --_surface: var(--kpi-surface, #1b1b1b);
    --_text: var(--kpi-text, #ebebeb);
    --_muted: var(--kpi-muted, #ababab);
    --_border: var(--kpi-border, #333333);
    --_grid: var(--kpi-grid, #2e2e2e);
    --_accent: var(--kpi-accent, #5fb8f2);
    --_positive: var(--kpi-positive, #61d19a);
    --_negative: var(--kpi-negative, #fa897b);
    --_neutral: var(--kpi-neutral, #ababab);
  }
  .base.wordpress {
    --_surface: var(--kpi-surface, #ffffff);
    --_text: var(--kpi-text, #1b2025);
    --_muted: var(--kpi-muted, #5b6167);
    --_border: var(--kpi-border, #c2c4c7);
    --_grid: var(--kpi-grid, #e6e8ea);
    --_accent: var(--kpi-accent, #2b70ab);
    --_positive: var(--kpi-positive, #207633);
    --_negative: var(--kpi-negative, #c22826);
    --_neutral: var(--kpi-neutral, #5b6167);
    --_radius: var(--kpi-radius, 2px);
    --_space: var(--kpi-space, 16px);
    --_figure-size: var(--kpi-figure-size, 30px);
    --_font: var(
      --kpi-font,
      -apple-system,
      BlinkMacSystemFont,
      'Segoe UI',
      Roboto,
      Oxygen-Sans,
      Ubuntu,
      Cantarell,
      'Helvetica Neue',
      sans-serif
    );
  }
  .base.wordpress.dark {
    --_surface: var(--kpi-surface, #191d22);
    --_text: var(--kpi-text, #edeff0);
    --_muted: var(--kpi-muted, #a9afb4);
    --_border: var(--kpi-border, #3e4349);
    --_grid: var(--kpi-grid, #2f3338);
    --_accent: var(--kpi-accent, #6fbaed);
    --_positive: var(--kpi-positive, #67d283);
    --_negative: var(--kpi-negative, #fa8880);
    --_neutral: var(--kpi-neutral, #a9afb4);
  }
  .base.base.compact {
    --_space: var(--kpi-space, 13px);
    --_figure-size: var(--kpi-figure-size, 26px);
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
      --_positive: var(--kpi-positive, light-dark(oklch(0.49 0.108 158), oklch(0.77 0.14 158)));
      --_negative: var(--kpi-negative, light-dark(oklch(0.525 0.187 28), oklch(0.74 0.15 28)));
      --_neutral: var(--kpi-neutral, light-dark(oklch(0.5 0.022 265), oklch(0.73 0.016 265)));
    }
    .base.shopify,
    .base.shopify.dark {
      --_surface: var(--kpi-surface, light-dark(oklch(1 0 0), oklch(0.22 0 0)));
      --_text: var(--kpi-text, light-dark(oklch(0.31 0 0), oklch(0.94 0 0)));
      --_muted: var(--kpi-muted, light-dark(oklch(0.48 0 0), oklch(0.74 0 0)));
      --_border: var(--kpi-border, light-dark(oklch(0.92 0 0), oklch(0.32 0 0)));
      --_grid: var(--kpi-grid, light-dark(oklch(0.94 0 0), oklch(0.3 0 0)));
      --_accent: var(--kpi-accent, light-dark(oklch(0.54 0.135 245), oklch(0.75 0.12 240)));
      --_positive: var(--kpi-positive, light-dark(oklch(0.45 0.1 160), oklch(0.78 0.13 160)));
      --_negative: var(--kpi-negative, light-dark(oklch(0.5 0.175 28), oklch(0.75 0.14 28)));
      --_neutral: var(--kpi-neutral, light-dark(oklch(0.48 0 0), oklch(0.74 0 0)));
    }
    .base.wordpress,
    .base.wordpress.dark {
      --_surface: var(--kpi-surface, light-dark(oklch(1 0 0), oklch(0.23 0.012 250)));
      --_text: var(--kpi-text, light-dark(oklch(0.24 0.012 250), oklch(0.95 0.003 250)));
      --_muted: var(--kpi-muted, light-dark(oklch(0.49 0.012 250), oklch(0.75 0.01 250)));
      --_border: var(--kpi-border, light-dark(oklch(0.82 0.004 250), oklch(0.38 0.012 250)));
      --_grid: var(--kpi-grid, light-dark(oklch(0.93 0.003 250), oklch(0.32 0.01 250)));
      --_accent: var(--kpi-accent, light-dark(oklch(0.53 0.115 248), oklch(0.76 0.105 240)));
      --_positive: var(--kpi-positive, light-dark(oklch(0.5 0.13 147), oklch(0.78 0.15 150)));
      --_negative: var(--kpi-negative, light-dark(oklch(0.53 0.19 27), oklch(0.75 0.14 25)));
      --_neutral: var(--kpi-neutral, light-dark(oklch(0.49 0.012 250), oklch(0.75 0.01 250)));
    }
    .base.base.contrast {
      --_surface: var(--kpi-surface, light-dark(oklch(1 0 0), oklch(0.12 0.005 265)));
      --_text: var(--kpi-text, light-dark(oklch(0 0 0), oklch(1 0 0)));
      --_muted: var(--kpi-muted, light-dark(oklch(0.36 0.02 265), oklch(0.86 0.01 265)));
      --_border: var(--kpi-border, light-dark(oklch(0.5 0.02 265), oklch(0.65 0.015 265)));
      --_grid: var(--kpi-grid, light-dark(oklch(0.85 0.01 265), oklch(0.35 0.012 265)));
      --_accent: var(--kpi-accent, light-dark(oklch(0.42 0.19 267), oklch(0.82 0.085 272)));
      --_positive: var(--kpi-positive, light-dark(oklch(0.42 0.09 158), oklch(0.85 0.13 158)));
      --_negative: var(--kpi-negative, light-dark(oklch(0.45 0.17 28), oklch(0.82 0.1 28)));
      --_neutral: var(--kpi-neutral, light-dark(oklch(0.36 0.02 265), oklch(0.86 0.01 265)));
    }
    @media (prefers-contrast: more) {
      .base.base.base {
        --_surface: var(--kpi-surface, light-dark(oklch(1 0 0), oklch(0.12 0.005 265)));
        --_text: var(--kpi-text, light-dark(oklch(0 0 0), oklch(1 0 0)));
        --_muted: var(--kpi-muted, light-dark(oklch(0.36 0.02 265), oklch(0.86 0.01 265)));
        --_border: var(--kpi-border, light-dark(oklch(0.5 0.02 265), oklch(0.65 0.015 265)));
        --_grid: var(--kpi-grid, light-dark(oklch(0.85 0.01 265), oklch(0.35 0.012 265)));
        --_accent: var(--kpi-accent, light-dark(oklch(0.42 0.19 267), oklch(0.82 0.085 272)));
        --_positive: var(--kpi-positive, light-dark(oklch(0.42 0.09 158), oklch(0.85 0.13 158)));
        --_negative: var(--kpi-negative, light-dark(oklch(0.45 0.17 28), oklch(0.82 0.1 28)));
        --_neutral: var(--kpi-neutral, light-dark(oklch(0.36 0.02 265), oklch(0.86 0.01 265)));
      }
    }
  }
  @supports (color: oklch(from red l c h)) {
    .base {
      --_series-3: var(
        --kpi-series-3,
        oklch(from color-mix(in oklab, var(--_accent) 83%, var(--_surface)) l calc(c * 0.72) calc(h + -50))
      );
      --_series-4: var(
        --kpi-series-4,
        oklch(from color-mix(in oklab, var(--_accent) 55%, var(--_text)) l c calc(h + 40))
      );
      --_series-5: var(
        --kpi-series-5,
        oklch(from color-mix(in oklab, var(--_accent) 92%, var(--_surface)) l c calc(h + 70))
      );
      --_series-6: var(
        --kpi-series-6,
        oklch(from color-mix(in oklab, var(--_accent) 74%, var(--_text)) l calc(c * 0.72) calc(h + -40))
      );
    }
  }
`;
