import type { Catalog } from '../catalog/catalog.js';
import { nearest } from '../nearest.js';
import type { Named } from './text-builder.js';

/** What a field may name: a KPI, or a measure as well; a table or a daily column. */
const names = {
  kpi: { words: 'the id of a KPI', idsIn: ({ kpis }: Catalog) => [...kpis.keys()] },
  figure: {
    words: 'the id of a KPI or measure',
    idsIn: ({ kpis, measures }: Catalog) => [...kpis.keys(), ...measures.keys()],
  },
  table: {
    words: 'the id of a table or measure',
    idsIn: ({ entities, measures }: Catalog) => [...Object.keys(entities), ...measures.keys()],
  },
} as const;

/** The id of the catalogue that a text is. */
export function idNamed(kind: keyof typeof names, catalog: Catalog): (text: string) => Named {
  const { words, idsIn } = names[kind];
  const ids = idsIn(catalog);
  return (text) => {
    if (ids.includes(text)) return { name: text };
    const suggestion = nearest(text, ids);
    const hint = suggestion === undefined ? '' : `; did you mean ${suggestion}?`;
    return { problem: { code: 'unknown-name', words: `expected ${words}${hint}` } };
  };
}
