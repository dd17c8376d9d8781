import { census, share, yearly } from '../declare-kpi.js';

export const sustainability = [
  census('community-contribution', 'currency', 'up', 'communityAmount', 'SUM', yearly),
  census('csr-participation-rate', 'percent', 'up', 'csrParticipants / headcount', 'RECOMPUTE', yearly),
  census('workforce-representation', 'percent', 'neutral', 'headcount / total(headcount)', 'LAST', {
    breakdown: ['attributeGroup'],
    filterNeeded: 'attribute',
  }),
  share('inclusion-score', 'up', 'inclusionFavourable', 'inclusionResponses', yearly),
];
