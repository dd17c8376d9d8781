/** The answer to a cube question, as an endpoint or a warehouse gives it (contract, section 8). */
export interface CubeAnswer {
  readonly kind: 'kpi-cube';
  readonly version: 1;
  readonly timeZone: string;
  readonly currency?: string | undefined;
  /** The current day, complete, ISO; or an instant. */
  readonly asOf?: string | undefined;
  /**
   * The dimensions that the rows are split by. In a row, null or absent means all of its values together, and an empty
   * text the rows that name none.
   */
  readonly by?: readonly string[] | undefined;
  /** What the rows are narrowed to already, as in a question: `device=mobile`. They need not name its dimensions. */
  readonly where?: string | undefined;
  /**
   * The measures that the server has, of those asked at least; any other is not known. Without any row each was 0; where
   * there are rows, one that adds up is a column of one of them at least, with null or 0 where there was none.
   * Without this list `coverage` and the rows tell: what neither names is not known.
   */
  readonly measures?: readonly string[] | undefined;
  /** Between which days no row means 0, as rows of the table `coverage`; `entityId` is a measure, or `dailyMeasures`. */
  readonly coverage?: readonly CubeRow[] | undefined;
  /**
   * Measures that add up, per day `start` and segment; no row for a day means 0, from the first row to the as-of day. A
   * cube answer tells of whole days: rows of hours are added up to theirs, and a running day is left out.
   */
  readonly buckets: readonly CubeRow[];
  /**
   * Measures that do not add up, for exactly the windows asked: `start` and `end` inclusive. Null where there is nothing
   * to take one of, such as the median of no values.
   */
  readonly windows?: readonly CubeRow[] | undefined;
}

/** Dates under `start` and `end`, dimension values, and numbers by measure id. */
export type CubeRow = Readonly<Record<string, string | number | null | undefined>>;
