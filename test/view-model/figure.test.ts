import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/core/catalog/definition.js';
import type { Language } from '../../src/locale/languages.js';
import type { FigureOptions } from '../../src/view-model/figure.js';
import { axisText } from '../../src/view-model/axis-text.js';
import { figureText, figureView, spokenText } from '../../src/view-model/figure.js';
import { allLanguages, spaced, wordsIn } from './languages.js';

const money = (currency: string) => ({ unit: 'currency' as const, currency });
const plain = (unit: Unit) => ({ unit, currency: undefined });
const narrow: FigureOptions = { room: 'narrow' };

describe('money', () => {
  it.each<[Language, string, number, FigureOptions, string]>([
    ['da', 'DKK', 443.8, {}, '443,80 kr.'],
    ['da', 'DKK', 1_284_350.25, {}, '1.284.350 kr.'],
    ['da', 'DKK', 1_284_350.25, { notation: 'standard' }, '1.284.350,25 kr.'],
    ['da', 'DKK', 1_284_350.25, narrow, '1,28 mio. kr.'],
    ['da', 'DKK', 84_210, narrow, '84.210 kr.'],
    ['sv', 'SEK', 1_284_350, { notation: 'compact' }, '1,28 mn kr'],
    ['nb', 'NOK', -12.5, {}, '−12,50 kr'],
    ['pl', 'PLN', 1_284_350, narrow, '1,28 mln zł'],
    ['pl', 'PLN', 12_345.6, {}, '12 346 zł'],
    ['zh-Hant', 'TWD', 1_284_350, narrow, '$128萬'],
    ['zh-Hant', 'TWD', 443.8, {}, '$444'],
    ['en', 'EUR', -12.5, {}, '−€12.50'],
    ['en', 'USD', 9999.5, { notation: 'compact' }, '$9,999.50'],
    ['en', 'USD', 1500, { notation: 'compact' }, '$1,500'],
    ['en', 'USD', 99_950, { notation: 'compact' }, '$100K'],
    ['en', 'JPY', 443.8, {}, '¥444'],
    ['en', 'JPY', 443.8, { notation: 'standard' }, '¥444'],
    ['en', 'KWD', 443.8, {}, 'KWD 443.800'],
    ['en', 'HUF', 443.8, {}, 'HUF 444'],
    // Half a unit goes away from zero, by the decimal that is written and not by the binary fraction that is near it.
    ['en', 'EUR', 1.005, {}, '€1.01'],
    ['en', 'EUR', -1.005, {}, '−€1.01'],
    ['en', 'EUR', 2.675, {}, '€2.68'],
    ['en', 'JPY', 2.5, {}, '¥3'],
    ['en', 'JPY', -2.5, {}, '−¥3'],
    ['en', 'KWD', 0.0005, {}, 'KWD 0.001'],
    ['en', 'HUF', 443.8, { notation: 'standard' }, 'HUF 443.80'],
    ['en', 'EUR', -0.001, {}, '€0.00'],
    ['en', 'EUR', -0, {}, '€0.00'],
    ['en', 'not a code', 12, {}, '12.00'],
    ['en', 'EUR', 3, { signed: true }, '+€3.00'],
    ['en', 'EUR', 0.001, { signed: true }, '€0.00'],
  ])('in %s: %s %d %o is %s', async (language, currency, value, options, text) => {
    expect(spaced(figureText(value, money(currency), await wordsIn(language), options))).toBe(text);
  });

  it('has its unit apart from its digits, in the order of the language', async () => {
    const parts = async (language: Language, options?: FigureOptions) =>
      figureView(-1_284_350, money('DKK'), await wordsIn(language), options).parts.map(({ kind, text }) => [
        kind,
        spaced(text),
      ]);
    expect(await parts('da', narrow)).toEqual([
      ['number', '−1,28'],
      ['unit', ' mio. kr.'],
    ]);
    expect(await parts('en')).toEqual([
      ['number', '−'],
      ['unit', 'DKK '],
      ['number', '1,284,350'],
    ]);
  });

  it('is spoken in full, without spaces between thousands', async () => {
    const pl = await wordsIn('pl');
    expect(spaced(figureView(1_284_350.25, money('PLN'), pl, narrow).full)).toBe('1284350,25 zł');
    expect(spaced(spokenText(1_284_350.25, money('PLN'), pl))).toBe('1284350 zł');
    expect(spaced(figureView(1_284_350.25, money('DKK'), await wordsIn('da'), narrow).full)).toBe('1.284.350,25 kr.');
  });
});

