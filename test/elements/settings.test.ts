import { expect, it } from 'vitest';
import { mergeSettings } from '../../src/elements/settings.js';

it('takes the first settings that say something', () => {
  const own = { period: 'today', compare: '' };
  const provided = { period: 'all', compare: 'none', grain: 'day', lang: 'da' };
  expect(mergeSettings(own, provided)).toEqual({ period: 'today', compare: 'none', grain: 'day', lang: 'da' });
});

it('is empty where nobody says anything', () => {
  expect(mergeSettings({}, undefined)).toEqual({});
});
