import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asPart, asScript, filesHeld } from '../../scripts/parts.mjs';

const chunk = `import { a as html, $ as nothing$1, t as tt } from "../kpi-elements.js";
import { n as svg } from "../kpi-elements.js";
const drawn = (text) => [html, nothing$1, tt, svg, text, import.meta.url];
const blank = 'export { drawn };';
export { drawn as draw, blank };
`;

/** Evaluates a chunk as a module. */
const evaluated = async (code: string): Promise<{ default: (shared: object) => Record<string, unknown> }> =>
  (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as never;

it('a part is a function of what it took from the script', async () => {
  const { default: part } = await evaluated(asPart(chunk, 'kpi-elements.js').replace('import.meta.url', '"here"'));
  const { draw, blank, ...others } = part({ a: 'html', $: 'nothing', t: 'tt', n: 'svg', more: 1 });
  expect((draw as (text: string) => unknown)('x')).toEqual(['html', 'nothing', 'tt', 'svg', 'x', 'here']);
  expect(blank).toBe('export { drawn };');
  expect(others).toEqual({});
});

it.each([
  'import { a } from "./another.js";',
  'import * as all from "../kpi-elements.js";',
  'import "../kpi-elements.js";',
  'export default 1;',
  'export * from "lit";',
])('a part cannot be made of: %s', (statement) => {
  expect(() => asPart(`${statement}\n`, 'kpi-elements.js')).toThrow(statement);
});

it('the script hands each part what all of them take', () => {
  const script = asScript(`const load = () => fetchPart(import("./parts/funnel-Ab1.js"));
const other = import("./locale/da.js");
export { html as a, nothing$1 as $ };
`);
  expect(script).toContain('fetchPart(new URL("./parts/funnel-Ab1.js", import.meta.url), sharedWithParts)');
  expect(script).toContain('import("./locale/da.js")');
  expect(script).toMatch(/return \{ a: html, \$: nothing\$1, \};/);
  expect(script).not.toContain('export');
});

it('the script holds what it needs at once and what two parts need', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kpi-elements-files-'));
  const files = {
    entry: `import './bare.js';\nimport type { T } from './type.js';\nconst part = () => import('./a.part.js');`,
    bare: `export {\n  one,\n} from './one.js';\nconst lazy = () => import('./lazy.js');\nimport { html } from 'lit';`,
    one: `import data from './data.json';\nimport { bare } from './bare.js';`,
    lazy: `const words = () => import('./words.js');`,
    words: '',
    type: '',
    'a.part': `export * from './of-a.js';\nexport { both } from './both.js';`,
    'b.part': `export { both } from './both.js';\nimport { one } from './one.js';`,
    'of-a': '',
    both: '',
  };
  const at = (name: string) => join(folder, `${name}.ts`);
  for (const [name, code] of Object.entries(files)) await writeFile(at(name), code);
  const held = filesHeld(at('entry'), [at('words')], [at('a.part'), at('b.part')]);
  expect([...held].sort()).toEqual(['bare', 'both', 'entry', 'lazy', 'one'].map(at));
  await rm(folder, { recursive: true });
});
