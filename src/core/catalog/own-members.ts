/** What a member may be: any text, a number, a text or one for each language, formulas by name, stand-ins, or one of these. */
export type MemberForm = 'text' | 'number' | 'texts' | 'formulas' | 'stand-ins' | readonly string[];

const unit = ['currency', 'percent', 'ratio', 'count', 'duration', 'score', 'rating', 'kgCO2e', 'kWh', 'kg'] as const;

/** What a shop's own definitions may say, member by member. */
export const ownMembers = {
  kpi: {
    id: 'text',
    unit,
    formula: 'text',
    name: 'texts',
    definition: 'texts',
    direction: ['up', 'down', 'neutral'],
    group: 'text',
    acrossPeriods: ['SUM', 'ROS', 'LAST', 'SET', 'RECOMPUTE'],
    defaultComparison: ['previous-period', 'previous-year'],
    test: ['two-proportion', 'welch', 'poisson', 'days', 'census', 'none'],
    testInputs: 'formulas',
    fallbacks: 'stand-ins',
  },
  measure: {
    entity: 'text',
    aggregation: ['count', 'sum', 'countDistinct', 'quantile', 'last'],
    expression: 'text',
    filter: 'text',
    unit,
    atLeast: 'number',
    share: 'number',
    name: 'texts',
    whenAbsent: 'stand-ins',
  },
  dimension: { entity: 'text', type: ['string', 'enum', 'bool'], name: 'texts' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, MemberForm>>>>;

export type OwnKind = keyof typeof ownMembers;

/** Those that a definition cannot do without. */
export const neededMembers: Readonly<Record<OwnKind, readonly string[]>> = {
  kpi: ['id', 'unit', 'formula'],
  measure: ['entity', 'aggregation'],
  dimension: ['entity'],
};
