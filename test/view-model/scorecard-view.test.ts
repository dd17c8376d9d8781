import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import { evaluateScorecard } from '../../src/core/evaluate/evaluate-scorecard.js';
import type { KpiResult, Segment } from '../../src/core/evaluate/result.js';
import type { ScorecardEntry, ScorecardResult } from '../../src/core/evaluate/scorecard-result.js';
import { KpiError } from '../../src/core/error.js';
import { reportView } from '../../src/view-model/report.js';
import { scorecardProof } from '../../src/view-model/scorecard-proof.js';
import { sorted } from '../../src/view-model/scorecard-order.js';
import { scorecardCsv, scorecardTable } from '../../src/view-model/scorecard-table.js';
import { scorecardView } from '../../src/view-model/scorecard-view.js';
import { allLanguages, spaced, wordsIn } from './languages.js';
import { conversion, netSales, windowOf, without } from './results.js';

const words = await wordsIn('en');

const entry = (group: string, result: KpiResult, rest?: Segment): ScorecardEntry => ({ group, result, rest });
const scorecard = (entries: readonly ScorecardEntry[], more: Partial<ScorecardResult> = {}): ScorecardResult => ({
  status: 'ok',
  reason: undefined,
  window: netSales.window,
  by: undefined,
  segments: [],
  others: 0,
  entries,
  failed: [],
  ...more,
});
const segment = (key: string, value: number | undefined): Segment => ({
  ...netSales,
  key,
  value,
  status: value === undefined ? 'missing' : 'ok',
  reason: value === undefined ? { code: 'no-data' } : undefined,
});
const split = (
  values: readonly (number | undefined)[],
  total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
  others: readonly ScorecardEntry[] = [],
) => {
  const segments = values.map((value, index) => segment(`s${index}`, value));
  const main = entry('sales', { ...netSales, value: total, by: 'channel', segments });
  return scorecard([main, ...others], { by: 'channel', segments: segments.map(({ key }) => key) });
};

