import { describe, expect, it } from 'vitest';
import type { KpiResult, Segment } from '../../src/core/evaluate/result.js';
import { trendProof } from '../../src/view-model/kpi-proof.js';
import { trendView } from '../../src/view-model/trend-view.js';
import { pointsOf } from '../visuals/lines.js';
import { wordsIn } from './languages.js';
import { conversion, netSales } from './results.js';

const words = await wordsIn('en');
const segment = (key: string, value: number | undefined): Segment => ({
  key,
  value,
  status: value === undefined ? 'missing' : 'ok',
  reason: value === undefined ? { code: 'no-data' } : undefined,
  inputs: {},
  comparisons: [],
  series: netSales.series.map((bucket) => ({ ...bucket, value })),
});

it('draws the period and its comparisons', () => {
  expect(trendView([netSales], words).lines.map((line) => line.role)).toEqual(['current', 'comparison']);
});

it('tells the terms of several figures once, and leaves rows that were left out to the report', () => {
  const refused = (count: number) => ({ code: 'rows-refused', count }) as const;
  const both = [
    { ...netSales, warnings: [refused(2), { code: 'tax-inclusive' } as const] },
    { ...conversion, warnings: [refused(3), { code: 'tax-inclusive' } as const] },
  ];
  expect(trendProof(both, trendView(both, words), words).notes).toEqual(['The amounts include tax.']);
});

describe('broken down', () => {
  const result = {
    ...netSales,
    by: 'channel',
    segments: [
      segment('email', 2),
      segment('refunded', -4),
      segment('none', undefined),
      segment('direct', 9),
      segment('sms', 1),
    ],
  };

  it('names the rows that say nothing of the dimension', () => {
    const view = trendView([{ ...result, segments: [segment('', 3)] }], words, {});
    expect(view.lines[0]?.label).toBe('Not stated');
  });

  it('draws the largest segments and says how many it leaves out', () => {
    const view = trendView([result], words, { segments: 3 });
    expect(view.lines.map(({ key, role }) => [key, role])).toEqual([
      ['direct', 'segment'],
      ['email', 'segment'],
      ['sms', 'segment'],
    ]);
    expect(view.omitted).toEqual(['Shown: the 3 largest of 5.']);
    expect(trendProof([result], view, words).notes.at(-1)).toBe('Shown: the 3 largest of 5.');
    expect(view.lines.map(({ label }) => label)).toEqual(['Direct', 'Email', 'SMS']);
    const cut = { ...result, warnings: [{ code: 'many-segments', count: 112 } as const] };
    expect(trendView([cut], words, { segments: 3 }).omitted).toEqual(['Shown: the 3 largest of 117.']);
  });

  it('draws all where they are few, the unknown last', () => {
    const view = trendView([result], words);
    expect(view.lines.map((line) => line.key)).toEqual(['direct', 'email', 'sms', 'refunded', 'none']);
    expect(view.omitted).toEqual([]);
  });
});

it('keeps zero in sight for sums and counts, not for rates', () => {
  expect(trendView([netSales], words).panels[0]?.fromZero).toBe(true);
  expect(trendView([{ ...netSales, unit: 'count', formula: 'orders' }], words).panels[0]?.fromZero).toBe(true);
  expect(trendView([{ ...netSales, flow: false }], words).panels[0]?.fromZero).toBe(false);
  expect(trendView([conversion], words).panels[0]?.fromZero).toBe(false);
});

it('words its axis in the unit of the KPI', () => {
  expect(trendView([netSales], words).panels[0]?.tickText(40_000, 60_000)).toBe('40K');
  expect(trendView([conversion], words).panels[0]?.tickText(0.035, 0.05)).toBe('3.5%');
});

