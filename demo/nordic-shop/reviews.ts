import { weighted } from './chance.js';
import type { Chance } from './chance.js';
import type { Row } from './columns.js';
import { isOnTime } from './delivery.js';
import type { Shipment } from './delivery.js';
import { localTime } from './local-time.js';

const day = 86_400_000;
const writing = 0.045;
const stars = [1, 2, 3, 4, 5];
const pleased = weighted(stars, [2, 3, 8, 27, 60]);
const kept = weighted(stars, [18, 17, 22, 25, 18]);
/** A bad review is answered more often, and sooner. */
const answered = { bad: 0.92, good: 0.45 };

/** What one buyer writes about one product of a parcel. */
export interface Review {
  readonly at: number;
  readonly respondedAt: number | undefined;
  readonly rating: number;
  readonly sku: string;
  readonly category: string;
  readonly orderId: string;
}

/** Some write a week after the parcel came; those who waited beyond the promise give fewer stars. */
export function reviewsOf(shipment: Shipment, chance: Chance): Review[] {
  if (!chance.happens(writing)) return [];
  const { product } = shipment.order.lines[0]!;
  const rating = (isOnTime(shipment) ? pleased : kept)(chance.next());
  const at = shipment.deliveredAt + 6 * day + chance.wait(3 * day);
  const isBad = rating <= 2;
  const responds = chance.happens(isBad ? answered.bad : answered.good);
  const respondedAt = responds ? at + chance.wait(isBad ? day : 3 * day) : undefined;
  return [{ at, respondedAt, rating, sku: product.sku, category: product.category, orderId: shipment.order.id }];
}

/** A review as the review site keeps it; an answer after the end of the data is not there yet. */
export const reviewRow = (review: Review, end: number): Row => ({
  reviewId: `r${review.orderId}`,
  createdAt: localTime(review.at),
  rating: review.rating,
  respondedAt: review.respondedAt !== undefined && review.respondedAt < end ? localTime(review.respondedAt) : undefined,
  sku: review.sku,
  category: review.category,
});
