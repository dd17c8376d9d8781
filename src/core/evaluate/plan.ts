import type { KpiDefinition } from '../catalog/definition.js';
import { entities } from '../catalog/entities.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Selection } from '../dataset/measure-source.js';
import { KpiError } from '../error.js';
import type { Calendar } from '../time/calendar.js';
import { weekdays } from '../time/calendar.js';
import { dayFromIso } from '../time/day.js';
import { instantOn } from '../time/instant.js';
import type { AsOf } from '../time/window.js';
import type { Grain, KpiQuestion } from './question.js';
import { parseWhere } from './where.js';

const grains: readonly (Grain | 'auto')[] = ['auto', 'day', 'week', 'month', 'quarter', 'year'];
const dimensions = new Set(Object.values(entities).flatMap((entity) => entity.dimensions));

const badOption = (option: string, value: unknown, expected: string): KpiError =>
  new KpiError('bad-option', `${option}: ${JSON.stringify(value)} is not possible. Expected ${expected}.`, {
    option,
    value,
    expected,
  });

/** @throws KpiError `bad-option` */
export function calendarOf({ weekStart = 'monday', fiscalYearStart = '01-01' }: KpiQuestion): Calendar {
  const start = weekdays.indexOf(weekStart);
  if (start < 0) throw badOption('weekStart', weekStart, weekdays.join(', '));
  const [month, date = 0] = fiscalYearStart.split('-').map(Number);
  // The fiscal quarters begin on the same day of other months, which not every month has after the 28th.
  if (dayFromIso(`2023-${fiscalYearStart}`) === undefined || date > 28)
    throw badOption('fiscalYearStart', fiscalYearStart, 'a month and a day up to the 28th, such as 07-01');
  return { weekStart: start, fiscalMonth: month!, fiscalDate: date };
}

/** The current day; undefined where it is that of the newest record and there is none. @throws KpiError `as-of-required`, `bad-date` */
export function asOfOf(question: KpiQuestion, dataset: Dataset): AsOf | undefined {
  const asOf = question.asOf ?? dataset.asOf;
  if (asOf === undefined) {
    throw new KpiError(
      'as-of-required',
      'asOf: the core has no clock. Expected "latest", an ISO date, or an instant such as new Date().toISOString().',
    );
  }
  if (asOf === 'latest') return dataset.newest === undefined ? undefined : { day: dataset.newest, instant: undefined };
  const day = dayFromIso(asOf.slice(0, 10));
  if (day !== undefined && asOf.length === 10) return { day, instant: undefined };
  const instant = day === undefined ? undefined : instantOn(day, asOf.slice(10), dataset.zone);
  if (instant === undefined) {
    throw new KpiError(
      'bad-date',
      `asOf: "${asOf}" is neither "latest", an ISO date such as 2026-01-31, nor an instant such as 2026-01-31T14:05:00Z.`,
      {
        option: 'asOf',
        value: asOf,
      },
    );
  }
  return { day: dataset.zone.dayAt(instant), instant };
}

/** @throws KpiError `bad-option` */
export function selectionOf({ by, where }: KpiQuestion): Selection {
  const conditions = parseWhere(where);
  for (const [option, dimension] of [
    ['by', by] as const,
    ...conditions.map((condition) => ['where', condition.dimension] as const),
  ]) {
    if (dimension !== undefined && !dimensions.has(dimension))
      throw badOption(option, dimension, `a dimension: ${[...dimensions].join(', ')}`);
  }
  return { by, where: conditions };
}

/** @throws KpiError `bad-option` */
export function grainOf({ grain = 'auto' }: KpiQuestion): Grain | 'auto' {
  if (!grains.includes(grain)) throw badOption('grain', grain, grains.join(', '));
  return grain;
}

/** The comparisons asked for, by name. */
export function comparisonNames({ compare = 'auto' }: KpiQuestion, kpi: KpiDefinition): string[] {
  const names = typeof compare === 'string' ? compare.trim().split(/\s+/) : compare;
  const resolved = names.map((name) => (name === 'auto' ? kpi.defaultComparison : name));
  return [...new Set(resolved)].filter((name) => name !== 'none' && name !== '');
}
