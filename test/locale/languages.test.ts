import { describe, expect, it } from 'vitest';
import { en } from '../../src/locale/en.js';
import { dataEnglish } from '../../src/locale/en/data.js';
import { definitions, explainEnglish } from '../../src/locale/en/explain.js';
import { failureEnglish } from '../../src/locale/en/failure.js';
import { funnelEnglish } from '../../src/locale/en/funnel.js';
import { periodEnglish } from '../../src/locale/en/period.js';
import { providerEnglish } from '../../src/locale/en/provider.js';
import { rulesEnglish } from '../../src/locale/en/rules.js';
import { scorecardEnglish } from '../../src/locale/en/scorecard.js';
import { languages } from '../../src/locale/languages.js';
import type { Message } from '../../src/locale/message.js';
import type { Messages } from '../../src/locale/messages.js';

const uiParts = [
  en.ui,
  dataEnglish.ui,
  explainEnglish,
  failureEnglish,
  funnelEnglish,
  periodEnglish,
  providerEnglish,
  rulesEnglish,
  scorecardEnglish,
];
/** English with what comes with the engine and in parts: complete, as every other language is. */
const english = {
  ...en,
  ui: {
    ...{ ...en.ui, ...dataEnglish.ui, ...explainEnglish, ...funnelEnglish },
    ...{ ...failureEnglish, ...periodEnglish, ...providerEnglish, ...rulesEnglish, ...scorecardEnglish },
  },
  measures: dataEnglish.measures,
  dimensions: dataEnglish.dimensions,
  segments: dataEnglish.segments,
  kpis: Object.fromEntries(
    Object.entries({ ...en.kpis, ...dataEnglish.kpis }).map(([id, { name }]) => [
      id,
      { name, definition: definitions[id] ?? '' },
    ]),
  ),
};
const messagesOf = async (language: keyof typeof languages): Promise<Messages> =>
  language === 'en' ? english : await languages[language]();

it('says nothing of English twice', () => {
  const keys = uiParts.flatMap((part) => Object.keys(part));
  expect(keys).toHaveLength(Object.keys(english.ui).length);
  expect(Object.keys(definitions).sort()).toEqual(Object.keys(english.kpis).sort());
  expect(Object.keys(english.kpis)).toHaveLength(Object.keys(en.kpis).length + Object.keys(dataEnglish.kpis).length);
});

it('spells names as ids do', () => {
  expect(en.kpis['average-order-value'].name).toBe('Average order value (AOV)');
  expect(en.kpis['repeat-purchase-rate'].name).toBe('Repeat purchase rate');
  expect(dataEnglish.measures.attributedNewCustomers).toBe('Attributed new customers');
  expect(dataEnglish.segments).toMatchObject({ 'organic-search': 'Organic search', mobile: 'Mobile', ios: 'iOS' });
});

const texts = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));

/** Names in braces, line by line: a line that lost its name would always be shown. */
const placeholders = (text: string): string[] =>
  text.split('\n').map((line) => [...new Set(line.match(/\{\w+\}/g))].sort().join(' '));

describe.each(Object.keys(languages) as (keyof typeof languages)[])('language %s', (language) => {
  it('has every key of English and no other', async () => {
    const messages = await messagesOf(language);
    expect(messages.lang).toBe(language);
    expect(Object.keys(messages.ui).sort()).toEqual(Object.keys(english.ui).sort());
    expect(Object.keys(messages.kpis).sort()).toEqual(Object.keys(english.kpis).sort());
    expect(Object.keys(messages.measures).sort()).toEqual(Object.keys(english.measures).sort());
    expect(Object.keys(messages.dimensions).sort()).toEqual(Object.keys(english.dimensions).sort());
    expect(Object.keys(messages.segments).sort()).toEqual(Object.keys(english.segments).sort());
  });

  it('leaves no text empty', async () => {
    const messages = await messagesOf(language);
    const { 'between-sentences': _gap, ...ui } = messages.ui;
    for (const text of Object.values(ui).flatMap(texts)) expect(text).toMatch(/\S/);
    for (const { name, definition } of Object.values(messages.kpis)) {
      expect(name).toMatch(/^\S.*\S$/);
      expect(definition, name).toMatch(/[.。]$/);
    }
    for (const name of Object.values({ ...messages.measures, ...messages.dimensions, ...messages.segments }))
      expect(name).toMatch(/\S/);
  });

  it('names the same values as English', async () => {
    const messages = await messagesOf(language);
    for (const [key, message] of Object.entries(messages.ui)) {
      const reference = placeholders(texts(english.ui[key as keyof typeof english.ui]).at(-1) ?? '');
      for (const text of texts(message)) expect(placeholders(text), key).toEqual(reference);
    }
  });

  it('has a text for every plural category of the language', async () => {
    const messages = await messagesOf(language);
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    for (const [key, message] of Object.entries(messages.ui)) {
      expect(typeof message, key).toBe(typeof english.ui[key as keyof typeof english.ui]);
      if (typeof message !== 'string') expect(Object.keys(message).sort(), key).toEqual(categories);
    }
  });
});
