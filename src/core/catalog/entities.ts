import type { EntityDefinition, FieldDefinition, FieldType } from './definition.js';

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/**
 * Fields by type, names split by blanks: `!` after a name is required, `+` an amount whose sign the measure knows, `=`
 * what an empty cell means.
 */
function fields(...declared: readonly string[]): Readonly<Record<string, FieldDefinition>> {
  const all: Record<string, FieldDefinition> = {};
  for (const text of declared) {
    const [type, ...names] = words(text);
    for (const name of names) {
      const [, field = '', mark, standard] = /^(\w+)([!+]*)=?(.*)$/.exec(name)!;
      all[field] = {
        type: type as FieldType,
        ...(mark!.includes('!') && { required: true }),
        ...(mark!.includes('+') && { positive: true }),
        ...(standard && { default: standard === 'true' || standard }),
      };
    }
  }
  return all;
}

const entity = (
  id: string,
  key: string,
  time: string,
  dimensions: string,
  declared: readonly string[],
  more: Partial<EntityDefinition> = {},
): EntityDefinition => ({
  id,
  key: words(key),
  time,
  absence: 'zero',
  dimensions: words(dimensions),
  fields: fields(...declared),
  ...more,
});

/** Fields of an order that its lines may carry instead. */
const orderFields = [
  'id customerId sessionId',
  'currency currency',
  'money shippingCharged taxes duties',
  'datetime cancelledAt',
  'bool isFirstOrder isTest',
  'enum device platform channel',
  'string source campaign country',
];
/** Fields that tell where a visit came from. */
const visitFields = [
  'id visitorId',
  'enum device channel',
  'string source medium campaign country',
  'enum platform=web',
];
const ofOrder = 'device channel source campaign country platform customerType';
const ofLine = 'sku category brand';
const ofVisit = 'device platform channel source medium campaign country';

const tables: readonly EntityDefinition[] = [
  entity('orders', 'orderId', 'placedAt', ofOrder, [
    'id orderId!',
    'datetime placedAt!',
    'money grossSales! discounts+ cogs+',
    'int units',
    ...orderFields,
  ]),
  entity(
    'orderLines',
    'lineId',
    'placedAt',
    `${ofLine} ${ofOrder}`,
    [
      'id orderId! lineId sku',
      // Required where there is no table of orders to join.
      'datetime placedAt',
      'int quantity',
      'money unitPrice lineTotal discount+ unitCost+',
      'string category brand',
      ...orderFields,
    ],
    { oneOf: [['lineTotal'], ['quantity', 'unitPrice']] },
  ),
  entity('refunds', 'refundId sku', 'refundedAt', `reason kind ${ofLine} ${ofOrder}`, [
    'id refundId! orderId!',
    'datetime refundedAt!',
    'money amount!+ shippingAmount+ taxAmount+ restockedCost+',
    'int units+',
    'enum kind=return',
    'currency currency',
    'string reason category brand',
    'id sku',
  ]),
  entity('customers', 'customerId', 'firstOrderAt', '', ['id customerId!', 'datetime firstOrderAt'], {
    absence: undefined,
  }),
  entity('sessions', 'sessionId', 'startedAt', `${ofVisit} landingPage visitorType`, [
    'id sessionId!',
    'datetime startedAt!',
    ...visitFields,
    'string landingPage',
    'enum visitorType',
    'int pageviews',
    'decimal durationSeconds',
    'bool engaged productViewed addedToCart checkoutStarted purchased',
    'string[] goals',
  ]),
  entity('events', '', 'at', ofVisit, ['datetime at!', 'string name!', 'id sessionId', 'bool isGoal', ...visitFields], {
    oneOf: [['sessionId'], ['visitorId']],
  }),
  entity(
    'carts',
    'cartId',
    'createdAt',
    'device platform channel country',
    [
      'id cartId!',
      'datetime createdAt! lastActivityAt convertedAt',
      'id orderId',
      'enum device platform channel',
      'string country',
    ],
    { derived: { matured: 'maturesAt ≤ asOf', abandoned: 'matured and not orderedInTime' } },
  ),
  entity(
    'adSpend',
    '',
    'date',
    'channel campaign network device country',
    [
      'date date!',
      'money cost!+',
      'enum kind=media',
      'currency currency',
      'enum channel device',
      'string network campaign country',
      'int impressions clicks',
      'money attributedRevenue',
      'decimal attributedOrders',
    ],
    { absence: 'inside' },
  ),
  entity(
    'inventorySnapshots',
    'date sku location',
    'date',
    'sku category location',
    ['date date!', 'id sku!', 'int onHandUnits!', 'string location category', 'bool listed=true'],
    { absence: 'carry' },
  ),
  entity('stockEvents', 'eventId', 'at', 'sku location', [
    'id eventId',
    'datetime at!',
    'id sku!',
    'enum type!',
    'int units!',
    'string location',
  ]),
  entity('shipments', 'shipmentId', 'deliveredAt', `carrier ${ofOrder}`, [
    'id shipmentId! orderId!',
    'datetime orderPlacedAt shippedAt deliveredAt',
    'bool isFinal',
    'string carrier country',
  ]),
  entity(
    'tickets',
    'ticketId',
    'createdAt',
    'channel reason country',
    ['id ticketId!', 'datetime createdAt! firstResponseAt', 'enum channel', 'string reason country'],
    { own: { channel: 'ticketChannel' } },
  ),
  entity('surveys', 'responseId', 'submittedAt', 'kind country customerType', [
    'id responseId!',
    'datetime submittedAt!',
    'enum kind!',
    'int score!',
    'enum customerType',
    'string country',
  ]),
  entity('pageLoads', '', 'at', 'device path country', [
    'datetime at!',
    'decimal lcpMs loadMs',
    'enum device',
    'string path country',
  ]),
  entity('socialPosts', 'postId publishedAt', 'publishedAt', 'network account format', [
    'id postId!',
    'datetime publishedAt!',
    'string network! account format',
    'int impressions clicks conversions',
  ]),
  entity(
    'targets',
    'kpiId periodStart',
    'periodStart',
    '',
    ['string kpiId!', 'date periodStart! periodEnd!', 'decimal value! benchmark', 'string benchmarkSource'],
    { absence: undefined },
  ),
  entity('coverage', 'entityId from', 'from', '', ['string entityId!', 'date from! to!'], {
    absence: undefined,
    names: { entityId: 'table' },
  }),
  entity(
    'controlTotals',
    'measure source start end',
    'start',
    '',
    ['string measure! source!', 'date start! end!', 'decimal value!'],
    { absence: undefined, names: { measure: 'figure' } },
  ),
  entity('rates', 'date base quote', 'date', '', ['date date!', 'currency base! quote!', 'decimal rate!+'], {
    absence: undefined,
  }),
];

const dimensions = [
  ...new Set(tables.flatMap((table) => [...table.dimensions, ...Object.values(table.own ?? {})])),
].join(' ');

/** Other names of a dimension. */
export const dimensionAliases: Readonly<Record<string, string>> = { product: 'sku' };

/** The fact tables by id; catalogue, section 1. */
export const entities: Readonly<Record<string, EntityDefinition>> = Object.fromEntries(
  [
    ...tables,
    // Beside these, a column for any measure and any dimension.
    entity(
      'dailyMeasures',
      `date currency ${dimensions}`,
      'date',
      dimensions,
      ['datetime date!', 'currency currency'],
      {
        absence: 'unknown',
      },
    ),
  ].map((table) => [table.id, table]),
);

/** Whether measures read a table: its rows say from when to when there are data. */
export const isFactTable = (id: string): boolean => entities[id]?.absence !== undefined;
