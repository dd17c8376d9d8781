/** What to make of a figure, in one language; it is fetched when it is first shown. */
export interface AdviceMessages {
  /** What a rule that fired means, by its id. What stands before the first colon can stand alone, where room is short. */
  readonly rules: Readonly<Record<string, string>>;
  /** By KPI: what it tells, how to read a high or low one, what can be done. */
  readonly advice: Readonly<Record<string, Advice>>;
  /** The ids of rules and KPIs whose words a native reader has reviewed. */
  readonly reviewed: readonly string[];
}

export interface Advice {
  readonly meaning?: readonly string[];
  readonly diagnosis?: readonly string[];
  readonly action?: readonly string[];
}
