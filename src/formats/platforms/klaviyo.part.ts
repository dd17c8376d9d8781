/**
 * Klaviyo: who subscribed and who left, of `/api/events?include=metric` or the table `event` of a connector (Fivetran);
 * sales that Klaviyo attributes to its messages, of `/api/flow-series-reports` by day or the export of campaigns as CSV.
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | the profile's id, `person_id` | `subscriberId` | |
 * | `datetime` | `at` | UTC where it names no zone |
 * | `Subscribed to Email Marketing`, `Subscribed to SMS Marketing` or `Consented to Receive SMS` | `type` `opt-in`, `medium` | |
 * | `Unsubscribed from Email Marketing` or `Unsubscribed`, `Unsubscribed from SMS Marketing` or `Unsubscribed from SMS` | `type` `opt-out`, `medium` | |
 * | `date_times`, of campaigns `Send Time` | `date` | Klaviyo counts sales on the day of the message, in the account's zone |
 * | `conversion_value`, of campaigns `Revenue` | `attributedRevenue` | in the account's currency, which is not named |
 * | `conversions` | `attributedOrders` | taken to be orders: the report does not name its conversion metric |
 * | `send_channel`, of campaigns `Campaign Channel` | `channel` | |
 * | `flow_id`, of campaigns `Campaign ID` | `campaign` | |
 *
 * Left out: all other events, such as mails that were opened, of which no measure is made; lists, for consent is not given
 * to a list; rows that the connector marks as deleted. Refused: a page of many (`links.next`), reports without days
 * (`…-values-reports`), hours, weeks and months, and `metric-aggregates`, which do not say what they count. Dropped: names,
 * e-mails, subjects, and the people of a campaign who ordered, who are no orders. Subscribers that were imported raise no
 * event: they are not counted. https://developers.klaviyo.com/en/reference/api_overview
 */
import { note } from '../note.js';
import type { Answer, Reading, Row } from './answer.js';

const subscriptions = new Map([
  ['subscribed to email marketing', { medium: 'email', type: 'opt-in' }],
  ['unsubscribed from email marketing', { medium: 'email', type: 'opt-out' }],
  ['unsubscribed', { medium: 'email', type: 'opt-out' }],
  ['subscribed to sms marketing', { medium: 'sms', type: 'opt-in' }],
  ['consented to receive sms', { medium: 'sms', type: 'opt-in' }],
  ['unsubscribed from sms marketing', { medium: 'sms', type: 'opt-out' }],
  ['unsubscribed from sms', { medium: 'sms', type: 'opt-out' }],
]);

const channels = new Map([
  ['email', 'email'],
  ['sms', 'sms'],
  ['push-notification', 'push'],
  ['mobile push', 'push'],
]);

export function read(answer: Answer): Reading {
  if (answer.has('links.next')) throw answer.incomplete('it has a next page.');
  const report = answer.at('data.attributes');
  if (report.isList('dates')) throw answer.unlike('events or a report: aggregates do not say of which metric they are');
  if (report.isList('date_times')) return { tables: { dailyMeasures: daysOf(report, answer) } };
  if (report.isList('results')) throw answer.unlike('a report by day, such as that of /api/flow-series-reports');
  if (!answer.isList('data')) throw answer.unlike('events or a report of flows by day');
  const names = new Map(
    answer
      .list('included')
      .filter((each) => each.text('type') === 'metric')
      .map((metric) => [metric.text('id'), metric.text('attributes.name')]),
  );
  const events = answer.list('data').map((event) => ({ event, name: names.get(metricOf(event)) }));
  if (events.some(({ name }) => name === undefined)) {
    throw answer.unlike('events with their metrics beside them (include=metric)');
  }
  return {
    tables: {
      subscriberEvents: events
        .map(({ event, name }) =>
          subscription(name, event.text('relationships.profile.data.id'), event.utc('attributes.datetime')),
        )
        .filter((row) => row !== undefined),
    },
    notes: [
      note('imports-uncounted', 'Klaviyo raises no event for subscribers that were imported: they are not counted.'),
    ],
  };
}

const metricOf = (event: Answer): string | undefined => event.text('relationships.metric.data.id');

export function row(row: Answer): Row | undefined {
  if (row.has('Send Time')) {
    return {
      date: row.text('Send Time')?.slice(0, 10),
      channel: channelOf(row, 'Campaign Channel'),
      campaign: row.text('Campaign ID') ?? row.text('Campaign Name'),
      attributedRevenue: row.number('Revenue'),
    };
  }
  if (!row.mentions('person_id') || !row.mentions('datetime')) {
    throw row.unlike('rows of the table event, or the export of campaigns with Send Time');
  }
  const isDeleted = row.text('_fivetran_deleted')?.toLowerCase() === 'true';
  return isDeleted ? undefined : subscription(row.text('type'), row.text('person_id'), row.utc('datetime'));
}

function subscription(name = '', subscriberId: string | undefined, at: string | undefined): Row | undefined {
  const found = subscriptions.get(name.toLowerCase());
  return found && { subscriberId, at, ...found };
}

/** A row a day and group of a report. */
function daysOf(report: Answer, answer: Answer): readonly Row[] {
  const days = report.list('date_times').map((time) => time.text()?.slice(0, 10) ?? '');
  const times = days.map((day) => Date.parse(day));
  const areDays = times.every((time, index) => index === 0 || time - times[index - 1]! === 86_400_000);
  if (!areDays || days.length < 2) throw answer.unlike('at least two days in a row (interval daily)');
  const groups = report.list('results');
  if (!groups.every((group) => group.has('statistics.conversion_value') || group.has('statistics.conversions'))) {
    throw answer.unlike('the statistics conversion_value or conversions');
  }
  return groups.flatMap((group) => {
    const [revenue, orders] = ['conversion_value', 'conversions'].map((name) => group.list(`statistics.${name}`));
    return days.map((date, index) => ({
      date,
      channel: channelOf(group, 'groupings.send_channel'),
      campaign: group.text('groupings.flow_id') ?? '(not set)',
      ...(revenue!.length > 0 && { attributedRevenue: revenue![index]?.number() }),
      ...(orders!.length > 0 && { attributedOrders: orders![index]?.number() }),
    }));
  });
}

/** An empty cell would be the total of all. */
const channelOf = (of: Answer, path: string): string => channels.get((of.text(path) ?? '').toLowerCase()) ?? 'other';
