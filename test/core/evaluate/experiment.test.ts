import { describe, expect, test } from 'vitest';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import type { TablesInput } from '../../../src/core/dataset/input.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { evaluateScorecard } from '../../../src/core/evaluate/evaluate-scorecard.js';
import type { KpiQuestion } from '../../../src/core/evaluate/question.js';
import { normalTails } from '../../../src/core/evidence/normal.js';

type Group = readonly [variant: string, units: number, converted: number];

/** Rows of one experiment; the control group is called as the shop calls it. */
const rowsOf = (experimentId: string, groups: readonly Group[]) =>
  groups.flatMap(([variant, units, converted]) =>
    Array.from({ length: units }, (_, unit) => ({
      ...{ experimentId, unitId: `${variant}${unit}`, variant, isControl: variant === 'before' },
      ...{ exposedAt: '2026-03-02T10:00Z', converted: unit < converted, device: unit % 2 === 0 ? 'mobile' : 'desktop' },
    })),
  );
const counted = (experimentId: string, groups: readonly Group[]) =>
  groups.map(([variant, units, converted]) =>
    variant === 'before'
      ? { date: '2026-03-02', experimentId, variant, controlUnits: units, controlConversions: converted }
      : { date: '2026-03-02', experimentId, variant, variantUnits: units, variantConversions: converted },
  );

const groups: readonly Group[] = [
  ['before', 1000, 100],
  ['banner', 1000, 130],
  ['popup', 1000, 120],
];
const ask = (tables: TablesInput, more: Partial<KpiQuestion> = {}, settings = {}) =>
  evaluateKpi(createDataset(tables, { timeZone: 'UTC', asOf: '2026-03-02', settings }), {
    ...{ kpi: 'experiment-uplift', period: '2026-03-02/2026-03-02', ...more },
  });

const p = (converted: number) => {
  const rate = (100 + converted) / 2000;
  return normalTails((converted - 100) / 1000 / Math.sqrt((rate * (1 - rate) * 2) / 1000));
};

describe.each([
  ['rows', { experimentUnits: rowsOf('shipping', groups) }],
  ['daily numbers', { dailyMeasures: counted('shipping', groups) }],
])('from %s', (_, tables) => {
  test('variants are held against the control group, and corrected for being two', () => {
    const { segments, by } = ask(tables, { by: 'variant', where: 'experimentId=shipping' });
    expect([by, segments.map(({ key }) => key)]).toEqual(['variant', ['banner', 'popup']]);
    const [banner, popup] = segments;
    expect(banner!.value).toBeCloseTo(0.13 / 0.1 - 1, 12);
    expect(popup!.value).toBeCloseTo(0.12 / 0.1 - 1, 12);
    expect(banner!.inputs).toEqual({
      ...{ variantUnits: 1000, variantConversions: 130, controlUnits: 1000, controlConversions: 100 },
    });
    // On its own the banner would be called out at p = 0.035; of two variants it is not.
    expect(p(130)).toBeCloseTo(0.0355, 4);
    expect(banner!.comparisons[0]!.significance!.pValue).toBeCloseTo(2 * p(130), 12);
    expect(banner!.comparisons[0]!.evidence).toBe('noise');
    expect(popup!.comparisons[0]!.significance!.pValue).toBeCloseTo(p(120), 12);
  });

  test('a variant that is looked at alone is still one of two', () => {
    const { value, comparisons } = ask(tables, { where: 'variant=banner' });
    expect(value).toBeCloseTo(0.3, 12);
    expect(comparisons[0]!.significance!.pValue).toBeCloseTo(2 * p(130), 12);
  });

  test('all variants together are one test, whose interval is of the uplift', () => {
    const { value, comparisons, status } = ask(tables);
    // 250 of 2,000 against 100 of 1,000.
    expect([value, status]).toEqual([0.125 / 0.1 - 1, 'ok']);
    const rate = 350 / 3000;
    const z = 0.025 / Math.sqrt(rate * (1 - rate) * (1 / 2000 + 1 / 1000));
    const [comparison, ...others] = comparisons;
    expect(others).toEqual([]);
    expect(comparison).toMatchObject({
      ...{ name: 'control', value: 0, change: { absolute: 0.25, relative: undefined }, direction: 'good' },
      ...{ evidence: 'significant', inputs: { controlUnits: 1000, controlConversions: 100 }, warnings: [] },
    });
    const { pValue, low, high, dispersion } = comparison!.significance!;
    expect([pValue, dispersion]).toEqual([expect.closeTo(normalTails(z), 12), 1]);
    // Newcombe of 0.125 and 0.1, by Wilson: 0.1112 … 0.1402 and 0.0829 … 0.1201; divided by 0.1.
    expect(low).toBeCloseTo(0.25 - Math.hypot(0.125 - 0.11123, 0.12012 - 0.1) / 0.1, 3);
    expect(high).toBeCloseTo(0.25 + Math.hypot(0.14021 - 0.125, 0.1 - 0.08291) / 0.1, 3);
  });

  test('whatever is asked, nothing but the control group is compared with', () => {
    for (const compare of ['none', 'previous-year', '2025-01-01/2025-01-31'])
      expect(ask(tables, { compare }).comparisons.map(({ name }) => name)).toEqual(['control']);
  });
});

