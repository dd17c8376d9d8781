import { describe, expect, it } from 'vitest';
import type { FunnelResult } from '../../src/core/evaluate/funnel-result.js';
import { funnelProof } from '../../src/view-model/funnel-proof.js';
import { funnelTable } from '../../src/view-model/funnel-table.js';
import { funnelView } from '../../src/view-model/funnel-view.js';
import type { FunnelOptions } from '../../src/view-model/funnel-stage.js';
import { figuresOf, funnelOf, purchase, shopFunnel } from './funnels.js';
import { allLanguages, spaced, wordsIn } from './languages.js';

const en = await wordsIn('en', 'en-GB');
const view = (result: FunnelResult, options?: FunnelOptions) => funnelView(result, en, options);

describe('the funnel as a whole', () => {
  it('is the share of the first stage that reached the last, and its change', () => {
    const { heading, figure, path, period, changes } = view(shopFunnel());
    // 2894 / 84210 = 3.437 %, before 2930 / 79400 = 3.690 %.
    expect({ heading, figure: figure.text, path, period: spaced(period) }).toEqual({
      heading: 'Purchase funnel',
      figure: '3.4%',
      path: 'Sessions → Purchased',
      period: '24 Oct – 20 Nov 2025',
    });
    expect(changes.map(({ glyph, tone, text, against }) => ({ glyph, tone, text, against: spaced(against) }))).toEqual([
      { glyph: '▼', tone: 'neutral', text: '−0.25 pp', against: 'vs 26 Sept – 23 Oct' },
    ]);
  });

  it('has the verdict of its test on the whole as on each share of the first stage', () => {
    const judged = (overall: 'significant' | 'noise') => {
      const { changes, stages } = view(shopFunnel({ overall }));
      return [changes[0]!, stages[4]!.ofFirst!.change!].map(({ glyph, tone }) => `${glyph} ${tone}`);
    };
    expect(judged('significant')).toEqual(['▼ bad', '▼ bad']);
    expect(judged('noise')).toEqual(['≈ neutral', '≈ neutral']);
  });

  it.each([
    ['da', 'Besøgende'],
    ['en', 'Visitors'],
    ['nb', 'Besøkende'],
    ['pl', 'Odwiedzający'],
    ['sv', 'Besökare'],
    ['zh-Hant', '訪客'],
  ] as const)('in %s calls those who are followed over sessions visitors', async (language, name) => {
    const words = await wordsIn(language);
    const people = shopFunnel({}, { unit: 'visitor' });
    const seen = funnelView(people, words);
    expect(seen.stages[0]!.name).toBe(name);
    expect(seen.path.split(' → ')[0]).toBe(name);
    expect(seen.stages[0]!.spoken.startsWith(name)).toBe(true);
    expect(funnelTable(people, seen, words).rows[0]!.cells[0]).toBe(name);
    expect(funnelView(people, words, { headings: { sessions: 'Came' } }).stages[0]!.name).toBe('Came');
    // Visits are called what they are.
    expect(funnelView(shopFunnel(), words).stages[0]!.name).not.toBe(name);
  });

  it('names the worst leak and what it is worth, the names and figures set off', () => {
    // 38,260 × 2,894 ÷ 9,860 × 443.80 = 4,983,7xx.
    expect(view(shopFunnel({ worst: { stage: 2, fell: false } })).leak).toEqual([
      'The worst leak is between ',
      'Product viewed',
      ' and ',
      'Added to cart',
      ': ',
      '38,260 sessions',
      ' lost. Had they gone on like the others, they would have brought about ',
      'DKK 5,000,000'.replace(' ', '\u00a0'),
      '.',
    ]);
  });

  it('says how far the worst step fell, where it fell', () => {
    // 9860 / 48120 = 20.49 %, before 10320 / 46100 = 22.39 %.
    expect(view(shopFunnel()).leak.join('')).toContain(
      'The step from Product viewed to Added to cart fell furthest (−1.9 pp): 38,260 sessions lost.',
    );
  });

  it('says nothing of money where the order value is unknown, and nothing where nothing leaks', () => {
    const leak = { stage: 2, fell: false };
    const unpriced = funnelOf({ counts: [100, 50, 10], worst: leak }, { unit: 'cart' }, purchase.slice(0, 3));
    expect(view(unpriced).leak.join('')).toBe(
      'The worst leak is between Product viewed and Added to cart: 40 carts lost.',
    );
    expect(view(funnelOf({ counts: [100, 50] })).leak).toEqual([]);
  });

  it.each(allLanguages)('has whole sentences for the leak in %s', async (language) => {
    const words = await wordsIn(language);
    for (const fell of [true, false]) {
      const text = funnelView(shopFunnel({ worst: { stage: 2, fell } }), words).leak.join('');
      expect(text).toMatch(/\d.*\d.*[.。]$/u);
      expect(text).not.toMatch(/\.\.|[{}\u2068\u2069]/);
    }
  });

  it.each(allLanguages)('is one text without spaces between thousands in %s', async (language) => {
    const { sentence, stages } = funnelView(shopFunnel(), await wordsIn(language));
    // 84,210 sessions.
    expect(stages[0]!.text).toMatch(/^84\D210$/);
    expect(sentence).toMatch(/84[.,]?210/);
    expect(sentence).not.toMatch(/\d[\u00a0\u202f]\d/);
  });

  it('says what is counted and what is not', () => {
    const asides = (more: Partial<FunnelResult>) => view(shopFunnel({}, more)).asides;
    expect(asides({})).toEqual([]);
    expect(asides({ secondsToConvert: 8040, pending: 1020, unit: 'visitor' }).map(spaced)).toEqual([
      'Median time to the last stage: 2 hrs 14 mins',
      '1,020 visitors still have time and are in no rate.',
    ]);
    expect(asides({ mode: 'open' })).toEqual(['Open funnel: every stage is counted on its own.']);
    expect(view(shopFunnel()).counting).toContain('every earlier one');
  });

  it('warns of a later stage that is larger, by its name', () => {
    const larger = funnelOf({ counts: [400, 500, 100] }, { mode: 'open', warnings: [{ code: 'stage-larger' }] });
    const drawn = view(larger, { headings: { sessionsWithProductView: 'Looked' } });
    expect(drawn.caution).toBe('More reached Looked than Sessions: the rest entered there.');
    expect(funnelProof(larger, drawn, en, undefined).notes).toEqual([]);
  });

  it('says all of it in a text', () => {
    const { sentence } = view(shopFunnel({ worst: { stage: 2, fell: false } }, { secondsToConvert: 8040 }));
    expect(spaced(sentence)).toBe(
      'Purchase funnel: 3.4% (Sessions → Purchased, 24 Oct – 20 Nov 2025). −0.25 pp vs 26 Sept – 23 Oct. ' +
        'Sessions: 84,210. Product viewed: 48,120 (of previous stage: 57.1%). ' +
        'Added to cart: 9,860 (of previous stage: 20.5%). Checkout started: 5,120 (of previous stage: 51.9%). ' +
        'Purchased: 2,894 (of previous stage: 56.5%). ' +
        'The worst leak is between Product viewed and Added to cart: 38,260 sessions lost. ' +
        'Had they gone on like the others, they would have brought about DKK 5,000,000. ' +
        'Median time to the last stage: 2 hrs 14 mins.',
    );
  });

  it('says why there is nothing', () => {
    const reason = { code: 'no-data', measure: 'sessions' } as const;
    const empty = view(funnelOf({ counts: [] }, { status: 'missing', reason }));
    expect(empty.reason).toContain('Missing: Sessions');
    expect(empty).toMatchObject({ stages: [], path: '', changes: [], leak: [] });
    expect(empty.figure.text).toBe('—');
  });
});

