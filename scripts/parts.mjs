/**
 * Parts of the script for a CDN: what only some pages need (`*.part.ts`) is fetched from beside the script.
 *
 * The bundler makes of each a chunk that imports from the script what both need. But nobody knows under which address
 * a page has the script – `kpi-elements.js?v=3`, a redirect –, and an import under any other would run it twice. So
 * here such imports become what the script hands over, in the order of the part's own list: a part is a function of it.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** `x as a, b` as pairs. @param {string} list @returns {[string, string][]} */
const pairs = (list) =>
  [...list.matchAll(/([\w$]+)(?:\s+as\s+([\w$]+))?/g)].map(([, first, second = first]) => [first, second]);

const importsAtStart = /\s*import\s*\{([^}]*)\}\s*from\s*["'`]([^"'`]*)["'`];?/gy;
const exportsAtEnd = /\bexport\s*\{([^}]*)\};?\s*$/;

/**
 * What a part exports becomes what its one function returns, what it imports from the script that function's arguments.
 *
 * @param {string} code a chunk that imports from `script` alone
 * @param {string} script its file's name
 * @returns {{ code: string, taken: string[] }} what it takes by the names of the script's exports
 */
export function asPart(code, script) {
  const taken = [];
  const own = [];
  let given = [];
  const body = code
    .replace(importsAtStart, (statement, list, source) => {
      if (!source.endsWith(`/${script}`)) return statement;
      for (const [outer, inner] of pairs(list)) {
        taken.push(outer);
        own.push(inner);
      }
      return '';
    })
    .replace(exportsAtEnd, (_statement, list) => {
      given = pairs(list).map(([inner, outer]) => `${outer}:${inner}`);
      return '';
    });
  const left = /^\s*(import|export)\b[^(].*$/m.exec(body);
  if (body.search(lazyParts) >= 0) {
    taken.push(listsTaken);
    own.push(listsTaken);
  }
  if (left) throw new Error(`A part may import from ${script} alone, and export a list: ${left[0]}`);
  return { code: `export default(${own.join()})=>{${body}return{${given.join()}}};\n`, taken };
}

/** The script's function that lists what a part takes; a part that fetches another one takes this too. */
const listsTaken = 'takenByPart';
const lazyParts = /\bimport\(["'`]\.\/(?:parts\/)?([^"'`/]+)["'`]\)/g;

/**
 * `import("./part.js")` becomes the part's address and what the part takes.
 *
 * @param {string} code of the script or of a part
 * @param {readonly string[]} files all parts, in the script's order
 */
export const withAddresses = (code, files) =>
  code.replace(lazyParts, (lazy, name) => {
    const file = files.indexOf(`parts/${name}`);
    return file < 0 ? lazy : `new URL(${lazy.slice(7, -1)},import.meta.url),()=>${listsTaken}(${file})`;
  });

/**
 * `fetchPart(import("./part.js"))` gets the part's address and what the part takes, which the script exports no more.
 *
 * @param {string} code
 * @param {Readonly<Record<string, readonly string[]>>} takenBy the names of what each file takes
 */
export function asScript(code, takenBy) {
  const files = Object.keys(takenBy);
  const own = new Map([[listsTaken, listsTaken]]);
  const body = code.replace(exportsAtEnd, (_statement, list) => {
    for (const [inner, outer] of pairs(list)) own.set(outer, inner);
    return '';
  });
  const lists = files.map((file) => `()=>[${takenBy[file].map((name) => own.get(name)).join()}]`);
  // A function of its own, where no other's names hide those of the script.
  return `${withAddresses(body, files)}function ${listsTaken}(part){return[${lists.join()}][part]()}\n`;
}

/** @param {string} script the name of the script's file @returns {import('vite').Plugin} */
export const connectParts = (script) => ({
  name: 'connect-parts',
  generateBundle(_options, bundle) {
    const takenBy = {};
    for (const chunk of Object.values(bundle)) {
      if (chunk.isEntry) continue;
      const part = asPart(chunk.code, script);
      chunk.code = part.code;
      takenBy[chunk.fileName] = part.taken;
    }
    const files = Object.keys(takenBy);
    for (const file of files) bundle[file].code = withAddresses(bundle[file].code, files);
    bundle[script].code = asScript(bundle[script].code, takenBy);
  },
});

/**
 * The source files that the script itself holds: what it needs at once, and what several parts need.
 *
 * @param {string} entry
 * @param {readonly string[]} apart what is fetched, and needs nothing of the script
 * @param {readonly string[]} parts
 */
export function filesHeld(entry, apart, parts) {
  const elsewhere = [...apart, ...parts].map((file) => resolve(file));
  const own = filesOf(resolve(entry), elsewhere);
  const ofParts = parts.map((part) => filesOf(resolve(part), elsewhere));
  const common = ofParts.flatMap((files) => [...files]).filter((file, index, all) => all.indexOf(file) < index);
  return new Set([...own, ...common]);
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
