import { dimensionAliases } from '../catalog/entities.js';
import { badOption, refuseUnknown } from '../bad-option.js';
import { dimensionsIn } from '../catalog/dimensions-in.js';
import { Dataset } from '../dataset/dataset.js';
import type { Selection } from '../dataset/measure-source.js';
import { KpiError } from '../error.js';
import { remember } from '../remember.js';
import type { Calendar } from '../time/calendar.js';
import { weekdays } from '../time/calendar.js';
import { comparisons, comparisonWindow } from '../time/comparison.js';
import type { Day } from '../time/day.js';
import { dayFromIso, isoOf } from '../time/day.js';
import { instantOn } from '../time/instant.js';
import { resolvePeriod } from '../time/period.js';
import type { AsOf, NamedWindow, Window } from '../time/window.js';
import type { FunnelQuestion, KpiQuestion, Question } from './question.js';
import type { Grain } from '../time/calendar.js';
import { parseWhere } from '../dataset/where.js';

const comparisonForms = ['auto', ...comparisons, 'none', '2025-01-01/2025-03-31'];
const grains: readonly (Grain | 'auto')[] = ['auto', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
const aliases = new Map(Object.entries(dimensionAliases));

function calendarOf({ weekStart = 'monday', fiscalYearStart = '01-01' }: Question): Calendar {
  const start = weekdays.indexOf(weekStart);
  if (start < 0) throw badOption('weekStart', weekStart, weekdays);
  const [month, date = 0] = fiscalYearStart.split('-').map(Number);
  // The fiscal quarters begin on the same day of other months, which not every month has after the 28th.
  if (dayFromIso(`2023-${fiscalYearStart}`) === undefined || date > 28)
    throw badOption(
      'fiscalYearStart',
      fiscalYearStart,
      'a month and a day up to the 28th, such as 07-01',
      '07-01, 04-06, …',
    );
  return { weekStart: start, fiscalMonth: month!, fiscalDate: date };
}

const options = [
  ...(['period', 'compare', 'grain', 'by', 'where', 'asOf', 'weekStart', 'fiscalYearStart'] as const),
  ...(['selectedWhere', 'selectedDays'] as const),
] as const;
const kpiOptions = ['kpi', ...options, 'target'] satisfies readonly (keyof KpiQuestion)[];
const funnelOptions = ['stages', 'funnel', ...options, 'mode', 'window'] satisfies readonly (keyof FunnelQuestion)[];
const texts = new Set(['kpi', 'funnel', 'period', 'grain', 'by', 'mode', 'window', 'weekStart', 'fiscalYearStart']);

/** Checks what a program without types may hand over. @throws KpiError `bad-option` */
export function checkKpiQuestion(dataset: unknown, question: unknown): asserts question is KpiQuestion {
  checkQuestion(dataset, question, kpiOptions);
  if (typeof question['kpi'] !== 'string') throw badOption('kpi', question['kpi'], 'a text');
}

/** The same of a funnel. @throws KpiError `bad-option` */
export function checkFunnelQuestion(dataset: unknown, question: unknown): asserts question is FunnelQuestion {
  checkQuestion(dataset, question, funnelOptions);
}

function checkQuestion(
  dataset: unknown,
  question: unknown,
  known: readonly string[],
): asserts question is Record<string, unknown> {
  if (!(dataset instanceof Dataset))
    throw badOption('dataset', typeof dataset, 'what createDataset returns or loadDataset resolves to');
  if (typeof question !== 'object' || question === null)
    throw badOption('question', question, `an object with ${known.join(', ')}`);
  refuseUnknown('question', question, known);
  for (const [option, value] of Object.entries(question))
    if (texts.has(option) && value !== undefined && typeof value !== 'string') throw badOption(option, value, 'a text');
}

function asOfOf(asOf: unknown, dataset: Dataset): AsOf | undefined {
  if (asOf === undefined) {
    throw new KpiError(
      'as-of-required',
      'asOf: the core has no clock. Expected "latest", an ISO date, or an instant such as new Date().toISOString().',
    );
  }
  if (asOf === 'latest') return dataset.newest === undefined ? undefined : { day: dataset.newest, instant: undefined };
  if (typeof asOf !== 'string') throw badOption('asOf', asOf, '"latest", an ISO date, an instant or a Date');
  const day = dayFromIso(asOf.slice(0, 10));
  if (day !== undefined && asOf.length === 10) return { day, instant: undefined };
  const instant = day === undefined ? NaN : instantOn(day, asOf, dataset.zone, 10);
  if (Number.isNaN(instant)) {
    const problem = `asOf: "${asOf}" is neither "latest", an ISO date such as 2026-01-31, nor an instant such as 2026-01-31T14:05:00Z.`;
    throw new KpiError('bad-date', problem, {
      ...{ option: 'asOf', value: asOf, expected: 'latest, 2026-01-31, 2026-01-31T14:05:00Z' },
    });
  }
  return { day: dataset.zone.dayAt(instant), instant };
}

/** Which days a question means. */
export interface AskedTime {
  readonly calendar: Calendar;
  readonly asOf: AsOf;
  /** The current day as a result carries it: the ISO date, or the instant as asked. */
  readonly asOfText: string;
  /** The period's window and those that it is compared with. @param first where `all` begins; default the current day */
  windowsFrom(first: Day | undefined): AskedWindows;
}

interface AskedWindows {
  readonly window: Window;
  readonly compared: readonly NamedWindow[];
}

/** What has been asked of a data set: figures of the same days share their windows. */
const askedBefore = new WeakMap<Dataset, Map<string, AskedTime>>();
const mostRemembered = 100;

/**
 * What a question says of time; undefined where the current day is that of the newest record and there is none.
 * @param auto the comparison that `auto` means
 * @throws KpiError `bad-option`, `as-of-required`, `bad-date`; `windowsFrom` also `bad-period`
 */
export function timeOf(dataset: Dataset, question: Question, auto: string): AskedTime | undefined {
  const { period, compare = 'auto', asOf, weekStart, fiscalYearStart } = question;
  const known = remember(askedBefore, dataset, () => new Map<string, AskedTime>());
  const text = JSON.stringify([period, compare, asOf ?? dataset.asOf, weekStart, fiscalYearStart, auto]);
  const before = known.get(text);
  if (before) return before;
  const time = readTime(dataset, question, auto);
  // A page that never rests asks for ever other days.
  if (known.size >= mostRemembered) known.clear();
  if (time) known.set(text, time);
  return time;
}

function readTime(dataset: Dataset, question: Question, auto: string): AskedTime | undefined {
  const calendar = calendarOf(question);
  const names = comparisonNames(question, auto);
  const given: unknown = question.asOf ?? dataset.asOf;
  const text = given instanceof Date && !Number.isNaN(given.getTime()) ? given.toISOString() : given;
  const asOf = asOfOf(text, dataset);
  if (!asOf) return undefined;
  const windowsFrom = (first: Day): AskedWindows => {
    const period = resolvePeriod(question.period ?? 'last-28-days', asOf, calendar, first);
    const compared = period.comparable ? names : [];
    return {
      window: period.window,
      compared: compared.map((name) => ({
        name,
        window: comparisonWindow(name, period, asOf, calendar, dataset.zone),
      })),
    };
  };
  const windows = new Map<Day, AskedWindows>();
  return {
    calendar,
    asOf,
    asOfText: asOf.instant === undefined ? isoOf(asOf.day) : String(text),
    windowsFrom: (first = asOf.day) => remember(windows, first, () => windowsFrom(first)),
  };
}

/** @throws KpiError `bad-option` */
export function selectionOf({ catalog }: Dataset, { by, where, selectedWhere }: Question): Selection {
  const dimensions = dimensionsIn(catalog);
  const selected = parseWhere(selectedWhere).map((condition) => ({ ...condition, selected: true }));
  const conditions = [...parseWhere(where), ...selected];
  const known = (option: string, name: string): string => {
    const dimension = aliases.get(name) ?? name;
    if (!dimensions.has(dimension)) throw badOption(option, name, [...dimensions]);
    return dimension;
  };
  return {
    by: by === undefined ? undefined : known('by', by),
    where: conditions.map((one) => ({ ...one, dimension: known('where', one.dimension) })),
  };
}

/** @throws KpiError `bad-option` */
export function grainOf({ grain = 'auto' }: Question): Grain | 'auto' {
  if (!grains.includes(grain)) throw badOption('grain', grain, grains);
  return grain;
}

/** The comparisons asked for, by name. */
function comparisonNames({ compare = 'auto' }: Question, auto: string): string[] {
  const names: unknown = typeof compare === 'string' ? compare.trim().split(/\s+/) : compare;
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    throw badOption('compare', compare, comparisonForms);
  const resolved = names.map((name) => (name === 'auto' ? auto : name));
  const known: readonly string[] = ['none', '', ...comparisons];
  const unknown = resolved.find((name) => !known.includes(name) && !name.includes('/'));
  if (unknown !== undefined) throw badOption('compare', unknown, comparisonForms);
  return [...new Set(resolved)].filter((name) => name !== 'none' && name !== '');
}
