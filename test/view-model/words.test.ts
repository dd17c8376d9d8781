import { describe, expect, it } from 'vitest';
import { en } from '../../src/locale/en.js';
import { failureEnglish } from '../../src/locale/en/failure.js';
import { mergeMessages } from '../../src/locale/merge-messages.js';
import { createWords } from '../../src/view-model/words.js';
import { wordsIn } from './languages.js';

describe('say', () => {
  const words = createWords(en);

  it('fills names, and writes numbers as the language does', () => {
    expect(words.say('target', { figure: '€1' })).toBe('Target €1');
    expect(words.say('days', { count: 1200 })).toBe('1,200 days');
  });

  it('keeps what looks like a pattern in a value', () => {
    expect(words.say('target', { figure: '$& {figure} $1' })).toBe('Target $& {figure} $1');
  });

  it('leaves out a line that names an unknown value, and only that line', () => {
    const { say } = words.saying(failureEnglish);
    expect(say('problem.missing-field', { field: 'orderId', suggestion: 'Order ID' })).toBe(
      'The data lacks a column that is needed. Missing: orderId. Perhaps it is called “Order ID” here.',
    );
    expect(say('problem.missing-field', { field: 'orderId' })).toBe(
      'The data lacks a column that is needed. Missing: orderId.',
    );
    expect(say('problem.bad-date')).toBe('This date does not exist.');
    expect(say('problem.bad-date', { value: '' })).toBe('This date does not exist. Found: “”.');
  });

  it('takes a page’s own wording', () => {
    expect(createWords(mergeMessages(en, { ui: { target: 'Goal: {figure}' } })).say('target', { figure: '9' })).toBe(
      'Goal: 9',
    );
  });
});

it.each([
  ['en', 1, '1 day'],
  ['en', 2, '2 days'],
  ['da', 1, '1 dag'],
  ['sv', 0, '0 dagar'],
  ['nb', 28, '28 dager'],
  ['pl', 1, '1 dzień'],
  ['pl', 3, '3 dni'],
  ['pl', 5, '5 dni'],
  ['pl', 22, '22 dni'],
  ['zh-Hant', 1, '1 天'],
] as const)('in %s, %i is counted as %s', async (language, count, text) => {
  expect((await wordsIn(language)).say('days', { count })).toBe(text);
});

it.each([
  ['en', 'en-GB', 'en-GB'],
  ['en', 'de', 'en'],
  ['nb', 'nb-NO', 'nb-NO'],
  ['nb', 'nn-NO', 'nb'],
  ['zh-Hant', 'zh-TW', 'zh-TW'],
  ['zh-Hant', 'zh-CN', 'zh-Hant'],
  ['da', 'not a tag', 'da'],
] as const)('%s words for a reader of %s write numbers as %s', async (language, tag, lang) => {
  expect((await wordsIn(language, tag)).lang).toBe(lang);
});

it('ends a sentence with one full stop', async () => {
  const words = await wordsIn('da');
  expect(words.say('sentence', { text: 'Omsætning: 100,00 kr.' })).toBe('Omsætning: 100,00 kr.');
  expect(words.say('sentence', { text: 'Ordrer: 12' })).toBe('Ordrer: 12.');
  expect(words.say('sentence', { text: 'DKK, EUR, …' })).toBe('DKK, EUR, …');
});
