import { daysAfter } from './calendar.js';

/** What the shop wants of each week, Monday to Sunday; set anew every quarter. */
const weekly: Readonly<Record<string, number>> = {
  'net-sales': 450_000,
  'order-count': 640,
  'average-order-value': 745,
  'conversion-rate': 0.033,
  'cart-abandonment-rate': 0.62,
  'return-rate': 0.06,
  'first-response-time': 12.5 * 3600,
};

/** Rows of the table `targets` for the shop's last quarter; the settings of a provider take them. */
export const nordicTargets = Array.from({ length: 13 }, (_, week) => daysAfter('2026-08-03', 7 * week)).flatMap(
  (periodStart) =>
    Object.entries(weekly).map(([kpiId, value]) => ({
      ...{ kpiId, periodStart, periodEnd: daysAfter(periodStart, 6), value },
    })),
);
