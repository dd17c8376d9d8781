import { expect, it } from 'vitest';
import { en } from '../../src/locale/en.js';
import { mergeMessages } from '../../src/locale/merge-messages.js';

it('is the language itself where a page words nothing', () => {
  expect(mergeMessages(en, undefined)).toBe(en);
});

it('lays a page’s wording over a language and leaves the language as it was', () => {
  const before = structuredClone(en);
  const merged = mergeMessages(en, {
    ui: { 'empty.title': 'Nothing yet' },
    kpis: { 'net-sales': { name: 'Revenue' }, 'gift-wraps': { name: 'Gift wraps' } },
    measures: { wraps: 'Wraps' },
  });
  expect(merged.ui['empty.title']).toBe('Nothing yet');
  expect(merged.ui.loading).toBe(en.ui.loading);
  expect(merged.kpis['net-sales']).toEqual({ name: 'Revenue' });
  expect(merged.kpis['gift-wraps']).toEqual({ name: 'Gift wraps' });
  expect(merged.measures).toEqual({ ...en.measures, wraps: 'Wraps' });
  expect(en).toEqual(before);
});
