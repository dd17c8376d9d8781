import type { Conditions, Where } from '../dataset/where.js';
import type { Grain, Weekday } from '../time/calendar.js';
import type { FunnelMode } from './funnel-result.js';

/** What is asked of every figure. */
export interface Question {
  /** A period's name or an ISO interval of inclusive dates; default `last-28-days`. */
  readonly period?: string | undefined;
  /**
   * `auto`, `previous-period`, `previous-year`, `previous-year-weekday`, `none` or an ISO interval; several in a list or
   * separated by spaces; default `auto`.
   */
  readonly compare?: string | readonly string[] | undefined;
  /**
   * Default `auto`: hours up to two days, days up to 92, weeks up to 400, else months. Hours are days where a row is
   * known by its day alone, as in daily numbers and cube answers, and in windows of more than 92 days; who asked for
   * hours is told so (`hours-unknown`). A funnel has no line and is not changed by it.
   */
  readonly grain?: Grain | 'auto' | undefined;
  /** The dimension to split by. */
  readonly by?: string | undefined;
  /**
   * As an object, or as text: `channel=email,organic-search device!=mobile campaign='Black Friday'`; in a list all of
   * them count.
   */
  readonly where?: Conditions | undefined;
  /**
   * What a person has selected for the moment, beside `where`. A target is set for the whole: a sum of a part is not held
   * against it.
   */
  readonly selectedWhere?: readonly Where[] | undefined;
  /** Whether `period` is a stretch that a person has selected out of the one that a target is set for. */
  readonly selectedDays?: boolean | undefined;
  /**
   * `latest`, an ISO date (that day, complete), or an instant, as text or Date (that day, still running); default: what
   * the data declare.
   */
  readonly asOf?: string | Date | undefined;
  readonly weekStart?: Weekday | undefined;
  /** First day of the fiscal year as `MM-DD`; moves quarters and years. */
  readonly fiscalYearStart?: string | undefined;
}

/** What `evaluateKpi` is asked. */
export interface KpiQuestion extends Question {
  /** Id of a catalogue KPI. */
  readonly kpi: string;
  /** In the KPI's unit, for the period; `3.5%` on percent KPIs; a flow may be given per time: `40000/month`. */
  readonly target?: number | string | undefined;
}

/** What `evaluateFunnel` is asked. Comparison `auto` is `previous-period`. */
export interface FunnelQuestion extends Question {
  /** Ids of measures that count, first to last; in a list or separated by spaces. They go before `funnel`. */
  readonly stages?: string | readonly string[] | undefined;
  /** Id of a funnel of the catalogue; default `purchase`. */
  readonly funnel?: string | undefined;
  /** Default: what the funnel declares, else `closed`. */
  readonly mode?: FunnelMode | undefined;
  /**
   * Conversion window such as `7d`: visitors are followed for so many times 24 hours from their first stage on. Without
   * one the unit is the session.
   */
  readonly window?: string | undefined;
}