describe('a stage', () => {
  const stage = (index: number, more?: Parameters<typeof shopFunnel>[0]) => view(shopFunnel(more)).stages[index]!;

  it('has its count, its rates, and what was lost', () => {
    const { name, text, before, ofPrevious, ofFirst, lost, money, worst, entered, skipped } = stage(2);
    expect({ name, text, before, lost, worst, entered, skipped }).toEqual({
      name: 'Added to cart',
      text: '9,860',
      before: 10_320,
      lost: '−38,260',
      worst: true,
      entered: undefined,
      skipped: undefined,
    });
    expect(spaced(money!)).toBe('≈ DKK 5m');
    expect(ofPrevious).toMatchObject({ text: '20.5%', change: { glyph: '▼', tone: 'bad', text: '−1.9 pp' } });
    // 9860 / 84210 = 11.71 %, before 10320 / 79400 = 13.00 %: here not tested, so without a verdict.
    expect(ofFirst).toMatchObject({ text: '11.7%', change: { glyph: '▼', tone: 'neutral', text: '−1.3 pp' } });
  });

  it('has no rates where it is the first', () => {
    expect(stage(0)).toMatchObject({ ofPrevious: undefined, ofFirst: undefined, lost: undefined, worst: false });
  });

  it('marks a change within the noise, and one that is too small to be written', () => {
    expect(stage(3).ofPrevious?.change).toMatchObject({ glyph: '≈', tone: 'neutral' });
    const still = funnelOf({ counts: [1_000_000, 500_000], before: [1_000_000, 499_990], significant: [1] });
    expect(view(still).stages[1]!.ofPrevious?.change).toMatchObject({ glyph: '≈', text: '0.00 pp' });
  });

  it('says who came another way, and who entered there', () => {
    expect(stage(2, { skipped: [0, 0, 312] }).skipped).toBe('+312');
    const open = funnelOf({ counts: [400, 500] }, { mode: 'open' });
    expect(view(open).stages[1]).toMatchObject({ entered: '+100 entered here', lost: undefined });
  });

  it('is read aloud with all that is known', () => {
    expect(spaced(stage(2, { skipped: [0, 0, 312] }).spoken)).toBe(
      'Added to cart: 9,860. Of previous stage: 20.5% (−1.9 pp). Of first stage: 11.7% (−1.3 pp). ' +
        'Lost: −38,260 (≈ DKK 5m). Came another way: +312.',
    );
  });

  it('is called as the page likes, else by its measure', () => {
    const result = funnelOf({ counts: [9, 8] }, {}, ['orders', 'unheardOf']);
    const names = (headings?: Record<string, string>) => view(result, { headings }).stages.map(({ name }) => name);
    expect(names()).toEqual(['Orders', 'unheardOf']);
    expect(names({ unheardOf: 'Delivered' })).toEqual(['Orders', 'Delivered']);
  });
});

describe('segments', () => {
  it('are the first six, each read aloud by its name', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', ''];
    const segments = keys.map((key) => ({ key, ...figuresOf({ counts: [10, 5] }) }));
    const split = view(shopFunnel({}, { by: 'channel', segments }));
    expect(split.segments.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(split.asides).toEqual(['Shown: the 6 largest of 8.']);
    const cut = { by: 'channel', segments, warnings: [{ code: 'many-segments', count: 120 }] } as const;
    expect(view(shopFunnel({}, cut)).asides).toEqual(['Shown: the 6 largest of 128.']);
    expect(split.segments[0]!.stages[1]!.spoken).toContain('a: Product viewed: 5.');
    expect(view(shopFunnel({}, { by: 'channel', segments: segments.slice(7) })).segments[0]!.name).toBe('Not stated');
  });
});
