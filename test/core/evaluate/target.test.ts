import { describe, expect, test } from 'vitest';
import type { KpiDefinition } from '../../../src/core/catalog/definition.js';
import { kpiCatalog } from '../../../src/core/catalog/kpis.js';
import { parseTarget } from '../../../src/core/evaluate/target.js';
import type { Window } from '../../../src/core/time/window.js';
import { day } from '../time/written.js';

const calendar = { weekStart: 1, fiscalMonth: 1, fiscalDate: 1 };
const sales = kpiCatalog.get('net-sales')!;
const rate = kpiCatalog.get('conversion-rate')!;
const window = (start: string, end: string, plannedEnd = end, more: Partial<Window> = {}): Window => ({
  ...{ start: day(start), end: day(end), plannedEnd: day(plannedEnd) },
  ...more,
});
const june = window('2026-06-01', '2026-06-30');

describe('what the target is for the period', () => {
  test.each([
    [sales, 40_000, june, 40_000],
    [sales, '40000', window('2026-06-10', '2026-06-12'), 40_000],
    [sales, '300/day', june, 9000],
    [sales, '40000/month', june, 40_000],
    [sales, '30000/month', window('2026-06-10', '2026-06-12'), 3000],
    [sales, '31000/month', window('2026-05-31', '2026-06-30'), 32_000],
    [sales, '700/week', window('2026-06-01', '2026-06-10'), 1000],
    [sales, '9100/quarter', window('2026-06-01', '2026-06-10'), 1000],
    [sales, '36500/year', window('2026-06-01', '2026-06-10'), 1000],
    [sales, '36600/year', window('2028-02-29', '2028-02-29'), 100],
    [sales, '30000/month', window('2026-06-01', '2026-06-03', '2026-06-30'), 30_000],
    [sales, -5, june, -5],
    [sales, 5.125, june, 5.125],
    [sales, '5.0000', june, 5],
    [sales, '40000.125', june, 40_000.125],
    [rate, '3.125%', june, 0.03125],
    [{ ...sales, unit: 'rating' } as const, '4.125', june, 4.125],
    [rate, 0.035, june, 0.035],
    [rate, '3.5%', june, 0.035],
    [rate, ' 3.5 % ', june, 0.035],
  ])('%o.id: %s', (kpi, target, over, value) => {
    expect(parseTarget(target, kpi, over, calendar)).toBeCloseTo(value, 9);
  });

  test.each<[KpiDefinition, string | number]>([
    [sales, '5%'],
    [sales, '40000/fortnight'],
    [sales, 'forty'],
    [sales, ''],
    [sales, NaN],
    [sales, Infinity],
    [sales, '4,000'],
    [sales, '5.000'],
    [sales, '5.000/month'],
    [rate, '0.035/day'],
    [{ ...sales, direction: 'neutral' }, 5],
  ])('%o.id: %s does not fit', (kpi, target) => {
    expect(() => parseTarget(target, kpi, june, calendar)).toThrow(
      expect.objectContaining({ code: 'bad-option', details: expect.objectContaining({ option: 'target' }) }),
    );
  });

  test('no example is given of what no target fits', () => {
    expect(() => parseTarget(5, { ...sales, direction: 'neutral' }, june, calendar)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/Expected none: neither more nor less of this KPI is better\.$/) as string,
        details: { option: 'target', value: '5', expected: undefined },
      }),
    );
  });

  test('what may mean thousands or decimals is told both ways', () => {
    expect(() => parseTarget('5.000', sales, june, calendar)).toThrow(
      'target: "5.000" may mean thousands or decimals. Expected 5000 or 5.0000.',
    );
  });
});
