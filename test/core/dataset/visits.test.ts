import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/core/at-once.js';
import { entities } from '../../../src/core/catalog/entities.js';
import { createDataset } from '../../../src/core/dataset/create-dataset.js';
import { recordsOf } from '../../../src/core/dataset/records.js';
import { tableBuilder } from '../../../src/core/dataset/table-builder.js';
import type { Table } from '../../../src/core/dataset/table.js';
import { sessionsFrom } from '../../../src/core/dataset/visits.js';
import { evaluateKpi } from '../../../src/core/evaluate/evaluate-kpi.js';
import { zoneOf } from '../../../src/core/time/zone.js';

type Row = Readonly<Record<string, unknown>>;

function sessionsOf(events: readonly Row[]): Row[] {
  const builder = tableBuilder(entities['events']!, zoneOf('UTC'));
  builder.append(recordsOf(events));
  return rowsOf(sessionsFrom(atOnce(builder.finishInSteps()).table));
}

function rowsOf(table: Table): Row[] {
  return Array.from({ length: table.length }, (_, row) => {
    const cells = table.fields.map((field): [string, unknown] => {
      const column = table.column(field)!;
      switch (column.kind) {
        case 'number':
          return [field, column.values[row]! / column.scale];
        case 'text':
          return [field, column.values[column.codes[row]!]];
        case 'flag':
          return [field, column.values[row] === 1];
        case 'time':
          return [field, Number.isNaN(column.instants[row]) ? undefined : isoOf(column.instants[row]!)];
      }
    });
    return Object.fromEntries(cells);
  });
}

const isoOf = (instant: number): string => new Date(instant).toISOString().slice(11, 19);
const at = (time: string): string => `2026-03-01T${time}Z`;

describe('events of a session', () => {
  const events = [
    { at: at('10:00:00'), name: 'page_view', sessionId: 's', channel: 'email', device: 'mobile' },
    { at: at('10:00:30'), name: 'view_item', sessionId: 's', channel: 'direct' },
    { at: at('10:02:00'), name: 'page_view', sessionId: 't' },
    { at: at('10:01:00'), name: 'add_to_cart', sessionId: 's' },
    { at: at('10:01:40'), name: 'add_to_cart', sessionId: 's' },
    { at: at('10:03:00'), name: 'page_view', sessionId: 's' },
    { at: at('10:04:30'), name: 'newsletter', sessionId: 't', isGoal: true },
    { at: at('10:05:00'), name: 'wishlist', sessionId: 't', isGoal: 'yes' },
    { at: at('10:05:30'), name: 'newsletter', sessionId: 't', isGoal: true },
    { at: at('10:50:00'), name: 'purchase', sessionId: 's' },
  ];
  const [first, second] = sessionsOf(events);

  test('begin with the first one, which says where it came from', () => {
    expect(first).toMatchObject({ sessionId: 's', startedAt: '10:00:00', channel: 'email', device: 'mobile' });
    expect(second).toMatchObject({ sessionId: 't', startedAt: '10:02:00', channel: undefined });
  });

  test('say what was seen and done, and when first', () => {
    expect(first).toMatchObject({
      ...{ pageviews: 2, durationSeconds: 3000, goals: undefined },
      ...{ productViewed: true, addedToCart: true, purchased: true },
      ...{ productViewedAt: '10:00:30', addedToCartAt: '10:01:00', purchasedAt: '10:50:00' },
    });
    expect(second).toMatchObject({
      ...{ pageviews: 1, durationSeconds: 210, goals: 'newsletter,wishlist' },
      ...{ productViewed: false, addedToCart: false, purchased: false, purchasedAt: undefined },
    });
  });

  test('tell nothing of what no event is ever called', () => {
    expect(first).not.toHaveProperty('checkoutStarted');
    expect(sessionsOf(events.filter(({ name }) => name !== 'page_view'))[0]).not.toHaveProperty('pageviews');
  });

  test('in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(sessionsOf(shuffled)).toEqual([first, second]);
      }),
    );
  });

  test('at the same moment the first in the table goes first', () => {
    const tied = [
      { at: at('10:00:00'), name: 'page_view', sessionId: 's', channel: 'email' },
      { at: at('10:00:00'), name: 'page_view', sessionId: 's', channel: 'direct' },
    ];
    expect(sessionsOf(tied)).toMatchObject([{ channel: 'email', durationSeconds: 0 }]);
    expect(sessionsOf([...tied].reverse())).toMatchObject([{ channel: 'direct' }]);
  });
});

describe('events of a visitor', () => {
  const event = (time: string, visitorId: string, sessionId = '') => ({
    ...{ at: at(time), name: 'page_view', visitorId, sessionId },
  });

  test('form a new visit after 30 minutes without one', () => {
    const sessions = sessionsOf([
      event('10:00:00', 'ann'),
      event('10:10:00', 'bob'),
      event('10:30:00', 'ann'),
      event('11:00:01', 'ann'),
      event('11:10:00', 'ann'),
    ]);
    expect(sessions.map(({ visitorId, startedAt, pageviews }) => [visitorId, startedAt, pageviews])).toEqual([
      ['ann', '10:00:00', 2],
      ['bob', '10:10:00', 1],
      ['ann', '11:00:01', 2],
    ]);
  });

  test('stay with the session that they name, however long', () => {
    const sessions = sessionsOf([
      event('10:00:00', 'ann', 's'),
      event('12:00:00', 'ann', 's'),
      event('12:00:00', 'ann'),
    ]);
    expect(sessions.map(({ pageviews }) => pageviews)).toEqual([2, 1]);
  });

  test('without either a row is refused', () => {
    const { report } = createDataset({ events: [event('10:00:00', 'ann'), event('10:00:00', '')] });
    expect(report.tables[0]).toMatchObject({ table: 'events', rows: 1, refused: 1 });
  });
});

test('sessions go before events, and a session out of events names the table that it was read from', () => {
  const events = [{ at: at('10:00:00'), name: 'page_view', visitorId: 'ann' }];
  const sessions = [1, 2].map((sessionId) => ({ sessionId, startedAt: at('10:00:00') }));
  const ask = (tables: object) =>
    evaluateKpi(createDataset(tables as never, { timeZone: 'UTC' }), {
      kpi: 'website-traffic',
      ...{ period: '2026-03-01/2026-03-01', asOf: 'latest' },
    });
  expect(ask({ events })).toMatchObject({ value: 1, coverage: { rows: 1 } });
  expect(ask({ events, sessions })).toMatchObject({ value: 2, coverage: { rows: 2 } });
});
