/**
 * Parts of the script for a CDN: what only some pages need (`*.part.ts`) is fetched from beside the script.
 *
 * The bundler makes of each a chunk that imports from the script what both need. But nobody knows under which address
 * a page has the script – `kpi-elements.js?v=3`, a redirect –, and an import under any other would run it twice. So
 * here such imports become what the script hands over: a part is a function of it.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const names = /(\w[\w$]*|\$[\w$]*)(?: as ([\w$]+))?/g;

/** @param {string} list `x as a, b` @param {(inner: string, outer: string) => string} write */
const members = (list, write) =>
  [...list.matchAll(names)].map(([, first, second = first]) => write(first, second)).join(', ');

/**
 * What a part exports becomes what its one function returns, what it imports from the script that function's argument.
 *
 * @param {string} code a chunk that imports from `script` alone
 * @param {string} script its file's name
 */
export function asPart(code, script) {
  let taken = '';
  let given = '';
  const body = code
    .replace(/^import \{([^}]*)\} from "([^"]*)";/gm, (statement, list, source) => {
      if (!source.endsWith(`/${script}`)) return statement;
      taken += `${members(list, (outer, inner) => `${outer}: ${inner}`)}, `;
      return '';
    })
    .replace(/^export \{([^}]*)\};/gm, (_statement, list) => {
      given += `${members(list, (inner, outer) => `${outer}: ${inner}`)}, `;
      return '';
    });
  const left = /^(import|export)\b[^(].*$/m.exec(body);
  if (left) throw new Error(`A part may import from ${script} alone, and export a list: ${left[0]}`);
  return `export default ({ ${taken}}) => {\n${body}\nreturn { ${given}};\n};\n`;
}

/**
 * What the script exports to its parts becomes what it shares with them, and `fetchPart(import("./part.js"))` gets the
 * part's address and what is shared.
 *
 * @param {string} code
 */
export function asScript(code) {
  let shared = '';
  const body = code
    .replace(/^export \{([^}]*)\};/gm, (_statement, list) => {
      shared += `${members(list, (inner, outer) => `${outer}: ${inner}`)}, `;
      return '';
    })
    .replace(/(?<=\(\s*)import\(("\.\/parts\/[^"]+")\)/g, 'new URL($1, import.meta.url), sharedWithParts');
  return `${body}\nfunction sharedWithParts() {\n  return { ${shared}};\n}\n`;
}

/** @param {string} script the name of the script's file @returns {import('vite').Plugin} */
export const connectParts = (script) => ({
  name: 'connect-parts',
  renderChunk: (code, { isEntry }) => (isEntry ? asScript(code) : asPart(code, script)),
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
