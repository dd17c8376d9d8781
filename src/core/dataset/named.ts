import { entities } from '../catalog/entities.js';
import { kpiCatalog } from '../catalog/kpis.js';
import { measures } from '../catalog/measures.js';
import { nearest } from '../nearest.js';
import type { Named } from './text-builder.js';

/** What a field may name: a KPI or a measure, a table or a daily column. */
const names = {
  figure: { words: 'the id of a KPI or measure', ids: [...kpiCatalog.keys(), ...measures.keys()] },
  table: { words: 'the id of a table or measure', ids: [...Object.keys(entities), ...measures.keys()] },
} as const;

/** The id of the catalogue that a text is. */
export const idNamed =
  (kind: keyof typeof names) =>
  (text: string): Named => {
    const { words, ids } = names[kind];
    if (ids.includes(text)) return { name: text };
    const suggestion = nearest(text, ids);
    return { expected: `expected ${words}${suggestion === undefined ? '' : `; did you mean ${suggestion}?`}` };
  };
