import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/core/evaluate/result.js';
import { cardView } from '../../src/view-model/card-view.js';
import { changeView } from '../../src/view-model/change.js';
import { kpiProof } from '../../src/view-model/kpi-proof.js';
import { allLanguages, spaced, wordsIn } from './languages.js';
import { comparison, conversion, given, netSales, windowOf } from './results.js';

const words = await wordsIn('en', 'en-GB');
const view = (changed: Partial<Comparison>, result = netSales) =>
  changeView({ ...result.comparisons[0]!, ...changed }, result, words);

describe('the change', () => {
  it.each([
    [99_524.75, 0.084, '+8.4%'],
    [-99_524.75, -0.0844, '−8.4%'],
    [0, 0, '0%'],
    [500, 0.0038, '+0.38%'],
    [100, 0.0004, '+0.04%'],
    [1_200_000, 1.234, '+123%'],
    [14_000_000, 12, '+1,200%'],
    [1500, undefined, '+DKK 1,500.00'],
    [-15_000, undefined, '−DKK 15,000'],
  ])('of %d, relative %d, is %s', (absolute, relative, text) => {
    expect(spaced(view({ change: { absolute, relative } }).text)).toBe(text);
  });

  it.each([
    [0.0021, '+0.21 pp'],
    [-0.0344, '−3.4 pp'],
    [0, '0.00 pp'],
  ])('of a share by %d is in percentage points: %s', (absolute, text) => {
    expect(view({ change: { absolute, relative: 9 } }, conversion).text).toBe(text);
  });

  it('is in percentage points in every language', async () => {
    const texts = await Promise.all(
      allLanguages.map(
        async (language) => changeView(conversion.comparisons[0]!, conversion, await wordsIn(language)).text,
      ),
    );
    expect(texts.map(spaced)).toEqual([
      '+0.21 pp',
      '+0,21 %-point',
      '+0,21 %-enheter',
      '+0,21 %-poeng',
      '+0,21 p.p.',
      '+0.21 個百分點',
    ]);
  });

  it('is a dash with its reason where there is none', () => {
    const missing = view({ value: undefined, change: undefined, reason: { code: 'outside-coverage' } });
    expect(missing).toMatchObject({ glyph: '', tone: 'neutral', text: '—', base: '—' });
    expect(spaced(missing.evidence)).toBe(
      'No value to compare with (26 Sept – 23 Oct). There is no data for this period.',
    );
  });

  it('says which days a sum lacks', () => {
    const there = view({ change: undefined, warnings: [{ code: 'missing-days', count: 9 }] });
    expect(spaced(there.evidence)).toBe(
      'No value to compare with (26 Sept – 23 Oct). 9 days of the period are not in the data.',
    );
  });
});

describe('glyph and tone', () => {
  it.each<[number, Comparison['evidence'], Comparison['direction'], string, string]>([
    [5, 'significant', 'good', '▲', 'good'],
    [5, 'significant', 'bad', '▲', 'bad'],
    [-5, 'significant', 'good', '▼', 'good'],
    [-5, 'significant', 'neutral', '▼', 'neutral'],
    [5, 'untested', 'good', '▲', 'neutral'],
    [-5, 'untested', 'bad', '▼', 'neutral'],
    [5, 'noise', 'good', '≈', 'neutral'],
    [-5, 'noise', 'bad', '≈', 'neutral'],
    [0, 'untested', 'neutral', '=', 'neutral'],
    [0, 'noise', 'neutral', '=', 'neutral'],
  ])('a change of %d that is %s and %s', (absolute, evidence, direction, glyph, tone) => {
    expect(view({ change: { absolute, relative: absolute / 100 }, evidence, direction })).toMatchObject({
      glyph,
      tone,
    });
  });
});

