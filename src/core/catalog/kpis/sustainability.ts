import { census, share, yearly } from '../declare-kpi.js';

export const sustainability = [
  census('community-contribution', 'currency', 'up', 'communityAmount', 'SUM', yearly),
  share('inclusion-score', 'up', 'inclusionFavourable', 'inclusionResponses', yearly),
];
