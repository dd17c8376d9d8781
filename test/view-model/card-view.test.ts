import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/core/catalog/definition.js';
import type { KpiResult, Status } from '../../src/core/evaluate/result.js';
import type { Language } from '../../src/locale/languages.js';
import { cardView } from '../../src/view-model/card-view.js';
import { allLanguages, spaced, wordsIn } from './languages.js';
import { pointsOf } from '../visuals/lines.js';
import { conversion, given, netSales, without } from './results.js';

describe('the sentence', () => {
  it.each<[Language, string]>([
    [
      'en',
      'Net sales: DKK 1,284,350 (Oct 24 – Nov 20, 2025). Up 8.4% from DKK 1,184,826 (Sep 26 – Oct 23). ' +
        'The change is larger than the usual variation. 84% of target (DKK 1,528,980).',
    ],
    [
      'da',
      'Nettoomsætning: 1.284.350 kr. (24. okt.–20. nov. 2025). Op 8,4 % fra 1.184.826 kr. (26. sep.–23. okt.). ' +
        'Ændringen er større end de normale udsving. 84 % af målet (1.528.980 kr.).',
    ],
    [
      'sv',
      'Nettoomsättning: 1284350 Dkr (24 okt.–20 nov. 2025). Upp 8,4 % från 1184826 Dkr (26 sep.–23 okt.). ' +
        'Förändringen är större än de normala variationerna. 84 % av målet (1528980 Dkr).',
    ],
    [
      'nb',
      'Nettoomsetning: 1284350 DKK (24. okt.–20. nov. 2025). Opp 8,4 % fra 1184826 DKK (26. sep.–23. okt.). ' +
        'Endringen er større enn de vanlige svingningene. 84 % av målet (1528980 DKK).',
    ],
    [
      'pl',
      'Przychody netto ze sprzedaży: 1284350 DKK (24 paź–20 lis 2025). Wzrost o 8,4% względem 1184826 DKK ' +
        '(26 wrz–23 paź). Zmiana jest większa niż zwykłe wahania. 84% celu (1528980 DKK).',
    ],
    [
      'zh-Hant',
      '淨銷售額：DKK 1,284,350（2025/10/24至2025/11/20）。增加 8.4%，原為 DKK 1,184,826（9/26至10/23）。' +
        '變化大於平常的波動。達成目標的 84%（DKK 1,528,980）。',
    ],
  ])('in %s', async (language, sentence) => {
    expect(spaced(cardView(netSales, await wordsIn(language)).sentence)).toBe(sentence);
  });

  it('says a fall, a standstill and noise', async () => {
    const words = await wordsIn('en');
    const changed = (absolute: number) =>
      cardView(
        { ...conversion, comparisons: [{ ...conversion.comparisons[0]!, change: { absolute, relative: undefined } }] },
        words,
      ).sentence;
    expect(spaced(changed(-0.0021))).toContain(
      '. Down 0.21 pp from 3.2% (Sep 26 – Oct 23). The change is within the usual variation.',
    );
    expect(spaced(changed(0))).toContain('. Unchanged from 3.2% (Sep 26 – Oct 23).');
  });

  it('says why there is no value, and nothing of a change', async () => {
    const result = without(netSales, 'missing', { code: 'outside-coverage', first: '2025-01-01', last: '2025-06-30' });
    expect(spaced(cardView(result, await wordsIn('en')).sentence)).toBe(
      'Net sales: No value (Oct 24 – Nov 20, 2025). ' +
        'There is no data for this period. The data runs from Jan 1, 2025 to Jun 30, 2025.',
    );
  });

  it('is always whole, whatever the result', async () => {
    const all = await Promise.all(allLanguages.map((language) => wordsIn(language)));
    const number = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom<Unit>('currency', 'percent', 'count', 'ratio', 'duration'),
        fc.constantFrom(netSales, given),
        fc.option(number, { nil: undefined }),
        fc.option(number, { nil: undefined }),
        fc.constantFrom('significant', 'noise', 'untested'),
        fc.constantFrom('EUR', undefined),
        (words, unit, base, value, other, evidence, currency) => {
          const change =
            value === undefined || other === undefined
              ? undefined
              : { absolute: value - other, relative: other > 0 ? (value - other) / other : undefined };
          const status: Status = value === undefined ? 'undefined' : 'ok';
          const result: KpiResult = {
            ...base,
            ...{ unit, currency, value, status },
            reason: value === undefined ? { code: 'zero-denominator' } : undefined,
            comparisons: [{ ...base.comparisons[0]!, value: other, change, evidence }],
          };
          const view = cardView(result, words, { heading: 'Heading' });
          expect(view.sentence).not.toMatch(/undefined|NaN|Infinity|[{}]|\(\)|（）| {2}/);
          expect(view.sentence).toMatch(/^Heading.*[.。]$/);
          expect(JSON.stringify(view)).not.toMatch(/NaN|Infinity|\[object/);
        },
      ),
    );
  });
});

