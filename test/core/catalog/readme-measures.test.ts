import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { namesIn, parseFormula } from '../../../src/core/formula.js';
import { askedMeasures, measureTable } from './measure-table.js';

const file = resolve(import.meta.dirname, '../../../README.md');
const readme = readFileSync(file, 'utf8');
const table = /\| measure \| what it is .*?(?=\n\n)/s;
const [, explained = ''] = /<summary>All measures.*?\n\n(- .*?)<\/details>/s.exec(readme) ?? [];

/** Fields, without the values that they are compared with. */
const namesInFilter = (filter = ''): string[] =>
  filter
    .replace(/[=≠≤≥] -?[\w.]+(\(\w+\))?|in \(.*?\)|in param\(\w+\)|\b(and|or|not|known|empty)\b/g, ' ')
    .match(/\w+/g) ?? [];

// README=write npx vitest run --project unit test/core/catalog/readme-measures.test.ts
if (process.env['README'] === 'write')
  writeFileSync(
    file,
    readme.replace(table, () => measureTable()),
  );

it('the README defines every measure as it is declared', () => {
  expect(table.exec(readme)?.[0]).toBe(measureTable());
});

it('and explains every name in it that is no field of its table', () => {
  const unexplained = [...askedMeasures()].flatMap(([{ id, fields, dimensions }, ofTable]) => {
    const names = ofTable.flatMap(({ filter, expression, aggregation, without }) => [
      ...namesInFilter(filter),
      ...(expression === undefined
        ? []
        : aggregation === 'countDistinct'
          ? [expression]
          : namesIn(parseFormula(expression))),
      ...(without ? [without] : []),
    ]);
    return [...new Set(names)]
      .filter((name) => id !== 'dailyMeasures' && !Object.hasOwn(fields, name) && !dimensions.includes(name))
      .filter((name) => !explained.includes(`\`${name}\``))
      .map((name) => `${id}: ${name}`);
  });
  expect(unexplained).toEqual([]);
});
