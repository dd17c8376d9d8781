import { named, spelt } from './en/spelt.js';
import type { KpiWords, Message } from './message.js';

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

    'line.current': 'This period',
    'line.previous': 'Previous period',

    against: 'vs {period}',
    'against.previous': 'vs previous period',
    'change.up': 'Up {change} from {base}.',
    'change.down': 'Down {change} from {base}.',
    'change.none': 'Unchanged from {base}.',
    'evidence.untested': 'Whether the change is more than chance has not been tested.',
    'evidence.missing': 'No value to compare with ({period}).',

    target: 'Target {figure}',
    'target.share': '{share} of target',
    'target.reached': 'Target reached',
    'target.missed': 'Target not reached',

    'scorecard.title': 'Key figures',

    'fact.period': 'Period',

    loading: 'Loading…',
    about: 'About this figure',
    'show-table': 'Show as table',
    'download-csv': 'Download CSV',

    'funnel.name': 'Funnel',
    'funnel.purchase': 'Purchase funnel',

    'empty.title': 'No data',

    'problem.title': 'This figure cannot be shown',
    'problem.missing-part':
      'A file that is needed here did not load. The folder that the script is in has to be served whole.\nLooked for: {address}.',
  },
  kpis: named({
    ...spelt(
      'total-sales net-sales conversion-rate repeat-purchase-rate units-per-order revenue-per-visitor gross-profit',
      'gross-margin returning-customer-rate new-customers bounce-rate page-load-time cart-abandonment-rate',
      'checkout-completion-rate inventory-level order-cycle-time first-response-time',
    ),
    'gross-merchandise-value': 'Gross merchandise value (GMV)',
    'order-count': 'Orders',
    'average-order-value': 'Average order value (AOV)',
    'customer-acquisition-cost': 'Customer acquisition cost (CAC)',
    'website-traffic': 'Website traffic (visits)',
    'stockout-rate': 'Stock-out rate',
    'return-rate': 'Return rate (products)',
    roas: 'Return on ad spend (ROAS)',
    'net-promoter-score': 'Net Promoter Score (NPS)',
  }),
  measures: {},
  dimensions: {},
  segments: {},
} satisfies {
  lang: string;
  ui: Record<string, Message>;
  kpis: Record<string, KpiWords>;
  measures: Record<string, string>;
  dimensions: Record<string, string>;
  segments: Record<string, string>;
};
