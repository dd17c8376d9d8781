import { expect, it } from 'vitest';
import { resolveLanguage } from '../../src/locale/resolve-language.js';

it.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['da', 'da'],
  ['da-DK', 'da'],
  ['da_DK', 'da'],
  ['DA', 'da'],
  ['sv-FI', 'sv'],
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['pl', 'pl'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  ['zh-CN', 'zh-Hant'],
  ['de', 'en'],
  ['dan', 'en'],
  ['x', 'en'],
  ['', 'en'],
  [' da ', 'da'],
  [undefined, 'en'],
])('%s is read in %s', (tag, language) => {
  expect(resolveLanguage(tag)).toBe(language);
});
