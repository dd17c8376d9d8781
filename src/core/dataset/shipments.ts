import type { Column, FlagColumn, TimeColumn } from './column.js';
import { take } from './column.js';
import { allTrue, orderRows, sharedWithOrder } from './join.js';
import type { Table } from './table.js';

/** What a shipment has through its order: when that was placed, whether it completes it, and its segments. */
export function shipmentColumns(shipments: Table, orders: Table | undefined): Record<string, Column | undefined> {
  const orderRow = orderRows(shipments, orders);
  const shared = orderRow ? sharedWithOrder(shipments, orders!, orderRow) : { counted: allTrue(shipments.length) };
  const placedAt = orderRow && take(orders!.time, orderRow);
  return {
    ...shared,
    final: finalOf(shipments, shared.counted),
    placedAt: firstKnownTimes(shipments.times('orderPlacedAt'), placedAt),
  };
}

/** The shipment that completes each order: of those that are said to, or else are not said not to, the latest. */
function finalOf(shipments: Table, counted: FlagColumn): FlagColumn {
  const said = shipments.flags('isFinal')?.values;
  const orderId = shipments.texts('orderId')!;
  const best = new Int32Array(orderId.values.length).fill(-1);
  for (let row = 0; row < shipments.length; row++) {
    const order = orderId.codes[row]!;
    if (said?.[row] === 0 || counted.values[row] !== 1) continue;
    if (best[order]! < 0 || comesAfter(shipments, said, row, best[order]!)) best[order] = row;
  }
  const values = new Uint8Array(shipments.length);
  for (const row of best) if (row >= 0) values[row] = 1;
  return { kind: 'flag', values };
}

function comesAfter(shipments: Table, said: Uint8Array | undefined, row: number, other: number): boolean {
  const isSaid = Number(said?.[row] === 1) - Number(said?.[other] === 1);
  if (isSaid !== 0) return isSaid > 0;
  // What has not been sent, or has not arrived, is later than what has.
  for (const field of ['shippedAt', 'deliveredAt']) {
    const at = shipments.times(field)?.instants;
    const [own = NaN, others = NaN] = [at?.[row], at?.[other]];
    const order = Number(Number.isNaN(own)) - Number(Number.isNaN(others)) || own - others;
    if (order) return order > 0;
  }
  const id = shipments.texts('shipmentId')!;
  return id.values[id.codes[row]!]! > id.values[id.codes[other]!]!;
}

function firstKnownTimes(first: TimeColumn | undefined, second: TimeColumn | undefined): TimeColumn | undefined {
  if (!first || !second) return first ?? second;
  const pick = <T>(from: T, other: T, row: number): T => (Number.isNaN(first.instants[row]) ? other : from);
  return {
    kind: 'time',
    instants: first.instants.map((instant, row) => pick(instant, second.instants[row]!, row)),
    days: first.days.map((day, row) => pick(day, second.days[row]!, row)),
    wholeDays: first.wholeDays || second.wholeDays,
  };
}
