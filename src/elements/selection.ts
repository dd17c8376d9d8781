/** What the person chose in a widget: what `kpi-select` tells the page. */
export interface Selection {
  readonly kpi?: string | undefined;
  /** A funnel's stage, by measure id. */
  readonly stage?: string | undefined;
  /** The dimension that the widget is split by, where a segment was chosen. */
  readonly by?: string | undefined;
  /** The segment's key. */
  readonly segment?: string | undefined;
  /** First and last day of a point or a span, ISO, both inclusive; of hours the local times of their first and last minute. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** The figure that was chosen. */
  readonly value?: number | undefined;
}

/** What makes a selection the same one again: not its figure, which newer data may change. */
const identity = ['kpi', 'stage', 'by', 'segment', 'start', 'end'] as const;

/** Whether two selections choose the same thing. */
export const sameSelection = (a: Selection, b: Selection): boolean => identity.every((name) => a[name] === b[name]);
