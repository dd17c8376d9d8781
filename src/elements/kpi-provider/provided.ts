import { createContext } from '@lit/context';
import type { DataOrigin, DataState } from '../data-controller.js';
import type { Settings } from '../settings.js';

/** What a provider hands to the widgets. A new object for every change. */
export interface Provided {
  /** The `<kpi-provider>` itself. */
  readonly element: Element;
  readonly settings: Settings;
  readonly data: DataState;
  /** Where its data come from, for a widget that reads the rows its own way. */
  readonly origin: DataOrigin | undefined;
  readonly refresh: () => Promise<void>;
}

/** Registered by name, so that a provider and a widget of two copies of the library find each other. */
export const providedContext = createContext<Provided>(Symbol.for('kpi-elements/provided'));
