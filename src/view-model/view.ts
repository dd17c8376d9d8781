import type { Course } from '../core/evaluate/course.js';

/** A number as it is drawn: its digits large, its unit small. Joined, the parts read as one text. */
export interface FigureView {
  readonly parts: readonly { readonly kind: 'number' | 'unit'; readonly text: string }[];
  /** The parts joined. "—" where there is no value. */
  readonly text: string;
  /** The text as a screen reader should say it: in full where it is a compact one, no spaces between thousands. */
  readonly full: string;
}

export type Tone = 'good' | 'bad' | 'neutral';

/** A change, said without relying on colour. */
export interface ChangeView {
  readonly name: string;
  readonly glyph: '▲' | '▼' | '≈' | '=' | '';
  readonly tone: Tone;
  /** Signed, with its unit: "+8.4 %", "−0.21 pp"; "—" where no change can be given. */
  readonly text: string;
  /** What it is compared with: "vs 26 Sep – 23 Oct". */
  readonly against: string;
  /** The other window's own figure: "1,180,200 kr." */
  readonly base: string;
  /** Whether to believe it, in a sentence. */
  readonly evidence: string;
}

export interface TargetView {
  readonly value: number;
  /** What one point of the line must reach: the target itself for rates, its share of the period for sums. */
  readonly level: number | undefined;
  /** "84 % of target" */
  readonly text: string;
  /** Names the rule in a chart by what one point must reach: "Target 50 k kr." */
  readonly label: string;
  readonly reached: boolean;
  /** 0 … 1, held there, for a bar. */
  readonly share: number;
  /** Where a period still running leads if it goes on like the part so far: "on course for 104 %". */
  readonly pace: { readonly text: string; readonly share: number } | undefined;
}

export interface PointView {
  readonly start: string;
  readonly end: string;
  readonly value: number | undefined;
  /** The value in words, or "—". */
  readonly text: string;
  /** The value as a screen reader should say it: no spaces between thousands, "No value" for "—". */
  readonly spoken: string;
  /** The date in full: "Tuesday, 11 November 2025". */
  readonly label: string;
  /** The date on an axis: "11 Nov". */
  readonly tick: string;
  readonly complete: boolean;
  /** Why there is no value, or that the bucket is still running. */
  readonly note: string | undefined;
}

/** A series with its words. Lines of one view have their points matched by position. */
export interface LineView {
  readonly key: string;
  readonly label: string;
  readonly role: 'current' | 'comparison' | 'segment' | 'rest' | 'kpi';
  /** Its points as columns: a drawing reads all of them, and no word of any. */
  readonly course: Pick<Course, 'length' | 'values' | 'complete'>;
  /** A point with its words; undefined beyond the last one. */
  readonly at: (index: number) => PointView | undefined;
}

export interface TableView {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
}

/** A term of the information panel: "Compared with" – "26 Sep – 23 Oct 2025: 1,180,200 kr.". */
export interface FactView {
  readonly term: string;
  readonly detail: string;
}

/** What every widget says, whatever it draws. */
export interface WidgetView {
  readonly heading: string;
  /** "24 Oct – 20 Nov 2025" */
  readonly period: string;
  /** Empty where each row or stage has changes of its own. */
  readonly changes: readonly ChangeView[];
  /** What must be known before the figures are believed: rows that were refused, a filter that meets no row. */
  readonly caution: string | undefined;
  /** Why there is no value, for a shop owner. */
  readonly reason: string | undefined;
  /** Everything above in one sentence or two. */
  readonly sentence: string;
}

/** What a rule found in figures. */
export interface FindingView {
  /** More than a hint. */
  readonly isSerious: boolean;
  /** In a few words, without a full stop. */
  readonly headline: string;
  readonly text: string;
  /** The figures that made it so. */
  readonly figures: string;
}

/** What rules found, and what is known of a KPI in general. */
export interface AdviceView {
  readonly findings: readonly FindingView[];
  readonly advice: readonly { readonly title: string; readonly texts: readonly string[] }[];
}

/** What a panel adds to a view: what the figures mean and what they rest on. */
export interface ProofView {
  readonly definition: string | undefined;
  /** On which terms the figures stand, each a sentence. */
  readonly notes: readonly string[];
  /** Windows, inputs, rows, freshness. */
  readonly facts: readonly FactView[];
}

/** What a panel says of the data set that a figure was made of. */
export interface ReportView {
  /** "Data: 60,309 rows, and 12 left out" */
  readonly summary: string;
  /** Whether there is something in it that a reader of the figures should see. */
  readonly isOpen: boolean;
  /** On which terms the data stand, each a sentence. */
  readonly notes: readonly string[];
  /** Whose data they are, and what was read of each table: "Orders" – "60,309 rows (1 Jan – 20 Nov 2025)". */
  readonly facts: readonly (FactView & {
    /** Why rows were left out. */
    readonly more?: readonly string[];
  })[];
}

/** What every widget that shows one KPI says. */
export interface KpiView extends WidgetView {
  readonly figure: FigureView;
  readonly target: TargetView | undefined;
  /** Why a target that was set is not held against the figure. */
  readonly targetNote?: string | undefined;
  readonly lines: readonly LineView[];
}

export type CardView = KpiView;

/** Lines that share an axis: those of one unit and of like size, or the segments of one KPI. */
export interface TrendPanel {
  /** Names the panel where a trend has several. */
  readonly label: string;
  readonly lines: readonly LineView[];
  readonly target: TargetView | undefined;
  /** Words an axis value; the unit and digits fit the largest value of the axis. */
  readonly tickText: (value: number, largest: number) => string;
  /** Rates and ratios may leave zero out of sight when drawn as a line; sums and counts may not. */
  readonly fromZero: boolean;
  /** Whether there is nothing between whole numbers: of counts. */
  readonly whole: boolean;
}

/** Something that happened, marked on the time axis. */
export interface AnnotationView {
  readonly label: string;
  /** Positions of the points it falls on, both included. */
  readonly first: number;
  readonly last: number;
}

/** `lines` holds those of all panels, in their order. */
export interface TrendView extends KpiView {
  readonly panels: readonly TrendPanel[];
  /** Every KPI of the trend, with its own name, figure and changes. */
  readonly kpis: readonly KpiView[];
  readonly annotations: readonly AnnotationView[];
  /** That segments are left out, each a sentence. */
  readonly omitted: readonly string[];
  readonly failed: readonly FailedFigure[];
}

/** What is shown in place of a figure. */
export interface ProblemView {
  readonly title: string;
  readonly detail: string;
}

/** One of several figures that cannot be shown. */
export interface FailedFigure {
  /** As it was asked for. */
  readonly key: string;
  readonly heading: string;
  readonly reason: string;
}
