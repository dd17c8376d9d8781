import type { AdviceMessages } from './advice.js';
import type { Language } from './languages.js';
import { resolveLanguage } from './resolve-language.js';

/** Where each language's advice comes from; all are fetched when used. */
export const adviceIn: Readonly<Record<Language, () => Promise<AdviceMessages>>> = {
  en: () => import('./advice/en.js').then((file) => file.adviceEnglish),
  da: () => import('./advice/da.js').then((file) => file.adviceDanish),
  sv: () => import('./advice/sv.js').then((file) => file.adviceSwedish),
  nb: () => import('./advice/nb.js').then((file) => file.adviceNorwegian),
  pl: () => import('./advice/pl.js').then((file) => file.advicePolish),
  'zh-Hant': () => import('./advice/zh-Hant.js').then((file) => file.adviceChinese),
};

const loaded = new Map<Language, AdviceMessages>();

/** What to make of figures, in a language; undefined until it was fetched. */
export const adviceAtHand = (lang: string): AdviceMessages | undefined => loaded.get(resolveLanguage(lang));

/** Fetches it, once per language. Where it does not come, a figure stands without advice. */
export async function loadAdvice(lang: string): Promise<void> {
  const language = resolveLanguage(lang);
  if (!loaded.has(language)) loaded.set(language, await adviceIn[language]());
}
