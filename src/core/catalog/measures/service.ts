import type { Measures } from '../declare-measure.js';
import { count, orElse, quantile, sum } from '../declare-measure.js';

const answered = 'firstResponseAt known';
const response = 'firstResponseAt - createdAt';

/** What customers ask and say, and those who work for the shop. */
export const serviceMeasures: Measures = {
  tickets: {
    answeredTickets: count(answered),
    firstResponseSeconds: sum(response, 'duration', answered),
    firstResponseP50: quantile(
      0.5,
      response,
      'duration',
      answered,
      orElse('firstResponseSeconds / answeredTickets', 'mean-not-median'),
    ),
    complaints: count('isComplaint'),
  },
  surveys: {
    npsResponses: count('kind = nps'),
    npsPromoters: count('kind = nps and score ≥ 9'),
    npsDetractors: count('kind = nps and score ≤ 6'),
    csatResponses: count('kind = csat'),
    csatSatisfied: count('kind = csat and score ≥ 4'),
    inclusionResponses: count('kind = inclusion'),
    inclusionFavourable: count('kind = inclusion and score ≥ 4'),
  },
  reviews: {
    reviews: count(),
    ratingSum: sum('rating', 'rating'),
    ratingSquares: sum('rating * rating', 'square'),
    answeredReviews: count('respondedAt known'),
  },
};
