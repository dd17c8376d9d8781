import type { en } from './en.js';
import type { dataEnglish } from './en/data.js';
import type { explainEnglish } from './en/explain.js';
import type { failureEnglish } from './en/failure.js';
import type { funnelEnglish } from './en/funnel.js';
import type { periodEnglish } from './en/period.js';
import type { providerEnglish } from './en/provider.js';
import type { rulesEnglish } from './en/rules.js';
import type { scorecardEnglish } from './en/scorecard.js';
import type { KpiWords, Message } from './message.js';

/** Keys of the texts that every widget has at hand. */
export type UiKey = keyof typeof en.ui;

export type DataKey = keyof typeof dataEnglish.ui;
export type ExplainKey = keyof typeof explainEnglish;
export type FailureKey = keyof typeof failureEnglish;
export type FunnelKey = keyof typeof funnelEnglish;
export type PeriodKey = keyof typeof periodEnglish;
export type ProviderKey = keyof typeof providerEnglish;
export type RulesKey = keyof typeof rulesEnglish;
export type ScorecardKey = keyof typeof scorecardEnglish;

/** KPIs whose English name every widget has at hand, or that comes with the engine. */
export type KpiKey = keyof typeof en.kpis | keyof typeof dataEnglish.kpis;

/** Keys of the texts whose English comes with what says them. */
export type PartKey = DataKey | ExplainKey | FailureKey | FunnelKey | PeriodKey | ProviderKey | RulesKey | ScorecardKey;

/** A language. English lacks what comes with the engine and the parts of the script; the others are one file each, with all keys. */
export interface Messages {
  /** BCP 47 tag that Intl is asked with. */
  readonly lang: string;
  /** Words and sentences of the widgets, by key. */
  readonly ui: Readonly<Record<UiKey, Message> & Partial<Record<PartKey, Message>>>;
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
  /** Beside the keys of the language, `note.` and the code of a note that an adapter of the page's own makes. */
  readonly ui?: Readonly<Partial<Record<UiKey | PartKey | `note.${string}`, Message>>>;
  readonly kpis?: Readonly<Record<string, Partial<KpiWords>>>;
  readonly measures?: Readonly<Record<string, string>>;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly segments?: Readonly<Record<string, string>>;
}

/** A language file: complete for every key, KPI and measure that English has. */
export type Translation = Messages & {
  readonly ui: Readonly<Record<UiKey | PartKey, Message>>;
  readonly kpis: Readonly<Record<KpiKey, Required<KpiWords>>>;
  readonly measures: Readonly<Record<keyof typeof dataEnglish.measures, string>>;
  readonly dimensions: Readonly<Record<keyof typeof dataEnglish.dimensions, string>>;
};
