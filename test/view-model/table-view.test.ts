import { expect, it } from 'vitest';
import { cardView } from '../../src/view-model/card-view.js';
import { tableView } from '../../src/view-model/table-view.js';
import { trendView } from '../../src/view-model/trend-view.js';
import { spaced, wordsIn } from './languages.js';
import { given, netSales } from './results.js';

it('has a row a point, with the dates of each window and the notes', async () => {
  const words = await wordsIn('da');
  const table = tableView(cardView(netSales, words), words);
  expect(spaced(table.caption)).toBe('Nettoomsætning (24. okt.–20. nov. 2025)');
  expect(table.columns).toEqual([
    { label: 'Dato', numeric: false },
    { label: 'Denne periode', numeric: true },
    { label: 'Forrige periode: Dato', numeric: false },
    { label: 'Forrige periode', numeric: true },
    { label: 'Bemærkning', numeric: false },
  ]);
  expect(table.rows.map(({ cells }) => cells.map(spaced))).toEqual([
    ['fredag den 24. oktober 2025', '43.000 kr.', 'fredag den 26. september 2025', '40.000 kr.', ''],
    [
      'lørdag den 25. oktober 2025',
      '—',
      'lørdag den 27. september 2025',
      '42.001 kr.',
      'Der er ingen data for perioden.',
    ],
    ['søndag den 26. oktober 2025', '45.501 kr.', 'søndag den 28. september 2025', '41.000 kr.', ''],
  ]);
});

it('leaves cells empty where one window is shorter, and has no column for notes that nobody makes', async () => {
  const words = await wordsIn('en');
  const series = [netSales.series[0]!];
  const table = tableView(cardView({ ...netSales, series }, words), words);
  expect(table.columns).toHaveLength(4);
  expect(table.rows).toHaveLength(3);
  expect(table.rows[2]!.cells.slice(0, 2)).toEqual(['', '']);
});

it('lets segments share one column of dates', async () => {
  const words = await wordsIn('en');
  const segments = ['email', 'sms'].map((key) => ({ ...netSales, key, series: [netSales.series[0]!] }));
  const table = tableView(trendView([{ ...netSales, segments }], words), words);
  expect(table.columns.map((column) => column.label)).toEqual(['Date', 'email', 'sms']);
  expect(table.rows.map(({ cells }) => cells.length)).toEqual([3]);
});

it('is a caption alone where there is nothing to draw', async () => {
  const words = await wordsIn('en');
  expect(tableView(cardView(given, words, { heading: 'Revenue' }), words)).toEqual({
    caption: 'Revenue',
    columns: [],
    rows: [],
  });
});
