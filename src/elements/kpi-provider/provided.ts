import { createContext } from '@lit/context';
import type { DataOrigin, DataState } from '../data-controller.js';
import type { Selection } from '../selection.js';
import type { Settings } from '../settings.js';
import type { Filter } from './filter.js';

/** What a provider hands to the widgets. A new object for every change. */
export interface Provided {
  /** The `<kpi-provider>` itself. */
  readonly element: Element;
  readonly settings: Settings;
  readonly data: DataState;
  /** Where their data come from, for a widget that reads the rows its own way. */
  readonly origin: DataOrigin | undefined;
  /** What the person selected in the provider's widgets; the same list until it changes. */
  readonly filters: readonly Filter[];
  /** Makes a widget's selection a filter of the others, or takes it back where it is chosen again. */
  readonly select: (source: Element, selection: Selection) => void;
  readonly refresh: () => Promise<void>;
}

/** Registered by name, so that a provider and a widget of two copies of the library find each other. */
export const providedContext = createContext<Provided>(Symbol.for('kpi-elements/provided'));
