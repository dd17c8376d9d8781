import { describe, expect, it } from 'vitest';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as klaviyo from '../../../src/formats/platforms/klaviyo.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal, sumOf } from './reading.js';

const metrics = [
  ['M1', 'Subscribed to Email Marketing'],
  ['M2', 'Unsubscribed from Email Marketing'],
  ['M3', 'Consented to Receive SMS'],
  ['M4', 'Opened Email'],
].map(([id, name]) => ({ type: 'metric', id, attributes: { name } }));
const event = (id: string, metric: string, person: string, datetime: string) => ({
  type: 'event',
  id,
  attributes: { datetime, timestamp: 0, event_properties: { $value: 10, Subject: 'Jane, your shoes' }, uuid: id },
  relationships: {
    profile: { data: { type: 'profile', id: person } },
    metric: { data: { type: 'metric', id: metric } },
  },
});
/** Two subscribe to mails, one of them leaves; one to messages; an opened mail is none of it. */
const events = {
  data: [
    event('e1', 'M1', 'p1', '2026-11-02T08:00:00+00:00'),
    event('e2', 'M1', 'p2', '2026-11-03T08:00:00+00:00'),
    event('e3', 'M3', 'p2', '2026-11-03T09:00:00+00:00'),
    event('e4', 'M4', 'p1', '2026-11-04T08:00:00+00:00'),
    event('e5', 'M2', 'p1', '2026-11-05T08:00:00+00:00'),
  ],
  included: [{ type: 'profile', id: 'p1', attributes: { email: 'person@example.com' } }, ...metrics],
  links: { self: 'https://a.klaviyo.example/api/events', next: null, prev: null },
};

const series = {
  data: {
    type: 'flow-series-report',
    attributes: {
      date_times: ['2026-11-01T00:00:00+00:00', '2026-11-02T00:00:00+00:00', '2026-11-03T00:00:00+00:00'],
      results: [
        {
          groupings: { flow_id: 'F1', flow_message_id: 'A', send_channel: 'email' },
          statistics: {
            opens: [9, 9, 9],
            open_rate: [0.5, 0.5, 0.5],
            conversions: [1, 0, 2],
            conversion_value: [40, 0, 60.5],
          },
        },
        {
          groupings: { flow_id: 'F1', flow_message_id: 'B', send_channel: 'email' },
          statistics: {
            opens: [1, 1, 1],
            open_rate: [0.1, 0.1, 0.1],
            conversions: [0, 1, 0],
            conversion_value: [0, 20, 0],
          },
        },
        {
          groupings: { flow_id: 'F2', flow_message_id: 'C', send_channel: 'push-notification' },
          statistics: { opens: [0, 0, 0], open_rate: [0, 0, 0], conversions: [0, 0, 1], conversion_value: [0, 0, 5] },
        },
      ],
    },
  },
};

const header =
  'Campaign Name,Tags,Subject,List,Send Time,Send Weekday,Total Recipients,Unique Placed Order,Placed Order Rate,Revenue,' +
  'Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Spam Complaints,' +
  'Spam Complaints Rate,Successful Deliveries,Bounces,Bounce Rate,Campaign ID,Campaign Channel';
const campaigns = `${header}
Autumn,Brand,"Hello, you",All,2026-11-02 11:00:00,Monday,1000.0,3.0,0.3%,122.50,400.0,40%,600.0,20.0,2%,25.0,4.0,0.0,0%,990.0,10.0,1%,C1,Email
Text,,Hi,All,2026-11-02 12:00:00,Monday,200.0,1.0,0.5%,30.25,0.0,0%,0.0,9.0,4.5%,9.0,1.0,0.0,0%,200.0,0.0,0%,C2,SMS
Winter,,Snow,All,2026-11-09 11:00:00,Monday,1000.0,0.0,0%,0.0,380.0,38%,500.0,10.0,1%,11.0,2.0,0.0,0%,995.0,5.0,1%,C3,Email
`;