describe('the split of the groups', () => {
  test('is none where nobody is in a control group', () => {
    const units = rowsOf('shipping', [['banner', 100, 10]]);
    expect(ask({ experimentUnits: units }).reason?.code).toBe('zero-denominator');
  });

  const uneven: readonly Group[] = [
    ['before', 1000, 100],
    ['banner', 1200, 130],
  ];
  const rows = { experimentUnits: rowsOf('shipping', uneven) };

  test('groups that are not split as planned are not compared', () => {
    // χ² = 18.2 of one degree of freedom: p = 0.00002.
    const { value, status, reason } = ask(rows);
    expect([value, status, reason]).toEqual([undefined, 'refused', { code: 'sample-ratio' }]);
    expect(ask(rows, { by: 'variant' }).segments).toEqual([]);
  });

  test('a plan may be other than equal', () => {
    expect(ask(rows, {}, { experimentSplits: { shipping: { control: 5, banner: 6 } } }).value).toBeCloseTo(
      130 / 1200 / 0.1 - 1,
      12,
    );
    // The plan of another experiment says nothing of this one.
    expect(ask(rows, {}, { experimentSplits: { checkout: { control: 5, banner: 6 } } }).reason?.code).toBe(
      'sample-ratio',
    );
  });

  test('numbers that tell no variants apart are held against what is planned for all of them', () => {
    const totals = { date: '2026-03-02', controlUnits: 1000, controlConversions: 100, variantUnits: 2000 };
    const dailyMeasures = [{ ...totals, experimentId: 'shipping', variantConversions: 250 }];
    expect(ask({ dailyMeasures }).reason?.code).toBe('sample-ratio');
    const experimentSplits = { shipping: { control: 1, banner: 1, popup: 1 } };
    expect(ask({ dailyMeasures }, {}, { experimentSplits }).value).toBeCloseTo(0.25, 12);
  });

  test('chance is no reason to refuse', () => {
    const few = {
      experimentUnits: rowsOf('shipping', [
        ['before', 20, 2],
        ['banner', 30, 6],
      ]),
    };
    const { value, comparisons } = ask(few);
    expect(value).toBeCloseTo(0.2 / 0.1 - 1, 12);
    expect(comparisons[0]).toMatchObject({ evidence: 'untested', warnings: [{ code: 'too-few-data' }] });
  });

  test.each([
    [{ shipping: { banner: 1 } }],
    [{ shipping: { control: 1, banner: 0 } }],
    [{ shipping: 2 }],
    [[3]],
    ['half'],
  ])('a plan that is none is refused: %j', (experimentSplits) => {
    expect(() => ask(rows, {}, { experimentSplits })).toThrow(/settings\.experimentSplits.*Expected positive numbers/);
  });
});

describe('what is taken to be so is said', () => {
  const rows = { experimentUnits: rowsOf('shipping', groups) };
  const codes = (more: Partial<KpiQuestion>, settings = {}) =>
    ask(rows, more, settings).warnings.map(({ code, count }) => (count === undefined ? code : `${code} ${count}`));

  test('that several variants are counted together', () => {
    expect(codes({})).toEqual(['variants-together 2', 'split-assumed']);
    expect(codes({ by: 'device' })).toContain('variants-together 2');
    expect(codes({ where: 'variant=banner' })).toEqual(['split-assumed']);
    expect(codes({ by: 'variant' })).toEqual(['split-assumed']);
  });

  test('that the groups are to be equal, unless a plan says so; also where they are not', () => {
    expect(codes({ by: 'variant' }, { experimentSplits: { shipping: { control: 1, banner: 1, popup: 1 } } })).toEqual(
      [],
    );
    const uneven = { experimentUnits: rowsOf('shipping', [groups[0]!, ['banner', 1200, 130]]) };
    expect(ask(uneven)).toMatchObject({ status: 'refused', warnings: [{ code: 'split-assumed' }] });
  });

  test('that a plan is for an experiment that is not in the data', () => {
    const experimentSplits = { shiping: { control: 1, banner: 1 } };
    const { report } = createDataset(rows, { settings: { experimentSplits } });
    expect(report.notes).toMatchObject([
      { code: 'experiment-unknown', details: { experiment: 'shiping', suggestion: 'shipping' } },
    ]);
    // Before anybody takes part nothing is misspelt.
    expect(createDataset({ experimentUnits: [] }, { settings: { experimentSplits } }).report.notes).toEqual([]);
  });
});

