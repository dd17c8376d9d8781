import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connected, filesHeld, readChunk } from '../../scripts/parts.mjs';

const script = `let word = 'script';
const twice$1 = (text) => text + text, unasked = 0;
const fetchPart = async ({ href }, shared, other) => (await import(href)).default(shared(), (await other)?.shared);
const danish = () => import("./locale/da.js");
globalThis.open = {
  engine: () => fetchPart(import("./parts/engine.js").then((e)=>e.t)),
  trend: () => fetchPart(import("./parts/trend.js")),
  funnel: ((word) => () => fetchPart(import(\`./parts/funnel.js\`)))(),
};
export { word as a, twice$1 as $, unasked, fetchPart as f };
`;
const trend = `import { a as word } from "../kpi-elements.js";
import { $ as twice$2 } from "../kpi-elements.js";
const draw = (text) => twice$2(word + text);
const text = 'export { draw };';
export { draw, text as blank };
`;
const funnel =
  'import{$ as t}from"../kpi-elements.js";import{r as v}from"./engine.js";var d=()=>t(v),b=`export{d};`;export{d as draw,b as blank};';
const engine = `import { a as word, f } from "../kpi-elements.js";
const rate = 'rate of ' + word, count = 3, all = { rows: () => f(import("./rows.js")) }, check = () => import("./formats/schema.js");
export { count as c, rate as r, all as t };
`;
const rows = 'import{r as x,c as y}from"./engine.js";var z=[x,y];export{z as rows};';

type Opened = Record<string, () => Promise<{ draw: (text: string) => string; blank: string; rows: () => unknown }>>;

describe('a script and its parts', () => {
  let folder: string;
  let files: Record<string, string>;
  let open: Opened;
  let exported: object;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kpi-elements-parts-'));
    await mkdir(join(folder, 'parts'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const parts = {
      'parts/engine.js': engine,
      'parts/funnel.js': funnel,
      'parts/rows.js': rows,
      'parts/trend.js': trend,
    };
    files = connected({ 'kpi-elements.js': script, ...parts }, 'kpi-elements.js');
    for (const [file, code] of Object.entries(files)) await writeFile(join(folder, file), code);
    // Under this address no import of a part could find it again.
    exported = (await import(
      /* @vite-ignore */ `${pathToFileURL(join(folder, 'kpi-elements.js')).href}?v=3`
    )) as object;
    ({ open } = globalThis as unknown as { open: Opened });
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('share what is one: a part is a function of what the script has, which exports nothing', async () => {
    expect({ ...exported }).toEqual({});
    const { draw, blank, ...others } = await open['trend']!();
    expect(draw('!')).toBe('script!script!');
    expect(blank).toBe('export { draw };');
    expect(others).toEqual({});
  });

  it('a part takes from another one too, which is fetched with it', async () => {
    const { draw, blank } = await open['funnel']!();
    expect(draw('')).toBe('rate of scriptrate of script');
    expect(blank).toBe('export{d};');
  });

  it('a part fetches another one, that takes from it', async () => {
    const { rows } = await open['engine']!();
    expect(await rows()).toEqual({ rows: ['rate of script', 3] });
  });

  it('share what is asked for', () => {
    expect(files['kpi-elements.js']!.split('function sharedByScript')[1]).not.toContain('unasked');
  });

  it('find what else stands beside the script', () => {
    expect(files['kpi-elements.js']).toContain('import("./locale/da.js")');
    const [, part] = Object.entries(files).find(([file]) => file.startsWith('parts/engine-'))!;
    expect(part).toContain('import("../formats/schema.js")');
  });

  it('have the name of one release, which any change of one changes', () => {
    const [, ...parts] = Object.keys(files);
    const release = /^parts\/engine(-[\w-]{8})\.js$/.exec(parts[0]!)?.[1];
    expect(parts).toEqual(['engine', 'funnel', 'rows', 'trend'].map((part) => `parts/${part}${release}.js`));
    const next = connected(
      { 'kpi-elements.js': script.replace('script', 'another'), 'parts/trend.js': trend },
      'kpi-elements.js',
    );
    expect(Object.keys(next)[1]).toMatch(/^parts\/trend-/);
    expect(Object.keys(next)[1]).not.toContain(release);
  });

  it('are refused where one is fetched in another way than the rest', () => {
    const codes = { 'kpi-elements.js': 'later(() => import("./parts/trend.js"));', 'parts/trend.js': trend };
    expect(() => connected(codes, 'kpi-elements.js')).toThrow(
      'trend.js is not fetched by a call: import("./parts/trend.js")',
    );
  });

  it('are refused where a part takes from two others', () => {
    const both = 'import{r as v}from"./engine.js";import{rows as x}from"./rows.js";var y=[v,x];export{y as both};';
    const codes = {
      'kpi-elements.js': script,
      'parts/engine.js': engine,
      'parts/rows.js': rows,
      'parts/both.js': both,
    };
    expect(() => connected(codes, 'kpi-elements.js')).toThrow('both.js may take from one other part');
  });

  it.each([
    'import * as all from "../kpi-elements.js";',
    'import "../kpi-elements.js";',
    'export default 1;',
    'export * from "lit";',
  ])('cannot be made of: %s', (statement) => {
    expect(() => readChunk(`${statement}\n`)).toThrow(statement);
  });
});

it('the script holds what it needs at once and what it is to hold, the engine what else two parts need', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kpi-elements-files-'));
  const files = {
    entry: `import './bare.js';\nimport type { T } from './type.js';\nconst part = () => import('./a.part.js');`,
    bare: `export {\n  one,\n} from './one.js';\nconst lazy = () => import('./lazy.js');\nimport { html } from 'lit';`,
    one: `import data from './data.json';\nimport { bare } from './bare.js';`,
    lazy: `const words = () => import('./words.js');`,
    words: '',
    type: '',
    alike: `import { kind } from './kind.js';`,
    kind: '',
    engine: `import { alike } from './alike.js';\nimport { reader } from './reader.js';\nimport { one } from './one.js';`,
    reader: `const rows = () => import('./a.part.js');`,
    'a.part': `export * from './of-a.js';\nexport { both } from './both.js';\nimport { reader } from './reader.js';`,
    'b.part': `export { both } from './both.js';\nimport { one } from './one.js';`,
    'of-a': '',
    both: '',
  };
  const at = (name: string) => join(folder, `${name}.ts`);
  for (const [name, code] of Object.entries(files)) await writeFile(at(name), code);
  const parts = [at('a.part'), at('b.part'), at('engine')];
  const held = filesHeld([at('entry'), at('alike')], at('engine'), [at('words')], parts);
  expect([...held.keys()]).toEqual([at('entry'), at('engine')]);
  expect([...held.get(at('entry'))!].sort()).toEqual(['alike', 'bare', 'entry', 'kind', 'lazy', 'one'].map(at));
  expect([...held.get(at('engine'))!].sort()).toEqual(['both', 'engine', 'reader'].map(at));
  await rm(folder, { recursive: true });
});
