import type { Declared, Measures } from '../declare-measure.js';
import { count, distinct, orElse, quantile, sum } from '../declare-measure.js';

const onCarts = (formula: string): Partial<Declared> => orElse(formula, 'session-basis');
const overlap = (stage: string): Partial<Declared> => orElse(`min(sessionsWithPurchase, ${stage})`, 'overlap-assumed');
const timed = 'durationSeconds known';
const ofVariant = { ownDimensions: ['variant'] };

/** What people do in the shop. */
export const visitMeasures: Measures = {
  sessions: {
    sessions: count(),
    visitors: distinct('visitorId'),
    bouncedSessions: count(
      'pageviews = 1 and not addedToCart and not purchased and goals empty',
      orElse('sessions - engagedSessions', 'ga4-bounce'),
    ),
    engagedSessions: count('engaged'),
    sessionSeconds: sum('durationSeconds', 'duration', timed),
    timedSessions: count(timed, orElse('sessions')),
    sessionSecondsSquares: sum('durationSeconds * durationSeconds', 'square', timed),
    sessionsWithProductView: count('productViewed'),
    sessionsWithAddToCart: count('addedToCart'),
    sessionsWithCheckout: count('checkoutStarted'),
    sessionsWithPurchase: count('purchased', orElse('orders', 'orders-as-conversions')),
    sessionsCartAndPurchase: count('addedToCart and purchased', overlap('sessionsWithAddToCart')),
    sessionsCheckoutAndPurchase: count('checkoutStarted and purchased', overlap('sessionsWithCheckout')),
    sessionsWithGoal: count('not goals empty', {
      ownDimensions: ['goal'],
      items: { dimension: 'goal', of: 'goals' },
    }),
    organicSessions: count('channel in param(organicChannels)'),
    paidSessions: count('channel in param(paidChannels)'),
    appActiveUsers: distinct('visitorId', 'platform in (ios, android)'),
  },
  carts: {
    maturedCarts: count('matured', onCarts('sessionsWithAddToCart')),
    abandonedCarts: count('abandoned', onCarts('sessionsWithAddToCart - sessionsCartAndPurchase')),
    convertedCarts: count('matured and orderedInTime', onCarts('sessionsCartAndPurchase')),
  },
  experimentUnits: {
    variantUnits: count('not isControl', ofVariant),
    variantConversions: count('not isControl and converted', ofVariant),
    controlUnits: count('isControl'),
    controlConversions: count('isControl and converted'),
  },
  pageLoads: {
    lcpMsP75: quantile(0.75, 'lcpMs', 'ms', 'lcpMs known', orElse('loadMsP75', 'load-event')),
    loadMsP75: quantile(0.75, 'loadMs', 'ms', 'loadMs known'),
  },
};
