import type { Message } from '../message.js';
import { scorecardColumnsEnglish } from './scorecard-columns.js';

/** What a scorecard says once it is there. */
export const scorecardEnglish = {
  ...scorecardColumnsEnglish,
  'scorecard.total': 'Total',
  'scorecard.overall': 'Overall',
  'scorecard.differ': 'The parts do not add up to the total: something may count in several of them, or in none.',
  'scorecard.uncertain':
    'On its own this change would be called out; among several figures, of which some differ by chance, only surer ones are.',
  'group.own': 'The shop’s own',
  'group.sales': 'Sales',
  'group.profit': 'Profit',
  'group.customers': 'Customers',
  'group.traffic': 'Traffic',
  'group.cart': 'Cart',
  'group.stock': 'Stock and delivery',
  'group.marketing': 'Marketing',
  'group.service': 'Service',
  'group.mobile': 'Mobile',
  'group.social': 'Social media',
  'group.sustainability': 'Sustainability',
  'group.analysis': 'Analysis',
} satisfies Record<string, Message>;
