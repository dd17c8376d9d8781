import type { KpiWords } from './message.js';
import type { Messages, OwnMessages } from './messages.js';

/** A language with a page's own wording on top; KPIs and measures that the language does not know are added. */
export function mergeMessages(messages: Messages, own: OwnMessages | undefined): Messages {
  if (!own) return messages;
  const kpis: Record<string, KpiWords> = { ...messages.kpis };
  for (const [id, words] of Object.entries(own.kpis ?? {})) {
    kpis[id] = { name: id, ...kpis[id], ...words };
  }
  return {
    lang: messages.lang,
    ui: { ...messages.ui, ...own.ui },
    kpis,
    measures: { ...messages.measures, ...own.measures },
    dimensions: { ...messages.dimensions, ...own.dimensions },
    segments: { ...messages.segments, ...own.segments },
  };
}
