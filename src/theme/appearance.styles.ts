import { css } from 'lit';

/** Where the tokens give way: to the page's own look, to the system's colours, and to paper. */
export const appearanceStyles = css`
  .base.light {
    color-scheme: light;
  }
  .base.dark {
    color-scheme: dark;
  }
  .base.inherit {
    --_font: var(--kpi-font, inherit);
  }
  @media not print {
    /* The end of a transition tells that the page has changed its colours: no watching, no polling. */
    .base.inherit {
      color: var(--kpi-text, inherit);
      transition: color 1ms;
    }
    .base.base.base.inherit {
      /* The page's text colour, as measured: currentcolor would be that of whatever uses the token. */
      --_text: var(--kpi-text, var(--_ink));
      --_quiet: color-mix(in oklab, var(--_text) 72%, transparent);
      --_muted: var(--kpi-muted, var(--_quiet));
      --_neutral: var(--kpi-neutral, var(--_quiet));
      --_surface: var(--kpi-surface, transparent);
      --_raised: var(--kpi-raised, var(--kpi-surface, Canvas));
      --_border: var(--kpi-border, color-mix(in oklab, var(--_text) 16%, transparent));
      --_grid: var(--kpi-grid, color-mix(in oklab, var(--_text) 10%, transparent));
    }
    .base.base.base.inherit.contrast,
    .base.base.base.inherit.plain {
      --_quiet: var(--_text);
    }
    /* A ground on which no colour but the text's can be read. */
    .base.base.base.inherit.plain {
      --_accent: var(--kpi-accent, var(--_text));
      --_positive: var(--kpi-positive, var(--_text));
      --_negative: var(--kpi-negative, var(--_text));
      --_selected: var(--kpi-selected, transparent);
      --_positive-soft: var(--kpi-positive-soft, transparent);
      --_negative-soft: var(--kpi-negative-soft, transparent);
      --_neutral-soft: var(--kpi-neutral-soft, transparent);
    }
  }
  /* Light on paper, whatever the page is. */
  @media print {
    .base.base {
      color-scheme: light;
      print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    .base.base.base.base.base {
      --_surface: Canvas;
      --_raised: Canvas;
      --_selected: Canvas;
      --_positive-soft: Canvas;
      --_negative-soft: Canvas;
      --_neutral-soft: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_border: CanvasText;
      --_control: CanvasText;
      --_positive: CanvasText;
      --_negative: CanvasText;
      --_neutral: CanvasText;
      --_ghost: CanvasText;
      --_loss: CanvasText;
      --_grid: color-mix(in srgb, CanvasText 35%, Canvas);
      --_track: color-mix(in srgb, CanvasText 35%, Canvas);
      --_focus: Highlight;
      --_accent: LinkText;
      --_series-1: LinkText;
      --_series-2: CanvasText;
      --_series-3: Highlight;
      --_series-4: GrayText;
      --_series-5: VisitedText;
      --_series-6: ButtonText;
    }
  }
`;
