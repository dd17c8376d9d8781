import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { entities, isFactTable } from '../../../src/core/catalog/entities.js';

const readme = readFileSync(resolve(import.meta.dirname, '../../../README.md'), 'utf8');
const [, ...ofFields] = readme.split(/^\| (?:further )?table \| fields.*\|$/m);
/** The rows of a table of fields: what stands beside each name. */
const rowsOf = (text = ''): Map<string, string> =>
  new Map(
    text
      .split('\n\n')[0]!
      .split('\n')
      .flatMap((row) => {
        const [, names = '', cell = ''] = /^\| (`.*?`) \| (.*) \|$/.exec(row) ?? [];
        return [...names.matchAll(/\w+/g)].map(([name]) => [name, cell] as const);
      }),
  );
const [main, further] = ofFields.map(rowsOf) as [Map<string, string>, Map<string, string>];

it('the README names every table of facts, once', () => {
  const facts = Object.keys(entities).filter(isFactTable);
  expect(facts.filter((id) => Number(main.has(id)) + Number(further.has(id)) !== 1)).toEqual([]);
});

it.each([...further])('and all fields of the further ones, those that are needed in bold: %s', (id, cell) => {
  const fields = Object.entries(entities[id]!.fields);
  const needed = fields.flatMap(([name, { required }]) => (required ? name : []));
  const others = fields.flatMap(([name, { required }]) => (required ? [] : name));
  expect(cell).toBe([`**${needed.join(' ')}**`, ...others].join(' '));
});
