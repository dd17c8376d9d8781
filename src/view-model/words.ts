import type { Message } from '../locale/message.js';
import type { DataKey, Messages, PartKey, UiKey } from '../locale/messages.js';

export type Values = Readonly<Record<string, string | number | undefined>>;

/** A language at work: its messages and its formatters. It can say `More` than what is at hand or comes with data. */
export interface Words<More extends PartKey = never> {
  readonly messages: Messages;
  /** BCP 47 tag that numbers and dates are written in. */
  readonly lang: string;
  /** The text of a key with its `{names}` filled. A line that names an unknown value is left out. */
  readonly say: (key: UiKey | DataKey | More, values?: Values) => string;
  /** A message with its `{names}` filled, as `say` does it. */
  readonly tell: (message: Message, values?: Values) => string;
  /** The same words where more is said: in English with these texts, in another language with its own. */
  readonly saying: <Key extends PartKey>(english: Readonly<Record<Key, Message>>) => Words<Key>;
  /** "Net sales: 1,180" */
  readonly labelled: (label: string, text: string) => string;
  /** "Net sales (24 Oct – 20 Nov)"; the text alone where there is nothing more to say. */
  readonly aside: (text: string, more: string | undefined) => string;
  /** "Net sales." */
  readonly sentence: (text: string) => string;
  /** "Net sales, orders and visits" */
  readonly list: (items: readonly string[]) => string;
  /** Sentences one after another; empty ones are left out. */
  readonly join: (...sentences: readonly string[]) => string;
  readonly number: (options?: Intl.NumberFormatOptions) => Intl.NumberFormat;
  /** A country's name by its ISO 3166-1 code. */
  readonly region: (code: string) => string;
  readonly date: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat;
  /** What is worked out once for all widgets that speak these words. */
  readonly once: (key: string, make: () => string) => string;
}

/** Widgets that speak the same share their words. */
const spoken = new WeakMap<Messages, Map<string, Words>>();

/**
 * Words from messages.
 * @param lang the reader's own tag: `en-GB` writes other dates than `en`. It is used where it is written in the same
 *   language and script as the messages, so that no sentence mixes two.
 */
export function createWords(messages: Messages, lang = messages.lang): Words {
  const byLang = spoken.get(messages) ?? new Map<string, Words>();
  spoken.set(messages, byLang);
  const words = byLang.get(lang) ?? wordsOf(messages, lang);
  byLang.set(lang, words);
  return words;
}

function wordsOf(messages: Messages, lang: string): Words {
  const tag = sameLanguage(lang, messages.lang) ? lang : messages.lang;
  const number: Words['number'] = (options = {}) => numberFormats(tag, options);
  const date: Words['date'] = (options) => dateFormats(tag, { timeZone: 'UTC', ...options });
  const made = new Map<string, string>();
  const chosen = (message: Message, values: Values): string =>
    typeof message === 'string'
      ? message
      : (message[pluralRules(tag, {}).select(Number(values['count']))] ?? message.other);
  const join: Words['join'] = (...sentences) =>
    sentences.length === 1
      ? sentences[0]!
      : sentences.filter(Boolean).join(chosen(messages.ui['between-sentences'], {}));
  const write = (value: number): string => number().format(value);
  const tell: Words['tell'] = (message, values = {}) => {
    const lines = linesOf(chosen(message, values));
    return lines.length === 1
      ? fill(lines[0]!, values, write)
      : join(...lines.map((line) => fill(line, values, write)));
  };
  const say: Words['say'] = (key, values) => tell(messages.ui[key] ?? '', values);

  const words: Words = {
    messages,
    lang: tag,
    number,
    date,
    say,
    tell,
    saying: <Key extends PartKey>(english: Readonly<Record<Key, Message>>): Words<Key> => ({
      ...words,
      say: (key, values) => tell(messages.ui[key] ?? english[key as Key], values),
    }),
    labelled: (label, text) => say('labelled', { label, text }),
    aside: (text, aside) => (aside ? say('aside', { text, aside }) : text),
    sentence: (text) => say('sentence', { text }),
    once(key, make) {
      let text = made.get(key);
      if (text === undefined) made.set(key, (text = make()));
      return text;
    },
    region: (code) => regionNames(tag, { type: 'region' }).of(code) ?? code,
    // One alone needs no Intl object, which is slow to make.
    list: (items) => (items.length === 1 ? items[0]! : listFormats(tag, { type: 'conjunction' }).format(items)),
    join,
  };
  return words;
}

/** Text and names of values by turns. */
type Line = readonly string[];

/** Empty where the line names a value that is not known. A value that ends in a full stop, such as "kr.", ends the sentence too, as "…" does. */
function fill(line: Line, values: Values, write: (value: number) => string): string {
  let text = line[0]!;
  for (let index = 1; index < line.length; index += 2) {
    const value = values[line[index]!];
    if (value === undefined) return '';
    text += (typeof value === 'number' ? write(value) : value) + line[index + 1]!;
  }
  return /[.…]\.$/.test(text) ? text.slice(0, -1) : text;
}

const cut = new Map<string, readonly Line[]>();

/** A message's lines, cut at their `{names}` once for all that is said with it. */
function linesOf(message: string): readonly Line[] {
  let lines = cut.get(message);
  if (!lines) cut.set(message, (lines = message.split('\n').map((line) => line.split(/\{(\w+)\}/))));
  return lines;
}

function sameLanguage(tag: string, other: string): boolean {
  try {
    const [a, b] = [new Intl.Locale(tag).maximize(), new Intl.Locale(other).maximize()];
    return a.language === b.language && a.script === b.script;
  } catch {
    return false;
  }
}

/** Intl objects are slow to make: one per language and set of options serves every widget of the page. */
function remember<Options, Made>(
  make: (tag: string, options: Options) => Made,
): (tag: string, options: Options) => Made {
  const made = new Map<string, Made>();
  return (tag, options) => {
    const key = tag + JSON.stringify(options);
    const known = made.get(key) ?? make(tag, options);
    made.set(key, known);
    return known;
  };
}

const numberFormats = remember((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
const dateFormats = remember((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
const listFormats = remember((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));
const regionNames = remember((tag, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(tag, options));
const pluralRules = remember((tag, options: Intl.PluralRulesOptions) => new Intl.PluralRules(tag, options));
