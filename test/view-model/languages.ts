import { en } from '../../src/locale/en.js';
import { dataEnglish } from '../../src/locale/en/data.js';
import { languages } from '../../src/locale/languages.js';
import type { Language } from '../../src/locale/languages.js';
import { mergeMessages } from '../../src/locale/merge-messages.js';
import { createWords } from '../../src/view-model/words.js';
import type { Words } from '../../src/view-model/words.js';

export const allLanguages = Object.keys(languages) as Language[];

const english = mergeMessages(en, dataEnglish);

/** Words in the language of a tag such as `en-GB`, as a widget has them once there are data. */
export async function wordsIn(language: Language, tag: string = language): Promise<Words> {
  return createWords(language === 'en' ? english : await languages[language](), tag);
}

/** Intl puts no-break and thin spaces where engines do not agree; a reader sees a space. */
export const spaced = (text: string): string => text.replace(/[\u00a0\u2009\u202f]/g, ' ');
