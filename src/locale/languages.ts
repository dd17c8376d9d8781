import { en } from './en.js';
import type { Messages } from './messages.js';

export type Language = 'en' | 'da' | 'sv' | 'nb' | 'pl' | 'zh-Hant';

/** Where each language comes from. English is at hand; the others are fetched when used. */
export const languages: Readonly<Record<Language, () => Messages | Promise<Messages>>> = {
  en: () => en,
  da: () => import('./da.js').then((file) => file.da),
  sv: () => import('./sv.js').then((file) => file.sv),
  nb: () => import('./nb.js').then((file) => file.nb),
  pl: () => import('./pl.js').then((file) => file.pl),
  'zh-Hant': () => import('./zh-Hant.js').then((file) => file.zhHant),
};
