/** What a shop may set beside its data, by id, with the default; catalogue, section 2. */
export const parameters = {
  /** A customer is active if the last order is at most so old: before so many days of data, old customers look new. */
  activityWindowDays: 180,
  /** A cart without an order this long after its last activity is abandoned. */
  cartWindowHours: 24,
  /** The oldest snapshot that may stand for a day. */
  maxStaleDays: 7,
  /** What a missing row or an empty cell of daily numbers means. */
  gapPolicy: 'unknown',
  /** The longest that a relationship with a customer is taken to last. */
  maxLifespanYears: 5,
  /** App downloads of before the data begin. */
  appInstallsBefore: 0,
  /** The smallest group of people that is shown. */
  minGroupSize: 5,
  organicChannels: ['organic-search'],
  paidChannels: ['paid-search', 'paid-social', 'paid-shopping', 'paid-video', 'display', 'paid-other'],
  /** How emissions of bought electricity are counted. */
  scope2Method: 'location',
  /** Whether the amounts of sales include tax; costs never do. */
  taxTreatment: 'exclusive',
} as const satisfies Readonly<Record<string, number | string | readonly string[]>>;

/** The values of a parameter that is a choice. */
export const parameterChoices = {
  gapPolicy: ['unknown', 'zero'],
  scope2Method: ['location', 'market'],
  taxTreatment: ['exclusive', 'inclusive'],
} as const;

/** The parameters that are lists of values, and those that are one. */
export const listParameters = ['organicChannels', 'paidChannels'] as const;
export const valueParameters = ['scope2Method'] as const;

/** The parameters that follow from the data where nobody sets them, as formulas. */
export const derivedParameters: Readonly<Record<string, string>> = {
  customerLifespanYears: '1 / max(trailing(kpi(customer-churn-rate), 365), 1 / param(maxLifespanYears))',
};
