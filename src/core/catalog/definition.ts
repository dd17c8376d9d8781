/** In what a KPI or measure is counted. Percent is a fraction, a duration is seconds, currency is major units. */
export type Unit =
  'currency' | 'percent' | 'ratio' | 'count' | 'duration' | 'score' | 'rating' | 'kgCO2e' | 'kWh' | 'kg';

/** Which way is better for the business. */
export type Better = 'up' | 'down' | 'neutral';

/** What a cell of a field may hold; catalogue, section 1. */
export type FieldType =
  'id' | 'string' | 'string[]' | 'enum' | 'currency' | 'money' | 'int' | 'decimal' | 'bool' | 'datetime' | 'date';

export interface FieldDefinition {
  readonly type: FieldType;
  readonly required?: true;
  /** Amounts whose sign the measure knows: a negative one is a mistake of the mapping. */
  readonly positive?: true;
  /** A number that may be a share: `3.5%` is 0.035. */
  readonly share?: true;
  /** A time of which a mere date means the end of that day. */
  readonly untilNight?: true;
  /** What an empty cell means, and a column that is absent. */
  readonly default?: string | boolean;
}

/** A fact table: what one row is, when it happened, and what a day without rows means. */
export interface EntityDefinition {
  readonly id: string;
  /** Fields that identify a row: of several rows with the same key the last one counts. Empty: every row counts. */
  readonly key: readonly string[];
  /** A field that says the same in all rows of one key: one that says something else than the last of them is refused. */
  readonly once?: string;
  /** The field that places a row in time. */
  readonly time: string;
  /** Of an interval: the field of its last day, which cannot be before the first. */
  readonly until?: string;
  /**
   * `zero`: no row means 0 from the first row to the as-of day; `inside`: from the first row to the last; `carry`: the
   * last snapshot holds for some days; `unknown`: no row means unknown. Undefined where no measure reads the rows.
   */
  readonly absence?: 'zero' | 'inside' | 'carry' | 'unknown' | undefined;
  /** Whether the rows come to an end, so that a daily feed of them that falls silent is none that is broken. */
  readonly ends?: boolean;
  /** Of `carry`: how many days a snapshot holds, where it is not param(maxStaleDays). */
  readonly holdsDays?: number;
  readonly dimensions: readonly string[];
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** Fields that name something of the catalogue: a KPI; a KPI or a measure; a table or a daily column. */
  readonly names?: Readonly<Record<string, 'kpi' | 'figure' | 'table'>>;
  /** A row must have all the fields of one of these groups. */
  readonly oneOf?: readonly (readonly string[])[];
  /**
   * Dimensions that are spelt like one of the shop but mean something else, with the id that tells them apart: a
   * request's channel is none that customers came through.
   */
  readonly own?: Readonly<Record<string, string>>;
  /** True/false fields that are filters over others: a measure may name them like a field. */
  readonly derived?: Readonly<Record<string, string>>;
}

/** Stands in for a measure that the data do not hold. */
export interface StandIn {
  readonly formula: string;
  readonly warning?: string;
}

/** How a measure is taken from rows. */
export type Aggregation = 'count' | 'sum' | 'countDistinct' | 'quantile' | 'last' | 'mean' | 'running';

