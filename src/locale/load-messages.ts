import { en } from './en.js';
import type { Language } from './languages.js';
import { languages } from './languages.js';
import { mergeMessages } from './merge-messages.js';
import type { Messages, OwnMessages } from './messages.js';
import { resolveLanguage } from './resolve-language.js';

const loaded = new Map<Language, Messages>([['en', en]]);
const loading = new Map<Language, Promise<Messages>>();

/** The messages for a BCP 47 tag if they are here already; so that what is known is drawn without a wait. */
export const messagesAtHand = (tag: string | undefined): Messages | undefined => loaded.get(resolveLanguage(tag));

/** English as far as it is here: without what is said of data, until the engine has brought it. */
export const englishAtHand = (): Messages => loaded.get('en') ?? en;

/** Adds to English what is said of data, once the engine has brought it. */
export function completeEnglish(more: OwnMessages): void {
  if (loaded.get('en') === en) loaded.set('en', mergeMessages(en, more));
}

/**
 * The messages for a BCP 47 tag, fetched once per language. Never rejects: where a language cannot be fetched it is
 * English, `onFailure` is told why, and the next call tries again.
 */
export async function loadMessages(
  tag: string | undefined,
  onFailure?: (language: Language, cause: unknown) => void,
): Promise<Messages> {
  const language = resolveLanguage(tag);
  const known = loaded.get(language);
  if (known) return known;
  try {
    const request = loading.get(language) ?? Promise.resolve(languages[language]());
    loading.set(language, request);
    const messages = await request;
    loaded.set(language, messages);
    return messages;
  } catch (cause) {
    onFailure?.(language, cause);
    return loaded.get('en') ?? en;
  } finally {
    loading.delete(language);
  }
}
