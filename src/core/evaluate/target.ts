import type { KpiDefinition, Unit } from '../catalog/definition.js';
import { grouped } from '../dataset/grouped-digits.js';
import { KpiError, unexpected } from '../error.js';
import type { Calendar, DayGrain } from '../time/calendar.js';
import { shiftStart, startOf } from '../time/calendar.js';
import type { Day } from '../time/day.js';
import type { Window } from '../time/window.js';
import { lengthOf } from '../time/window.js';
import type { KpiQuestion } from './question.js';

const form = /^(-?\d+(?:\.\d+)?)\s*(%|\/(day|week|month|quarter|year))?$/;

/** Figures of these units never come in thousands. */
const small: readonly Unit[] = ['percent', 'ratio', 'rating', 'score'];

/** The target as asked, for the whole period. @throws KpiError `bad-option` */
export function parseTarget(target: number | string, kpi: KpiDefinition, window: Window, calendar: Calendar): number {
  const text = String(target).trim();
  const [, digits, suffix, per] = form.exec(text) ?? [];
  const isFlow = kpi.acrossPeriods === 'SUM';
  const fits = suffix === undefined || (suffix === '%' ? kpi.unit === 'percent' : isFlow);
  if (digits === undefined || !fits || kpi.direction === 'neutral') {
    throw doesNotFit(text, kpi, isFlow);
  }
  const number = Number(digits);
  if (typeof target === 'string' && !suffix?.startsWith('%') && !small.includes(kpi.unit) && grouped.test(digits)) {
    const expected = `${digits.replace('.', '')} or ${digits}0`;
    throw unexpected('bad-option', `target: "${text}" may mean thousands or decimals`, 'target', text, expected);
  }
  if (suffix === '%') return number / 100;
  return per === undefined ? number : prorate(number, per as DayGrain, window, calendar);
}

/** Widgets show the examples in any language; the sentence is for developers. */
function doesNotFit(text: string, { id, direction, unit }: KpiDefinition, isFlow: boolean): KpiError {
  const isNeutral = direction === 'neutral';
  const isPercent = unit === 'percent';
  const words = isNeutral
    ? 'none: neither more nor less of this KPI is better'
    : `a number in ${unit}${isPercent ? ' (0.035 or 3.5%)' : ''}${isFlow ? ', or per time such as 40000/month' : ''}`;
  const number = isPercent ? ['3.5%', '0.035'] : [small.includes(unit) ? '4.5' : '40000'];
  const examples = isNeutral ? undefined : [...number, ...(isFlow ? ['40000/month'] : [])];
  const message = `target: "${text}" does not fit ${id}. Expected ${words}.`;
  return new KpiError('bad-option', message, { option: 'target', value: text, expected: examples });
}

/**
 * Whether a target is one for more than what is asked: a person has selected a part of what adds up. What a rate or a
 * mean should be holds for its parts too, and so much a month for each of its days.
 */
export function isForWhole({ selectedWhere, selectedDays, target }: KpiQuestion, kpi: KpiDefinition): boolean {
  const addsUp = kpi.acrossPeriods === 'SUM';
  if (!addsUp && kpi.acrossPeriods !== 'LAST') return false;
  const sharesDays = target === undefined || String(target).includes('/');
  return Boolean(selectedWhere?.length) || Boolean(addsUp && selectedDays && !sharesDays);
}

/** Every day of the period carries its share of its own unit: 40,000 a month is 40,000 ÷ 30 on a day of June. */
function prorate(amount: number, per: DayGrain, window: Window, calendar: Calendar): number {
  let total = 0;
  for (let unit = startOf(per, window.start, calendar); unit <= window.plannedEnd;) {
    const next = shiftStart(per, unit, 1);
    const start = Math.max(unit, window.start) as Day;
    const end = Math.min(next - 1, window.plannedEnd) as Day;
    total += (amount * lengthOf({ start, end })) / (next - unit);
    unit = next;
  }
  return total;
}
