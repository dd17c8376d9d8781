import type { KpiWords, Message } from './message.js';

/** The reference: its keys are the keys of every language. */
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
    'evidence.missing': 'No value to compare with ({period}).',
    'evidence.unequal': 'The periods differ in length: {days} and {other}.',

    target: 'Target {figure}',
    'target.share': '{share} of target',
    'target.reached': 'Target reached',
    'target.missed': 'Target not reached',

    'table.date': 'Date',
    'table.note': 'Note',

    'fact.period': 'Period',
    'fact.zone': 'Time zone',
    'fact.compared': 'Compared with',
    'fact.change': 'Likely change',
    'fact.change.range': '{low} to {high}',
    'fact.pace': 'At this pace',
    'fact.formula': 'Calculation',
    'fact.rows': 'Rows read',
    'fact.rows.refused': '{rows}, and {refused} left out',
    'fact.coverage': 'Data',
    'fact.as-of': 'As of',

    loading: 'Loading…',
    refreshing: 'Updating…',
    stale: 'Could not be updated. The figures are from {time}.',
    about: 'About this figure',
    'show-table': 'Show as table',
    'download-csv': 'Download CSV',
    'chart.hint': 'Move from point to point with the arrow keys.',

    'empty.title': 'No data',
    'empty.hint': 'Choose a period within these dates.',
    'empty.refused': {
      one: '{count} row was found and could not be read: a date, a number or an id is missing or not in the expected form.',
      other:
        '{count} rows were found and none could be read: dates, numbers or ids are missing or not in the expected form.',
    },

    'reason.no-data': 'Something that this figure needs is not in the data.\nMissing: {measure}.',
    'reason.outside-coverage': 'There is no data for this period.\nThe data runs from {first} to {last}.',
    'reason.zero-denominator': 'There is nothing in this period to calculate it from.',
    'reason.not-additive':
      'This figure cannot be added up from smaller parts: the same customer may be counted in several of them.\nIt lies between {low} and {high}.',
    'reason.not-segmentable': 'The data does not allow this figure to be broken down this way.\nMissing: {dimension}.',
    'reason.day-grain': 'The data has whole days only, so the day in progress cannot be shown.',
    'reason.mixed-currencies': 'Amounts in different currencies cannot be added together.\nFound: {currencies}.',

    'warning.refunds-unknown': 'The data has no refunds; they count as 0.',
    'warning.parts-unknown': 'Not in the data and counted as 0: {measure}.',
    'warning.orders-as-conversions': 'Orders stand in for sessions with a purchase, so the rate can exceed 100%.',
    'warning.missing-days': {
      one: '{count} day of the period is not in the data.',
      other: '{count} days of the period are not in the data.',
    },
    'warning.zone-assumed': 'No time zone has been set; {timeZone} is assumed.',
    'warning.unequal-length': 'The two periods differ in length.',
    'warning.double-source': 'Single orders and daily totals overlap; the single orders are used.',
    'warning.no-match': 'No row of the data fits the filter; check how it is written.\nFilter: {condition}.',
    'warning.totals-differ': 'Totals and their parts differ by more than 0.5% in the data.',
    'warning.rows-refused': {
      one: '{count} row could not be read and was left out.',
      other: '{count} rows could not be read and were left out.',
    },

    'problem.title': 'This figure cannot be shown',
    'problem.setting': 'A setting is not right',
    'problem.data': 'The data cannot be read',
    'problem.connection': 'The data did not arrive',
    'problem.other': 'Something went wrong.',
    'problem.unknown-kpi': 'There is no such figure.\nAsked for: {value}.\nDid you mean “{suggestion}”?',
    'problem.unknown-table': 'There is no such table.\nAsked for: {value}.\nDid you mean “{suggestion}”?',
    'problem.unknown-format': 'This data format is not supported.\nAsked for: {value}.\nPossible: {expected}.',
    'problem.bad-option':
      'A setting has a value that is not possible.\nFound: {option} “{value}”.\nPossible: {expected}.',
    'problem.bad-period': 'This is not a period.\nFound: “{value}”.\nPossible: {expected}.',
    'problem.bad-date': 'This date does not exist.\nFound: “{value}”.',
    'problem.bad-time-zone': 'There is no such time zone.\nFound: “{value}”.',
    'problem.bad-formula': 'The formula of this figure contains a mistake.',
    'problem.as-of-required': 'It is not set which day counts as today.',
    'problem.malformed-data': 'The data is incomplete or not in the expected format.',
    'problem.unrecognised-data': 'It is not clear what the data contains.\nColumns found: {fields}.',
    'problem.missing-field':
      'The data lacks a column that is needed.\nMissing: {field}.\nPerhaps it is called “{suggestion}” here.',
    'problem.secret-in-address':
      'The address of the data contains a key or a password.\nFound: {parameter}.\nEvery visitor could read it, so nothing was loaded.',
    'problem.bad-address': 'The address of the data is not valid.',
    'problem.unreachable': 'The server that holds the data could not be reached.',
    'problem.bad-answer': 'The server that holds the data did not answer as expected.\nStatus: {status}.',
    'problem.timeout': 'The server that holds the data took too long to answer.',
  },
  kpis: {
    'total-sales': {
      name: 'Total sales',
      definition: 'What customers paid, including shipping, tax and duties, less refunds.',
    },
    'net-sales': {
      name: 'Net sales',
      definition: 'Goods sold after discounts and refunds, excluding tax and shipping.',
    },
    'order-count': { name: 'Orders', definition: 'Orders placed, without test orders and cancelled orders.' },
    'average-order-value': {
      name: 'Average order value (AOV)',
      definition: 'Sales after discounts per order, before any later refunds.',
    },
    'conversion-rate': { name: 'Conversion rate', definition: 'Share of sessions with at least one order.' },
    'repeat-purchase-rate': {
      name: 'Repeat purchase rate',
      definition: 'Share of the period’s customers who placed two or more orders in it.',
    },
  },
  measures: {
    orders: 'Orders',
    grossSales: 'Gross sales',
    discounts: 'Discounts',
    orderRevenue: 'Sales after discounts',
    netSales: 'Net sales',
    unitsSold: 'Units sold',
    shippingCharged: 'Shipping charged',
    taxes: 'Tax',
    duties: 'Duties',
    activeCustomers: 'Customers with an order',
    repeatCustomers: 'Customers with two or more orders',
    refundedAmount: 'Refunds',
    refundedShipping: 'Refunded shipping',
    refundedTaxes: 'Refunded tax',
    sessions: 'Sessions',
    sessionsWithPurchase: 'Sessions with a purchase',
  },
} satisfies {
  lang: string;
  ui: Record<string, Message>;
  kpis: Record<string, KpiWords>;
  measures: Record<string, string>;
};
