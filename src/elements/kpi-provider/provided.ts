import { createContext } from '@lit/context';
import type { DataOrigin, DataState } from '../data-controller.js';
import type { Filter } from '../filter.js';
import type { Selection } from '../selection.js';
import type { Settings } from '../settings.js';

/** What a provider hands to the widgets. A new object for every change. */
export interface Provided {
  /** The `<kpi-provider>` itself. */
  readonly element: Element;
  /** What the provider's own provider hands to it. */
  readonly outer: Provided | undefined;
  readonly settings: Settings;
  readonly data: DataState;
  /** Where their data come from, for a widget that reads the rows its own way. */
  readonly origin: DataOrigin | undefined;
  /** What the person selected in the provider's widgets; the same list until it changes. */
  readonly filters: readonly Filter[];
  /** Makes a widget's selection a filter of the others, or takes it back; undefined where nothing is filtered so. */
  readonly select: ((source: Element, selection: Selection) => void) | undefined;
  /** Sets the provider's own period and comparison, as the person chose them. */
  readonly choosePeriod: (chosen: Pick<Settings, 'period' | 'compare'>) => void;
  readonly refresh: () => Promise<void>;
}

/**
 * Registered by name, so that a provider and a widget of two copies of the library find each other. Undefined while
 * the provider is on its way into the page, or has left it.
 */
export const providedContext = createContext<Provided | undefined>(Symbol.for('kpi-elements/provided'));
