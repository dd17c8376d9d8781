import type { EntityDefinition } from '../definition.js';
import { entity } from '../declare-entity.js';

/** What the shop says, to whom, and for how much. */
export const marketingTables: readonly EntityDefinition[] = [
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
      'decimal averagePosition attributedOrders attributedNewCustomers',
    ],
    { absence: 'inside' },
  ),
  entity('subscriberEvents', 'subscriberId medium at', 'at', 'medium country', [
    'id subscriberId!',
    'datetime at!',
    'enum medium! type!',
    'string country',
  ]),
  entity(
    'appInstalls',
    '',
    'date',
    'platform country',
    ['date date!', 'int count', 'enum platform', 'string country'],
    {
      absence: 'inside',
    },
  ),
  entity('socialPosts', 'postId publishedAt', 'publishedAt', 'network account influencer format', [
    'id postId!',
    'datetime publishedAt!',
    'string network! account format',
    'bool influencer=false',
    'int impressions reach likes comments shares engagements clicks conversions',
  ]),
  entity(
    'socialAccounts',
    'date network account',
    'date',
    'network account',
    ['date date!', 'string network! account!', 'int followers!'],
    { absence: 'carry' },
  ),
];
