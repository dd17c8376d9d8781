/** In what a KPI or measure is counted. Percent is a fraction, a duration is seconds, currency is major units. */
export type Unit =
  'currency' | 'percent' | 'ratio' | 'count' | 'duration' | 'score' | 'rating' | 'kgCO2e' | 'kWh' | 'kg';

/** Which way is better for the business. */
export type Better = 'up' | 'down' | 'neutral';

/** What a cell of a field may hold; catalogue, section 1. */
export type FieldType =
  'id' | 'string' | 'enum' | 'currency' | 'money' | 'int' | 'decimal' | 'bool' | 'datetime' | 'date';

export interface FieldDefinition {
  readonly type: FieldType;
  readonly required?: true;
  /** Amounts whose sign the measure knows: a negative one is a mistake of the mapping. */
  readonly positive?: true;
}

/** A fact table: what one row is, when it happened, and what a day without rows means. */
export interface EntityDefinition {
  readonly id: string;
  /** Fields that identify a row: of several rows with the same key the last one counts. Empty: every row counts. */
  readonly key: readonly string[];
  /** The field that places a row in time. */
  readonly time: string;
  /** `zero`: no row means 0 from the first row to the as-of day; `unknown`: no row means unknown. */
  readonly absence: 'zero' | 'unknown';
  readonly dimensions: readonly string[];
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** A row must have all the fields of one of these groups. */
  readonly oneOf?: readonly (readonly string[])[];
}

/** Stands in for a measure that the data do not hold. */
export interface StandIn {
  readonly formula: string;
  readonly warning?: string;
}

/** A named aggregate of one entity's rows. */
export interface MeasureDefinition {
  readonly id: string;
  readonly entity: string;
  readonly aggregation: 'count' | 'sum' | 'countDistinct';
  /** `sum`: arithmetic over number fields; `countDistinct`: the field whose values are counted. */
  readonly expression?: string;
  /** The true/false field that a row must have set. */
  readonly filter?: string;
  /** `countDistinct`: count only values that stand in at least so many rows of the window. */
  readonly atLeast?: number;
  readonly unit: Unit | 'currency²';
  /** What a column of daily numbers may do: `sum` adds up, `grain-only` is right for its own row alone. */
  readonly daily: 'sum' | 'grain-only';
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
  /** How periods come together: added, ratio of sums, or computed anew from the rows. */
  readonly acrossPeriods: 'SUM' | 'ROS' | 'RECOMPUTE';
  readonly defaultComparison: 'previous-period' | 'previous-year';
}