describe('a card', () => {
  it('has its name, period and target', async () => {
    const view = cardView(netSales, await wordsIn('da'));
    expect(view).toMatchObject({
      heading: 'Nettoomsætning',
      reason: undefined,
    });
    expect(spaced(view.period)).toBe('24. okt.–20. nov. 2025');
    expect(view.target?.text && spaced(view.target.text)).toBe('84 % af målet');
    expect(view.changes).toHaveLength(1);
  });

  it('takes a heading in place of the name, and the spelt id where a language knows no name', async () => {
    const words = await wordsIn('en');
    expect(cardView(netSales, words, { heading: 'Revenue' }).heading).toBe('Revenue');
    expect(cardView({ ...netSales, kpi: 'gift-wraps' }, words).heading).toBe('Gift wraps');
  });

  it('is compact in narrow room only', async () => {
    const words = await wordsIn('en');
    expect(spaced(cardView(netSales, words, { room: 'narrow' }).figure.text)).toBe('DKK 1.28M');
    expect(spaced(cardView(netSales, words, { room: 'wide' }).figure.text)).toBe('DKK 1,284,350');
    expect(spaced(cardView(netSales, words, { room: 'narrow', notation: 'standard' }).figure.text)).toBe(
      'DKK 1,284,350.25',
    );
  });

  it('draws the period and the one before, point beside point, each with its own dates', async () => {
    const [current, before, ...rest] = cardView(netSales, await wordsIn('en', 'en-GB')).lines;
    expect(rest).toEqual([]);
    expect(current).toMatchObject({ key: 'current', role: 'current', label: 'This period' });
    expect(before).toMatchObject({ key: 'previous-period', role: 'comparison', label: 'Previous period' });
    expect(pointsOf(current!).map(({ tick, text, value, note }) => [tick, spaced(text), value, note])).toEqual([
      ['24 Oct', 'DKK 43,000', 43_000, undefined],
      ['25 Oct', '—', undefined, 'There is no data for this period.'],
      ['26 Oct', 'DKK 45,501', 45_500.5, undefined],
    ]);
    expect(pointsOf(before!).map((point) => point.tick)).toEqual(['26 Sept', '27 Sept', '28 Sept']);
  });

  it('has points that are read aloud without pauses between thousands', async () => {
    const points = pointsOf(cardView(netSales, await wordsIn('pl')).lines[0]!);
    expect(points.map(({ text, spoken }) => [spaced(text), spaced(spoken)])).toEqual([
      ['43 000 DKK', '43000 DKK'],
      ['—', 'Brak wartości'],
      ['45 501 DKK', '45501 DKK'],
    ]);
  });

  it('notes points that are running, and those that are not whole', async () => {
    const cut = netSales.series.map((bucket) => ({ ...bucket, value: 1, reason: undefined, complete: false }));
    const words = await wordsIn('en');
    const notes = (complete: boolean) => {
      const comparisons = [{ ...netSales.comparisons[0]!, window: { ...netSales.window!, complete }, series: cut }];
      const result = { ...netSales, window: { ...netSales.window!, complete }, series: cut, comparisons };
      return cardView(result, words).lines.map((line) => pointsOf(line).map(({ note }) => note));
    };
    const part = 'Incomplete';
    expect(notes(true)).toEqual([
      [part, part, part],
      [part, part, part],
    ]);
    // Only the shown period is still running: what it is compared with has long ended.
    expect(notes(false)).toEqual([
      [part, part, 'Still running'],
      [part, part, part],
    ]);
  });

  it('says on its face that many rows were refused, or replaced, that a filter meets none, and that totals differ', async () => {
    const words = await wordsIn('en');
    const coverage = { ...netSales.coverage, rows: 90, refused: 10 };
    const refused = [{ code: 'rows-refused', count: 10 }] as const;
    expect(cardView({ ...netSales, coverage, warnings: refused }, words).caution).toBe(
      '10 rows could not be read and were left out.',
    );
    expect(cardView({ ...netSales, warnings: refused }, words).caution).toBeUndefined();
    const replaced = [{ code: 'rows-replaced', count: 1 }, ...refused] as const;
    expect(cardView({ ...netSales, coverage, warnings: replaced }, words).caution).toBe(
      '1 row was replaced by a later one for the same day. Where a day has several rows, a known column such as channel has to tell them apart.',
    );
    const unmatched = { ...netSales, warnings: [{ code: 'no-match', condition: 'channel=fax' }] as const };
    expect(cardView(unmatched, words).caution).toContain('channel=fax');
    expect(cardView(unmatched, words).sentence).toContain('channel=fax');
    // What a platform states, where it is more than half a percent away.
    const stated = { code: 'differs-from-source', measure: 'net-sales', source: 'Shopify' } as const;
    const caution = (share?: number) =>
      cardView({ ...netSales, warnings: [{ ...stated, ...(share && { share }) }] }, words).caution;
    expect([caution(0.02), caution(0.004), caution()]).toEqual([
      'The data and Shopify do not agree on this total: Net sales. The difference is 2.0%.',
      undefined,
      'The data and Shopify do not agree on this total: Net sales.',
    ]);
  });

  it('shows given figures without dates, verdict or proof', async () => {
    const view = cardView(given, await wordsIn('en'), { heading: 'Revenue' });
    expect(view).toMatchObject({ heading: 'Revenue', period: '', lines: [] });
    expect(view.changes[0]).toMatchObject({
      glyph: '▲',
      tone: 'neutral',
      text: '+12.8%',
      against: 'vs previous period',
    });
    expect(view.sentence).toBe('Revenue: €1,240.50. Up 12.8% from €1,100.00. 83% of target (€1,500.00).');
  });
});
