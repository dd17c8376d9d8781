// Generated from the token files by scripts/tokens.mjs.
/** Luminance of the darkest ground that bears the light colours, and of the lightest that bears the dark ones. */
export const limits = {
  light: 0.841,
  dark: 0.033,
  'contrast light': 0.605,
  'contrast dark': 0.061,
};