describe('of several KPIs', () => {
  const view = scorecardView(scorecard([entry('sales', netSales), entry('customers', conversion)]), words);

  it('groups its rows and says once what they are compared with', () => {
    expect(view.groups.map(({ label, rows }) => [label, rows.map(({ heading }) => heading)])).toEqual([
      ['Sales', ['Net sales']],
      ['Customers', ['Conversion rate']],
    ]);
    expect(spaced(view.captions.join(' | '))).toBe('Oct 24 – Nov 20, 2025 | vs Sep 26 – Oct 23');
    expect(view.columns.find(({ kind }) => kind === 'change')).toMatchObject({ label: 'Change', mixed: false });
  });

  it('has the columns that have anything to show', () => {
    expect(view.columns.map(({ id }) => id)).toEqual(['name', 'value', 'change', 'course', 'target']);
    const bare = { ...conversion, comparisons: [], series: [] };
    expect(scorecardView(scorecard([entry('sales', bare)]), words).columns.map(({ id }) => id)).toEqual([
      'name',
      'value',
    ]);
  });

  it('says why a change that would be called out alone is not here', () => {
    const rowOf = (more: object) => {
      const [row] = scorecardView(
        scorecard([entry('sales', { ...netSales, comparisons: [{ ...netSales.comparisons[0]!, ...more }] })]),
        words,
      ).groups[0]!.rows;
      return row!;
    };
    const { significance } = netSales.comparisons[0]!;
    const uncertain = rowOf({ evidence: 'noise', significance: { ...significance!, pValue: 0.023 } });
    expect(uncertain.changes[0]).toMatchObject({ glyph: '≈', tone: 'neutral' });
    expect(uncertain.changes[0]!.evidence).toMatch(/^On its own this change would be called out;/);
    expect(uncertain.sentence).toContain(uncertain.changes[0]!.evidence);
    // Of what is counted in full 8.4 % would be, and half a percent would not.
    expect(rowOf({ evidence: 'noise', significance: undefined }).changes[0]!.evidence).toMatch(/^On its own/);
    const slight = { absolute: 5900, relative: 0.005 };
    expect(rowOf({ evidence: 'noise', significance: undefined, change: slight }).changes[0]!.evidence).toBe(
      'The change is slight.',
    );
    const chance = rowOf({ evidence: 'noise', significance: { ...significance!, pValue: 0.051 } });
    expect(chance.changes[0]!.evidence).toBe('The change is within the usual variation.');
    expect(rowOf({}).changes[0]!.evidence).toBe('The change is larger than the usual variation.');
  });

  it('leaves to each row what it is compared with, where that differs', () => {
    const yearly = { ...netSales, comparisons: [{ ...netSales.comparisons[0]!, window: undefined }] };
    const mixed = scorecardView(scorecard([entry('sales', netSales), entry('sales', yearly)]), words);
    expect(mixed.captions.map(spaced)).toEqual(['Oct 24 – Nov 20, 2025']);
    expect(mixed.columns.find(({ kind }) => kind === 'change')?.mixed).toBe(true);
    expect(scorecardTable(mixed, words).rows[1]?.cells[2]).toBe('+8.4% (vs previous period)');
  });

  it('has a column for each comparison, named by its dates', () => {
    const [first] = netSales.comparisons;
    const window = windowOf('2025-08-01', '2025-08-28');
    const twice = { ...netSales, comparisons: [first!, { ...first!, name: 'august', window }] };
    const { columns, captions, sentence } = scorecardView(scorecard([entry('sales', twice)]), words);
    expect(columns.filter(({ kind }) => kind === 'change').map(({ id, label }) => [id, spaced(label)])).toEqual([
      ['change', 'vs Sep 26 – Oct 23'],
      ['change-2', 'vs Aug 1 – 28'],
    ]);
    expect(captions.map(spaced)).toEqual(['Oct 24 – Nov 20, 2025']);
    expect(spaced(sentence)).toContain('(+8.4% vs Sep 26 – Oct 23 and +8.4% vs Aug 1 – 28)');
  });

  it('names a target as what is to be reached, whichever way the KPI points', () => {
    const cost: KpiResult = {
      ...conversion,
      better: 'down',
      target: { value: 0.03, ratio: 0.872, reached: false, pace: undefined },
    };
    const rows = scorecardView(scorecard([entry('sales', netSales), entry('sales', cost)]), words).groups[0]!.rows;
    expect(rows.map(({ goal }) => spaced(goal!.text))).toEqual(['≥ DKK 1.53M', '≤ 3.0%']);
    expect(rows.map(({ goal }) => goal!.status)).toEqual(['84% of target', 'Target not reached']);
    // 0.0344 ÷ 0.03: the bar is longer than the target allows.
    expect(rows[1]!.goal!.reach).toBeCloseTo(1.1467, 4);
  });

  it('draws no bar against a target of nothing', () => {
    const debt = { ...netSales, target: { value: 0, ratio: undefined, reached: true, pace: undefined } };
    const [row] = scorecardView(scorecard([entry('sales', debt)]), words).groups[0]!.rows;
    expect(row!.goal).toMatchObject({ reach: undefined, reached: true });
  });

  describe('sorted', () => {
    const missing = { ...without(netSales, 'missing', { code: 'no-data' }), comparisons: [] };
    const { groups } = scorecardView(
      scorecard([entry('sales', netSales), entry('profit', missing), entry('customers', conversion)], {}),
      words,
      { names: ['B', 'A', 'C'] },
    );
    const order = (column: string, descending = false) =>
      sorted(groups, { column, descending }, 'en').map(({ label, rows }) => [
        label,
        rows.map(({ heading }) => heading).join(''),
      ]);

    it.each([
      ['name', false, 'ABC'],
      ['name', true, 'CBA'],
      // 0.0344 and 1.28 million; 0.21 points and 8.4 %; A has none.
      ['value', false, 'CBA'],
      ['value', true, 'BCA'],
      ['change', false, 'CBA'],
      ['change', true, 'BCA'],
      ['target', true, 'BAC'],
    ])('by %s, descending: %s, rows without a value stand last and groups are gone', (column, descending, expected) => {
      expect(order(column, descending)).toEqual([[undefined, expected]]);
    });
  });

  it('leaves rows that were left out to the report, which tells of them once', () => {
    const dataset = createDataset(
      {
        orders: [
          { orderId: 'a', placedAt: '2025-11-20', grossSales: 100 },
          { orderId: 'b', placedAt: '2025-11-20', grossSales: 'many' },
          { orderId: 'c', placedAt: '2025-11-20', grossSales: 'few' },
        ],
        sessions: [
          { sessionId: 's', startedAt: '2025-11-20' },
          { sessionId: 't', startedAt: 'yesterday' },
        ],
      },
      { timeZone: 'UTC', currency: 'DKK', asOf: 'latest' },
    );
    const proofOf = (...kpis: readonly string[]) =>
      scorecardProof(evaluateScorecard(dataset, { kpis: kpis.map((kpi) => ({ kpi })), compare: 'none' }), words).notes;
    const leftOut = /could not be read/;
    expect(proofOf('order-count', 'website-traffic', 'conversion-rate').filter((note) => leftOut.test(note))).toEqual(
      [],
    );
    expect(reportView(dataset.report, words)).toMatchObject({
      ...{ summary: 'The data: 2 rows, and 3 left out', isOpen: true },
    });
    // One alone says how many there were of its own tables.
    expect(proofOf('website-traffic').filter((note) => leftOut.test(note))).toEqual([
      '1 row could not be read and was left out.',
    ]);
  });

  it('proves its figures: what they mean, which days, how fresh, each once or by name', () => {
    const older = { ...conversion, asOf: '2025-11-19' };
    const proof = scorecardProof(scorecard([entry('sales', netSales), entry('sales', older)]), words);
    const facts = proof.facts.map(({ term, detail }) => spaced(`${term}: ${detail}`));
    expect(facts).toContain('Compared with: Sep 26 – Oct 23');
    expect(facts).toContain('As of: Nov 20, 2025 (Net sales)');
    expect(facts).toContain('As of: Nov 19, 2025 (Conversion rate)');
    expect(facts.filter((fact) => fact.startsWith('Period'))).toEqual(['Period: Oct 24 – Nov 20, 2025']);
    expect(facts.at(-2)).toBe('Net sales: Goods sold after discounts and refunds, excluding tax and shipping.');
  });
});

