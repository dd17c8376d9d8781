import type { Language } from './languages.js';

const byPrimaryTag: Readonly<Record<string, Language>> = {
  da: 'da',
  sv: 'sv',
  nb: 'nb',
  no: 'nb',
  nn: 'nb',
  pl: 'pl',
  zh: 'zh-Hant',
};

/**
 * The language for a BCP 47 tag; English for all others. Readers of Nynorsk get Bokmål. Readers of simplified Chinese
 * get traditional Chinese: it is nearer to them than English.
 */
export function resolveLanguage(tag: string | undefined): Language {
  const primary = /^[a-z]+/i.exec(tag?.trim() ?? '')?.[0].toLowerCase() ?? '';
  return byPrimaryTag[primary] ?? 'en';
}
