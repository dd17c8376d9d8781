import { nameOf } from './en/spelt.js';
import type { OwnMessages } from './messages.js';

/** One text for all languages, or one for each by its BCP 47 tag. */
type Texts = string | Readonly<Record<string, string>> | undefined;

/** What a shop calls what it has defined itself. */
interface Named {
  readonly name?: Texts;
  readonly definition?: Texts;
}

/** A shop's own KPIs, and its settings, of which `measures` and `dimensions` are its own. */
export interface OwnDefinitions {
  readonly kpiDefinitions?: readonly (Named & { readonly id: string })[] | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

/** The names and definitions of what a shop defines itself, in a language; else in English, else as they come first. */
export function ownNames({ kpiDefinitions: kpis, settings }: OwnDefinitions, lang: string): OwnMessages | undefined {
  const { measures, dimensions } = settings ?? {};
  if (!kpis && !measures && !dimensions) return undefined;
  const textOf = (texts: Texts): string | undefined =>
    typeof texts === 'object'
      ? (texts[lang] ?? texts[lang.split('-', 1)[0]!] ?? texts['en'] ?? Object.values(texts)[0])
      : texts;
  const nameFor = (id: string, own: Named | undefined): string => textOf(own?.name) ?? nameOf(id);
  const namesOf = (own: unknown): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(own ?? {}).map(([id, each]) => [id, nameFor(id, each as Named)]));
  // Whoever reads the data says what is wrong with them.
  const own: readonly (Named & { readonly id: string })[] = Array.isArray(kpis) ? kpis.filter(Boolean) : [];
  return {
    kpis: Object.fromEntries(
      own.map((kpi) => [kpi.id, { name: nameFor(kpi.id, kpi), definition: textOf(kpi.definition) ?? '' }]),
    ),
    measures: namesOf(measures),
    dimensions: namesOf(dimensions),
  };
}