describe('events of Klaviyo', () => {
  it('are who subscribed and who left', () => {
    const { tables, notes } = readWith(klaviyo, events);
    expect(tables['subscriberEvents']).toEqual([
      { subscriberId: 'p1', at: '2026-11-02T08:00:00+00:00', medium: 'email', type: 'opt-in' },
      { subscriberId: 'p2', at: '2026-11-03T08:00:00+00:00', medium: 'email', type: 'opt-in' },
      { subscriberId: 'p2', at: '2026-11-03T09:00:00+00:00', medium: 'sms', type: 'opt-in' },
      { subscriberId: 'p1', at: '2026-11-05T08:00:00+00:00', medium: 'email', type: 'opt-out' },
    ]);
    expect(notes).toMatchObject([{ code: 'imports-uncounted' }]);
  });

  it('are recognised, and make the rate of those who leave', async () => {
    const dataset = await loadDataset(JSON.stringify(events), { timeZone: 'UTC', asOf: '2026-11-07' });
    const ask = (kpi: string, where?: string) =>
      evaluateKpi(dataset, { kpi, period: '2026-11-04/2026-11-07', compare: 'none', where }).value;
    // At the start of 4 November there are three subscriptions, of which one ends.
    expect(ask('opt-out-rate')).toBeCloseTo(1 / 3);
    expect(ask('opt-out-rate', 'medium=email')).toBe(1 / 2);
    expect(ask('sms-subscribers')).toBe(1);
  });

  it('without their metrics are refused, and so is a page', () => {
    const { included: _included, ...bare } = events;
    expect(refusal(() => readWith(klaviyo, bare))).toMatch(/^unrecognised-data.*include=metric/);
    const page = { ...events, links: { next: 'https://a.klaviyo.example/api/events?page%5Bcursor%5D=b' } };
    expect(refusal(() => readWith(klaviyo, page))).toMatch(/^incomplete-data/);
  });

  it('as a connector exports them are the same: in UTC, without what is deleted', async () => {
    const csv = `id,person_id,datetime,_fivetran_deleted,metric_id,type
a,p1,2026-11-02 23:30:00.000,FALSE,M1,Subscribed to Email Marketing
b,p1,2026-11-02 23:30:00.000,FALSE,M1,Subscribed to Email Marketing
c,p2,2026-11-03 08:00:00.000,TRUE,M1,Subscribed to Email Marketing
d,p1,2026-11-04 08:00:00.000,FALSE,M5,Unsubscribed
e,p1,2026-11-04 09:00:00.000,FALSE,M4,Opened Email
`;
    const dataset = await loadDataset(csv, { timeZone: 'Europe/Copenhagen', asOf: '2026-11-07' });
    // The same event under two ids is one.
    expect(dataset.report.tables).toMatchObject([
      { table: 'subscriberEvents', rows: 2, refused: 0, first: '2026-11-03' },
    ]);
  });
});

