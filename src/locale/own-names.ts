import { nameOf } from './en/spelt.js';
import type { OwnMessages } from './messages.js';

/** What a shop calls a KPI of its own: one text for all languages, or one for each. */
interface Named {
  readonly id: string;
  readonly name?: string | Readonly<Record<string, string>>;
  readonly definition?: string | Readonly<Record<string, string>>;
}

/** The names and definitions of a shop's own KPIs in a language; else in English, else as they come first. */
export function ownNames(kpis: readonly Named[] | undefined, lang: string): OwnMessages | undefined {
  // Whoever reads the data says what is wrong with them.
  if (!Array.isArray(kpis)) return undefined;
  const textOf = (texts: Named['name']): string | undefined =>
    typeof texts === 'object'
      ? (texts[lang] ?? texts[lang.split('-', 1)[0]!] ?? texts['en'] ?? Object.values(texts)[0])
      : texts;
  return {
    kpis: Object.fromEntries(
      (kpis as readonly Named[]).map(({ id, name, definition }) => [
        id,
        { name: textOf(name) ?? nameOf(id), definition: textOf(definition) ?? '' },
      ]),
    ),
  };
}
