import { events, kpi, mean, share } from '../declare-kpi.js';

export const service = [
  mean(
    'net-promoter-score',
    'score',
    'up',
    '100 * (npsPromoters - npsDetractors)',
    'npsResponses',
    '10000 * (npsPromoters + npsDetractors)',
  ),
  share('customer-satisfaction-score', 'up', 'csatSatisfied', 'csatResponses'),
  kpi('first-response-time', 'duration', 'down', 'firstResponseP50', 'RECOMPUTE'),
  events('complaint-count', 'down', 'complaints'),
  kpi('complaint-rate', 'percent', 'down', 'complaints / orders', 'ROS', 'poisson', {
    testInputs: { count: 'complaints', exposure: 'orders' },
  }),
  mean('review-rating', 'rating', 'up', 'ratingSum', 'reviews', 'ratingSquares'),
  events('review-count', 'up', 'reviews'),
  share('review-response-rate', 'up', 'answeredReviews', 'reviews'),
];
