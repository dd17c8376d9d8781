/** What should hold between figures, or what two movements together mean; catalogue, section 4.1. */
export interface RuleDefinition {
  readonly id: string;
  /** A `diagnosis` fires where it is true; `health`, `identity` and `data-quality` fire where they do not hold. */
  readonly kind: 'health' | 'identity' | 'data-quality' | 'diagnosis';
  readonly level: 'critical' | 'error' | 'warning' | 'info';
  /** Comparisons of formulas, `change(kpi(id))` and `where(kpi(id), dimension = 'value')`, joined by `and` and `or`. */
  readonly expression: string;
  /** Where this does not hold, the rule says nothing. */
  readonly onlyIf?: string;
}

type Declared = readonly [id: string, level: RuleDefinition['level'], expression: string, onlyIf?: string];

const hasMargin = 'kpi(gross-margin) > 0';
const hasContribution = 'kpi(contribution-margin) > 0';

const declared: Readonly<Record<RuleDefinition['kind'], readonly Declared[]>> = {
  health: [
    ['R01', 'critical', 'kpi(customer-acquisition-cost) < kpi(customer-lifetime-value)'],
    ['R02', 'warning', 'kpi(ltv-cac-ratio) >= 3'],
    ['R03', 'critical', 'kpi(gross-margin) >= 0'],
    ['R04', 'warning', 'kpi(roas) * kpi(gross-margin) >= 1', hasMargin],
    ['R05', 'warning', 'kpi(roas) * kpi(contribution-margin) >= 1', hasContribution],
    ['R06', 'info', 'kpi(marketing-efficiency-ratio) * kpi(contribution-margin) >= 1', hasContribution],
    [
      'R07',
      'info',
      'kpi(customer-acquisition-cost) <= kpi(average-order-value) * (1 - kpi(refund-rate)) * kpi(contribution-margin)',
      hasContribution,
    ],
  ],
  identity: [
    ['R08', 'error', 'activeCustomers = newCustomers + returningCustomers'],
    ['R11', 'error', 'orderRevenue = grossSales - discounts'],
  ],
  'data-quality': [
    ['R12', 'warning', 'sessionsWithPurchase <= sessions'],
    ['R13', 'warning', 'adClicks <= adImpressions'],
    ['R14', 'warning', 'socialReach <= socialImpressions'],
    ['R15', 'warning', 'attributedRevenue <= orderRevenue'],
    ['R16', 'warning', 'wasteRecycledKg <= wasteKg'],
    ['R17', 'warning', 'kpi(data-completeness) >= 0.95'],
  ],
  diagnosis: [
    ['R18', 'info', 'change(kpi(click-through-rate)) > 0 and change(kpi(conversion-rate)) < 0'],
    ['R19', 'info', 'change(kpi(social-impressions)) > 0 and change(kpi(engagement-rate)) < 0'],
    ['R20', 'info', 'change(kpi(app-downloads)) > 0 and change(kpi(app-active-user-ratio)) < 0'],
    ['R21', 'warning', 'change(kpi(opt-out-rate)) > 0'],
    ['R22', 'info', 'kpi(page-load-time) > 2.5 and change(kpi(bounce-rate)) > 0'],
    ['R23', 'warning', 'change(kpi(cart-abandonment-rate)) > 0'],
    ['R24', 'info', 'change(kpi(checkout-completion-rate)) < 0 and change(kpi(cart-abandonment-rate)) > 0'],
    ['R25', 'info', 'kpi(organic-traffic-share) < 0.5'],
    ['R26', 'warning', 'change(kpi(return-rate)) > 0'],
    ['R27', 'warning', 'change(kpi(customer-churn-rate)) > 0'],
    ['R28', 'warning', 'change(kpi(stockout-rate)) > 0'],
    ['R29', 'info', 'change(kpi(inventory-turnover)) < 0 and change(kpi(inventory-level)) > 0'],
    [
      'R30',
      'info',
      "where(kpi(conversion-rate), device = 'mobile') < where(kpi(conversion-rate), device = 'desktop') and change(kpi(mobile-traffic)) > 0",
    ],
    ['R31', 'info', 'change(kpi(complaint-rate)) > 0'],
    ['R32', 'info', 'change(kpi(repeat-purchase-rate)) < 0'],
  ],
};

/** Every rule, in the catalogue's order. */
export const rules: readonly RuleDefinition[] = Object.entries(declared).flatMap(([kind, each]) =>
  each.map(([id, level, expression, onlyIf]) => ({
    ...{ id, kind: kind as RuleDefinition['kind'], level, expression },
    ...(onlyIf && { onlyIf }),
  })),
);
