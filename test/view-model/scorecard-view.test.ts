import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KpiResult, Segment } from '../../src/core/evaluate/result.js';
import type { ScorecardEntry, ScorecardResult } from '../../src/core/evaluate/scorecard-result.js';
import { sorted } from '../../src/view-model/scorecard-order.js';
import { scorecardCsv, scorecardTable } from '../../src/view-model/scorecard-table.js';
import { scorecardView } from '../../src/view-model/scorecard-view.js';
import { allLanguages, spaced, wordsIn } from './languages.js';
import { conversion, netSales, without } from './results.js';

const words = await wordsIn('en');

const entry = (group: string, result: KpiResult, more: Partial<ScorecardEntry> = {}): ScorecardEntry => ({
  group,
  result,
  shown: result.segments,
  rest: undefined,
  ...more,
});
const scorecard = (entries: readonly ScorecardEntry[], by?: string): ScorecardResult => ({ status: 'ok', by, entries });
const segment = (key: string, value: number | undefined): Segment => ({
  ...netSales,
  key,
  value,
  status: value === undefined ? 'missing' : 'ok',
  reason: value === undefined ? { code: 'no-data' } : undefined,
});
const split = (
  values: readonly (number | undefined)[],
  total = values.reduce<number>((sum, v) => sum + (v ?? 0), 0),
) => {
  const segments = values.map((value, index) => segment(`s${index}`, value));
  return scorecard([entry('sales', { ...netSales, value: total, by: 'channel', segments })], 'channel');
};

describe('of several KPIs', () => {
  const view = scorecardView(scorecard([entry('sales', netSales), entry('customers', conversion)]), words);

  it('groups its rows and says once what they are compared with', () => {
    expect(view.groups.map(({ label, rows }) => [label, rows.map(({ heading }) => heading)])).toEqual([
      ['Sales', ['Net sales']],
      ['Customers', ['Conversion rate']],
    ]);
    expect(spaced(view.against)).toBe('vs Sep 26 – Oct 23');
  });

  it('has the columns that have anything to show', () => {
    expect(view.columns.map(({ id }) => id)).toEqual(['name', 'value', 'change', 'course', 'target']);
    const bare = { ...conversion, comparisons: [], series: [] };
    expect(scorecardView(scorecard([entry('sales', bare)]), words).columns.map(({ id }) => id)).toEqual([
      'name',
      'value',
    ]);
  });

  it('leaves to each row what it is compared with, where that differs', () => {
    const yearly = { ...netSales, comparisons: [{ ...netSales.comparisons[0]!, window: undefined }] };
    expect(scorecardView(scorecard([entry('sales', netSales), entry('cart', yearly)]), words).against).toBe('');
  });

  it('sorts by name, change and target, rows without a value last', () => {
    const missing = without(netSales, 'missing', { code: 'no-data' });
    const rows = scorecardView(
      scorecard([
        entry('sales', netSales),
        entry('cart', { ...missing, comparisons: [], target: undefined }),
        entry('stock', conversion),
      ]),
      words,
    );
    const order = (column: 'name' | 'change', descending: boolean) =>
      sorted(rows.groups, { column, descending }, 'en').flatMap((group) =>
        group.rows.map(({ order: by }) => by.change),
      );
    expect(order('change', true).at(-1)).toBeUndefined();
    expect(order('change', false).at(-1)).toBeUndefined();
    expect(order('change', true).slice(0, 2)).toEqual([...order('change', false).slice(0, 2)].reverse());
  });
});

describe('by segment', () => {
  it('gives every part its share; the shares as they are written add up to 100 %', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 }), (values) => {
        fc.pre(values.some((value) => value > 0));
        const { groups } = scorecardView(split(values), words);
        const written = groups.flatMap(({ rows }) => rows.map(({ share }) => parseFloat(share!.text)));
        expect(written.reduce((sum, share) => sum + Math.round(share * 10), 0)).toBe(1000);
      }),
    );
  });

  it('gives no shares where the parts do not add up, and says so', () => {
    const view = scorecardView(split([60, 60], 100), words);
    expect(view.columns.map(({ id }) => id)).not.toContain('share');
    expect(view.notes.join(' ')).toContain('do not add up');
  });

  it('gives no shares of negative parts or of rates', () => {
    expect(scorecardView(split([120, -20]), words).groups[0]!.rows[0]!.share).toBeUndefined();
    const segments = [{ ...conversion, key: 'email' }];
    const rate = scorecard([entry('sales', { ...conversion, by: 'channel', segments })], 'channel');
    expect(scorecardView(rate, words).groups[0]!.rows[0]!.share).toBeUndefined();
  });

  it('ends with the rest and the total', () => {
    const result = split([50, 30]);
    const [first] = result.entries;
    const rest = { ...segment('', 20), count: 3 };
    const whole = { ...first!.result, value: 100 };
    const view = scorecardView({ ...result, entries: [{ ...first!, result: whole, rest }] }, words);
    expect([view.rest?.heading, view.rest?.share?.text]).toEqual(['Others (3)', '20.0%']);
    expect([view.total?.heading, view.total?.share?.text]).toEqual(['Total', '100%']);
    expect(scorecardTable(view).rows.map(({ cells }) => cells[0])).toEqual(['s0', 's1', 'Others (3)', 'Total']);
  });

  it('shows further KPIs beside the first', () => {
    const [first] = split([50, 30]).entries;
    const second = entry('sales', { ...conversion, by: 'channel', segments: [{ ...conversion, key: 's1' }] });
    const view = scorecardView(scorecard([first!, second], 'channel'), words);
    expect(view.more).toEqual(['Conversion rate']);
    expect(view.groups[0]!.rows.map(({ more }) => more[0]!.text)).toEqual(['—', '3.4%']);
  });
});

it('is one row a KPI in CSV, whole and by segment', () => {
  const lines = (result: ScorecardResult) => scorecardCsv(result).trim().split('\r\n');
  expect(lines(scorecard([entry('sales', netSales)]))[1]).toBe(
    'net-sales,2025-10-24,2025-11-20,1284350.25,1184825.5,99524.75,0.084,1528980',
  );
  const keys = lines(split([5, 7])).map((line) => line.split(',').slice(0, 2).join());
  expect(keys).toEqual(['kpi,channel', 'net-sales,s0', 'net-sales,s1', 'net-sales,*']);
});

it.each(allLanguages)('is a sentence in %s', async (language) => {
  const view = scorecardView(
    scorecard([entry('sales', netSales), entry('sales', conversion)]),
    await wordsIn(language),
  );
  expect(view.sentence).toMatch(/^\S.*[.。]$/);
  expect(view.sentence).not.toMatch(/[{}]|undefined/);
});
