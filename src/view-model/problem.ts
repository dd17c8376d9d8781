import type { KpiError, KpiErrorCode } from '../core/error.js';
import { failureEnglish } from '../locale/en/failure.js';
import { providerEnglish } from '../locale/en/provider.js';
import type { Message } from '../locale/message.js';
import { clockText } from './freshness.js';
import type { ProblemView } from './view.js';
import type { Values, Words } from './words.js';

/** What is wrong where it is no setting of the page. */
const titles: Readonly<Partial<Record<KpiErrorCode, 'data' | 'connection' | 'title'>>> = {
  'malformed-data': 'data',
  'unrecognised-data': 'data',
  'incomplete-data': 'data',
  'too-large': 'data',
  'missing-field': 'data',
  'hook-failed': 'connection',
  unreachable: 'connection',
  'bad-answer': 'connection',
  denied: 'connection',
  busy: 'connection',
  timeout: 'connection',
  'missing-part': 'title',
};

/** Whether an error may have passed when it is tried again: it is no setting of the page. */
export const mayPass = ({ code }: KpiError): boolean => titles[code] !== undefined;

/** An error for a reader who runs a shop. */
export function problem({ code, details }: KpiError, plain: Words): ProblemView {
  const words = plain.saying(failureEnglish);
  const { messages } = words;
  const own: Readonly<Record<string, Message>> = { ...providerEnglish, ...failureEnglish, ...messages.ui };
  // What came instead of data may have words of its own.
  const message = own[`problem.${code}.${String(details['instead'])}`] ?? own[`problem.${code}`];
  if (!message) return { title: words.say('problem.title'), detail: words.say('problem.other') };
  return {
    title: words.say(`problem.${titles[code] ?? 'setting'}`),
    detail: words.tell(message, valuesOf(details, words)),
  };
}

/** So many possible values are read through; of more the likely one is named, or else the first. */
const mostNamed = 8;
/** So many characters of a value that is no text. */
const mostRead = 80;

/** Details are made for programs; what can be read aloud is taken. */
function valuesOf(details: KpiError['details'], words: Words): Values {
  const readable = Object.entries(details).flatMap(([name, value]): [string, string][] => {
    if (name === 'option' && typeof value === 'string') return [[name, attributeOf(value)]];
    if (typeof value === 'string' || typeof value === 'number') return [[name, String(value)]];
    if (name === 'value' && typeof value === 'object') return [[name, JSON.stringify(value).slice(0, mostRead)]];
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    if (items.length === 0) return [];
    if (items.length <= mostNamed) return [[name, items.join(', ')]];
    return details['suggestion'] === undefined ? [[name, [...items.slice(0, mostNamed), '…'].join(', ')]] : [];
  });
  const { position, until, rows, megabytes } = details;
  if (typeof until === 'number') readable.push(['until', clockText(new Date(until), words)]);
  for (const [name, value] of Object.entries({ rows, megabytes })) {
    if (typeof value === 'number') readable.push([name, words.number().format(value)]);
  }
  // People count from 1.
  if (typeof position === 'number') readable.push(['at', String(position + 1)]);
  return Object.fromEntries(readable);
}

/** What a page writes for an option: `as-of` for `asOf`. What has no attribute is written as it is. */
const attributeOf = (option: string): string =>
  /^(settings|kpiDefinitions)\b/.test(option)
    ? option
    : option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