describe('other units', () => {
  it.each<[Unit, number, string]>([
    ['percent', 0.0344, '3.4%'],
    ['percent', 0.0049, '0.49%'],
    ['percent', 0, '0%'],
    ['percent', -0.0049, '−0.49%'],
    ['percent', 1.5, '150.0%'],
    ['count', 1234, '1,234'],
    ['count', 1234.5, '1,235'],
    ['ratio', 4.1, '4.10'],
    ['ratio', 0, '0.00'],
    ['ratio', 0.01, '0.01'],
    ['ratio', -0.00424, '−0.0042'],
    ['ratio', 0.000039, '0.000039'],
    ['score', -12.34, '−12.3'],
    ['rating', 4.5, '4.5'],
    ['kgCO2e', 999, '999 kg CO₂e'],
    ['kgCO2e', 1500, '1.5 t CO₂e'],
    ['kWh', 12_000, '12 MWh'],
    ['kg', -2.25, '−2.3 kg'],
    ['duration', 0, '0 sec'],
    ['duration', 0.848, '0.85 sec'],
    ['duration', 0.996, '1.0 sec'],
    ['duration', 2.04, '2.0 sec'],
    ['duration', 2.54, '2.5 sec'],
    ['duration', 9.97, '10 sec'],
    ['duration', 59.7, '1 min'],
    ['duration', 42.3, '42 sec'],
    ['duration', 60, '1 min'],
    ['duration', 119.7, '2 min'],
    ['duration', 3599.6, '1 hr'],
    ['duration', 8040, '2 hr 14 min'],
    ['duration', -8040, '−2 hr 14 min'],
    ['duration', 90_000, '1 day 1 hr'],
    ['duration', 172_799, '2 days'],
  ])('%s %d is %s', async (unit, value, text) => {
    expect(spaced(figureText(value, plain(unit), await wordsIn('en')))).toBe(text);
  });

  it('is a dash where there is no value, and says so to who listens', async () => {
    const view = figureView(undefined, plain('count'), await wordsIn('da'));
    expect(view).toEqual({ parts: [{ kind: 'number', text: '—' }], text: '—', full: 'Ingen værdi' });
  });
});

describe('axis', () => {
  it.each<[Unit, number, number, string]>([
    ['currency', 60_000, 60_000, '60K'],
    ['currency', 0, 60_000, '0'],
    ['currency', 1_250_000, 2_000_000, '1.25M'],
    ['currency', 450, 800, '450'],
    ['currency', 2.5, 4, '2.5'],
    ['currency', -500, -500, '−500'],
    ['percent', 0.035, 0.05, '3.5%'],
    ['percent', 0.5, 0.8, '50%'],
    ['percent', 0.0025, 0.004, '0.25%'],
    ['duration', 5400, 7200, '1.5 hr'],
    ['count', 0, 0, '0'],
  ])('%s %d on an axis up to %d is %s', async (unit, value, largest, text) => {
    expect(spaced(axisText(value, largest, unit, await wordsIn('en')))).toBe(text);
  });
});

it('has parts that read as its text, in every language, unit and notation', async () => {
  const all = await Promise.all(allLanguages.map((language) => wordsIn(language)));
  const units: Unit[] = ['currency', 'percent', 'ratio', 'count', 'duration', 'score', 'rating', 'kgCO2e', 'kWh', 'kg'];
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
      fc.constantFrom(...units),
      fc.constantFrom(...all),
      fc.constantFrom<FigureOptions>({}, narrow, { notation: 'compact' }, { notation: 'standard' }, { signed: true }),
      (value, unit, words, options) => {
        const view = figureView(value, { unit, currency: 'DKK' }, words, options);
        expect(view.parts.map((part) => part.text).join('')).toBe(view.text);
        expect(view.text).toMatch(/\d/);
        expect(`${view.text}${view.full}`).not.toMatch(/-|NaN|undefined|^[−+]0([.,]0+)?\D*$/);
        view.parts.forEach((part, index) => expect(part.kind).not.toBe(view.parts[index + 1]?.kind));
        for (const { kind, text } of view.parts)
          expect(text).not.toMatch(kind === 'unit' ? /\p{Nd}/u : /[\p{L}\p{Sc}%]/u);
      },
    ),
  );
});