describe('by segment', () => {
  describe('gives every part its share', () => {
    const sharesIn = (values: readonly number[]): number[] =>
      scorecardView(split(values), words).groups.flatMap(({ rows }) =>
        rows.map(({ share }) => parseFloat(share!.text)),
      );
    const tenths = (shares: readonly number[]): number =>
      shares.reduce((sum, share) => sum + Math.round(share * 10), 0);
    const parts = fc.integer({ min: 0, max: 100_000 });

    it('and the shares as they are written add up to 100 %', () => {
      fc.assert(
        fc.property(fc.uniqueArray(parts, { minLength: 1, maxLength: 12 }), (values) => {
          fc.pre(values.some((value) => value > 0));
          expect(tenths(sharesIn(values))).toBe(1000);
        }),
      );
      // 33.33 and 33.33, 33.34: the largest has what is left.
      expect(sharesIn([3333, 3333, 3334])).toEqual([33.3, 33.3, 33.4]);
      // 6.25 and 93.75: the larger one.
      expect(sharesIn([1, 15])).toEqual([6.2, 93.8]);
    });

    it('equal ones to equal parts, each within a tenth of what it is, and none larger to a smaller part', () => {
      fc.assert(
        fc.property(
          fc.array(fc.oneof(parts, fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 12 }),
          (values) => {
            const total = values.reduce((sum, value) => sum + value, 0);
            fc.pre(total > 0);
            const shares = sharesIn(values);
            for (const [a, share] of shares.entries()) {
              expect(Math.abs(share - (values[a]! / total) * 100)).toBeLessThan(0.1 + 1e-9);
              for (const [b, other] of shares.entries())
                if (values[a]! <= values[b]!) expect(share <= other).toBe(true);
            }
          },
        ),
      );
      // Three thirds, and seven sevenths of 14.29 %.
      expect(sharesIn([5, 5, 5])).toEqual([33.3, 33.3, 33.3]);
      expect(sharesIn([2, 2, 2, 2, 2, 2, 2])).toEqual(Array.from({ length: 7 }, () => 14.3));
    });
  });

  it('gives no shares where the parts do not add up, and says so on its face', () => {
    const view = scorecardView(split([60, 60], 100), words);
    expect(view.columns.map(({ id }) => id)).not.toContain('share');
    expect(view.caution).toContain('do not add up');
    expect(scorecardView(split([60, 40], 100), words).caution).toBeUndefined();
  });

  it('gives no shares of negative parts or of rates', () => {
    expect(scorecardView(split([120, -20]), words).groups[0]!.rows[0]!.share).toBeUndefined();
    const segments = [{ ...conversion, key: 'email' }];
    const rate = scorecard([entry('sales', { ...conversion, flow: false, by: 'channel', segments })], {
      by: 'channel',
      segments: ['email'],
    });
    const view = scorecardView(rate, words);
    expect(view.groups[0]!.rows[0]!.share).toBeUndefined();
    expect(view.total?.heading).toBe('Overall');
  });

  it('ends with the rest and the total', () => {
    const result = split([50, 30], 100);
    const [first] = result.entries;
    const whole = { ...result, others: 3, entries: [{ ...first!, rest: segment('', 20) }] };
    const view = scorecardView(whole, words);
    expect([view.rest?.heading, view.rest?.share?.text]).toEqual(['Others (3)', '20.0%']);
    expect([view.total?.heading, view.total?.share?.text]).toEqual(['Total', '100%']);
    const names = scorecardTable(view, words).rows.map(({ cells }) => cells[0]);
    expect(names).toEqual(['s0', 's1', 'Others (3)', 'Total']);
  });

  it('writes money of one column with the same decimals', () => {
    const texts = scorecardView(split([12_500.5, 320.25]), words).groups[0]!.rows.map(({ figure }) => figure.text);
    expect(texts.map(spaced)).toEqual(['DKK 12,501', 'DKK 320']);
  });

  it('shows several KPIs as columns', () => {
    const second = entry('sales', { ...conversion, by: 'channel', segments: [{ ...conversion, key: 's1' }] });
    const view = scorecardView(split([50, 30], 80, [second]), words);
    expect(view.columns.map(({ id, label }) => [id, label])).toEqual([
      ['name', 'Channel'],
      ['net-sales', 'Net sales'],
      ['conversion-rate', 'Conversion rate'],
    ]);
    const { rows } = view.groups[0]!;
    expect(rows.map(({ cells }) => cells[1]!.figure.text)).toEqual(['—', '3.4%']);
    expect(sorted(view.groups, { column: 'conversion-rate', descending: true }, 'en')[0]!.rows[0]!.key).toBe('s1');
    expect(view.heading).toBe('Key figures');
  });

  it('is a row with the reason where nothing can be split', () => {
    const refused = without(conversion, 'refused', {
      code: 'not-segmentable',
      measure: 'sessions',
      dimension: 'brand',
    });
    const view = scorecardView(scorecard([entry('sales', { ...refused, comparisons: [] })], { by: 'brand' }), words);
    expect(view.columns[0]?.label).toBe('Figure');
    expect(view.groups[0]!.rows[0]!.reason).toContain('Missing: Brand (Sessions)');
    expect(view.total).toBeUndefined();
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

describe('a figure that cannot be shown', () => {
  const error = new KpiError('unknown-kpi', 'kpi: there is no "net-sale".', { option: 'kpi', value: 'net-sale' });
  const asked = scorecard([entry('sales', netSales), entry('traffic', conversion)], {
    failed: [{ kpi: 'net-sale', place: 0, error }],
  });
  const failed = [{ key: 'net-sale', heading: 'net-sale', reason: 'There is no such figure.' }];
  const view = scorecardView(asked, words, { failed });

  it('stands last, and says why, in the table and in text', () => {
    expect(view.groups.flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(['net-sales', 'conversion-rate']);
    const rows = scorecardTable(view, words).rows.map(({ cells }) => cells);
    expect(rows.at(-1)!.slice(0, 2)).toEqual(['net-sale', '— (There is no such figure)']);
    expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
    expect(view.sentence).toMatch(/net-sale: No value \(There is no such figure\)\.$/);
  });

  it('stands below the segments, too', () => {
    const split = (result: KpiResult): KpiResult => ({ ...result, by: 'channel', segments: [segment('email', 7)] });
    const bySegment = scorecard([entry('sales', split(netSales)), entry('traffic', split(conversion))], {
      ...{ by: 'channel', segments: ['email'], failed: asked.failed },
    });
    const { columns, rows } = scorecardTable(scorecardView(bySegment, words, { failed }), words);
    expect(rows.map(({ cells }) => [cells[0], cells.length])).toEqual([
      ['Email', columns.length],
      ['net-sale', columns.length],
      ['Total', columns.length],
    ]);
  });

  it('is a row without a value in a file', () => {
    const rows = scorecardCsv(asked).trim().split('\r\n');
    expect(rows.at(-1)).toMatch(/^net-sale,,,,+$/);
    expect(new Set(rows.map((row) => row.split(',').length)).size).toBe(1);
  });
});
