import { events, kpi, ratio, recompute, share } from '../declare-kpi.js';

export const customers = [
  ratio('customer-acquisition-cost', 'currency', 'down', 'marketingCost / newCustomers'),
  share('repeat-purchase-rate', 'up', 'repeatCustomers', 'activeCustomers', recompute),
  share('returning-customer-rate', 'up', 'returningCustomers', 'activeCustomers', recompute),
  events('new-customers', 'up', 'newCustomers'),
  kpi('purchase-frequency', 'ratio', 'up', 'identifiedOrders / activeCustomers', 'RECOMPUTE', 'none'),
];