describe('what it is compared with', () => {
  it('is said with its dates, and with the year where it is another one', () => {
    expect(spaced(view({}).against)).toBe('vs 26 Sept – 23 Oct');
    expect(spaced(view({ window: windowOf('2024-10-24', '2024-11-20') }).against)).toBe('vs 24 Oct – 20 Nov 2024');
  });

  it('is the previous period where no dates are known', () => {
    expect(changeView(given.comparisons[0]!, given, words).against).toBe('vs previous period');
  });

  it.each([
    ['significant', 'The change is larger than the usual variation.'],
    ['noise', 'The change is within the usual variation.'],
    ['untested', 'Whether the change is more than chance has not been tested.'],
  ] as const)('and believed as far as its evidence goes: %s', (evidence, sentence) => {
    expect(view({ evidence }).evidence).toBe(sentence);
  });

  it('names both lengths where they differ', () => {
    const warnings = [{ code: 'unequal-length' }] as const;
    const shorter = changeView(
      { ...comparison, window: windowOf('2025-09-27', '2025-10-23'), warnings },
      netSales,
      words,
    );
    expect(shorter.evidence).toBe(
      'The change is larger than the usual variation. The periods differ in length: 28 days and 27 days.',
    );
    expect(view({ warnings }).evidence).toBe(
      'The change is larger than the usual variation. The two periods differ in length.',
    );
    // A day up to noon beside a whole one.
    const today = { ...netSales, window: windowOf('2025-11-20', '2025-11-20', { complete: false, until: '12:00' }) };
    const day = windowOf('2025-11-13', '2025-11-13');
    expect(changeView({ ...comparison, window: day, warnings }, today, words).evidence).toBe(
      'The change is larger than the usual variation. One period ends in the middle of a day; of the other the last day counts in full.',
    );
  });

  it('names the time up to which a day counts', () => {
    const today = windowOf('2025-11-20', '2025-11-20', { complete: false, until: '14:30' });
    const yesterday = windowOf('2025-11-19', '2025-11-19', { complete: false, until: '14:30' });
    const against = (window: typeof today) =>
      spaced(changeView({ ...comparison, window }, { ...netSales, window: today }, words).against);
    expect(against(yesterday)).toBe('vs 19 Nov, until 14:30');
    expect(against(windowOf('2025-11-19', '2025-11-19'))).toBe('vs 19 Nov');
  });
});

describe('a change that rounds to nothing', () => {
  const slight = { ...conversion.comparisons[0]!, change: { absolute: 0.00004, relative: 0.002 } };

  it.each(allLanguages)('is unchanged in text, and no verdict, in %s', async (language) => {
    const spoken = await wordsIn(language);
    const result = { ...conversion, comparisons: [{ ...slight, evidence: 'significant' as const }] };
    const { changes, sentence } = cardView(result, spoken);
    expect(changes[0]).toMatchObject({ glyph: '=', tone: 'neutral' });
    const { base } = changes[0]!;
    const [unchanged] = spoken.say('change.none', { base }).split(base);
    expect(sentence).toContain(unchanged);
    expect(sentence).not.toMatch(/0[.,]00/);
  });

  it('is a change as soon as a digit shows it', () => {
    const change = { absolute: 0.00006, relative: 0.003 };
    const result = { ...conversion, comparisons: [{ ...slight, change, evidence: 'significant' as const }] };
    const { changes, sentence } = cardView(result, words);
    expect(changes[0]).toMatchObject({ glyph: '▲', text: '+0.01 pp' });
    expect(sentence).toContain('Up 0.01 pp from');
  });

  it('has one number where its bounds round to the same', () => {
    const significance = { test: 'days', pValue: 0.004, low: 40_000.4, high: 40_000.41, dispersion: 1 } as const;
    const result = { ...netSales, comparisons: [{ ...netSales.comparisons[0]!, significance }] };
    const likely = kpiProof(result, words).facts.find(({ term }) => term === 'Likely change');
    expect(spaced(likely!.detail)).toBe('+DKK 40,000');
  });
});

it.each(allLanguages)('what is read aloud has no space between thousands, in %s', async (language) => {
  const spoken = await wordsIn(language);
  const change = { absolute: 1_234_567.8, relative: undefined };
  const target = { value: 12_345_678, ratio: 0.1, reached: false, pace: undefined };
  const result = { ...netSales, target, comparisons: [{ ...netSales.comparisons[0]!, change }] };
  const { sentence } = cardView(result, spoken);
  expect(sentence).toMatch(/\d/);
  expect(sentence).not.toMatch(/\d[\u00a0\u202f]\d/);
});
