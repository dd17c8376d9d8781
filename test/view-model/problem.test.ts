import { describe, expect, it } from 'vitest';
import type { KpiErrorCode } from '../../src/core/error.js';
import { KpiError } from '../../src/core/error.js';
import type { ReasonCode, WarningCode } from '../../src/core/evaluate/result.js';
import { reasonText, warningText } from '../../src/view-model/explain.js';
import { en } from '../../src/locale/en.js';
import { dataEnglish } from '../../src/locale/en/data.js';
import { explainEnglish } from '../../src/locale/en/explain.js';
import { providerEnglish } from '../../src/locale/en/provider.js';
import { mergeMessages } from '../../src/locale/merge-messages.js';
import { emptiness } from '../../src/view-model/emptiness.js';
import { missingText } from '../../src/view-model/missing-text.js';
import { problem } from '../../src/view-model/problem.js';
import { createWords } from '../../src/view-model/words.js';
import { allLanguages, spaced, wordsIn } from './languages.js';
import { netSales, without } from './results.js';

// Records, so that a new code that is not listed here does not compile.
const errors: Record<KpiErrorCode, Record<string, unknown>> = {
  'unknown-kpi': { option: 'kpi', value: 'net-sale', suggestion: 'net-sales' },
  'unknown-table': { value: 'order', suggestion: 'orders' },
  'unknown-format': { value: 'xml', expected: 'json, csv' },
  'bad-option': { option: 'grain', value: 'decade', expected: ['day', 'week'] },
  'bad-period': { option: 'period', value: 'last-fortnight', expected: 'last-week' },
  'bad-date': { option: 'as-of', value: '2025-02-30', expected: '2026-01-31' },
  'bad-time-zone': { value: 'Mars/Base', expected: 'Europe/Copenhagen' },
  'bad-formula': { filter: 'weight => 2', found: '>', expected: 'a number' },
  'as-of-required': {},
  'malformed-data': { line: 3, excerpt: '"a": 1,' },
  'unrecognised-data': { fields: ['a', 'b'] },
  'incomplete-data': {},
  'too-large': { rows: 500, megabytes: 20 },
  'missing-field': { table: 'orders', field: 'placedAt', suggestion: 'Order Date' },
  'secret-in-address': { parameter: 'access_token' },
  'bad-address': {},
  'hook-failed': { reason: 'no session' },
  unreachable: { address: 'https://shop.example/orders.json' },
  'bad-answer': { status: 503 },
  timeout: { address: 'https://shop.example/orders.json' },
  denied: { status: 403 },
  busy: { status: 429 },
  'missing-part': { address: 'https://cdn.example/parts/funnel.js' },
  'unknown-provider': { option: 'provider', value: 'shop' },
  'undefined-provider': { missing: 'kpi-elements/define/kpi-provider' },
};
/** What may come instead of data, by the code of its error. */
const instead: readonly (readonly [KpiErrorCode, string, Record<string, unknown>])[] = [
  ['malformed-data', 'nothing', {}],
  ['malformed-data', 'page', { title: 'Log in' }],
  ['bad-answer', 'not-found', { address: 'https://shop.example/orders.json', status: 404 }],
  ['bad-answer', 'fault', { status: 503 }],
  ['bad-answer', 'error', { reason: 'Throttled' }],
  ['timeout', 'hook', { address: 'https://shop.example/orders.json' }],
];
const reasons: Record<ReasonCode, object> = {
  'short-history': {},
  'choose-segment': { dimension: 'channel' },
  privacy: {},
  'no-data': { measure: 'sessions' },
  'no-rows': {},
  'outside-coverage': { first: '2025-01-01', last: '2025-06-30' },
  'zero-denominator': {},
  'no-values': { measure: 'lcpMsP75' },
  'cost-unknown': { share: 0.42 },
  'not-additive': { measure: 'activeCustomers', low: 10, high: 20 },
  'not-segmentable': { measure: 'sessions', dimension: 'category' },
  'day-grain': {},
  'mixed-currencies': { currencies: ['DKK', 'EUR'] },
  'missing-rate': { currencies: ['SEK'], first: '2025-01-01', last: '2025-01-03' },
  'tax-mismatch': {},
  'sample-ratio': {},
};
const warnings: Record<WarningCode, object> = {
  'refunds-unknown': {},
  'parts-unknown': { measure: 'taxes' },
  'orders-as-conversions': {},
  'session-basis': {},
  'overlap-assumed': {},
  'ga4-bounce': {},
  'load-event': {},
  'mean-not-median': {},
  'media-only': {},
  'shop-attribution': {},
  'follower-basis': {},
  'clv-revenue-basis': {},
  estimated: {},
  bounds: { low: 600, high: 1000 },
  'tax-inclusive': {},
  'costs-assumed-complete': {},
  'cost-partial': { share: 0.97 },
  'unknown-values': { field: 'pageviews', share: 0.2 },
  'short-history': {},
  'definitions-differ': {},
  'many-segments': { count: 12 },
  'stage-absent': { measure: 'sessionsWithCheckout' },
  'stage-larger': { measure: 'sessionsWithPurchase' },
  'missing-days': { count: 2 },
  carried: { last: '2025-06-30' },
  'zone-assumed': { timeZone: 'UTC' },
  'unequal-length': {},
  'weekday-mismatch': {},
  'too-few-data': {},
  'double-source': { measure: 'orders' },
  'totals-differ': { measure: 'orders' },
  'differs-from-source': { measure: 'orders', source: 'Shopify', share: 0.02 },
  'rows-refused': { count: 3 },
  'rows-replaced': { count: 3 },
  'target-part': { count: 9 },
  'targets-running': { count: 1 },
  'variants-together': { count: 2 },
  'split-assumed': {},
  'rows-far': { count: 1, last: '2062-11-05' },
  'rows-ahead': { count: 1, last: '2027-11-05' },
  'no-match': { condition: 'channel=fax' },
  'no-match-selected': { condition: 'channel=fax' },
  'target-of-whole': {},
  'hours-unknown': {},
};
const codes = <Code extends string>(record: Record<Code, unknown>) => Object.keys(record) as Code[];
const whole = /^[^{}]*\S[.?。？！」]$/;

