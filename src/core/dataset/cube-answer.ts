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
  /**
   * Measures that add up, per day `start` and segment; no row for a day means 0, from the first row to the as-of day. A
   * cube answer tells of whole days: rows of hours are added up to theirs, and a running day is left out.
   */
  readonly buckets: readonly CubeRow[];
  /** Measures that do not add up, for exactly the windows asked: `start` and `end` inclusive. */
  readonly windows?: readonly CubeRow[] | undefined;
}

/** Dates under `start` and `end`, dimension values, and numbers by measure id. */
export type CubeRow = Readonly<Record<string, string | number | null | undefined>>;
