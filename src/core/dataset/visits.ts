import { entities } from '../catalog/entities.js';
import type { Column } from './column.js';
import { numberColumn, take } from './column.js';
import { flagColumn } from './flag-column.js';
import { Table } from './table.js';
import { listBuilder } from './text-builder.js';

const sessions = entities['sessions']!;
const pause = 30 * 60_000;

/** What an event of this name says of its session; `…At` is when it first did. */
const stages: Readonly<Record<string, string>> = {
  productViewed: 'view_item',
  addedToCart: 'add_to_cart',
  checkoutStarted: 'begin_checkout',
  purchased: 'purchase',
};

/**
 * The sessions that events form, one per sessionId; where a row has none, a visit of its visitor ends after 30 minutes
 * without an event. What the table never names is not known of any of them.
 */
export function sessionsFrom(events: Table): Table {
  const order = inTime(events);
  const { sessionOf, first, last } = visitsOf(events, order);
  const count = first.length;
  const name = events.texts('name')!;
  const columns = new Map<string, Column>([
    ['startedAt', take(events.time, first)],
    ['durationSeconds', durations(events, first, last)],
    ['goals', goalsOf(events, order, sessionOf, count)],
  ]);
  for (const field of ['sessionId', 'visitorId', ...events.entity.dimensions]) {
    const column = events.column(field);
    if (column) columns.set(field, take(column, first));
  }
  const pageViews = name.values.indexOf('page_view');
  if (pageViews >= 0) {
    const values = new Float64Array(count);
    for (const row of order) if (name.codes[row] === pageViews) values[sessionOf[row]!]!++;
    columns.set('pageviews', numberColumn(values));
  }
  for (const [stage, event] of Object.entries(stages)) {
    const code = name.values.indexOf(event);
    if (code < 0) continue;
    const reached = new Int32Array(count).fill(-1);
    for (const row of order)
      if (name.codes[row] === code && reached[sessionOf[row]!]! < 0) reached[sessionOf[row]!] = row;
    columns.set(
      stage,
      flagColumn(count, (session) => reached[session]! >= 0),
    );
    columns.set(`${stage}At`, take(events.time, reached));
  }
  return new Table(sessions, count, columns);
}

/** The rows by their instants; rows of the same instant as they stand in the table. */
function inTime({ time: { instants }, length }: Table): Int32Array {
  const rows = Int32Array.from({ length }, (_, row) => row);
  const isSorted = rows.every((row) => row === 0 || instants[row - 1]! <= instants[row]!);
  return isSorted ? rows : rows.sort((a, b) => instants[a]! - instants[b]! || a - b);
}

/** The session of each row, and the first and last row of each. */
function visitsOf(events: Table, order: Int32Array): { sessionOf: Int32Array; first: Int32Array; last: Int32Array } {
  const { instants } = events.time;
  const sessionId = events.texts('sessionId');
  const visitorId = events.texts('visitorId');
  const sessionOf = new Int32Array(events.length);
  const ofSession = new Int32Array(sessionId?.values.length ?? 0).fill(-1);
  const ofVisitor = new Int32Array(visitorId?.values.length ?? 0).fill(-1);
  const first: number[] = [];
  const last: number[] = [];
  for (const row of order) {
    const code = sessionId?.codes[row] ?? -1;
    const known = code >= 0 ? ofSession : ofVisitor;
    const who = code >= 0 ? code : visitorId!.codes[row]!;
    let session = known[who]!;
    const isOver = session >= 0 && code < 0 && instants[row]! - instants[last[session]!]! > pause;
    if (session < 0 || isOver) known[who] = session = first.push(row) - 1;
    sessionOf[row] = session;
    last[session] = row;
  }
  return { sessionOf, first: Int32Array.from(first), last: Int32Array.from(last) };
}

function durations({ time: { instants } }: Table, first: Int32Array, last: Int32Array): Column {
  const values = new Float64Array(first).map((row, session) => instants[last[session]!]! - instants[row]!);
  return numberColumn(values, 1000);
}

/** The names of each session's goals; events that nobody calls a goal are none. */
function goalsOf(events: Table, order: Int32Array, sessionOf: Int32Array, count: number): Column {
  const isGoal = events.flags('isGoal')?.values;
  const name = events.texts('name')!;
  const goals = Array.from({ length: count }, () => isGoal && new Set<string>());
  for (const row of order) if (isGoal?.[row] === 1) goals[sessionOf[row]!]!.add(name.values[name.codes[row]!]!);
  const lists = listBuilder();
  lists.append(
    goals.map((names) => names && [...names].sort()),
    goals.length,
    () => undefined,
  );
  return lists.finish();
}