/** A named aggregate of one entity's rows. */
export interface MeasureDefinition {
  readonly id: string;
  readonly entity: string;
  /** `computed`: of no table's rows, but of what is known of other figures. */
  readonly aggregation: Aggregation | 'computed';
  /**
   * `sum`, `quantile`, `last`, `mean` of the days with a snapshot, `running` sum of all up to the end: arithmetic over number fields, and over instants, in seconds; `countDistinct`: the field
   * whose values are counted.
   */
  readonly expression?: string;
  /** Which rows count, in the filter language: `addedToCart and not purchased`, `kind in (return, exchange)`. */
  readonly filter?: string;
  /** `countDistinct`: count only values that stand in at least so many rows of the window. */
  readonly atLeast?: number;
  /** `countDistinct`: count no value that stands in a row of the window where this true/false field is set. */
  readonly without?: string;
  /** `quantile`: which, between 0 and 1 (Hyndman and Fan's type 7). */
  readonly share?: number;
  /** Rows of the same day that share this field count as one, by the sums of their numbers. */
  readonly per?: string;
  /** The measure whose figure at the end of the day before the span this is. */
  readonly opening?: string;
  /**
   * `countDistinct`: over param(activityWindowDays) days before the span; `throughout`: of these, the values that stand
   * in as many days up to its end, too.
   */
  readonly active?: 'before' | 'throughout';
  /** Dimensions that a question which does not name them reads at one value. */
  readonly standard?: Readonly<Record<string, string>>;
  /** People whom several rows may count: of more than one row the sum is an upper bound. */
  readonly overlaps?: true;
  /** The parameter that is added to the whole: what was there before the data begin. */
  readonly plus?: 'appInstallsBefore';
  /** Where no row means unknown: which rows tell that a day is known. */
  readonly known?: string;
  /** Of groups of people: one smaller than param(minGroupSize) is not shown. */
  readonly isPrivate?: true;
  /** The field that places the rows in time, where it is not the entity's. */
  readonly on?: string;
  /** `square`: a sum of squares, which a test needs and nobody reads. */
  readonly unit: Unit | 'ms' | 'square';
  /** Dimensions that split and filter this measure alone, and no other of its formula. */
  readonly ownDimensions?: readonly string[];
  /** The list whose items are such a dimension: a row counts under each of them. */
  readonly items?: { readonly dimension: string; readonly of: string };
  /**
   * What a column of daily numbers may do: `sum` adds up, `last` is a stock at the end of its day, `avg` one of which
   * days have a mean, `grain-only` is right for its own row alone; `derived`: it follows from the column `opening`,
   * `no`: no column can give it.
   */
  readonly daily: 'sum' | 'last' | 'avg' | 'grain-only' | 'derived' | 'no';
  /** Tried in turn where the data do not hold the measure. */
  readonly whenAbsent?: readonly StandIn[];
  /** How an orders' measure is taken from the lines when it is split by what only a line has. */
  readonly perLine?: { readonly aggregation: 'sum' | 'countDistinct'; readonly expression: string };
}

/** A KPI: a formula over measures, and how to read it. */
export interface KpiDefinition {
  readonly id: string;
  readonly group: string;
  readonly unit: Unit;
  readonly direction: Better;
  readonly formula: string;
  /** Other formulas for the same figure, tried where the data do not hold the measures of `formula`. */
  readonly fallbacks?: readonly StandIn[];
  /**
   * How periods come together: added, ratio of sums, the value at the end of the period, what is different in the whole
   * period, or computed anew from the rows.
   */
  readonly acrossPeriods: 'SUM' | 'ROS' | 'LAST' | 'SET' | 'RECOMPUTE';
  /** `control`: of an experiment, whose variants are held against its control group and against nothing else. */
  readonly defaultComparison: 'previous-period' | 'previous-year' | 'control';
  /** Which test tells a change from noise (catalogue, section 3.5); default `days`. */
  readonly test?: 'two-proportion' | 'welch' | 'poisson' | 'days' | 'census' | 'none';
  /** The dimensions that the figure is meant to be split by. */
  readonly breakdown?: readonly string[];
  /** A dimension of which one value has to be chosen: over several the figure means nothing. */
  readonly filterNeeded?: string;
  /** What the test is fed, as formulas over measures. */
  readonly testInputs?: TestInputs;
  /** A figure over the part that is known: below the whole it is partial, below `refuseBelow` of it there is none. */
  readonly complete?: { readonly part: string; readonly whole: string; readonly refuseBelow: number };
}

/** What an experiment is judged by, as measures: how many of its units there are, and how many of them did as hoped. */
export type ExperimentInputs = {
  readonly successes: string;
  readonly trials: string;
  readonly controlSuccesses: string;
  readonly controlTrials: string;
};

/** Formulas: of a share (`two-proportion`), of a mean (`welch`), of a number of events (`poisson`). */
export type TestInputs =
  | { readonly successes: string; readonly trials: string }
  | ExperimentInputs
  | { readonly n: string; readonly sum: string; readonly squares: string }
  | { readonly count: string; readonly exposure: string };
