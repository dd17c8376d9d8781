import type { KpiWords, Message } from './message.js';

/** The values that the catalogue knows of devices, platforms, channels and customers; in English they are their names. */
const values =
  'mobile tablet desktop other web ios android direct organic-search organic-social organic-shopping organic-video ' +
  'paid-search paid-social paid-shopping paid-video display paid-other affiliate referral email sms push new returning ' +
  'chat phone social form';
const named: Record<string, string> = Object.fromEntries(
  values.split(' ').map((key) => [key, key[0]!.toUpperCase() + key.slice(1).replace('-', ' ')]),
);

/**
 * English as far as the first picture of a widget needs it; what comes with the engine or with a part of the script is
 * in `en/`. Together they are the reference: their keys are the keys of every language.
 */
export const en = {
  lang: 'en',
  ui: {
    sentence: '{text}.',
    'between-sentences': ' ',
    aside: '{text} ({aside})',
    labelled: '{label}: {text}',
    days: { one: '{count} day', other: '{count} days' },
    'no-value': 'No value',
    points: '{number} pp',

    'period.running': '{period}, so far',
    'period.until': '{period}, until {time}',
    quarter: 'Q{quarter} {year}',
    'fiscal-year': 'FY {year}',
    week: 'Week {week}, {period}',

    'line.current': 'This period',
    'line.previous': 'Previous period',
    'line.unnamed': 'Not stated',
    'point.running': 'Still running',
    'point.cut': 'Incomplete',
    'segments.shown': 'Shown: the {shown} largest of {count}.',

    against: 'vs {period}',
    'against.previous': 'vs previous period',
    'change.up': 'Up {change} from {base}.',
    'change.down': 'Down {change} from {base}.',
    'change.none': 'Unchanged from {base}.',
    'evidence.significant': 'The change is larger than the usual variation.',
    'evidence.noise': 'The change is within the usual variation.',
    'evidence.untested': 'Whether the change is more than chance has not been tested.',
    'evidence.census': 'This is counted in full, so the change is no matter of chance.',
    'evidence.slight': 'The change is slight.',
    'evidence.missing': 'No value to compare with ({period}).',
    'evidence.unequal': 'The periods differ in length: {days} and {other}.',

    target: 'Target {figure}',
    'target.share': '{share} of target',
    'target.reached': 'Target reached',
    'target.missed': 'Target not reached',
    'target.within': 'Within target so far',
    'target.pace': 'on course for {share}',

    'table.date': 'Date',
    'table.note': 'Note',

    'scorecard.title': 'Key figures',
    'scorecard.name': 'Figure',
    'scorecard.value': 'Value',
    'scorecard.share': 'Share',
    'scorecard.change': 'Change',
    'scorecard.course': 'Trend',
    'scorecard.target': 'Target',
    'scorecard.rest': 'Others ({count})',

    'fact.period': 'Period',

    'filter.remove': 'Remove filter: {filter}',
    'filter.deselect': 'Clear selection: {filter}',
    'filter.ignored': 'Cannot be filtered by “{filter}”',
    compare: 'Comparison',

    loading: 'Loading…',
    stale: 'Could not be updated. The figures are from {time}.',
    about: 'About this figure',
    'show-table': 'Show as table',
    'download-csv': 'Download CSV',
    'chart.hint': 'Move from point to point with the arrow keys.',
    'chart.hint.lines':
      'Move from point to point with the arrow keys left and right, from line to line with up and down.',

    'funnel.name': 'Funnel',
    'funnel.purchase': 'Purchase funnel',
    'funnel.time': 'Median time to the last stage',

    'problem.title': 'This figure cannot be shown',
    'problem.setting': 'A setting is not right',
    'problem.data': 'The data cannot be read',
    'problem.connection': 'The data did not arrive',
    'problem.other': 'Something went wrong.',
    'problem.unknown-kpi': 'There is no such figure.\nAsked for: {option} “{value}”.\nDid you mean “{suggestion}”?',
    'problem.bad-option':
      'A setting has a value that is not possible.\nFound: {option} “{value}”.\nDid you mean “{suggestion}”?\nPossible: {expected}.',
    'problem.secret-in-address':
      'The address of the data contains a key or a password.\nFound: {parameter}.\nEvery visitor could read it, so nothing was loaded.',
    'problem.bad-answer': 'The server that holds the data did not answer as expected.\nStatus: {status}.',
    'problem.missing-part':
      'A file that is needed here did not load. The folder that the script is in has to be served whole.\nLooked for: {address}.',
    'problem.unknown-provider':
      'There is no such source of data on this page.\nLooked for: <kpi-provider id="{value}">.',
    'problem.undefined-provider': 'The page has not loaded what hands the data on.\nMissing: {missing}.',
  },
  kpis: {
    'gross-merchandise-value': { name: 'Gross merchandise value (GMV)' },
    'total-sales': { name: 'Total sales' },
    'net-sales': { name: 'Net sales' },
    'order-count': { name: 'Orders' },
    'average-order-value': { name: 'Average order value (AOV)' },
    'conversion-rate': { name: 'Conversion rate' },
    'repeat-purchase-rate': { name: 'Repeat purchase rate' },
    'units-per-order': { name: 'Units per order' },
    'revenue-per-visitor': { name: 'Revenue per visitor' },
    'gross-profit': { name: 'Gross profit' },
    'gross-margin': { name: 'Gross margin' },
    'customer-acquisition-cost': { name: 'Customer acquisition cost (CAC)' },
    'returning-customer-rate': { name: 'Returning customer rate' },
    'new-customers': { name: 'New customers' },
    'website-traffic': { name: 'Website traffic (visits)' },
    'bounce-rate': { name: 'Bounce rate' },
    'page-load-time': { name: 'Page load time' },
    'cart-abandonment-rate': { name: 'Cart abandonment rate' },
    'checkout-completion-rate': { name: 'Checkout completion rate' },
    'inventory-level': { name: 'Inventory level' },
    'stockout-rate': { name: 'Stock-out rate' },
    'order-cycle-time': { name: 'Order cycle time' },
    'return-rate': { name: 'Return rate (products)' },
    roas: { name: 'Return on ad spend (ROAS)' },
    'net-promoter-score': { name: 'Net Promoter Score (NPS)' },
    'first-response-time': { name: 'First response time' },
  },
  measures: {},
  dimensions: {
    account: 'Account',
    attribute: 'Attribute',
    attributeGroup: 'Group',
    brand: 'Brand',
    campaign: 'Campaign',
    carrier: 'Carrier',
    category: 'Category',
    channel: 'Channel',
    country: 'Country',
    customerType: 'Customer type',
    device: 'Device',
    experimentId: 'Experiment',
    format: 'Format',
    influencer: 'Influencer',
    kind: 'Kind',
    landingPage: 'Landing page',
    level: 'Level',
    location: 'Location',
    medium: 'Medium',
    network: 'Network',
    path: 'Page',
    platform: 'Platform',
    programme: 'Programme',
    reason: 'Reason',
    scope: 'Scope',
    site: 'Site',
    sku: 'Product',
    source: 'Source',
    ticketChannel: 'Contact channel',
    treatment: 'Treatment',
    variant: 'Variant',
    visitorType: 'Visitor type',
  },
  segments: { ...named, ios: 'iOS', sms: 'SMS' },
} satisfies {
  lang: string;
  ui: Record<string, Message>;
  kpis: Record<string, KpiWords>;
  measures: Record<string, string>;
  dimensions: Record<string, string>;
  segments: Record<string, string>;
};
