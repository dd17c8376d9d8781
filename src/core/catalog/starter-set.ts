/** What a scorecard shows when no KPIs are named: the first of these that the data can answer; catalogue, section 3.6. */
export const starterSet = {
  rows: 8,
  priority: (
    'net-sales order-count average-order-value conversion-rate gross-margin customer-acquisition-cost ' +
    'cart-abandonment-rate returning-customer-rate website-traffic roas return-rate page-load-time stockout-rate ' +
    'order-cycle-time net-promoter-score first-response-time'
  ).split(' '),
  /** Where the data can answer fewer of these than so many, the other main KPIs follow. */
  fewerThan: 3,
  others: (
    'gross-merchandise-value total-sales revenue-per-visitor gross-profit customer-lifetime-value ' +
    'customer-retention-rate customer-churn-rate repeat-purchase-rate average-session-duration bounce-rate ' +
    'organic-traffic-share traffic-source-share inventory-level inventory-turnover ad-clicks average-ad-position ' +
    'cost-per-acquisition complaint-rate review-rating mobile-average-order-value mobile-cart-abandonment-rate ' +
    'mobile-traffic sms-subscribers push-subscribers app-downloads engagement-rate social-reach ' +
    'social-impressions click-through-rate carbon-footprint workforce-representation ' +
    'target-attainment-rate'
  ).split(' '),
};
