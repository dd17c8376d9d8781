import { weighted } from './chance.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { isOnTime } from './delivery.js';
import type { Shipment } from './delivery.js';
import { localTime } from './local-time.js';

const day = 86_400_000;

/** An answer to "how likely are you to recommend us?", 0 to 10. */
export interface Answer {
  readonly at: number;
  readonly score: number;
  readonly shipment: Shipment;
}

const answering = 0.085;
const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const pleased = weighted(scores, [1, 1, 1, 1, 2, 4, 5, 11, 20, 24, 30]);
const kept = weighted(scores, [7, 4, 6, 8, 8, 12, 11, 14, 13, 9, 8]);

/** Asked two days after the parcel came; those who waited beyond the promise are harsher. */
export function answerTo(shipment: Shipment, chance: Chance): Answer[] {
  if (!chance.happens(answering)) return [];
  const score = (isOnTime(shipment) ? pleased : kept)(chance.next());
  return [{ at: shipment.deliveredAt + 2 * day + chance.wait(day), score, shipment }];
}

/** An answer as the survey tool keeps it. */
export function answerRow({ at, score, shipment: { order } }: Answer): Row {
  return {
    responseId: `n${order.id}`,
    submittedAt: localTime(at),
    kind: 'nps',
    score,
    orderId: order.id,
    country: order.visits.country.id,
    customerType: order.customer === undefined ? undefined : order.isFirst ? 'new' : 'returning',
  };
}
