import type { Measures } from '../declare-measure.js';
import { count, money, orElse, running, stock, sum } from '../declare-measure.js';

const media = 'kind = media';
const positioned = `${media} and averagePosition known`;

/** What the shop says, to whom, and for how much. */
export const marketingMeasures: Measures = {
  adSpend: {
    adCost: money('cost', media),
    marketingCost: money('cost', undefined, orElse('adCost', 'media-only')),
    adImpressions: sum('impressions', 'count', media),
    adClicks: sum('clicks', 'count', media),
    attributedRevenue: money('attributedRevenue', media),
    attributedOrders: sum('attributedOrders', 'count', media),
    attributedNewCustomers: sum('attributedNewCustomers', 'count', media, orElse('newCustomers', 'shop-attribution')),
    positionWeight: sum('averagePosition * impressions', 'score', positioned),
    positionedImpressions: sum('impressions', 'count', positioned),
  },
  subscriberEvents: {
    optIns: count('change = 1'),
    optOuts: count('change = -1'),
    subscribers: running('change'),
    subscribersAtStart: running('change', { daily: 'derived', opening: 'subscribers' }),
  },
  appInstalls: {
    appInstalls: sum('count', 'count'),
    appInstallsToDate: running('count', { plus: 'appInstallsBefore' }),
  },
  socialPosts: {
    socialImpressions: sum('impressions', 'count'),
    socialReach: sum('reach', 'count', undefined, { overlaps: true }),
    engagements: sum('engagements', 'count'),
    socialClicks: sum('clicks', 'count'),
    socialConversions: sum('conversions', 'count'),
  },
  socialAccounts: { followers: stock('followers') },
};
