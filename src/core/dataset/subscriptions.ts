import type { NumberColumn } from './column.js';
import { numberColumn } from './column.js';
import type { Table } from './table.js';

/**
 * By how much each opt-in or opt-out changes the number of subscriptions: not at all where the person has subscribed
 * already, or not at all.
 */
export function subscriptionChanges(events: Table): NumberColumn | undefined {
  const people = events.texts('subscriberId');
  const media = events.texts('medium');
  const types = events.texts('type');
  if (!people || !media || !types) return undefined;
  const [optIn, optOut] = ['opt-in', 'opt-out'].map((type) => types.values.indexOf(type));
  const { instants } = events.time;
  const inOrder = [...instants.keys()].sort((a, b) => instants[a]! - instants[b]! || a - b);
  const subscribed = new Set<number>();
  const changes = new Float64Array(events.length);
  for (const row of inOrder) {
    const subscription = people.codes[row]! * media.values.length + media.codes[row]!;
    if (types.codes[row] === optIn && !subscribed.has(subscription)) {
      subscribed.add(subscription);
      changes[row] = 1;
    }
    if (types.codes[row] === optOut && subscribed.delete(subscription)) changes[row] = -1;
  }
  return numberColumn(changes);
}
