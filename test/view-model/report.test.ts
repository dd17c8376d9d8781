import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/core/dataset/create-dataset.js';
import type { DatasetReport } from '../../src/core/dataset/input.js';
import { entities } from '../../src/core/catalog/entities.js';
import { explainEnglish } from '../../src/locale/en/explain.js';
import { mergeMessages } from '../../src/locale/merge-messages.js';
import { createWords } from '../../src/view-model/words.js';
import { reportView } from '../../src/view-model/report.js';
import { spaced, wordsIn } from './languages.js';

const en = await wordsIn('en', 'en-GB');

const order = (orderId: string, grossSales: unknown, placedAt = '2025-11-03') => ({ orderId, placedAt, grossSales });

const reportOf = (...orders: ReturnType<typeof order>[]): DatasetReport =>
  createDataset({ orders }, { timeZone: 'UTC' }).report;

const whole = reportOf(order('1', 10), order('2', 5, '2025-11-20'));

describe('the report in a panel', () => {
  it('says how many rows of what were read, from when to when', () => {
    const { facts, ...view } = reportView(whole, en);
    expect(view).toEqual({ summary: 'The data: 2 rows', isOpen: false, notes: [] });
    expect(facts.map(({ term, detail }) => [term, spaced(detail)])).toEqual([['Orders', '2 rows (3 – 20 Nov 2025)']]);
  });

  it('says what was left out and why, the most frequent cause first', () => {
    const bad = [order('a', 1, '2025-02-30'), order('b', 'n/a'), order('c', 'n/a'), order('', 'n/a')];
    const { summary, isOpen, facts } = reportView(reportOf(order('1', 10), ...bad, order('1', 3)), en);
    expect([summary, isOpen]).toEqual(['The data: 1 row, and 4 left out', true]);
    expect(facts).toEqual([
      {
        term: 'Orders',
        detail: '1 row, and 4 left out (3 Nov 2025)',
        more: [
          '3 rows, the first is row 3 (grossSales): "n/a" is not a number',
          'Row 5 (orderId): a value is missing',
          'Row 2 (placedAt): "2025-02-30" is a date that does not exist',
          '1 row was replaced by a later one with the same id or for the same day.',
        ],
      },
    ]);
  });

  it('names a row that is the total of the others, which is nothing to open it for', () => {
    const { summary, isOpen, facts } = reportView(reportOf(order('1', 10), order('2', 5), order('Total', 15, '')), en);
    expect([summary, isOpen]).toEqual(['The data: 2 rows', false]);
    expect(facts[0]!.more).toEqual(['Row 3 is the total of the others, and is not counted.']);
  });

  it('names the platform, and words the notes', () => {
    const notes = [
      { code: 'platform', message: 'The data were read as those of Shopify.', details: { title: 'Shopify' } },
      { code: 'perhaps-a-page', message: '50 rows …', details: { rows: 50 } },
      { code: 'sampled', message: 'A sample.', details: { read: undefined, total: 9000 } },
      { code: 'till-closed', message: 'The till was closed on Sunday.' },
    ];
    const view = reportView({ ...whole, notes }, en);
    expect(view.isOpen).toBe(true);
    expect(view.facts[0]).toEqual({ term: 'Source', detail: 'Shopify' });
    expect(view.notes).toEqual([
      'A page of such a list holds exactly 50 rows; there may be more of them.',
      'The figures are estimated from a sample.',
      'The till was closed on Sunday.',
    ]);
  });

  it('words the notes of a page’s own adapter as the page does', () => {
    const words = createWords(mergeMessages(en.messages, { ui: { 'note.till-closed': 'Closed on {day}.' } }));
    const notes = [{ code: 'till-closed', message: 'The till was closed.', details: { day: 'Sunday' } }];
    expect(reportView({ ...whole, notes }, words).notes).toEqual(['Closed on Sunday.']);
  });

  it('is closed where there is nothing to worry about', () => {
    const notes = [{ code: 'decimal-comma', message: 'The numbers were read with a decimal comma.' }];
    const view = reportView({ ...whole, notes }, en);
    expect([view.isOpen, view.notes]).toEqual([false, ['Numbers were read with a decimal comma.']]);
  });

  it.each([
    ['da', 'Dataene: 1 række, og 1 er udeladt', 'Række 2 (grossSales): "n/a" er ikke et tal'],
    ['nb', 'Dataene: 1 rad, og 1 er utelatt', 'Rad 2 (grossSales): "n/a" er ikke et tall'],
    ['sv', 'Datan: 1 rad, och 1 har utelämnats', 'Rad 2 (grossSales): "n/a" är inget tal'],
    ['pl', 'Dane: 1 wiersz, pominięte: 1', 'Wiersz 2 (grossSales): "n/a" nie jest liczbą'],
    ['zh-Hant', '資料：1 列，另略過 1', '第 2 列（grossSales）："n/a" 不是數字'],
  ] as const)('speaks %s', async (language, summary, cause) => {
    const view = reportView(reportOf(order('1', 10), order('2', 'n/a')), await wordsIn(language));
    expect([view.summary, view.facts[0]?.more]).toEqual([summary, [cause]]);
  });

  it('has a name for every table', () => {
    const names = Object.keys(entities).filter((id) => !(`table.${id}` in explainEnglish));
    expect(names).toEqual([]);
  });
});