describe('several KPIs', () => {
  const orders = { ...netSales, kpi: 'order-count', unit: 'count' as const, formula: 'orders', target: undefined };
  const total = { ...netSales, kpi: 'total-sales', target: undefined };

  it('share a panel where they are counted in the same unit, and have one of their own where not', () => {
    const { panels, heading, lines } = trendView([netSales, orders, total], words);
    expect(panels.map(({ label }) => label)).toEqual(['Net sales and Total sales', 'Orders']);
    expect(panels.map((panel) => panel.lines.map(({ role, label }) => [role, label]))).toEqual([
      [
        ['kpi', 'Net sales'],
        ['kpi', 'Total sales'],
      ],
      [
        ['kpi', 'Orders'],
        ['comparison', 'Previous period'],
      ],
    ]);
    expect(heading).toBe('Net sales, Orders, and Total sales');
    expect(lines).toHaveLength(4);
  });

  it('have panels of their own where one line would lie flat below the other', () => {
    const times = (factor: number, result: KpiResult) => ({
      ...result,
      series: result.series.map((bucket) => ({ ...bucket, value: bucket.value && bucket.value * factor })),
    });
    const labels = (...results: KpiResult[]) => trendView(results, words).panels.map(({ label }) => label);
    expect(labels(netSales, times(1 / 20, total))).toEqual(['Net sales and Total sales']);
    expect(labels(netSales, times(1 / 21, total))).toEqual(['Net sales', 'Total sales']);
    expect(labels(netSales, times(-21, total))).toEqual(['Net sales', 'Total sales']);
    // A line of zeros, or of nothing, is flat wherever it stands.
    expect(labels(netSales, times(0, total))).toEqual(['Net sales and Total sales']);
    expect(labels(times(0, netSales), total)).toEqual(['Net sales and Total sales']);
    expect(labels(netSales, { ...total, series: [] })).toEqual(['Net sales and Total sales']);
  });

  it('each have their figure, their own name, and their sentence', () => {
    const { kpis, sentence } = trendView([netSales, orders], words, { names: [undefined, 'Parcels'] });
    expect(kpis.map(({ heading }) => heading)).toEqual(['Net sales', 'Parcels']);
    expect(kpis[1]?.figure.text).toBe('1,284,350');
    expect(sentence).toContain('Net sales');
    expect(sentence).toContain('Parcels');
  });

  it('have each a panel of segments where they are split', () => {
    const segments = [segment('email', 2), segment('sms', 1)];
    const { panels } = trendView(
      [
        { ...netSales, segments },
        { ...orders, segments },
      ],
      words,
    );
    expect(panels.map((panel) => panel.lines.map(({ label }) => label))).toEqual([
      ['email', 'sms'],
      ['email', 'sms'],
    ]);
  });

  it('say once what is true of all', () => {
    const { facts, definition } = trendProof([netSales, orders], trendView([netSales, orders], words), words);
    expect(definition).toBeUndefined();
    expect(facts.slice(0, 2).map(({ term }) => term)).toEqual(['Net sales', 'Orders']);
    expect(facts.filter(({ term }) => term === 'Period')).toHaveLength(1);
    expect(facts.map(({ term }) => term)).not.toContain('Calculation');
  });
});

it('draws a KPI that is alone in its panel beside what it is compared with', () => {
  const orders = { ...netSales, kpi: 'order-count', unit: 'count' as const, target: undefined };
  const { panels } = trendView([netSales, orders], words);
  expect(panels.map(({ lines }) => lines.map(({ role }) => role))).toEqual([
    ['kpi', 'comparison'],
    ['kpi', 'comparison'],
  ]);
});

describe('a stack', () => {
  const parts = ['a', 'b', 'c', 'd'].map((key, nth) => segment(key, 10 - nth));
  const result = { ...netSales, value: 34, by: 'channel', segments: parts };

  it('shows the whole: what is not drawn on its own is drawn as one', () => {
    const { lines, caution } = trendView([result], words, { segments: 2, stack: true });
    expect(lines.map(({ label }) => label)).toEqual(['a', 'b', 'Others (2)']);
    expect(pointsOf(lines[2]!).map(({ value }) => value)).toEqual([15, 15, 15]);
    expect(caution).toBeUndefined();
  });

  it('says on its face what it leaves out where the parts do not add up', () => {
    const { lines, caution } = trendView([{ ...result, value: 20 }], words, { segments: 2, stack: true });
    expect(lines).toHaveLength(2);
    expect(caution).toBe('Shown: the 2 largest of 4.');
  });
});

it('marks annotations on its time axis and in the notes', () => {
  const view = trendView([netSales], words, { annotations: [{ start: '2025-10-25', label: 'Price change' }] });
  expect(view.annotations).toEqual([{ label: 'Price change', first: 1, last: 1 }]);
  expect(view.lines[0]?.at(1)?.note).toContain('Price change');
});