describe('a unit that is seen again', () => {
  const seen = (variant: string) => ({
    ...{ experimentId: 'shipping', unitId: 'ann', variant, isControl: variant === 'before', converted: false },
    exposedAt: '2026-03-02T11:00Z',
  });
  const report = (...variants: readonly string[]) =>
    createDataset({ experimentUnits: variants.map(seen) }, {}).report.tables[0];

  test('in the same group counts once', () => {
    expect(report('banner', 'banner')).toMatchObject({ rows: 1, replaced: 1, refused: 0 });
  });

  test('in another group counts in the last one, and is told of by name', () => {
    expect(report('banner', 'before', 'banner')).toMatchObject({
      ...{ rows: 1, replaced: 1, refused: 1 },
      issues: [
        {
          ...{ row: 2, field: 'variant', code: 'given-twice' },
          reason: 'row 3 of the same experimentId, unitId says otherwise',
        },
      ],
    });
    const units = [...rowsOf('shipping', groups), { ...seen('popup'), unitId: 'before0' }];
    expect(ask({ experimentUnits: units }).warnings).toContainEqual({ code: 'rows-refused', count: 1 });
  });
});

test('an experiment that is over lacks no days', () => {
  // Fourteen days in a row, of which the last was a week ago: orders that fell silent like that would be a broken feed.
  const days = Array.from({ length: 14 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}T10:00Z`);
  const experimentUnits = days.flatMap((exposedAt, day) =>
    ['before', 'banner'].map((variant) => ({
      ...{ experimentId: 'shipping', unitId: `${variant}${day}`, variant, isControl: variant === 'before' },
      ...{ exposedAt, converted: day < (variant === 'before' ? 2 : 4) },
    })),
  );
  const question = { kpi: 'experiment-uplift', period: '2026-03-01/2026-03-21', asOf: '2026-03-21' };
  expect(evaluateKpi(createDataset({ experimentUnits }, { timeZone: 'UTC' }), question)).toMatchObject({
    ...{ value: 1, status: 'ok', coverage: { last: '2026-03-21', missingDays: 0 } },
  });
});

describe('several experiments', () => {
  const other: readonly Group[] = [
    ['before', 500, 50],
    ['one-page', 500, 100],
  ];
  const tables = { experimentUnits: [...rowsOf('shipping', groups), ...rowsOf('checkout', other)] };

  test('mean nothing together', () => {
    expect(ask(tables).reason).toEqual({ code: 'choose-segment', dimension: 'experimentId' });
    expect(ask(tables, { where: 'experimentId=checkout' }).value).toBeCloseTo(1, 12);
  });

  test('stand side by side, each against its own control group', () => {
    const { reason, segments } = ask(tables, { by: 'experimentId' });
    expect(reason?.code).toBe('choose-segment');
    expect(segments.map(({ key, value, comparisons }) => [key, value, comparisons[0]?.evidence])).toEqual([
      ['checkout', expect.closeTo(1, 12), 'significant'],
      ['shipping', expect.closeTo(0.25, 12), 'significant'],
    ]);
  });

  test('one whose groups are not split as planned does not hide the others', () => {
    const lopsided = rowsOf('search', [
      ['before', 100, 10],
      ['new', 300, 40],
    ]);
    const { segments } = ask({ experimentUnits: [...tables.experimentUnits, ...lopsided] }, { by: 'experimentId' });
    expect(segments.map(({ key, reason }) => [key, reason?.code])).toEqual([
      ['checkout', undefined],
      ['shipping', undefined],
      ['search', 'sample-ratio'],
    ]);
  });
});

test('segments of a device are each one test', () => {
  const { segments } = ask({ experimentUnits: rowsOf('shipping', groups) }, { by: 'device', where: 'variant=banner' });
  // Every second of the first converted ones: 65 of 500 against 50 of 500 on both.
  expect(segments.map(({ key, value }) => [key, value])).toEqual([
    ['desktop', expect.closeTo(0.3, 12)],
    ['mobile', expect.closeTo(0.3, 12)],
  ]);
});

test('beside other KPIs an uplift keeps its control group and, being corrected, its level', () => {
  const dataset = createDataset(
    { experimentUnits: rowsOf('shipping', groups) },
    { timeZone: 'UTC', asOf: '2026-03-03' },
  );
  const { entries } = evaluateScorecard(dataset, {
    ...{ kpis: [{ kpi: 'data-completeness' }, { kpi: 'experiment-uplift' }], period: '2026-03-02/2026-03-03' },
  });
  expect(entries.map(({ group, result }) => [group, result.comparisons[0]?.name])).toEqual([
    ['analysis', 'previous-period'],
    ['analysis', 'control'],
  ]);
  // 1,000 to 100 and 1,000 to 128 alone: p = 0.049.
  const alone = createDataset(
    { experimentUnits: rowsOf('shipping', [groups[0]!, ['banner', 1000, 128]]) },
    { timeZone: 'UTC', asOf: '2026-03-02' },
  );
  const split = { kpis: [{ kpi: 'experiment-uplift' }], period: '2026-03-02/2026-03-02', by: 'variant' };
  expect(evaluateScorecard(alone, split).entries[0]!.result.segments[0]!.comparisons[0]).toMatchObject({
    ...{ evidence: 'significant', significance: { pValue: expect.closeTo(p(128), 12) as number } },
  });
});
