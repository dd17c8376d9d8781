import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as matomo from '../../../src/formats/platforms/matomo.part.js';
import { readXml } from '../../../src/formats/xml.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal } from './reading.js';

const visits = {
  nb_uniq_visitors: 7,
  nb_visits: 10,
  nb_visits_converted: 3,
  bounce_count: 4,
  sum_visit_length: 1800,
  bounce_rate: '40%',
};
const days = [
  { date: '2026-11-01', sessions: 10, visitors: 7, bouncedSessions: 4, sessionSeconds: 1800 },
  { date: '2026-11-02', sessions: 0, visitors: 0, bouncedSessions: 0, sessionSeconds: 0 },
];
const xml = `<?xml version="1.0" encoding="utf-8" ?>
<results>
	<result date="2026-11-01">
		<nb_uniq_visitors>7</nb_uniq_visitors><nb_visits>10</nb_visits>
		<bounce_count>4</bounce_count><sum_visit_length>1800</sum_visit_length><bounce_rate>40%</bounce_rate>
	</result>
	<result date="2026-11-02" />
</results>`;

describe('a report of Matomo', () => {
  it('of visits by day is daily numbers; a day without visits is 0', () => {
    expect(readWith(matomo, { '2026-11-01': visits, '2026-11-02': [] }).tables['dailyMeasures']).toEqual(days);
  });

  it('is the same as XML, recognised from its text', async () => {
    expect(readWith(matomo, readXml(xml)).tables['dailyMeasures']).toEqual(days);
    const { report } = await loadDataset(xml);
    expect(report.tables).toMatchObject([{ table: 'dailyMeasures', rows: 2, first: '2026-11-01', last: '2026-11-02' }]);
    const one = xml.replace('<result date="2026-11-02" />', '');
    expect(readWith(matomo, readXml(one)).tables['dailyMeasures']).toEqual(days.slice(0, 1));
  });

  it('of e-commerce orders has sales without tax and shipping', () => {
    const orders = {
      nb_conversions: 2,
      nb_visits_converted: 1,
      items: 10,
      revenue: 3111.11,
      revenue_subtotal: 2500,
      revenue_tax: 511,
      revenue_shipping: 100.11,
      revenue_discount: 666,
    };
    expect(readWith(matomo, { '2026-11-01': orders }).tables['dailyMeasures']).toEqual([
      {
        date: '2026-11-01',
        orders: 2,
        sessionsWithPurchase: 1,
        unitsSold: 10,
        discounts: 666,
        taxes: 511,
        shippingCharged: 100.11,
        orderRevenue: 2500,
        grossSales: 3166,
      },
    ]);
  });

  it.each([
    ['months', { '2026-11': visits }],
    ['no date', visits],
    ['labels', { '2026-11-01': [{ label: 'Direct Entry', nb_visits: 3 }] }],
    ['an error', { result: 'error', message: 'No access' }],
  ])('by %s is refused', (_name, answer) => {
    expect(refusal(() => readWith(matomo, answer))).toMatch(/^unrecognised-data: .*period=day/);
  });

  it(
    'law: anything is tables or a KpiError',
    () =>
      expectNoOtherError(matomo, { '2026-11-01': visits, '2026-11-02': [] }, JSON.parse(JSON.stringify(readXml(xml)))),
    60_000,
  );
});

describe.skipIf(!hasAnswers)('collected answers of Matomo (../shared/data/api)', () => {
  const folder = 'matomo-reporting-xml/test_';

  it('years are no days', () => {
    const answer = answerIn('matomo-reporting-json/ReportExporting_VisitsSummary.get_exported.json');
    expect(refusal(() => readWith(matomo, answer))).toContain('period=day');
  });

  it('a day of XML, once it is dated: three visits of 5,403 seconds', () => {
    const text = answerIn(`${folder}ecommerceOrderWithItems__VisitsSummary.get_day.xml`) as string;
    expect(refusal(() => readWith(matomo, readXml(text)))).toContain('period=day');
    const dated = text
      .replace('<result>', '<results><result date="2026-11-01">')
      .replace('</result>', '</result></results>');
    expect(readWith(matomo, readXml(dated)).tables['dailyMeasures']).toEqual([
      { date: '2026-11-01', sessions: 3, visitors: 1, bouncedSessions: 0, sessionSeconds: 5403 },
    ]);
  });
});
