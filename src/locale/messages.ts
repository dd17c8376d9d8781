import type { en } from './en.js';
import type { KpiWords, Message } from './message.js';

/** Keys of the UI texts; en.ts is the reference. */
export type UiKey = keyof typeof en.ui;

/** Everything a language needs: one file a language, all with the same keys. */
export interface Messages {
  /** BCP 47 tag that Intl is asked with. */
  readonly lang: string;
  /** Words and sentences of the widgets, by key. */
  readonly ui: Readonly<Record<UiKey, Message>>;
  /** Names and definitions by KPI id. */
  readonly kpis: Readonly<Record<string, KpiWords>>;
  /** Names of what formulas are fed, by measure id. */
  readonly measures: Readonly<Record<string, string>>;
  /** Names of what figures are split and filtered by, by dimension. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Names of the values that the catalogue's dimensions have everywhere: `organic-search`, `mobile`. */
  readonly segments: Readonly<Record<string, string>>;
}

/** What a page may word itself: any part of a language. */
export interface OwnMessages {
  readonly ui?: Readonly<Partial<Record<UiKey, Message>>>;
  readonly kpis?: Readonly<Record<string, Partial<KpiWords>>>;
  readonly measures?: Readonly<Record<string, string>>;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly segments?: Readonly<Record<string, string>>;
}

/** A language file: complete for every key, KPI and measure that English has. */
export type Translation = Messages & {
  readonly kpis: Readonly<Record<keyof typeof en.kpis, KpiWords>>;
  readonly measures: Readonly<Record<keyof typeof en.measures, string>>;
  readonly dimensions: Readonly<Record<keyof typeof en.dimensions, string>>;
};