describe.each(allLanguages)('in %s', async (language) => {
  const words = await wordsIn(language);

  it.each(codes(errors))('error %s', (code) => {
    for (const details of [errors[code], {}]) {
      const { title, detail } = problem(new KpiError(code, 'for developers', details), words);
      expect(title).toMatch(/\S/);
      expect(detail).toMatch(whole);
      expect(detail).not.toContain('undefined');
    }
    // Everything that the error names is read by the shop owner, too.
    const { detail } = problem(new KpiError(code, '', errors[code]), words);
    const { table: _table, option, ...named } = errors[code];
    if (code === 'bad-option') expect(detail).toContain(option);
    for (const value of Object.values(named).flat()) expect(detail).toContain(String(value));
  });

  it.each(instead)('error %s, where %s came', (code, kind, named) => {
    const usual = problem(new KpiError(code, ''), words);
    const { title, detail } = problem(new KpiError(code, '', { ...named, instead: kind }), words);
    expect(title).toBe(usual.title);
    expect(detail).toMatch(whole);
    expect(detail).not.toContain(usual.detail);
    for (const value of Object.values(named)) expect(detail).toContain(String(value));
  });

  it.each(codes(reasons))('reason %s', (code) => {
    for (const rest of [reasons[code], {}]) expect(reasonText({ code, ...rest }, netSales, words)).toMatch(whole);
  });

  it.each(codes(warnings))('warning %s', (code) => {
    expect(warningText({ code, ...warnings[code] }, words.saying(explainEnglish))).toMatch(whole);
  });
});

describe('English without the engine', () => {
  const words = createWords(en);

  it.each(['unknown-kpi', 'bad-option', 'secret-in-address', 'bad-address', 'unreachable', 'bad-answer'] as const)(
    'words the error %s, which may come before it',
    (code) => {
      const { title, detail } = problem(new KpiError(code, 'for developers', errors[code]), words);
      expect(title).toMatch(/\S/);
      expect(detail).toMatch(whole);
      expect(detail).not.toBe('Something went wrong.');
    },
  );

  it.each(['missing-part', 'unknown-provider', 'undefined-provider'] as const)(
    'words the error %s where nothing more can be fetched',
    (code) => {
      const error = new KpiError(code, 'for developers', errors[code]);
      expect(missingText(error, words.saying(providerEnglish))).toBe(problem(error, words).detail);
    },
  );
});

