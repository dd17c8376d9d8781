import type { GroundController } from './ground-controller.js';
import type { Settings } from './settings.js';

const warned = new Set<string>();

/** The value where it is known, else the first one, with one warning a page: looks are never worth an error. */
export function look<const Value extends string>(
  tag: string,
  attribute: string,
  value: string | undefined,
  allowed: readonly [Value, ...Value[]],
): Value {
  if (value === undefined) return allowed[0];
  const known = allowed.find((candidate) => candidate === value);
  if (known !== undefined) return known;
  const warning = `<${tag} ${attribute}="${value}"> is not known; taking "${allowed[0]}" of ${allowed.join(', ')}.`;
  if (!warned.has(warning)) {
    warned.add(warning);
    console.warn(warning);
  }
  return allowed[0];
}

/** The looks of a widget's frame, as class names. In the page's own colours, what can be read there decides. */
export function frameLooks(tag: string, { theme, appearance, density }: Settings, ground: GroundController): string {
  const known = {
    theme: look(tag, 'theme', theme, ['default', 'inherit', 'shopify', 'wordpress']),
    appearance: look(tag, 'appearance', appearance, ['auto', 'light', 'dark', 'contrast']),
    density: look(tag, 'density', density, ['comfortable', 'compact']),
  };
  const measured = known.theme === 'inherit' ? ground.measure() : known.appearance;
  return `${known.theme} ${known.appearance === 'auto' ? measured : known.appearance} ${known.density}`;
}
