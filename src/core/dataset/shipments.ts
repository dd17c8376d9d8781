import type { Column, FlagColumn } from './column.js';
import { take } from './column.js';
import { firstKnownTimes } from './first-known.js';
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
function finalOf(shipments: Table, { values: counted }: FlagColumn): FlagColumn {
  const said = shipments.flags('isFinal')?.values;
  const orderId = shipments.texts('orderId')!;
  const id = shipments.texts('shipmentId')!;
  // What has not been sent, or has not arrived, is later than what has.
  const ranks = ['shippedAt', 'deliveredAt'].flatMap((field) => shipments.times(field)?.instants ?? []);
  const rank = (row: number): (number | string)[] => [
    said?.[row] === 1 ? 1 : 0,
    ...ranks.map((instants) => (Number.isNaN(instants[row]) ? Infinity : instants[row]!)),
    id.values[id.codes[row]!]!,
  ];
  const isAfter = (row: number, other: number): boolean => {
    const others = rank(other);
    const difference = rank(row).findIndex((each, index) => each !== others[index]);
    return difference >= 0 && rank(row)[difference]! > others[difference]!;
  };
  const best = new Int32Array(orderId.values.length).fill(-1);
  const values = new Uint8Array(shipments.length);
  for (let row = 0; row < shipments.length; row++) {
    const order = orderId.codes[row]!;
    if (said?.[row] === 0 || counted[row] !== 1 || (best[order]! >= 0 && !isAfter(row, best[order]!))) continue;
    if (best[order]! >= 0) values[best[order]!] = 0;
    values[row] = 1;
    best[order] = row;
  }
  return { kind: 'flag', values };
}