describe('words', () => {
  it.each([
    ['not-additive', { low: 10, high: 20 }, /It lies between DKK 10\.00 and DKK 20\.00\.$/],
    ['no-data', { measure: 'sessions' }, /Missing: Sessions\.$/],
    ['no-data', { measure: 'giftWraps' }, /Missing: giftWraps\.$/],
    ['mixed-currencies', { currencies: ['DKK', 'EUR'] }, /Found: DKK, EUR\.$/],
    [
      'missing-rate',
      { currencies: ['NOK', 'SEK'], first: '2025-01-01', last: '2025-01-03' },
      /Currency: NOK, SEK, Jan 1 – 3, 2025\.$/,
    ],
  ] as const)('name what the reason %s is about', async (code, rest, text) => {
    expect(spaced(reasonText({ code, ...rest }, netSales, await wordsIn('en')))).toMatch(text);
  });

  it('count as the language does', async () => {
    const polish = await wordsIn('pl');
    expect([1, 3, 5].map((count) => warningText({ code: 'missing-days', count }, polish))).toEqual([
      'W danych brakuje 1 dnia okresu.',
      'W danych brakuje 3 dni okresu.',
      'W danych brakuje 5 dni okresu.',
    ]);
  });

  it('name setting, value and what is possible', async () => {
    const error = new KpiError('bad-option', '', {
      option: 'weekStart',
      value: 'funday',
      expected: ['monday', 'sunday'],
    });
    expect(problem(error, await wordsIn('en'))).toEqual({
      title: 'A setting is not right',
      detail: 'A setting has a value that is not possible. Found: week-start “funday”. Possible: monday, sunday.',
    });
  });

  it('tell until when there is no sense in trying again', async () => {
    const until = Date.parse('2026-11-22T15:10:00Z');
    for (const [code, instead] of [['busy'], ['bad-answer', 'fault']] as const) {
      const { detail } = problem(new KpiError(code, '', { until, instead }), await wordsIn('en'));
      // As the clock of the reader shows it, wherever the test runs.
      expect(spaced(detail)).toMatch(/Try again from Nov 2\d, 2026, \d\d?:\d0 [AP]M\.$/);
    }
  });

  it.each([
    [{ option: 'settings', value: 'mesures', suggestion: 'measures' }, 'settings “mesures”. Did you mean “measures”?'],
    [
      { option: 'kpiDefinitions', value: { id: 'x-y' }, expected: 'a list' },
      'kpiDefinitions “{"id":"x-y"}”. Possible: a list.',
    ],
    [{ option: 'settings.taxTreatment', value: null }, 'settings.taxTreatment “null”.'],
    [{ option: 'options', value: 'x'.repeat(900) }, `options “${'x'.repeat(900)}”.`],
    [{ option: 'kpiDefinitions', value: ['x'.repeat(900)] }, `kpiDefinitions “["${'x'.repeat(78)}”.`],
  ])('name what has no attribute as programs do: %j', async (details, text) => {
    const { detail } = problem(new KpiError('bad-option', '', details), await wordsIn('en'));
    expect(detail).toBe(`A setting has a value that is not possible. Found: ${text}`);
  });

  it.each(allLanguages)('name where a formula is, and what it should name, in %s', async (lang) => {
    const details = { option: 'kpiDefinitions, own-kpi', value: 'staf', suggestion: 'staff' };
    const { detail } = problem(new KpiError('bad-formula', '', details), await wordsIn(lang));
    expect(detail).toMatch(/kpiDefinitions, own-kpi[.。].*staf[”»」].*staff[”»」]/);
  });

  it('name the likely one of many possible values, or the first ones', async () => {
    const english = await wordsIn('en');
    const expected = Array.from({ length: 37 }, (_, index) => `measure${index}`);
    const said = (suggestion: string | undefined) =>
      problem(new KpiError('bad-option', '', { option: 'stages', value: 'sesions', expected, suggestion }), english)
        .detail;
    expect(said('sessions')).toBe(
      'A setting has a value that is not possible. Found: stages “sesions”. Did you mean “sessions”?',
    );
    expect(said(undefined)).toMatch(/Possible: measure0, measure1, .*measure7, …$/);
  });

  it('are there for a code of another version', async () => {
    const english = await wordsIn('en');
    const other = { title: 'This figure cannot be shown', detail: 'Something went wrong.' };
    expect(problem(new KpiError('toString' as KpiErrorCode, ''), english)).toEqual(other);
  });
});

describe('emptiness', () => {
  it('names the dates that there are, and what to do', async () => {
    const result = without(netSales, 'missing', { code: 'outside-coverage', first: '2025-01-01', last: '2025-06-30' });
    const view = emptiness(result, await wordsIn('en', 'en-GB'));
    expect(view).toEqual({
      title: 'No data',
      detail:
        'There is no data for this period. The data runs from 1 Jan 2025 to 30 Jun 2025. Choose a period within these dates.',
    });
  });

  it('is no lack of data where there is nothing to divide by', async () => {
    const result = without(netSales, 'undefined', { code: 'zero-denominator' });
    expect(emptiness(result, await wordsIn('en'))?.title).toBe('No value');
    expect(emptiness(netSales, await wordsIn('en'))).toBeUndefined();
  });
});

it.each(allLanguages)(
  'a KPI that does not exist is told with its attribute and the nearest id, in %s',
  async (lang) => {
    const { detail } = problem(new KpiError('unknown-kpi', '', errors['unknown-kpi']), await wordsIn(lang));
    expect(detail).toMatch(/kpi ?.net-sale[”»」][\s\S]*net-sales/);
  },
);

it('points at a character of a formula as people count, from 1', () => {
  const details = { filter: 'weight => 2', position: 8, found: '>', expected: 'a number' };
  expect(problem(new KpiError('bad-formula', '', details), createWords(mergeMessages(en, dataEnglish))).detail).toBe(
    'The formula of this figure contains a mistake. Filter: weight => 2. At character 9: >. Expected: a number.',
  );
});
