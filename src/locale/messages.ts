/** A text with `{names}` in it, or one such text per plural category of the language, chosen by `{count}`. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export interface KpiWords {
  readonly name: string;
  readonly definition: string;
}

/** Everything a language needs: one file a language, all with the same keys. */
export interface Messages {
  /** BCP 47 tag that Intl is asked with. */
  readonly lang: string;
  /** Words and sentences of the widgets, by key. */
  readonly ui: Readonly<Record<UiKey, Message>>;
  /** Names and definitions by KPI id. */
  readonly kpis: Readonly<Record<string, KpiWords>>;
}

/** Keys of the UI texts; en.ts is the reference. */
export type UiKey = string;
