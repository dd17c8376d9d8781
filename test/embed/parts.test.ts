import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asPart, asScript, filesHeld, withAddresses } from '../../scripts/parts.mjs';

const chunk = `import { a as html, $ as nothing$1, t as tt } from "../kpi-elements.js";
import { n as svg } from "../kpi-elements.js";
const drawn = (text) => [html, nothing$1, tt, svg, text, import.meta.url];
const blank = 'export { drawn };';
export { drawn as draw, blank };
`;
const dense =
  'import{a as h,$ as n}from"../kpi-elements.js";var d=t=>[h,n,t,import.meta.url],b=`export{d};`;export{d as draw,b as blank};';

type Part = (...taken: readonly unknown[]) => Record<string, unknown>;

/** Evaluates a chunk as a module. */
const evaluated = async (code: string): Promise<{ default: Part }> =>
  (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as never;

it.each([
  ['as written', chunk, ['a', '$', 't', 'n'], 'export { drawn };'],
  ['as a minifier leaves it', dense, ['a', '$'], 'export{d};'],
])('a part is a function of what it took from the script: %s', async (_name, code, names, text) => {
  const { code: made, taken } = asPart(code.replace('import.meta.url', '"here"'), 'kpi-elements.js');
  expect(taken).toEqual(names);
  const { default: part } = await evaluated(made);
  const { draw, blank, ...others } = part(...names);
  expect((draw as (text: string) => unknown)('x')).toEqual([...names, 'x', 'here']);
  expect(blank).toBe(text);
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

it('the script hands each part what it takes, in its order, and exports nothing', async () => {
  const code = asScript(
    `let html = 'html', nothing$1 = 'nothing', tt = 'tt';
globalThis.fetchedParts = [];
const fetchPart = (url, taken) => fetchedParts.push(url.pathname, taken());
const other = () => import("./locale/da.js");
((html) => { fetchPart(import("./parts/trend-Cd2.js")); fetchPart(import(\`./parts/funnel-Ab1.js\`)) })();
export { html as a, nothing$1 as $, tt };
`,
    { 'parts/funnel-Ab1.js': ['$', 'a'], 'parts/trend-Cd2.js': ['tt'] },
  );
  expect(code).toContain('import("./locale/da.js")');
  const exported = await evaluated(code.replaceAll('import.meta.url', '"https://cdn.example/x/kpi-elements.js"'));
  expect(Object.keys(exported)).toEqual([]);
  expect((globalThis as { fetchedParts?: unknown }).fetchedParts).toEqual([
    '/x/parts/trend-Cd2.js',
    ['tt'],
    '/x/parts/funnel-Ab1.js',
    ['nothing', 'html'],
  ]);
});

it('a part that fetches another one says where it is, and asks the script what it takes', async () => {
  const code = `import { f as fetchPart } from "../kpi-elements.js";
const shop = () => fetchPart(import("./shop-Ef3.js"));
export { shop };
`;
  const { code: made, taken } = asPart(code, 'kpi-elements.js');
  expect(taken).toEqual(['f', 'takenByPart']);
  const files = ['parts/funnel-Ab1.js', 'parts/shop-Ef3.js'];
  const named = withAddresses(made, files).replaceAll('import.meta.url', '"https://cdn.example/parts/readers-Gh4.js"');
  const { default: part } = await evaluated(named);
  const asked: unknown[] = [];
  const fetchPart = ({ pathname }: URL, taken: () => unknown) => asked.push(pathname, taken());
  (part(fetchPart, (index: number) => `of part ${index}`)['shop'] as () => void)();
  expect(asked).toEqual(['/parts/shop-Ef3.js', 'of part 1']);
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
