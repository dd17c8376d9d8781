import { events, kpi, ratio, recompute, share } from '../declare-kpi.js';

export const customers = [
  ratio('customer-acquisition-cost', 'currency', 'down', 'marketingCost / newCustomers'),
  kpi(
    'customer-lifetime-value',
    'currency',
    'up',
    'trailing(kpi(average-order-value) * (1 - kpi(refund-rate)) * kpi(gross-margin) * kpi(purchase-frequency), 365) * param(customerLifespanYears)',
    'RECOMPUTE',
    'none',
    {
      fallbacks: [
        {
          formula:
            'trailing(kpi(average-order-value) * (1 - kpi(refund-rate)) * kpi(purchase-frequency), 365) * param(customerLifespanYears)',
          warning: 'clv-revenue-basis',
        },
      ],
    },
  ),
  kpi(
    'ltv-cac-ratio',
    'ratio',
    'up',
    'kpi(customer-lifetime-value) / kpi(customer-acquisition-cost)',
    'RECOMPUTE',
    'none',
  ),
  share('customer-retention-rate', 'up', 'customersRetained', 'customersAtStart', recompute),
  kpi('customer-churn-rate', 'percent', 'down', '1 - kpi(customer-retention-rate)', 'RECOMPUTE', 'two-proportion', {
    testInputs: { successes: 'customersAtStart - customersRetained', trials: 'customersAtStart' },
  }),
  share('repeat-purchase-rate', 'up', 'repeatCustomers', 'activeCustomers', recompute),
  share('returning-customer-rate', 'up', 'returningCustomers', 'activeCustomers', recompute),
  events('new-customers', 'up', 'newCustomers'),
  kpi('purchase-frequency', 'ratio', 'up', 'identifiedOrders / activeCustomers', 'RECOMPUTE', 'none'),
];
