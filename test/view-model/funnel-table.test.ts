import { describe, expect, it } from 'vitest';
import { funnelProof } from '../../src/view-model/funnel-proof.js';
import { funnelCsv, funnelTable } from '../../src/view-model/funnel-table.js';
import { funnelView } from '../../src/view-model/funnel-view.js';
import { figuresOf, funnelOf, purchase } from './funnels.js';
import { spaced, wordsIn } from './languages.js';

const en = await wordsIn('en', 'en-GB');
const stages = purchase.slice(0, 2);
const plain = funnelOf({ counts: [400, 100] }, {}, stages);
const full = funnelOf(
  { counts: [400, 100], before: [200, 80], skipped: [0, 7], orderValue: 10 },
  { by: 'device', segments: [{ key: '=mobile', ...figuresOf({ counts: [300, 50] }, stages) }] },
  stages,
);
const proof = (result: typeof plain, within?: string) => funnelProof(result, funnelView(result, en), en, within);
const table = (result: typeof plain) => {
  const { columns, rows, caption } = funnelTable(result, funnelView(result, en), en);
  return {
    caption: spaced(caption),
    head: columns.map(({ label }) => spaced(label)),
    rows: rows.map(({ cells }) => cells),
  };
};

describe('a funnel as a table', () => {
  it('has a row each stage, and no column that says nothing', () => {
    expect(table(plain)).toEqual({
      caption: 'Purchase funnel (24 Oct – 20 Nov 2025)',
      head: ['Stage', 'Count', 'Of previous stage', 'Of first stage', 'Lost'],
      rows: [
        ['Sessions', '400', '—', '100.0%', '—'],
        ['Product viewed', '100', '25.0%', '25.0%', '300'],
      ],
    });
  });

  it('has the comparison, money, other ways and every segment', () => {
    const { head, rows } = table(full);
    expect(head).toEqual([
      ...[
        'Segment',
        'Stage',
        'Count',
        'Of previous stage',
        'Of first stage',
        'Lost',
        'Worth about',
        'Came another way',
      ],
      ...['26 Sept – 23 Oct: Count', '26 Sept – 23 Oct: Of previous stage', '26 Sept – 23 Oct: Change'],
    ]);
    // 300 lost × 100 / 100 × 10 kr.
    expect(rows[1]!.map(spaced)).toEqual([
      ...['All', 'Product viewed', '100', '25.0%', '25.0%', '300', 'DKK 3,000.00', '7', '80', '40.0%', '−15.0 pp'],
    ]);
    expect(rows[3]!.slice(0, 3)).toEqual(['=mobile', 'Product viewed', '50']);
    expect(rows).toHaveLength(4);
  });
});

describe('a funnel as CSV', () => {
  it('has plain numbers, a row each stage of all and of every segment', () => {
    expect(funnelCsv(full).split('\r\n')).toEqual([
      'device,stage,value,ofPrevious,ofFirst,lost,money,skipped,previous-period,previous-period ofPrevious,previous-period change',
      ',sessions,400,,1,,,0,200,,',
      ',sessionsWithProductView,100,0.25,0.25,300,3000,7,80,0.4,-0.15000000000000002',
      "'=mobile,sessions,300,,1,,,0,,,",
      "'=mobile,sessionsWithProductView,50,0.16666666666666666,0.16666666666666666,250,,0,,,",
      '',
    ]);
    expect(funnelCsv(plain).split('\r\n')[0]).toBe('stage,value,ofPrevious,ofFirst,lost,money,skipped');
  });
});

describe('the proof of a funnel', () => {
  it('says how certain each step is', () => {
    const [first, second, ...others] = full.stages;
    const significance = { test: 'two-proportion', pValue: 0.00002, low: -0.26, high: -0.0012, dispersion: 1 } as const;
    const tested = { ...second!, comparisons: [{ ...second!.comparisons[0]!, significance }] };
    const { facts } = proof({ ...full, stages: [first!, tested, ...others] });
    expect(facts).toContainEqual({
      term: 'Product viewed',
      detail: 'Likely change: −26.0 pp to −0.12 pp (p < 0.0001)',
    });
  });

  it('names both windows, the time allowed and taken, and freshness', () => {
    const { definition, facts } = proof({ ...full, secondsToConvert: 8040 }, '7d');
    expect(definition).toContain('every earlier one');
    expect(facts.map(({ term, detail }) => [term, spaced(detail)])).toEqual([
      ['Period', '24 Oct – 20 Nov 2025'],
      ['Time zone', 'Europe/Copenhagen'],
      ['Compared with', '26 Sept – 23 Oct'],
      ['Time allowed', '7 days'],
      ['Median time to the last stage', '2 hrs 14 mins'],
      ['As of', '20 Nov 2025'],
    ]);
  });
});
