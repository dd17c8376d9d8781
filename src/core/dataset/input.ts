import type { OwnKpi } from '../catalog/own-definitions.js';

/** Columns of equal length by field: lists, or typed arrays of numbers. */
export type ColumnsInput = Readonly<Record<string, readonly unknown[] | Float64Array | Float32Array | Int32Array>>;

/** Rows as objects, or the same as columns. */
export type TableInput = readonly Readonly<Record<string, unknown>>[] | ColumnsInput;

/** Tables by entity id: `orders`, `orderLines`, `refunds`, `sessions`, `dailyMeasures`. */
export type TablesInput = Readonly<Record<string, TableInput>>;

export interface DatasetOptions {
  /** ISO 4217: fills rows that name none, and names the reporting currency. */
  readonly currency?: string | undefined;
  /** IANA name of the shop's zone. */
  readonly timeZone?: string | undefined;
  /** Taken where no `timeZone` is named, with the warning `zone-assumed`: the viewer's zone. Default UTC. */
  readonly assumedTimeZone?: string | undefined;
  /** The instant that it is, ISO: rows that are dated later than the day after do not make the data newer, and are told of. */
  readonly now?: string | undefined;
  /** What `asOf` means where a question names none: `latest`, an ISO date or an instant. */
  readonly asOf?: string | undefined;
  /**
   * The catalogue's parameters by id, such as `gapPolicy` (`unknown`, or `zero`: what a day without daily numbers means)
   * and `taxTreatment` (`exclusive`, or `inclusive`: sales include tax), and tables of the shop's own, by rows or by
   * columns: `coverage` (between which days a table or a daily column is known, so that no row means 0), `targets`,
   * `rates` (`{ date, base, quote, rate }`: amounts are converted into the reporting currency, which is `currency` or
   * what all rates are into), and `controlTotals` (`{ measure, start, end, value, source }`: what another system, such
   * as the shop's platform, states of a measure or KPI between two dates, in the reporting currency); and
   * `experimentSplits`, how the units of experiments are to be split where not equally, as weights
   * (`{ checkout: { control: 2, 'one-page': 1 } }`); and `limits`, how much is taken in at most
   * (`{ rows: 10_000_000, bytes: 1_000_000_000 }`, which data cannot set for themselves). And what the shop defines itself, by id: `parameters` (numbers that its formulas name as `param(id)`), `dimensions`
   * (`{ giftWrap: { entity: 'orders', type: 'bool' } }`: columns that rows are split and filtered by) and `measures`
   * (`{ giftOrders: { entity: 'orders', aggregation: 'count', filter: 'counted and giftWrap' } }`).
   */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** The shop's own KPIs, beside those of the catalogue. */
  readonly kpiDefinitions?: readonly OwnKpi[] | undefined;
}

/** What is wrong with a cell, or with its row. */
export type IssueCode =
  | 'empty'
  | 'not-a-number'
  | 'not-positive'
  | 'thousands-or-decimals'
  | 'not-a-date'
  | 'no-such-date'
  | 'not-a-currency'
  | 'not-a-flag'
  | 'not-a-text'
  | 'unknown-name'
  | 'ends-early'
  | 'given-twice'
  | 'misfit';

/** All of them, so that a misspelt one is refused. */
export const datasetOptions = Object.keys({
  ...{ currency: 0, timeZone: 0, assumedTimeZone: 0, now: 0, asOf: 0, settings: 0, kpiDefinitions: 0 },
} satisfies Record<keyof DatasetOptions, 0>);

/** A cell that made its row useless. */
export interface RowIssue {
  /** Counted from 1, without the header. */
  readonly row: number;
  /** Empty where the row as a whole cannot be read. */
  readonly field: string;
  readonly code: IssueCode;
  /** The beginning of what stands there; undefined where that is nothing. */
  readonly value: string | undefined;
  /** What was found and what was expected, in English. */
  readonly reason: string;
}

/** Why rows were left out: all that have the same thing wrong with the same field. */
export interface RefusalCause {
  /** A row that has several things wrong is one of each. */
  readonly rows: number;
  readonly first: RowIssue;
}

export interface TableReport {
  readonly table: string;
  /** Rows taken. */
  readonly rows: number;
  /** Rows left out, each with at least one issue. */
  readonly refused: number;
  /** Rows that a later row of the same key took the place of. */
  readonly replaced: number;
  /** Daily numbers: those of them that held other figures for the same day; undefined where none did. */
  readonly overruled?: number;
  /** The first hundred. */
  readonly issues: readonly RowIssue[];
  /** All of them, counted. */
  readonly causes: readonly RefusalCause[];
  /** First and last local ISO date. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Where the last row, counted as in `issues`, is the total of those above: it is passed over. */
  readonly total?: number;
  /**
   * Rows that are dated more than a year after all others, the newest of which are of the ISO date `after`: a year may be
   * mistyped. They do not make the data newer.
   */
  readonly far?: { readonly rows: number; readonly after: string };
  /**
   * The same of rows that are dated later than the day after `now`, where that is told and most rows are not such.
   */
  readonly ahead?: { readonly rows: number; readonly after: string };
}

/** On which terms the data stand, by what was found in them and what their source says of them. */
export interface DataNote {
  /** What programs and languages know it by: `decimal-comma`, `sampled`, or a code of an adapter of your own. */
  readonly code: string;
  /** For developers, in English. */
  readonly message: string;
  /** The same facts for programs. */
  readonly details?: Readonly<Record<string, string | number | undefined>>;
}

/** What was taken in and what was refused, and why. */
export interface DatasetReport {
  readonly tables: readonly TableReport[];
  readonly currency: string | undefined;
  readonly timeZone: string;
  /** On which terms the data stand: of which platform they are, sampled, or perhaps one page of many. */
  readonly notes: readonly DataNote[];
}
