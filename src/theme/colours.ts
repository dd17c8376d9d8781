import { unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';

/** The colours of a look as declarations: those for a light page, those for a dark one, and those that follow the page. */
export interface Look {
  readonly light: CSSResult;
  readonly dark: CSSResult;
  readonly both: CSSResult;
}

/**
 * Names tokens; what it returns declares two colours for each of them, in the same order, all separated by spaces. What
 * the page sets as `--kpi-…` comes first.
 */
export function coloursOf(names: string): (light: string, dark: string) => Look {
  return (light, dark) => {
    const [lights, darks] = [light.split(' '), dark.split(' ')];
    const declare = (colour: (index: number) => string | undefined) =>
      unsafeCSS(
        names
          .split(' ')
          .map((name, index) => `--_${name}: var(--kpi-${name}, ${colour(index)})`)
          .join(';'),
      );
    return {
      light: declare((index) => lights[index]),
      dark: declare((index) => darks[index]),
      both: declare((index) => `light-dark(${lights[index]}, ${darks[index]})`),
    };
  };
}
