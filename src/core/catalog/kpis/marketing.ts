import { kpi, ratio, share, total } from '../declare-kpi.js';

export const marketing = [
  ratio('roas', 'ratio', 'up', 'attributedRevenue / adCost'),
  ratio('marketing-efficiency-ratio', 'ratio', 'up', 'kpi(net-sales) / adCost'),
  kpi('marketing-roi', 'percent', 'up', 'kpi(roas) * kpi(gross-margin) - 1', 'RECOMPUTE'),
  total('ad-clicks', 'up', 'adClicks'),
  ratio('cost-per-click', 'currency', 'down', 'adCost / adClicks'),
  share('ad-click-through-rate', 'up', 'adClicks', 'adImpressions'),
  ratio('average-ad-position', 'score', 'down', 'positionWeight / positionedImpressions'),
  {
    ...ratio('cost-per-acquisition', 'currency', 'down', 'adCost / attributedNewCustomers'),
    breakdown: ['channel', 'campaign'],
  },
  ratio('cost-per-order', 'currency', 'down', 'adCost / attributedOrders'),
];
