import { version } from '../../package.json';
import { upgrade } from './upgrade.js';

/** What a page may call: the only global name of the library. */
interface KpiElementsGlobal {
  readonly upgrade: typeof upgrade;
  readonly version: string;
}

declare global {
  var KpiElements: KpiElementsGlobal | undefined;
}

/** Upgrades the page's divs, unless another copy of the library does so already. */
export function start(): void {
  // An element with this id is a global of this name, and nothing to respect.
  if (typeof globalThis.KpiElements?.upgrade === 'function') return;
  globalThis.KpiElements = Object.freeze({ upgrade, version });
  upgrade();
  // What the parser was still at: data are read when all of them are there.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => upgrade(), { once: true });
}
