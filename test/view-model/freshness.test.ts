import { expect, it } from 'vitest';
import type { Language } from '../../src/locale/languages.js';
import { staleText } from '../../src/view-model/freshness.js';
import { wordsIn } from './languages.js';

it.each<[Language, RegExp]>([
  ['en', /^Could not be updated\. The figures are from Nov 20, 2025, 2:30 PM\.$/],
  ['da', /^Kunne ikke opdateres\. Tallene er fra 20\. nov\. 2025,? (kl\. )?14\.30\.$/],
])('says in %s from when the figures are', async (lang, text) => {
  const words = await wordsIn(lang);
  const said = staleText(new Date('2025-11-20T13:30:00Z'), words, 'Europe/Copenhagen');
  expect(said.replace(/\s/g, ' ')).toMatch(text);
});
