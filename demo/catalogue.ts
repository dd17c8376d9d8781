import { group } from 'd3';
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { KpiDefinition } from '../src/core/catalog/definition.js';
import { entities } from '../src/core/catalog/entities.js';
import { kpiCatalog } from '../src/core/catalog/kpis.js';
import { measures } from '../src/core/catalog/measures.js';
import { parameters } from '../src/core/catalog/parameters.js';
import { resolveFormula } from '../src/core/evaluate/resolve-formula.js';
import { measureOf } from '../src/core/term.js';
import '../src/define.js';
import { dataEnglish } from '../src/locale/en/data.js';
import { completeEnglish, loadMessages } from '../src/locale/load-messages.js';
import { formulaText } from '../src/view-model/facts.js';
import { definitionOf } from '../src/view-model/kpi-proof.js';
import { explainEnglish } from '../src/locale/en/explain.js';
import { createWords } from '../src/view-model/words.js';
import type { Words } from '../src/view-model/words.js';
import { pageWords } from './catalogue-words.js';
import type { CatalogueWords } from './catalogue-words.js';

/** A KPI as the page shows it, in the reader's language. */
interface Entry {
  readonly kpi: KpiDefinition;
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
  /** By table: the fields that its measures read. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
  /** All that a search looks through. */
  readonly text: string;
}

completeEnglish(dataEnglish);

/**
 * Lists every KPI of the catalogue with its definition, formula and data, and a card over the data of the provider that
 * it stands in.
 *
 * @param host is filled
 * @param language BCP 47
 */
export async function showCatalogue(host: HTMLElement, language: string): Promise<void> {
  const words = createWords(await loadMessages(language), language);
  const page = pageWords(words.messages.lang);
  const entries = [...kpiCatalog.values()].map((kpi) => entryOf(kpi, words, page));
  const draw = (query: string): void => {
    const wanted = plain(query).split(/\s+/);
    const found = entries.filter(({ text }) => wanted.every((word) => text.includes(word)));
    render(catalogue(found, entries.length, words, page, draw), host);
  };
  draw(host.querySelector('input')?.value ?? '');
}

const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

function entryOf(kpi: KpiDefinition, words: Words, page: CatalogueWords): Entry {
  const resolved = resolveFormula(kpi, () => true, parameters);
  const ids = 'missing' in resolved ? [] : resolved.measures;
  const needs = new Map<string, Set<string>>();
  for (const id of ids) {
    const { entity = '', expression = '', filter = '' } = measures.get(measureOf(id)) ?? {};
    const fields = needs.get(entity) ?? new Set<string>();
    const known = entities[entity]?.fields ?? {};
    for (const [field] of `${expression} ${filter}`.matchAll(/[A-Za-z]\w*/g)) if (field in known) fields.add(field);
    needs.set(entity, fields);
  }
  const name = words.messages.kpis[kpi.id]?.name ?? kpi.id;
  const definition = definitionOf(kpi.id, words) ?? '';
  const formula = 'missing' in resolved ? kpi.formula : formulaText(resolved.text, words.saying(explainEnglish));
  const tables = [...needs].map(([table, fields]) => `${table} ${[...fields].join(' ')}`);
  const text = plain([kpi.id, name, definition, formula, kpi.group, page.groups[kpi.group], ...tables].join(' '));
  return { kpi, name, definition, formula, needs, text };
}

function catalogue(
  found: readonly Entry[],
  all: number,
  words: Words,
  page: CatalogueWords,
  search: (query: string) => void,
): TemplateResult {
  const groups = group(found, ({ kpi }) => kpi.group);
  const count = words.number().format(found.length);
  return html`
    <div>
      <h1>${page.title}</h1>
      <p>${page.intro}</p>
    </div>
    <div class="search">
      <label>
        ${page.search}
        <input
          type="search"
          autocomplete="off"
          @input=${({ target }: Event) => search((target as HTMLInputElement).value)}
        />
      </label>
      <p role="status">${words.tell(page.found, { count, all })}</p>
    </div>
    ${repeat(
      groups,
      ([id]) => id,
      ([id, entries]) =>
        html`<section aria-label=${page.groups[id] ?? id}>
          <h2>${page.groups[id] ?? id}</h2>
          ${repeat(
            entries,
            ({ kpi }) => kpi.id,
            (entry) => article(entry, page),
          )}
        </section>`,
    )}
  `;
}

const article = ({ kpi, name, definition, formula, needs }: Entry, page: CatalogueWords): TemplateResult =>
  html`<article id=${kpi.id}>
    <div>
      <h3>${name} <code>${kpi.id}</code></h3>
      <p>${definition}</p>
      <dl>
        <dt>${page.formula}</dt>
        <dd>${formula}</dd>
        <dt>${page.unit}</dt>
        <dd>${page.units[kpi.unit]}</dd>
        <dt>${page.better}</dt>
        <dd>${page.directions[kpi.direction]}</dd>
        <dt>${page.needs}</dt>
        <dd>
          ${[...needs].map(
            ([table, fields]) =>
              html`<code>${table}</code>${
                  fields.size > 0 ? html` <small>${[...fields].join(', ')}</small>` : nothing
                }<br />`,
          )}
        </dd>
      </dl>
    </div>
    <kpi-card kpi=${kpi.id}></kpi-card>
  </article>`;
