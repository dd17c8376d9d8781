/**
 * Parts of the script for a CDN: what only some pages need (`*.part.ts`) is fetched from beside the script.
 *
 * The bundler makes of each a chunk that imports from the script what both need. But nobody knows under which address
 * a page has the script – `kpi-elements.js?v=3`, a redirect –, and an import under any other would run it twice. So
 * here such imports become what the script hands over: a part is a function of all that the script shares. It may take
 * from one other part too, which is then fetched with it: the engine, which makes results of data.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** `x as a, b` as pairs. @param {string} list @returns {[string, string][]} */
const pairs = (list) =>
  [...list.matchAll(/([\w$]+)(?:\s+as\s+([\w$]+))?/g)].map(([, first, second = first]) => [first, second]);

const importAtStart = /^\s*import\s*\{([^}]*)\}\s*from\s*["'`]([^"'`]*)["'`];?/;
const exportsAtEnd = /\bexport\s*\{([^}]*)\};?\s*$/;

/**
 * A chunk, taken apart.
 *
 * @typedef {object} Chunk
 * @property {Map<string, Map<string, string>>} imports by the file that they are of, the names here by those there
 * @property {Map<string, string>} exports the names here by those outside
 * @property {string} body
 */

/** @param {string} code @returns {Chunk} */
export function readChunk(code) {
  const imports = new Map();
  let exports = new Map();
  let body = code;
  for (let found; (found = importAtStart.exec(body)); body = body.slice(found[0].length)) {
    const [, list, source] = found;
    const file = nameOf(source);
    imports.set(file, new Map([...(imports.get(file) ?? []), ...pairs(list)]));
  }
  body = body.replace(exportsAtEnd, (_statement, list) => {
    exports = new Map(pairs(list).map(([here, outside]) => [outside, here]));
    return '';
  });
  const left = /^\s*(import|export)\b[^(].*$/m.exec(body);
  if (left) throw new Error(`A part may import and export lists alone: ${left[0]}`);
  return { imports, exports, body };
}

const nameOf = (file) => file.split('/').at(-1);

/** `fetchPart(import("./part.js"))`, and what the bundler may take of the part at once. */
const lazyParts =
  /([\w$]+)\(import\(["'`](\.\/(?:parts\/)?)([^"'`/]+)["'`]\)(\.then\((?:\(\w+\)|\w+) ?=> ?[\w.]+\))?\)/g;
const lazyFiles = /\bimport\(["'`]\.\/(?:parts\/)?([^"'`/]+)["'`]\)/g;

/** What stands beside the script, a folder above its parts. */
const besideScript = /(\bimport\(["'`])\.\/(?=\w+\/)/g;

/** The script's function that lists what it shares. A part that fetches another one takes it too. */
const shares = 'sharedByScript';

/**
 * Makes a script and its parts of the bundler's chunks. Every part gets a name of this release: no cache gives an old
 * one to a new script.
 *
 * @param {Readonly<Record<string, string>>} codes by file; those of the parts are in `parts/`
 * @param {string} script the script's file
 * @returns {Record<string, string>} codes by file
 */
export function connected(codes, script) {
  const chunks = new Map(Object.entries(codes).map(([file, code]) => [nameOf(file), readChunk(code)]));
  chunks.get(script).exports.set(shares, shares);
  for (const { imports, body } of chunks.values())
    if (body.search(lazyParts) >= 0) imports.get(script)?.set(shares, shares);

  const release = createHash('sha256').update(Object.values(codes).join()).digest('base64url').slice(0, 8);
  const released = (file) => file.replace(/\.js$/, `-${release}.js`);
  const sharedBy = new Map([...chunks.keys()].map((name) => [name, namesShared(name, chunks)]));
  const list = (file, names) => `[${sharedBy.get(file).map((name) => names?.get(name) ?? '')}]`.replace(/,+]$/, ']');

  const otherOf = (name) => {
    const [other, ...more] = [...chunks.get(name).imports.keys()].filter((file) => file !== script);
    if (more.length > 0) throw new Error(`${name} may take from one other part, not from ${other} and ${more}.`);
    return other;
  };
  const fetched = (name, fetchPart, folder) => {
    const other = otherOf(name) ? `,${fetched(otherOf(name), fetchPart, folder)}` : '';
    return `${fetchPart}(new URL("${folder}${released(name)}",import.meta.url),${shares}${other})`;
  };
  const withAddresses = (body) => {
    const code = body.replace(lazyParts, (lazy, fetchPart, folder, name, then = '') =>
      chunks.has(name) ? fetched(name, fetchPart, folder) + then : lazy,
    );
    for (const [lazy, name] of code.matchAll(lazyFiles))
      if (chunks.has(name)) throw new Error(`${name} is not fetched by a call: ${lazy}`);
    return code;
  };
  const finished = (name) => {
    const { imports, exports, body } = chunks.get(name);
    const code = withAddresses(body);
    // A function of its own, where no other's names hide those of the script.
    if (name === script) return `${code}function ${shares}(){return${list(script, exports)}}\n`;
    const taken = [script, otherOf(name) ?? []].flat().map((file) => list(file, imports.get(file)));
    const given = [...exports].flatMap((pair) => (sharedBy.get(name).includes(pair[0]) ? [] : [pair.join(':')]));
    if (sharedBy.get(name).length > 0) given.push(`shared:${list(name, exports)}`);
    return `export default(${taken})=>{${code.replace(besideScript, '$1../')}return{${given}}};\n`;
  };
  return Object.fromEntries(
    Object.keys(codes).map((file) => [file === script ? file : released(file), finished(nameOf(file))]),
  );
}

/**
 * What a file shares, in an order of its own: what the same parts take stands together, and has a short list.
 *
 * @param {string} file
 * @param {ReadonlyMap<string, Chunk>} chunks
 */
function namesShared(file, chunks) {
  const takers = (name) =>
    [...chunks.values()].map(({ imports }) => Number(imports.get(file)?.has(name) ?? 0)).join('');
  return [...chunks.get(file).exports.keys()]
    .map((name) => ({ name, takers: takers(name) }))
    .filter(({ takers }) => takers.includes('1'))
    .sort((a, b) => b.takers.localeCompare(a.takers))
    .map(({ name }) => name);
}

/** @param {string} script the name of the script's file @returns {import('vite').Plugin} */
export const connectParts = (script) => ({
  name: 'connect-parts',
  generateBundle(_options, bundle) {
    const codes = Object.fromEntries(Object.values(bundle).map(({ fileName, code }) => [fileName, code]));
    for (const file of Object.keys(codes)) delete bundle[file];
    for (const [fileName, source] of Object.entries(connected(codes, script)))
      this.emitFile({ type: 'asset', fileName, source });
  },
});

/**
 * The source files that the script itself holds, which is what it needs at once and what else it is to hold, and those
 * that the engine holds: what it needs, and what several other parts need.
 *
 * @param {readonly string[]} entries the script's own, and what else
 * @param {string} engine
 * @param {readonly string[]} apart what is fetched, and needs nothing of the script
 * @param {readonly string[]} parts
 * @returns {Map<string, Set<string>>} by the file that the script, or the engine, begins with
 */
export function filesHeld(entries, engine, apart, parts) {
  const elsewhere = [...apart, ...parts].map((file) => resolve(file));
  const script = new Set(entries.flatMap((entry) => [...filesOf(resolve(entry), elsewhere)]));
  const ofParts = parts.map((part) => [...filesOf(resolve(part), elsewhere)].filter((file) => !script.has(file)));
  const common = ofParts.flat().filter((file, index, all) => all.indexOf(file) < index);
  return new Map([
    [resolve(entries[0]), script],
    [resolve(engine), new Set([...(ofParts[parts.indexOf(engine)] ?? []), ...common])],
  ]);
}

/**
 * What a file imports in the end, itself included, but no types and nothing that is elsewhere.
 *
 * @param {string} file
 * @param {readonly string[]} elsewhere
 * @returns {Set<string>}
 */
function filesOf(file, elsewhere, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(file, 'utf8').replace(/^(import|export) type [^;]*;/gm, '');
  for (const [, specifier] of code.matchAll(/\b(?:from|import) ?\(?'(\.[^']*)\.js'/g)) {
    const imported = resolve(dirname(file), `${specifier}.ts`);
    if (!elsewhere.includes(imported)) filesOf(imported, elsewhere, found);
  }
  return found;
}
