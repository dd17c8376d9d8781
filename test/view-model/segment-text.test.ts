import { describe, expect, it } from 'vitest';
import { entities } from '../../src/core/catalog/entities.js';
import { en } from '../../src/locale/en.js';
import { dimensionText, segmentCount, segmentText } from '../../src/view-model/segment-text.js';
import { createWords } from '../../src/view-model/words.js';
import { allLanguages, wordsIn } from './languages.js';

describe('a segment', () => {
  it.each([
    ['en', 'Organic search', 'Desktop', 'Returning', 'Denmark', 'Phone'],
    ['da', 'Organisk søgning', 'Computer', 'Tilbagevendende', 'Danmark', 'Telefon'],
    ['nb', 'Organisk søk', 'Datamaskin', 'Tilbakevendende', 'Danmark', 'Telefon'],
    ['sv', 'Organisk sökning', 'Dator', 'Återkommande', 'Danmark', 'Telefon'],
    ['pl', 'Wyszukiwanie bezpłatne', 'Komputer', 'Powracający', 'Dania', 'Telefon'],
    ['zh-Hant', '自然搜尋', '電腦', '回訪', '丹麥', '電話'],
  ] as const)(
    'that everybody knows has its name in %s',
    async (language, channel, device, visitor, country, contact) => {
      const words = await wordsIn(language);
      expect(segmentText('channel', 'organic-search', words)).toBe(channel);
      expect(segmentText('device', 'desktop', words)).toBe(device);
      expect(segmentText('visitorType', 'returning', words)).toBe(visitor);
      expect(segmentText('country', 'DK', words)).toBe(country);
      expect(segmentText('ticketChannel', 'phone', words)).toBe(contact);
    },
  );

  it('of another dimension, or that nobody knows, is called as the data call it', async () => {
    const words = await wordsIn('da');
    for (const [by, key] of [
      ['category', 'display'],
      ['source', 'email'],
      ['channel', 'Organic Search'],
      ['channel', 'toString'],
      ['country', 'dk'],
      ['country', 'ZZZ'],
      ['country', 'QX'],
      [undefined, 'email'],
    ] as const)
      expect(segmentText(by, key, words)).toBe(key);
    expect(segmentText('channel', '', words)).toBe('Ikke angivet');
  });

  it('is called as the page words it', () => {
    const words = createWords({ ...en, segments: { ...en.segments, email: 'Newsletter' } });
    expect(segmentText('channel', 'email', words)).toBe('Newsletter');
  });
});

it.each(allLanguages)('every dimension has a name in %s', async (language) => {
  const words = await wordsIn(language);
  const all = Object.values(entities).flatMap(({ dimensions, own = {} }) => [...dimensions, ...Object.values(own)]);
  for (const dimension of all) expect(dimensionText(dimension, words)).not.toBe(dimension);
});

it('segments that a result leaves out are counted', () => {
  const segments = Array.from({ length: 500 });
  expect(segmentCount({ segments, warnings: [{ code: 'many-segments', count: 120 }] })).toBe(620);
  expect(segmentCount({ segments, warnings: [{ code: 'zone-assumed', timeZone: 'UTC' }] })).toBe(500);
});
