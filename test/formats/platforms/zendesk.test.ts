import { describe, expect, it } from 'vitest';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { loadDataset } from '../../../src/formats/load-dataset.js';
import * as zendesk from '../../../src/formats/platforms/zendesk.part.js';
import { answerIn, expectNoOtherError, hasAnswers, readWith, refusal } from './reading.js';

const ticket = {
  id: 1595,
  created_at: '2026-11-01T10:00:00Z',
  status: 'solved',
  subject: 'Where is my order? Jane',
  via: { channel: 'web' },
  metric_set: { reply_time_in_minutes: { calendar: 90, business: 30 } },
};

describe('tickets of Zendesk', () => {
  it('have the time of the first answer, by the clock and not by office hours', async () => {
    expect(readWith(zendesk, { tickets: [ticket], next_page: null }).tables['tickets']).toEqual([
      {
        ticketId: '1595',
        createdAt: '2026-11-01T10:00:00Z',
        channel: 'form',
        firstResponseAt: '2026-11-01T11:30:00.000Z',
      },
    ]);
    const dataset = await loadDataset({ tickets: [ticket] }, { timeZone: 'UTC', asOf: '2026-11-05' });
    expect(evaluateKpi(dataset, { kpi: 'first-response-time', period: '2026-11-01/2026-11-01' }).value).toBe(5400);
  });

  it('that are deleted are none, and what came otherwise has no channel', () => {
    const others = [
      { ...ticket, status: 'deleted' },
      { ...ticket, id: 2, via: { channel: 'api' }, metric_set: null },
    ];
    const { tickets } = readWith(zendesk, { tickets: others }).tables;
    expect(tickets).toEqual([{ ticketId: '2', createdAt: '2026-11-01T10:00:00Z', channel: undefined }]);
  });

  it('of a page are refused', () => {
    const page = { tickets: [ticket], next_page: 'https://shop.zendesk.example/api/v2/tickets.json?page=2' };
    expect(refusal(() => readWith(zendesk, page))).toContain('incomplete-data');
    expect(refusal(() => readWith(zendesk, { tickets: [], meta: { has_more: true } }))).toContain('incomplete-data');
  });

  it(
    'law: anything is tables or a KpiError',
    () => expectNoOtherError(zendesk, { tickets: [ticket, { ...ticket, id: 2 }], next_page: null }, ticket),
    60_000,
  );
});

describe.skipIf(!hasAnswers)('a collected export of Zendesk (../shared/data/api)', () => {
  it('is recognised; times are UTC and deleted tickets are left out', async () => {
    const csv = answerIn('zendesk-export-csv/ticket_data.csv') as string;
    const deleted = csv.split(/\r?\n/).filter((line) => line.includes(',deleted,')).length;
    const all = csv.trim().split(/\r?\n/).length - 1;
    const { report } = await loadDataset(csv, { timeZone: 'Asia/Taipei' });
    expect(deleted).toBeGreaterThan(0);
    expect(report.tables).toMatchObject([{ table: 'tickets', rows: all - deleted, refused: 0 }]);
  });
});
