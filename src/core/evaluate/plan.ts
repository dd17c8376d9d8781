import type { KpiDefinition } from '../catalog/definition.js';
import { entities } from '../catalog/entities.js';
import { Dataset } from '../dataset/dataset.js';
import type { Selection } from '../dataset/measure-source.js';
import { KpiError } from '../error.js';
import type { Calendar } from '../time/calendar.js';
import { weekdays } from '../time/calendar.js';
import { comparisons } from '../time/comparison.js';
import { dayFromIso } from '../time/day.js';
import { instantOn } from '../time/instant.js';
import type { AsOf } from '../time/window.js';
import type { Grain, KpiQuestion } from './question.js';
import { parseWhere } from './where.js';

const comparisonForms = `auto, ${comparisons.join(', ')}, none, 2025-01-01/2025-03-31`;
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

const texts = ['kpi', 'period', 'grain', 'by', 'weekStart', 'fiscalYearStart'] as const;

/** Checks what a program without types may hand over. @throws KpiError `bad-option` */
export function checkQuestion(dataset: unknown, question: unknown): asserts question is KpiQuestion {
  if (!(dataset instanceof Dataset))
    throw badOption('dataset', typeof dataset, 'what createDataset returns or loadDataset resolves to');
  if (typeof question !== 'object' || question === null) throw badOption('question', question, '{ kpi, period, … }');
  for (const option of texts) {
    const value = (question as Record<string, unknown>)[option];
    if (typeof value !== 'string' && (value !== undefined || option === 'kpi'))
      throw badOption(option, value, 'a text');
  }
}

/** The current day; undefined where it is that of the newest record and there is none. @throws KpiError `as-of-required`, `bad-date` */
export function asOfOf(question: KpiQuestion, dataset: Dataset): AsOf | undefined {
  const given: unknown = question.asOf ?? dataset.asOf;
  const asOf = given instanceof Date && !Number.isNaN(given.getTime()) ? given.toISOString() : given;
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
      throw badOption(option, dimension, [...dimensions].join(', '));
  }
  return { by, where: conditions };
}

/** @throws KpiError `bad-option` */
export function grainOf({ grain = 'auto' }: KpiQuestion): Grain | 'auto' {
  if (!grains.includes(grain)) throw badOption('grain', grain, grains.join(', '));
  return grain;
}

/** The comparisons asked for, by name. @throws KpiError `bad-option` */
export function comparisonNames({ compare = 'auto' }: KpiQuestion, kpi: KpiDefinition): string[] {
  const names: unknown = typeof compare === 'string' ? compare.trim().split(/\s+/) : compare;
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    throw badOption('compare', compare, comparisonForms);
  const resolved = names.map((name) => (name === 'auto' ? kpi.defaultComparison : name));
  const unknown = resolved.find((name) => !['none', '', 'previous-period'].includes(name) && !name.includes('/'));
  if (unknown !== undefined) throw badOption('compare', unknown, comparisonForms);
  return [...new Set(resolved)].filter((name) => name !== 'none' && name !== '');
}
