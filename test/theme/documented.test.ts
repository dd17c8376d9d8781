import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { entries } from '../../scripts/palette.mjs';
import { tokens } from '../../scripts/tokens.mjs';

const root = resolve(import.meta.dirname, '../../src/elements');
const names = new Set(
  ['color', 'dimension', 'font'].flatMap((group) => entries(tokens[group as 'color']).map(([name]) => name)),
);
const read = (file: string) => readFileSync(file, 'utf8');

/** What a source imports, at once or when it is needed, and what a part hands on. */
const imported = /^(?:import|export) (?!type).*? from '(\..+?)\.js';|\bimport\('(\..+?)\.js'\)/gms;

/** A source and all of the elements' sources that it is made of. */
function sourcesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !file.startsWith(root) || !existsSync(file)) return found;
  found.add(file);
  for (const [, atOnce, needed] of read(file).matchAll(imported))
    sourcesOf(resolve(dirname(file), `${atOnce ?? needed}.ts`), found);
  return found;
}

const elements = globSync('kpi-*/kpi-*.ts', { cwd: root, ignore: '**/*.*.ts' }).map((file) => join(root, file));
const drawing = elements.filter((file) =>
  [...sourcesOf(file)].some((source) => source.endsWith('frame.styles.ts') || source.endsWith('kpi-period.styles.ts')),
);

describe('the custom properties of an element are documented', () => {
  it.each(drawing.map((file) => ({ tag: basename(file, '.ts'), file })))('$tag', ({ file }) => {
    const documented = [...read(file).matchAll(/@cssprop(?:erty)? --kpi-([\w-]+) - \S/g)].map(([, name]) => name!);
    const usedIn = (sources: string[]) => [
      ...new Set(sources.flatMap((source) => [...read(source).matchAll(/var\(--_([\w-]+)/g)].map(([, name]) => name!))),
    ];
    const sources = [...sourcesOf(file)];
    // The frame holds rules for parts that not every widget has, such as the hero figure.
    const frame = sources.filter((source) => source.endsWith('frame.styles.ts'));
    const own = usedIn(sources.filter((source) => !frame.includes(source))).filter((name) => names.has(name));
    expect(new Set(documented).size).toBe(documented.length);
    expect(
      own.filter((name) => !documented.includes(name)),
      'not documented',
    ).toEqual([]);
    expect(
      documented.filter((name) => ![...own, ...usedIn(frame)].includes(name)),
      'not used',
    ).toEqual([]);
  });
});
