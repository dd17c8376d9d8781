/**
 * A text with `{names}` in it, or one such text per plural category of the language, chosen by `{count}`.
 * A text may have several lines: a line is left out where a value that it names is not known.
 */
export type Message = string | PluralMessage;

export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export interface KpiWords {
  readonly name: string;
  /** One sentence. English has it in a file of its own. */
  readonly definition?: string;
}
