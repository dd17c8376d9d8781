/**
 * Zendesk: tickets of the API (`/tickets.json?include=metric_sets`), and as exported by connectors (Fivetran).
 *
 * | theirs | ours | |
 * | --- | --- | --- |
 * | `id` | `ticketId` | |
 * | `created_at` | `createdAt` | UTC, though exports do not say so |
 * | `via.channel`, in exports `via_channel` | `channel` | `web` is a form, `voice` the phone; what is none of ours stays empty |
 * | `created_at` + `metric_set.reply_time_in_minutes.calendar` | `firstResponseAt` | exports of tickets do not have it |
 *
 * Left out: deleted tickets. Refused: a page of many (`next_page`, `meta.has_more`). Dropped: subjects, texts, names,
 * e-mails. Complaints are not told apart. https://developer.zendesk.com/api-reference/ticketing/tickets/tickets
 */
import type { Answer, Reading, Row } from './answer.js';

const channels = new Map([
  ['web', 'form'],
  ['web_form', 'form'],
  ['email', 'email'],
  ['chat', 'chat'],
  ['messaging', 'chat'],
  ['native_messaging', 'chat'],
  ['voice', 'phone'],
  ['phone', 'phone'],
  ['twitter', 'social'],
  ['facebook', 'social'],
]);

export function read(answer: Answer): Reading {
  if (!answer.isList('tickets')) throw answer.unlike('tickets');
  const tickets = answer.list('tickets');
  if (answer.has('next_page') || answer.is('meta.has_more')) throw answer.incomplete('it has a next page.');
  return { tables: { tickets: tickets.map(row).filter((ticket) => ticket !== undefined) } };
}

export function row(ticket: Answer): Row | undefined {
  if (ticket.text('status') === 'deleted') return undefined;
  const createdAt = ticket.utc('created_at');
  const minutes = ticket.number('metric_set.reply_time_in_minutes.calendar');
  const answered = new Date(Date.parse(createdAt ?? '') + (minutes ?? NaN) * 60_000);
  return {
    ticketId: ticket.id('id'),
    createdAt,
    channel: channels.get((ticket.text('via.channel') ?? ticket.text('via_channel') ?? '').toLowerCase()),
    ...(ticket.has('metric_set') && {
      firstResponseAt: Number.isNaN(answered.getTime()) ? undefined : answered.toISOString(),
    }),
  };
}
