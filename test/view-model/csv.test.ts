import { expect, it } from 'vitest';
import { csvOf } from '../../src/view-model/csv.js';
import { given, netSales } from './results.js';

it('has plain numbers and ISO dates, one row a point', () => {
  expect(csvOf(netSales)).toBe(
    [
      'start,end,complete,net-sales,previous-period start,previous-period end,previous-period',
      '2025-10-24,2025-10-24,true,43000,2025-09-26,2025-09-26,40000',
      '2025-10-25,2025-10-25,true,,2025-09-27,2025-09-27,42000.5',
      '2025-10-26,2025-10-26,true,45500.5,2025-09-28,2025-09-28,41000',
      '',
    ].join('\r\n'),
  );
});

it('is one row where there is no series', () => {
  expect(csvOf(given)).toBe(
    'start,end,complete,value,previous-period start,previous-period end,previous-period\r\n,,true,1240.5,,,1100\r\n',
  );
  expect(csvOf({ ...netSales, series: [], comparisons: [] })).toBe(
    'start,end,complete,net-sales\r\n2025-10-24,2025-11-20,true,1284350.25\r\n',
  );
});

it.each([
  ['=HYPERLINK("http://a.example")', `"'=HYPERLINK(""http://a.example"")"`],
  ['+1', `'+1`],
  ['-1+2', `'-1+2`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['\r=1', `"'\r=1"`],
  ['\n=1', `"'\n=1"`],
  [' =1', `' =1`],
  ['＝1', `'＝1`],
  ['a,b', '"a,b"'],
  ['paid-search', 'paid-search'],
])('a segment called %j cannot run as a formula or break its row', (key, cell) => {
  const segment = { ...netSales, key, series: [{ ...netSales.series[0]!, value: -5 }] };
  const [header, ...rows] = csvOf({ ...netSales, comparisons: [], segments: [segment] }).split('\r\n');
  expect(header).toBe(`start,end,complete,net-sales,${cell}`);
  expect(rows[0]).toBe('2025-10-24,2025-10-24,true,43000,-5');
});
