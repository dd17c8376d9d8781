// Generated from the token files by scripts/tokens.mjs.
import { css } from 'lit';
import { coloursOf } from './colours.js';

const look = coloursOf('surface text muted border grid accent positive negative neutral');
const base = look(
  '#ffffff #171a24 #5d6370 #e0e3e8 #e7e9ee #3b5fd8 #137248 #bf2923 #5d6370',
  '#16181e #f0f2f5 #a3a8b2 #2a2e35 #272a30 #879ef9 #58cf92 #fb8274 #a3a8b2',
);
const shopify = look(
  '#ffffff #303030 #5d5d5d #e4e4e4 #ebebeb #0374b7 #056641 #b12822 #5d5d5d',
  '#1b1b1b #ebebeb #ababab #333333 #2e2e2e #5fb8f2 #61d19a #fa897b #ababab',
);
const wordpress = look(
  '#ffffff #1b2025 #5b6167 #c2c4c7 #e6e8ea #2b70ab #207633 #c22826 #5b6167',
  '#191d22 #edeff0 #a9afb4 #3e4349 #2f3338 #6fbaed #67d283 #fa8880 #a9afb4',
);
const contrast = look(
  '#ffffff #000000 #383d48 #5e636f #caced4 #203bb2 #125b3a #9e1614 #383d48',
  '#050607 #ffffff #ced1d8 #8b8f99 #373b41 #b1c1fc #7de8ad #feaba0 #ced1d8',
);

/** Every token as a custom property of the widget's own, which the page's `--kpi-…` property overrides. */
export const tokenStyles = css`
  .base {
    ${base.light};
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
    ${base.dark};
  }
  .base.shopify {
    ${shopify.light};
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
    ${shopify.dark};
  }
  .base.wordpress {
    ${wordpress.light};
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
    ${wordpress.dark};
  }
  .base.base.compact {
    --_space: var(--kpi-space, 13px);
    --_figure-size: var(--kpi-figure-size, 26px);
  }
  @supports (color: light-dark(#000, #fff)) {
    .base,
    .base.dark {
      ${base.both};
    }
    .base.shopify,
    .base.shopify.dark {
      ${shopify.both};
    }
    .base.wordpress,
    .base.wordpress.dark {
      ${wordpress.both};
    }
    .base.base.contrast {
      ${contrast.both};
    }
    @media (prefers-contrast: more) {
      .base.base.base {
        ${contrast.both};
      }
    }
  }
  @supports not (color: light-dark(#000, #fff)) {
    .base.base.contrast {
      ${contrast.light};
    }
    .base.base.contrast.dark {
      ${contrast.dark};
    }
    @media (prefers-contrast: more) {
      .base.base.base {
        ${contrast.light};
      }
      .base.base.base.dark {
        ${contrast.dark};
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