describe('reports of Klaviyo', () => {
  it('by day are sales that it attributes, by channel and flow', async () => {
    const { dailyMeasures: rows } = readWith(klaviyo, series).tables;
    expect(rows).toHaveLength(9);
    expect(sumOf(rows, 'attributedRevenue')).toBe(125.5);
    const dataset = await loadDataset(series, {
      ...{ timeZone: 'UTC', currency: 'DKK', asOf: '2026-11-03' },
      kpiDefinitions: [{ id: 'message-sales', unit: 'currency', formula: 'attributedRevenue' }],
    });
    // A message is no dimension of ours: those of a flow are added up, and rows are 2 flows on 3 days.
    expect(dataset.report.tables).toMatchObject([{ table: 'dailyMeasures', rows: 6 }]);
    const { segments } = evaluateKpi(dataset, { kpi: 'message-sales', period: 'all', by: 'channel' });
    expect(segments.map(({ key, value }) => [key, value])).toEqual([
      ['email', 120.5],
      ['push', 5],
    ]);
  });

  it('of campaigns as CSV stand on the day of sending, in the zone of the account', async () => {
    const dataset = await loadDataset(campaigns, {
      ...{ timeZone: 'America/New_York', currency: 'USD', asOf: '2026-11-09' },
      kpiDefinitions: [{ id: 'message-sales', unit: 'currency', formula: 'attributedRevenue' }],
    });
    expect(dataset.report.tables).toMatchObject([{ table: 'dailyMeasures', rows: 3, first: '2026-11-02' }]);
    const on = (period: string, where?: string) =>
      evaluateKpi(dataset, { kpi: 'message-sales', period, compare: 'none', where }).value;
    expect(on('2026-11-02/2026-11-02')).toBe(152.75);
    expect(on('2026-11-02/2026-11-02', 'channel=sms')).toBe(30.25);
    expect(on('2026-11-09/2026-11-09')).toBe(0);
  });

  it.each<[string, unknown, RegExp]>([
    ['without days', { data: { attributes: { results: [{ groupings: {}, statistics: { opens: 3 } }] } } }, /by day/],
    [
      'of aggregates',
      { data: { attributes: { dates: ['2026-11-01'], data: [{ measurements: {} }] } } },
      /which metric/,
    ],
    [
      'of weeks',
      { data: { attributes: { date_times: ['2026-11-02T00:00:00+00:00', '2026-11-09T00:00:00+00:00'], results: [] } } },
      /interval daily/,
    ],
    [
      'of opens alone',
      {
        data: {
          attributes: {
            date_times: ['2026-11-02T00:00:00+00:00', '2026-11-03T00:00:00+00:00'],
            results: [{ groupings: { flow_id: 'F1' }, statistics: { opens: [1, 2] } }],
          },
        },
      },
      /conversion_value or conversions/,
    ],
    ['of nothing', { data: { type: 'profile' } }, /events or a report/],
  ])('%s are refused', async (_, answer, message) => {
    expect(refusal(() => readWith(klaviyo, answer))).toMatch(message);
    await expect(loadDataset(JSON.stringify(answer), { format: 'klaviyo' })).rejects.toThrow(message);
  });

  it('an export of something else is refused by what it could be', async () => {
    await expect(loadDataset('id,name\n1,Autumn\n', { format: 'klaviyo' })).rejects.toMatchObject({
      ...{ code: 'unrecognised-data', details: { format: 'klaviyo' } },
      message: expect.stringContaining('the export of campaigns with Send Time') as string,
    });
  });
});

it('law: anything is tables or a KpiError', async () => {
  const { read } = klaviyo;
  await expectNoOtherError({ read }, events, series);
}, 60_000);

it('law: any row of an export is a row or a KpiError', async () => {
  const { row } = klaviyo;
  const sent = { 'Send Time': '2026-11-02 11:00:00', Revenue: '1.0', 'Campaign ID': 'C1', 'Campaign Channel': 'SMS' };
  const happened = { person_id: 'p', datetime: '2026-11-02 11:00:00', metric_id: 'M', type: 'Unsubscribed' };
  await expectNoOtherError({ row }, sent, happened);
}, 60_000);

describe.skipIf(!hasAnswers)('a collected export of Klaviyo (../shared/data/api)', () => {
  it('holds received mails and an order: nobody who subscribed or left', async () => {
    await expect(loadDataset(answerIn('klaviyo-export-csv/event.csv') as string)).rejects.toMatchObject({
      ...{ code: 'unrecognised-data', details: { format: 'klaviyo', expected: 'a row that a measure needs among 4' } },
    });
  });

  it.each(['campaign.csv', 'flow.csv'])('%s has no figures', async (file) => {
    await expect(loadDataset(answerIn(`klaviyo-export-csv/${file}`) as string)).rejects.toMatchObject({
      code: 'unrecognised-data',
    });
  });
});
